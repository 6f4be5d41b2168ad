/** What the header of a column says about the numbers in it. */
export interface HeaderUnit {
  /** What every value is to be multiplied by (金额（万元） → 10000); null where the header names no unit of amount. */
  readonly multiplier: number | null;
  /** The unit as it stands between the brackets; null where there is none. */
  readonly unit: string | null;
  readonly percent: boolean;
}

const scales: readonly (readonly [multiplier: number, words: string])[] = [
  [1, '元 圆 人民币 rmb cny usd eur gbp hkd jpy ¥ $ € £ us$ 美元 欧元 港元 港币'],
  [1e2, '百 百元'],
  [1e3, '千 千元 k thousand thousands'],
  [1e4, '万 万元 万人民币 万美元 wan'],
  [1e5, '十万 十万元'],
  [1e6, '百万 百万元 百万美元 m mn mio million millions'],
  [1e7, '千万 千万元'],
  [1e8, '亿 亿元 亿美元'],
  [1e9, 'bn billion billions'],
];

const multipliers: ReadonlyMap<string, number> = new Map(
  scales.flatMap(([scale, words]) => words.split(' ').map((word) => [word, scale] as const)),
);

const plainUnits: ReadonlySet<string> = new Set(
  [
    '天 日 小时 分钟 分 秒 个月 月 年 人 个 件 台 套 次 家 单 笔 只 箱 吨 公斤 千克 kg',
    'days day hours hour hrs h minutes minute min seconds second sec s ms months month years year pcs units items people',
  ].flatMap((words) => words.split(' ')),
);

const percentUnits: ReadonlySet<string> = new Set(['%', 'percent', 'pct', '百分比', '百分数']);

const currencyMarks = ['rmb', 'cny', 'usd', 'eur', 'gbp', 'hkd', 'jpy', 'us$', '¥', '$', '€', '£'];

const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['】', '【'],
  ['〕', '〔'],
]);

/** Zero-width marks, which NFKC leaves and no eye sees. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

function fold(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').toLowerCase().trim();
}

/** Splits `金额 (万元)` into `金额` and `万元`; null where the text does not end in a bracket, or is nothing else. */
function splitBracket(text: string): { readonly before: string; readonly inside: string } | null {
  const open = brackets.get(text.at(-1) ?? '');
  if (open === undefined) return null;
  const start = text.lastIndexOf(open);
  if (start <= 0) return null;
  const before = text.slice(0, start).trim();
  return before === '' ? null : { before, inside: text.slice(start + 1, -1).trim() };
}

/** The unit that a bracket holds, or null for one that holds something else (`工号`, `企业名称`). */
function unitOf(inside: string): HeaderUnit | null {
  const word = inside.replace(/^(?:单位|in|unit)\s*[:：]?\s*/, '').replace(/\s+/g, '');
  if (percentUnits.has(word)) return { multiplier: null, unit: '%', percent: true };
  const bare = withoutCurrency(word);
  const multiplier = multipliers.get(word) ?? multipliers.get(bare);
  if (multiplier !== undefined) return { multiplier, unit: word, percent: false };
  return plainUnits.has(word) ? { multiplier: null, unit: word, percent: false } : null;
}

function withoutCurrency(word: string): string {
  for (const mark of currencyMarks) {
    if (word.length > mark.length && word.startsWith(mark)) return word.slice(mark.length);
    if (word.length > mark.length && word.endsWith(mark)) return word.slice(0, -mark.length);
  }
  return word;
}

/** `金额/万元`, `销售额_万元`: a unit behind a mark instead of in brackets; only amounts and percents are written so. */
function splitMark(text: string): { readonly before: string; readonly unit: HeaderUnit } | null {
  const at = Math.max(text.lastIndexOf('/'), text.lastIndexOf('_'), text.lastIndexOf(','), text.lastIndexOf(':'));
  if (at <= 0) return null;
  const inside = text.slice(at + 1).trim();
  const unit = unitOf(inside);
  // A single Latin letter behind a mark (`Q1_m`) says too little.
  if (unit === null || (unit.multiplier === null && !unit.percent) || /^[a-z]$/.test(inside)) return null;
  return { before: text.slice(0, at), unit };
}

function splitUnit(folded: string): { readonly before: string; readonly unit: HeaderUnit | null } {
  const bracket = splitBracket(folded);
  if (bracket === null) return splitMark(folded) ?? { before: folded, unit: null };
  const unit = unitOf(bracket.inside);
  return unit === null ? { before: folded, unit: null } : { before: bracket.before, unit };
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A header in the form in which headers are compared: NFKC, lower case, a unit in brackets taken off, letters and digits only.
 * `''` for a header without any.
 */
export function normaliseHeader(text: string): string {
  return lettersAndDigits(splitUnit(fold(text)).before);
}

/** The same without a last bracket of any content (`负责人（工号）` → `负责人`); null where there is none. */
export function headerWithoutRemark(text: string): string | null {
  const bracket = splitBracket(splitUnit(fold(text)).before);
  return bracket === null ? null : lettersAndDigits(bracket.before);
}

/** The unit a header names. A bracket that holds no unit is part of the name. */
export function headerUnit(text: string): HeaderUnit {
  return splitUnit(fold(text)).unit ?? { multiplier: null, unit: null, percent: false };
}

/**
 * A word of a cell in the form in which words are compared: NFKC, lower case, letters and digits only. A signed number keeps its sign,
 * and a text of marks alone (√) stays as it is.
 */
export function normaliseWord(text: string): string {
  const folded = fold(text);
  if (/^[-+]\s*\d/.test(folded)) return folded;
  const bare = lettersAndDigits(folded);
  return bare === '' ? folded : bare;
}
