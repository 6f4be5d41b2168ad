import { normaliseWord } from './names.ts';

/**
 * What stands in a customer column for nobody. `missing`: the cell says that there is no value; `guest`: a sale to somebody who is not
 * known, all of them under one name; `test`: no sale at all.
 */
export type PlaceholderKind = 'missing' | 'guest' | 'test';

/** The words of cells, compared after `normaliseWord`: letters and digits alone, in lower case. */
const words: Readonly<Record<PlaceholderKind, readonly string[]>> = {
  missing: [
    'n/a|#n/a|na|nil|nan|null|none|undefined|not available|not applicable|not set|not provided|unknown',
    'unknown customer|unknown user|unknown account|customer unknown|unassigned|unspecified|no customer|no name',
    'no account|noname|tbd|tba|-|--|---|—|——|/|?|??|？|.|*|**|***|_|无|未知|未知客户|空|空值',
    '暂无|未填写|未登记|未提供|未指定|未命名|待定|无客户|不详|没有|（空）|unbekannt',
    'desconocido|sin nombre|inconnu|desconhecido|不明|00000000-0000-0000-0000-000000000000',
  ],
  guest: [
    'guest|guests|guest customer|guest user|guest checkout|guest order|guest account|guest buyer|visitor|walk in',
    'walkin|walk in customer|walk in client|walk ins|walk in guest|cash|cash customer|cash sale|cash sales',
    'cash account|counter sale|counter sales|counter customer|retail customer|default customer|pos customer',
    'anonymous|anonymous user|anonymous customer|anonymous buyer|anon|misc customer|sundry customer|sundry debtors',
    'one time customer|occasional customer|general customer|non member|not logged in|散客|零散客户|散户',
    '零散客|游客|访客|匿名|匿名用户|匿名客户|匿名买家|匿名会员|匿名购买|零售客户',
    '零售散客|现金客户|现金散客|临时客户|过路客|过路客户|普通散客|非会员|默认客户',
    '个人散客|门店散客|门店零售|零星客户|其他散客|gast|gastkunde|laufkunde|laufkundschaft',
    'barverkauf|barkunde|diverse kunden|invité|client comptoir|client de passage|invitado|consumidor final',
    'cliente mostrador|público en general|publico general|convidado|cliente balcao|ospite|ゲスト|一般客',
    '비회원|손님',
  ],
  test: ['dummy|dummy customer|sample customer|demo customer|do not use|样例客户|演示客户|示例客户'],
};

const kinds: ReadonlyMap<string, PlaceholderKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.flatMap((line) => line.split('|').map((word) => [normaliseWord(word), kind as PlaceholderKind] as const)),
  ),
);

/** `(blank)`, `<empty>` and `[none]`, as pivot tables and systems write them; without the brackets they may be names. */
const bracketed = /^[([{<（【「].*[)\]}>）】」]$/;
const bracketedWords: ReadonlySet<string> = new Set(['blank', 'empty', 'none', 'null', 'notset', 'noname', '空白', '空', '无']);

const testNoun =
  '(?:customer|client|user|account|order|buyer|company|shop|store|member|name|inc|ltd|co|客户|用户|账号|账户|公司|订单|单|会员|买家|数据|专用)';
const test = new RegExp(`^(?:(?:test|testing|tester|测试|內部测试|内部测试|qa测试)${testNoun}?\\d*)+$|^${testNoun}(?:test|测试)\\d*$`, 'u');
const collective = /^\p{Script=Han}{0,4}(?:散客|匿名用户|匿名客户)(?:\d{0,3}|[一二三四五六七八九十]|[a-z])$/u;

/** Written with one capital they are names of people. */
const names = /^(?:Nan|Nil|Na)$/;

/** What a cell of a customer column stands for, where it names nobody; null for a name or an id. A numeric 0 is told by `isZeroId`. */
export function placeholderKind(text: string): PlaceholderKind | null {
  const bare = text.trim();
  const word = normaliseWord(bare);
  if (bracketed.test(bare) && bracketedWords.has(word)) return 'missing';
  if (names.test(bare)) return null;
  const kind = kinds.get(word);
  if (kind !== undefined) return kind;
  if (test.test(word)) return 'test';
  return collective.test(word) ? 'guest' : null;
}

/** 0 and -1 stand for nobody in the tables of shops and warehouses; whether they do in this one, the other ids tell. */
export function isZeroId(text: string): boolean {
  return /^(?:0+(?:\.0+)?|-1)$/.test(text.normalize('NFKC').trim());
}

/** What programs write where an id or a name is missing. */
export const nullWords: readonly string[] = ['NULL', 'null', 'NaN', 'nan', 'N/A', '#N/A'];

export function isNullWord(text: string): boolean {
  return nullWords.includes(text);
}

/**
 * A value of which a part is hidden: `138****0001`, `王**`, `王*明`, `j***@x.com`. It may be anybody's who shares the rest. Stars alone are
 * a placeholder.
 */
export function isMasked(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (/^[*•●]+$/.test(plain)) return false;
  return /[*•●]{2,}/.test(plain) || /^\p{Script=Han}[*•●]|\p{Script=Han}[*•●]$/u.test(plain) || /\d[xX]{3,}\d|@[*•●]|[*•●]@/.test(plain);
}

/** An e-mail address that is written where there is none. */
export const noMail =
  /^(?:no[-_.]?(?:e?mail|reply)|none|null|na|n\.a|unknown|guest|anonymous|test|xxx)@|@(?:test|none|noemail|nomail)\.[a-z]+$/;

/** The e-mail address as people are told apart by it, in lower case; null where it identifies nobody. */
export function mailOf(text: string): string | null {
  const mail = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@*•]+@[^\s@*•]+\.[^\s@*•]+$/.test(mail) && !noMail.test(mail) ? mail : null;
}

/** The digits of a phone number, without the country code of China; null where it identifies nobody: hidden, too short, or all the same. */
export function phoneOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (/[*•●xX]/.test(plain) || /[eE]\+/.test(plain)) return null;
  const digits = plain
    .replace(/\.0$/, '')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return digits.length < 7 || digits.length > 15 || /^(\d)\1*$/.test(digits) || '01234567890'.includes(digits) ? null : digits;
}

/**
 * Part of every word above that is longer than `shortWord`, as a regular expression of both engines on text in lower case: what does not
 * have it is not looked at.
 */
export const placeholderHint =
  'guest|visitor|walk|cash|counter|retail cust|default|pos cust|anon|misc|sundry|one[ -]?time|occasional|general|non[ -]?member|not |undefined|unknown|unassigned|unspecified|no[ -]?(name|cust|acc)|none|blank|empty|test|dummy|sample|demo|do not|散|游客|访客|匿名|零售|零星|现金|临时|过路|会员|默认|未|空|暂|客户|测试|示例|gast|lauf|bar|diverse|invit|client|consum|p.?blico|convid|ospite|unbek|desc?on|inconnu|sin nom|ゲスト|一般客|0{8}-0{4}';

export const shortWord = 4;
