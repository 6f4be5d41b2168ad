/** What the numbers of a column show about the decimal mark: a comma or a point for sure; groups of three behind a single point (1.250) or comma (1,250), which can be either; nothing. */
export type Separators = 'comma' | 'point' | 'single-point' | 'single-comma' | 'none';

const blanks = /[\s'’ʼ`٬\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]/g;

/** The evidence of one number. */
export function separatorsOf(text: string): Separators {
  const plain = text.normalize('NFKC').replace(blanks, '');
  const core = /(?:^|[^\p{L}\d.,])([.,]\d+)|(\d[\d.,]*)/u.exec(plain);
  const digits = core?.[1] ?? core?.[2];
  if (digits === undefined || /\d/.test(plain.slice(core!.index + core![0].length))) return 'none';
  // 1.250,- has its decimal mark before the dash.
  const dashed = /^(.*)([.,])$/.exec(digits);
  if (dashed !== null)
    return plain.includes(`${digits}-`) || plain.includes(`${digits}–`)
      ? dashed[2] === ','
        ? 'comma'
        : 'point'
      : separatorsOf(dashed[1]!);
  const marks = digits.replaceAll(/\d/g, '');
  if (marks === '') return 'none';
  const last = marks.at(-1)!;
  const sure = (decimal: string): Separators => (decimal === ',' ? 'comma' : 'point');
  const other = last === ',' ? '.' : ',';
  if (marks.includes(other))
    return marks.slice(0, -1).includes(last) ? 'none' : isGrouped(digits.slice(0, digits.lastIndexOf(last)), other) ? sure(last) : 'none';
  if (marks.length > 1) return isGrouped(digits, last) ? sure(other) : 'none';
  const [before = '', behind = ''] = digits.split(last);
  if (behind.length !== 3 || before === '' || before.startsWith('0') || before.length > 3) return sure(last);
  return last === '.' ? 'single-point' : 'single-comma';
}

/** 1.234.567 and, of commas, 12,34,567. */
function isGrouped(digits: string, mark: string): boolean {
  const [first = '', ...groups] = digits.split(mark);
  if (!/^\d{1,3}$/.test(first)) return false;
  if (groups.every((group) => group.length === 3)) return true;
  return mark === ',' && groups.at(-1)?.length === 3 && groups.slice(0, -1).every((group) => group.length === 2) && first.length <= 2;
}

/** What the numbers of a column show together: a sure point goes before a sure comma, and either before what can be both. */
export function separatorsOfAll(values: readonly string[]): Separators {
  const seen = new Set(values.map(separatorsOf));
  return (['point', 'comma', 'single-point', 'single-comma'] as const).find((kind) => seen.has(kind)) ?? 'none';
}
