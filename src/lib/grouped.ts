/** `16465426.5` → `16,465,426.5`: every digit, with marks between thousands. */
export function grouped(value: number): string {
  const [whole = '', ...fraction] = String(value).split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}
