import { currenciesOf, isHeaderCurrency } from './currencies.ts';
import { asSimplified } from './traditional-characters.ts';

/** What the header of a column says about the numbers in it. */
export interface HeaderUnit {
  /** What every value is to be multiplied by (金额（万元） → 10000); null where the header names no unit of amount. */
  readonly multiplier: number | null;
  /** The unit as it stands between the brackets; null where there is none. */
  readonly unit: string | null;
  readonly percent: boolean;
}

/** Words for so many units of whatever is counted. */
export const scales: readonly (readonly [multiplier: number, words: string])[] = [
  [1e2, '百'],
  [1e3, '千 k thousand thousands 000 000s 1000 1000s tsd teur'],
  [1e4, '万 wan 萬'],
  [1e5, '十万 lakh lakhs lac lacs'],
  [1e6, '百万 m mn mm mio mln million millions 000000 000000s'],
  [1e7, '千万 crore crores'],
  [1e8, '亿 億'],
  [1e9, '十亿 bn billion billions mrd'],
];

const multipliers: ReadonlyMap<string, number> = new Map(
  scales.flatMap(([scale, words]) => words.split(' ').map((word) => [word, scale] as const)),
);

/** Parts of a currency's unit; of a price or an amount they are parts of money, of a duration 分 are minutes. */
const minorUnits: ReadonlyMap<string, number> = new Map([
  ...['分', '分钱', 'fen', 'cent', 'cents', '¢', 'uscents', 'eurocents', 'pence', 'paise', 'minor', 'minorunit', 'minorunits'].map(
    (word) => [word, 0.01] as const,
  ),
  ...['角', '毛', 'jiao'].map((word) => [word, 0.1] as const),
  ...['厘'].map((word) => [word, 0.001] as const),
]);

const plainUnits: ReadonlySet<string> = new Set(
  [
    '天 日 小时 分钟 分 秒 个月 月 年 人 个 件 台 套 次 家 单 笔 只 箱 吨 公斤 千克 kg',
    'days day hours hour hrs h minutes minute min seconds second sec s ms months month years year pcs units items people',
  ].flatMap((words) => words.split(' ')),
);

export const percentUnits: ReadonlySet<string> = new Set(['%', 'percent', 'pct', '百分比', '百分数']);

const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['】', '【'],
  ['〕', '〔'],
]);

/** Zero-width marks, which NFKC leaves and no eye sees. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

function fold(text: string): string {
  return asSimplified(text.normalize('NFKC').replace(invisible, '').toLowerCase().trim());
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
  const word = inside
    .replace(/^(?:(?:货币|金额|计量)?单位|币种|currency|in|units?(?: in)?|amounts? in)(?![a-z])\s*[:：]?\s*/, '')
    .replace(/[\s'’‘`]+/g, '');
  if (percentUnits.has(word)) return { multiplier: null, unit: '%', percent: true };
  if (minorUnits.has(word) || plainUnits.has(word)) return { multiplier: null, unit: word, percent: false };
  const multiplier = multiplierOf(word);
  return multiplier === null ? null : { multiplier, unit: word, percent: false };
}

function multiplierOf(word: string): number | null {
  if (currenciesOf(word).length > 0) return 1;
  const known = multipliers.get(word);
  if (known !== undefined) return known;
  const { rest } = withoutCurrency(word);
  return rest === word ? null : (multipliers.get(rest) ?? null);
}

/** A unit without the currency at either end: `k` of `usdk`, `万` of `万美元`, `thousands` of `thousandsofusd`. */
function withoutCurrency(word: string): { readonly rest: string; readonly currency: string | null } {
  for (let at = 1; at < word.length && at <= 12; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (multipliers.has(tail) && currenciesOf(head).length > 0) return { rest: tail, currency: head };
    const scale = head.replace(/of$/, '');
    if (multipliers.has(scale) && currenciesOf(tail).length > 0) return { rest: scale, currency: tail };
  }
  return { rest: word, currency: null };
}

/** `金额（万元，含税）`: the unit among several remarks in one bracket, and the others. */
function splitRemarks(inside: string): { readonly unit: HeaderUnit; readonly others: string } | null {
  const parts = inside.split(/[,，;；、/]/).map((part) => part.trim());
  const at = parts.findIndex((part) => unitOf(part) !== null);
  if (parts.length < 2 || parts.length > 4 || at === -1) return null;
  const units = parts.map(unitOf).filter((unit) => unit !== null);
  const others = parts.filter((part) => unitOf(part) === null).join(' ');
  return { unit: units.find(({ multiplier }) => multiplier !== null && multiplier !== 1) ?? units[0]!, others };
}

const moneyWord = /(?:amount|revenue|sales|price|value|total|arr|mrr|spend|cost|profit|turnover|quota|target|金额|额|收入|价|成本|利润)$/;

/** `金额/万元`, `销售额_万元`, `amount_cents`, `Sales in thousands`, `Amount USD`: a unit behind a mark or a blank; only amounts and percents are written so. */
function splitMark(text: string): { readonly before: string; readonly unit: HeaderUnit } | null {
  const at = Math.max(...['/', '_', ',', ':', '-', ' '].map((mark) => text.lastIndexOf(mark)));
  if (at <= 0) return null;
  const inside = text.slice(at + 1).trim();
  const unit = unitOf(inside);
  if (unit === null) return null;
  const loose = text[at] === ' ' || text[at] === '-';
  const before = text
    .slice(0, at)
    .replace(/[\s_,]+(?:in)?$/, '')
    .replace(/[\s_]in$/, '');
  const minor = minorUnits.has(inside) && (moneyWord.test(before) || !loose);
  if (unit.multiplier === null && !unit.percent && !minor) return null;
  // A single Latin letter behind a mark (`Q1_m`) says too little where it is no word of money.
  if (/^[a-z]$/.test(inside) && (loose || !moneyWord.test(before))) return null;
  if (loose && !minor && !looseUnit(inside, before, text)) return null;
  return before === '' ? null : { before, unit };
}

/** Behind a blank a currency, or a multiple after "in": `Amount USD`, `Sales in thousands`, `销售额 万元`. */
function looseUnit(inside: string, before: string, text: string): boolean {
  if (!moneyWord.test(before)) return false;
  return isHeaderCurrency(inside) || / in [^ ]+$/.test(text) || /^(?:[十百千]?[万亿千]元?|[a-z]{3}k)$/.test(inside);
}

function splitUnit(folded: string): { readonly before: string; readonly unit: HeaderUnit | null } {
  const bracket = splitBracket(folded);
  if (bracket === null) return splitMark(folded) ?? { before: folded, unit: null };
  const unit = unitOf(bracket.inside);
  if (unit !== null) return { before: bracket.before, unit };
  const remarks = splitRemarks(bracket.inside);
  if (remarks !== null)
    return { before: remarks.others === '' ? bracket.before : `${bracket.before}(${remarks.others})`, unit: remarks.unit };
  const inner = splitBracket(bracket.before);
  const innerUnit = inner === null ? null : unitOf(inner.inside);
  return inner === null || innerUnit === null
    ? { before: folded, unit: null }
    : { before: `${inner.before}(${bracket.inside})`, unit: innerUnit };
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A header in the form in which headers are compared: NFKC, lower case, a unit in brackets taken off, letters and digits only,
 * traditional characters as simplified ones. `''` for a header without any.
 */
export function normaliseHeader(text: string): string {
  const known = normalised.get(text);
  if (known !== undefined) return known;
  const word = lettersAndDigits(splitUnit(fold(text)).before);
  if (normalised.size < mostNormalised) normalised.set(text, word);
  return word;
}

/** A run asks several times for each of the thousands of words of the model, and for the headers of a file once for each of its tables. */
const normalised = new Map<string, string>();
const mostNormalised = 20_000;

/** The same without a last bracket of any content (`负责人（工号）` → `负责人`); null where there is none. */
export function headerWithoutRemark(text: string): string | null {
  const bracket = splitBracket(splitUnit(fold(text)).before);
  return bracket === null ? null : lettersAndDigits(bracket.before);
}

/** What an amount under this unit is to be multiplied by; 1 where it names none. */
export function moneyFactor({ multiplier, unit }: HeaderUnit): number {
  return multiplier ?? minorUnits.get(unit ?? '') ?? 1;
}

/** What a unit of money multiplies by (万, k, 分; 元 and 1 for none); null for a word that is no such unit. */
export function factorOfUnit(word: string): number | null {
  if (word === '1') return 1;
  const unit = headerUnit(`x(${word})`);
  const factor = moneyFactor(unit);
  return unit.multiplier === null && factor === 1 ? null : factor;
}

/** The currency that a header names, as the word it uses: `USD` of `Amount (USD k)`, `美元` of `金额（万美元）`, `$` of `Sales $`; null where it names none. */
export function headerCurrency(text: string): string | null {
  const { unit } = headerUnit(text);
  if (unit !== null) {
    if (currenciesOf(unit).length > 0) return unit;
    const { currency } = withoutCurrency(unit);
    if (currency !== null) return currency;
  }
  const sign = /^([$¥€£₹₩])|([$¥€£₹₩])$/.exec(fold(text));
  return sign?.[1] ?? sign?.[2] ?? null;
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
