/** Code, what exports write for it, and how many digits its amounts have behind the mark where it is not two. */
type Declared = readonly [code: string, words: string, digits?: 0 | 3];

/** The main currencies of the world. Words are compared in lower case, without blanks, points and brackets. */
const declared: readonly Declared[] = [
  ['CNY', 'cnh rmb cn¥ 人民币 人民币元 yuan renminbi pre001'],
  ['USD', 'us$ usd$ $us 美元 美金 美圆 usdollar usdollars us-dollar'],
  ['EUR', '€ eur€ euro euros 欧元'],
  ['GBP', 'gb£ £stg 英镑 poundsterling sterling pounds'],
  ['JPY', 'jp¥ 円 日元 日圆 yen japaneseyen', 0],
  ['HKD', 'hk$ 港元 港币 港幣 hkdollar hongkongdollar'],
  ['TWD', 'nt$ ntd nt 新台币 新臺幣 台币 臺幣 台幣'],
  ['MOP', 'mop$ 澳门元 澳门币'],
  ['KRW', '₩ 韩元 韩圆 韩币 원', 0],
  ['SGD', 's$ sg$ 新加坡元 新币 坡币 新元 singaporedollar'],
  ['MYR', 'rm 马币 林吉特 马来西亚林吉特 ringgit'],
  ['THB', '฿ baht 泰铢 บาท'],
  ['VND', '₫ đ vnđ 越南盾 đồng dong', 0],
  ['IDR', 'rp 印尼盾 印尼卢比 rupiah', 0],
  ['PHP', '₱ 菲律宾比索'],
  ['INR', '₹ 印度卢比 卢比 indianrupee indianrupees'],
  ['PKR', '巴基斯坦卢比'],
  ['BDT', '৳ taka 塔卡'],
  ['LKR', '斯里兰卡卢比'],
  ['AUD', 'a$ au$ 澳元 澳币 澳大利亚元 australiandollar'],
  ['NZD', 'nz$ 新西兰元 纽币 纽元'],
  ['CAD', 'c$ ca$ cdn$ can$ 加元 加币 加拿大元 canadiandollar'],
  ['MXN', 'mx$ mex$ 墨西哥比索'],
  ['BRL', 'r$ br$ reais 巴西雷亚尔 雷亚尔'],
  ['ARS', 'ar$ 阿根廷比索'],
  ['CLP', 'clp$ 智利比索', 0],
  ['COP', 'col$ cop$ 哥伦比亚比索', 0],
  ['PEN', 's/ 索尔 soles'],
  ['UYU', '$u 乌拉圭比索'],
  ['CHF', 'sfr fr 瑞士法郎 瑞郎 swissfranc'],
  ['SEK', '瑞典克朗'],
  ['NOK', '挪威克朗'],
  ['DKK', '丹麦克朗'],
  ['ISK', '冰岛克朗', 0],
  ['PLN', 'zł zl 兹罗提 zloty złoty'],
  ['CZK', 'kč 捷克克朗'],
  ['HUF', 'ft 福林 forint'],
  ['RON', '罗马尼亚列伊'],
  ['BGN', 'лв 列弗'],
  ['RSD', 'дин'],
  ['TRY', '₺ tl 里拉 土耳其里拉'],
  ['RUB', '₽ руб рублей рубль р 卢布'],
  ['UAH', '₴ грн 格里夫纳'],
  ['KZT', '₸ 坚戈'],
  ['ILS', '₪ nis 谢克尔'],
  ['AED', 'دإ dhs dh 迪拉姆 阿联酋迪拉姆 درهم'],
  ['SAR', 'رس 沙特里亚尔 ريال'],
  ['QAR', 'رق'],
  ['KWD', 'دك 科威特第纳尔', 3],
  ['BHD', 'دب', 3],
  ['OMR', 'رع', 3],
  ['JOD', 'دأ', 3],
  ['TND', 'دت', 3],
  ['EGP', 'e£ جم 埃及镑'],
  ['MAD', 'دم 摩洛哥迪拉姆'],
  ['ZAR', '南非兰特 兰特 rand'],
  ['NGN', '₦ 奈拉 naira'],
  ['KES', 'ksh'],
  ['GHS', '₵'],
];

/** Marks that several currencies share, the most usual one first. */
const shared: readonly (readonly [words: string, codes: string])[] = [
  ['$ dollar dollars', 'USD CAD AUD HKD TWD SGD NZD MXN MOP ARS CLP COP UYU'],
  ['¥ ￥', 'CNY JPY'],
  ['元 圆 圓 元整', 'CNY USD HKD TWD MOP JPY KRW SGD AUD CAD NZD EUR'],
  ['kr', 'SEK NOK DKK ISK'],
  ['rs ₨', 'INR PKR LKR'],
  ['£', 'GBP EGP'],
  ['lei leu', 'RON'],
  ['r', 'ZAR BRL'],
  ['﷼', 'SAR QAR OMR'],
  ['peso pesos', 'MXN ARS CLP COP PHP UYU'],
];

const possible: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...shared.flatMap(([words, codes]) => words.split(' ').map((word) => [word, codes.split(' ')] as const)),
  ...declared.flatMap(([code, words]) => [code.toLowerCase(), ...words.split(' ')].map((word) => [word, [code]] as const)),
]);

const digits: ReadonlyMap<string, number> = new Map(declared.map(([code, , count]) => [code, count ?? 2]));

/** A word written with points (`Rs.`, `د.إ.`) is the word without them. */
function bare(text: string): string {
  return text
    .replaceAll('¥', '¥')
    .replaceAll('＄', '$')
    .toLowerCase()
    .replaceAll(/[\s.,()（）[\]\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

/** The currencies that a word or a sign may stand for, the most usual one first; none where it is no currency. */
export function currenciesOf(word: string): readonly string[] {
  return possible.get(bare(word)) ?? [];
}

/** How many digits amounts of a currency have behind the decimal mark; null for an unknown one. */
export function fractionDigits(code: string): number | null {
  return digits.get(code) ?? null;
}

/** Whether a word means one currency only: `USD`, `人民币`, not `$` or `元`. */
export function isCurrencyOfItsOwn(word: string): boolean {
  return currenciesOf(word).length === 1;
}

/** Words as they stand in amounts, in lower case and without points; a code may stand beside a sign (`usd$`, `cny¥`, `inr₹`). */
export const amountWords: readonly string[] = [
  ...[...possible.keys()].filter((word) => word !== 'r'),
  ...declared.flatMap(([code, words]) => {
    const signs = [...words.split(' '), ...shared.flatMap(([all, codes]) => (codes.includes(code) ? all.split(' ') : []))];
    return [...signs, ...(code === 'CNY' ? ['rmb¥'] : [])]
      .filter((word) => /[^\p{L}]$/u.test(word))
      .map((sign) => (sign.length > 1 ? sign : `${code.toLowerCase()}${sign}`));
  }),
];

/** Words that a header may end with: codes and names that mean nothing else. */
export function isHeaderCurrency(word: string): boolean {
  const plain = bare(word);
  return possible.has(plain) && !headerOther.has(plain);
}

/** What is a currency in a cell and something else in a header. */
const headerOther: ReadonlySet<string> = new Set(
  'r s/ fr ft rm nt rp dh tl sol soles rand real dong lei leu sterling pounds taka rs kr đ 元整 cop all р zl дин'.split(' '),
);

const blank: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '/',
  'null',
  'n/a',
  'na',
  'none',
  'nan',
  '无',
  '空',
  '0',
  '本位币',
  '本币',
  'default',
  '默认',
]);

/**
 * The currencies that a cell of a currency column may stand for (`USD`, `US Dollar`, `人民币`, `CNY 人民币`, `USD - US Dollar`). A word that
 * is not known but looks like a code stands for itself; none where the cell says nothing.
 */
export function currenciesInColumn(text: string): readonly string[] {
  const folded = text.trim().toLowerCase();
  if (blank.has(folded)) return [];
  const whole = currenciesOf(folded);
  if (whole.length > 0) return whole;
  const parts = folded.split(/[^\p{L}\p{N}$¥€£₹₩]+/u).filter((part) => part !== '');
  const known = parts.map(currenciesOf).filter((codes) => codes.length > 0);
  const own = known.find((codes) => codes.length === 1) ?? known[0];
  if (own !== undefined) return own;
  const named = [...possible].find(([word]) => word.length >= 2 && /\p{Script=Han}/u.test(word) && folded.includes(word));
  if (named !== undefined) return named[1];
  return /^[\p{L}]{2,5}$/u.test(folded) || /[币幣元]$/u.test(folded) ? [text.trim().toUpperCase()] : [];
}

/** Units that may stand between an amount and its currency, as they are written in cells. */
const scaleWords =
  /^(?:十万|百万|千万|[百千万亿兆]|k|w|mm|mn|mio|mln|m|bn|b|tsd|mrd|thousand|million|billion|lakhs?|lacs?|crores?|тыс|млн|млрд)/;
const scaleEnds =
  /(?:十万|百万|千万|[百千万亿兆]|k|w|mm|mn|mio|mln|m|bn|b|tsd|mrd|thousand|million|billion|lakhs?|lacs?|crores?|тыс|млн|млрд)$/;

/** The currencies that the letters and signs of an amount may stand for, once its digits are taken off (`$k`, `万元`, `usd`). */
export function currenciesOfMark(mark: string): readonly string[] {
  const plain = bare(mark);
  const candidates = [plain, plain.replace(scaleWords, ''), plain.replace(scaleEnds, '')];
  for (const candidate of candidates) {
    const codes = possible.get(candidate);
    if (codes !== undefined) return codes;
  }
  // A sign beside its code: `usd$`, `rmb¥`.
  for (const [word, codes] of possible)
    if (codes.length === 1 && word.length >= 2 && plain.startsWith(word) && possible.has(plain.slice(word.length))) return codes;
  return [];
}
