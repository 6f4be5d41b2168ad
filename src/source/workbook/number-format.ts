/** What a number format makes of a number; currency, percent and fractions are plain numbers. */
export type NumberDisplay = 'number' | 'date' | 'time' | 'elapsed';

/** Formats that have a number and no code in the file. 27–36 and 50–58 are the dates and times of Chinese, Japanese and Korean Excel. */
const builtIn: ReadonlyMap<number, NumberDisplay> = new Map([
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  ...range(22, 22, 'date'),
  ...range(27, 31, 'date'),
  ...range(32, 35, 'time'),
  ...range(36, 36, 'date'),
  ...range(45, 45, 'time'),
  ...range(46, 46, 'elapsed'),
  ...range(47, 47, 'time'),
  ...range(50, 54, 'date'),
  ...range(55, 56, 'time'),
  ...range(57, 58, 'date'),
]);

function range(from: number, to: number, display: NumberDisplay): [number, NumberDisplay][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, display]);
}

/** What the format with this number makes of a number, where the file gives no code for it. */
export function builtInDisplay(id: number): NumberDisplay {
  return builtIn.get(id) ?? 'number';
}

/** What a format code (`yyyy-mm-dd`, `[Red]0.00`, `[h]:mm`) makes of a number. Only its first section counts. */
export function numberDisplay(code: string): NumberDisplay {
  let letters = '';
  let elapsed = false;
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? '';
    if (character === ';') break;
    if (character === '"') {
      at = endOf(code, '"', at + 1);
    } else if (character === '[') {
      const end = endOf(code, ']', at + 1);
      if (/^(?:h{1,2}|m{1,2}|s{1,2})$/i.test(code.slice(at + 1, end))) elapsed = true;
      at = end;
    } else if (character === '\\' || character === '_' || character === '*') {
      at += 1;
    } else {
      letters += character.toLowerCase();
    }
  }
  if (elapsed) return 'elapsed';
  const plain = letters
    .replaceAll('general', '')
    .replaceAll('am/pm', 'h')
    .replaceAll('a/p', 'h')
    .replaceAll('上午/下午', 'h')
    .replace(/s\.0+/g, 's');
  if (/[0#?@]/.test(plain)) return 'number';
  if (/[ydegb]/.test(plain)) return 'date';
  if (/[hs]/.test(plain)) return 'time';
  return plain.includes('m') ? 'date' : 'number';
}

function endOf(code: string, mark: string, from: number): number {
  const found = code.indexOf(mark, from);
  return found === -1 ? code.length : found;
}
