const powers = ['', 'K', 'M', 'G', 'T'];

/** Bytes of `512MB` (10^6 each), `4GiB` (2^30 each) or `8g`; null where the text is no size, leaves out the unit or is beyond 2^53. */
export function byteSize(text: string): number | null {
  const parts = /^(\d{1,9}(?:\.\d{1,3})?) ?([KMGT])(I?)B?$/.exec(text.trim().toUpperCase());
  if (parts === null) return null;
  const [, amount = '', power = '', binary = ''] = parts;
  const bytes = Math.round(Number(amount) * (binary === '' ? 1_000 : 1_024) ** powers.indexOf(power));
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** Less than this the engine cannot work with: it reads text files in blocks of 32 MB. */
const leastMemory = 64_000_000;

/** The bytes of a memory limit; null where the text is no size or less than 64MB. */
export function memoryLimit(text: string): number | null {
  const bytes = byteSize(text);
  return bytes !== null && bytes >= leastMemory ? bytes : null;
}

/** More than any machine has cores; each takes memory before it does anything. */
export const mostThreads = 256;
