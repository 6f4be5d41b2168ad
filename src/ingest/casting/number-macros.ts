import { trusted } from '../../engine/sql.ts';
import { amountWords } from '../../model/currencies.ts';

/** Units behind an amount, and what they multiply by. */
const units: readonly (readonly [words: string, scale: number])[] = [
  ['百', 1e2],
  ['千 k tsd thousand тыс', 1e3],
  ['万 w', 1e4],
  ['十万 lakh lakhs lac lacs', 1e5],
  ['百万 m mm mn mio mln million млн', 1e6],
  ['千万 crore crores', 1e7],
  ['亿', 1e8],
  ['bn b mrd billion млрд', 1e9],
];

/** Parts of money behind an amount; of other numbers the same words are minutes and points. */
const minorUnits: readonly (readonly [words: string, part: number])[] = [
  ['角 毛 jiao', 0.1],
  ['分 分钱 fen cent cents ¢ pence paise', 0.01],
  ['厘', 0.001],
];
const minorWords = minorUnits.flatMap(([words, part]) => words.split(' ').map((word) => ({ word, part })));

const unitWords = units.flatMap(([words, scale]) => words.split(' ').map((word) => ({ word, scale })));
/** The longest first: `mm` is not `m`. */
const byLength = unitWords.toSorted((one, other) => other.word.length - one.word.length);
const scales: ReadonlyMap<string, number> = new Map([
  ...unitWords.map(({ word, scale }) => [word, scale] as const),
  ...minorWords.map(({ word, part }) => [word, part] as const),
]);

/** The unit behind the digits of an amount and what it multiplies by, as the macros read it: `万` of `1.2万元`; null where there is none. */
export function unitBehind(text: string): { readonly word: string; readonly scale: number } | null {
  const behind = /[\d.]\s*([^\d\s.,()%-]+)[)）]?-?$/u.exec(text.normalize('NFKC').toLowerCase().trim())?.[1];
  if (behind === undefined || behind === '元' || amountWords.includes(behind)) return null;
  const word = minorWords.some((minor) => minor.word === behind) ? behind : byLength.find((unit) => behind.startsWith(unit.word))?.word;
  return word === undefined ? null : { word, scale: scales.get(word)! };
}

/** Words in one text, each between bars, in which one is looked up. */
function barred(words: readonly string[]): string {
  return `|${words.join('|')}|`;
}

const currencies = barred(amountWords);
const digits = '(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?|\\.[0-9]+';
/** Letters and signs; letters may end with a point that is part of no number (`Rs.`, `د.إ.`, `Mio.`). */
const words = '(?:[a-z\\x{0430}-\\x{044f}\\x{0621}-\\x{064a}]+\\.?|[^-+0-9.,()%|a-z])*';

/**
 * One pattern takes an amount apart: brackets, sign, currency, digits, unit and currency, a note in brackets; `12.-` is 12. Linear (RE2). What the
 * words say is looked up afterwards: with all currencies in this pattern it is six times as slow, and a pattern inside a lambda is compiled anew for
 * every two thousand rows.
 */
const amount = `^([-+(]{0,2})(${words})([-+(]{0,2})(${digits})(?:[.,]-{1,2}|\\.)?(-)?(${words})(%)?(\\))?(?:\\([^0-9]*\\))?(-)?$`;

/** Blanks, quotes, marks of thousands (1’234, 1 234) and marks that no eye sees. */
const ignored =
  "[\\s\\x{00a0}\\x{2000}-\\x{200f}\\x{2019}\\x{02bc}\\x{202a}-\\x{202f}\\x{205f}\\x{2066}-\\x{2069}\\x{061c}\\x{066c}\\x{3000}\\x{feff}''`\"=]";

/**
 * Amounts as exports write them: ¥1,234.50 · $45k · 12.5万元 · ₹ 1,23,456 · CHF 1’234.50 · $(34.50) · （1,234） · 499.00（系统计算中，该值仅供参考）. The plain cast is
 * tried first, so a clean column pays nothing; with `comma` the decimal mark is a comma (1.234,50), which is decided for a whole column. `factor` is
 * the unit of the header, which an amount with a unit of its own does not take. The parts are bound once, by a lambda: see date-macros.ts.
 */
export const numberMacros = [
  `create macro crm_sober(x) as case when x between -1000000000000 and 1000000000000 then x end`,
  `create macro crm_number_text(x) as lower(regexp_replace(translate(x, '０１２３４５６７８９．，－＋（）％￥＄−–﹣￡￦٠١٢٣٤٥٦٧٨٩٫', '0123456789.,-+()%¥$---£₩0123456789.'), '${ignored}', '', 'g'))`,
  `create macro crm_number_parts(s) as regexp_extract(s, '${amount}', ['lead', 'before', 'inner', 'digits', 'behind', 'after', 'percent', 'close', 'trailing'])`,
  `create macro crm_currency_word(word) as contains('${currencies}', '|' || word || '|')`,
  `create macro crm_number_unit(word) as case when word = '' or word = '元' or crm_currency_word(word) then ''
     ${byLength.map(({ word }) => `when starts_with(word, '${word}') then '${word}'`).join(' ')} else '' end`,
  `create macro crm_number_scale(unit) as case ${unitWords.map(({ word, scale }) => `when unit = '${word}' then ${scale}`).join(' ')} else 1 end::decimal(12,0)`,
  `create macro crm_number_sign(marks, close, tail) as case
     when marks = '' and close = '' then case when tail = '' then 1 else -1 end
     when contains(marks, '(') <> (close = ')') or contains(marks, '((') or length(replace(replace(marks, '+', ''), '-', '')) < length(marks) - 1 then null
     when contains(marks, '(') or contains(marks, '-') or tail <> '' then -1 else 1 end::decimal(1,0)`,
  `create macro crm_number_worded(before, rest) as (before = '' or before = 'r' or crm_currency_word(before)) and (rest = '' or crm_currency_word(rest))`,
  `create macro crm_number_times(p, word, unit, factor) as case when crm_number_worded(replace(p.before, '.', ''), substr(word, length(unit) + 1)) then
     try_cast(replace(p.digits, ',', '') as decimal(26,8)) * crm_number_sign(p.lead || p.inner, p.close, p.behind || p.trailing)
     * case when unit = '' then factor else crm_number_scale(unit) end::decimal(15,3) end`,
  `create macro crm_number_value(p, factor) as list_transform([replace(p.after, '.', '')],
     lambda word: list_transform([crm_number_unit(word)], lambda unit: crm_number_times(p, word, unit, factor))[1])[1]`,
  `create macro crm_number_zero(s) as case when length(s) - length(replace(s, '-', '')) in (1, 2) and crm_currency_word(replace(replace(s, '-', ''), '.', '')) then 0 end`,
  `create macro crm_number_slow(x, factor) as list_transform([crm_number_text(x)], lambda s: list_transform([crm_number_parts(s)],
     lambda p: case when p.digits = '' then crm_number_zero(s) when p.percent = '' then crm_number_value(p, factor) end)[1])[1]`,
  `create macro crm_percent_slow(x) as list_transform([crm_number_parts(crm_number_text(x))], lambda p: case when p.percent = '%' then crm_number_value(p, 1) / 100 end)[1]`,
  `create macro crm_minor_word(s) as regexp_extract(s, '[0-9]\\.?(${minorWords.map(({ word }) => word).join('|')})\\)?-?$', 1)`,
  `create macro crm_minor_part(word) as case ${minorWords.map(({ word, part }) => `when word = '${word}' then ${part}`).join(' ')} end`,
  `create macro crm_minor_slow(x) as list_transform([crm_number_text(x)], lambda s: list_transform([crm_minor_word(s)],
     lambda word: case when word <> '' then crm_number_slow(replace(s, word, ''), 1) * crm_minor_part(word) end)[1])[1]`,
  `create macro crm_comma(x) as translate(x, '.,', ',.')`,
  `create macro crm_currency_mark(x) as nullif(regexp_replace(crm_number_text(x), '[-+0-9.,()%]+', '', 'g'), '')`,
].map(trusted);
