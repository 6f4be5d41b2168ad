import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useCaster } from './cast.ts';

const caster = useCaster();

describe('an amount', () => {
  it.each([
    ['1234.5', 1234.5],
    ['-1234.5', -1234.5],
    ['+1234.5', 1234.5],
    ['1,234.50', 1234.5],
    ['1,234,567.89', 1_234_567.89],
    [' 12 ', 12],
    ['12\u00a0', 12],
    ['1 234.50', 1234.5],
    ['¥1,234.00', 1234],
    ['￥1,234', 1234],
    ['¥ -5', -5],
    ['-¥5', -5],
    ['$45,000', 45_000],
    ['$45k', 45_000],
    ['45K', 45_000],
    ['1.2M', 1_200_000],
    ['$1,117.10K', 1_117_100],
    ['€9.99', 9.99],
    ['£3', 3],
    ['RMB 88', 88],
    ['88 CNY', 88],
    ['598元', 598],
    ['0元', 0],
    ['598.00 元', 598],
    ['100圆', 100],
    ['12.5万', 125_000],
    ['12.5万元', 125_000],
    ['3亿', 300_000_000],
    ['1.5亿元', 150_000_000],
    ['2千', 2000],
    ['(1,234)', -1234],
    ['（1,234）', -1234],
    ['(¥1,234.50)', -1234.5],
    ['¥(88)', -88],
    ['$(34.50)', -34.5],
    ['-$4.00', -4],
    ['$-4.00', -4],
    ['(-5)', -5],
    ['$-', 0],
    ['$ -   ', 0],
    ['- €', 0],
    ['1,234.50- €', -1234.5],
    ["CHF 1'250.-", 1250],
    ['1’250.50', 1250.5],
    ['1\u202f234.50', 1234.5],
    ['1\u2009234', 1234],
    ['₹ 1,23,456', 123_456],
    ['₹1,23,456.50', 123_456.5],
    ['Rs. 1,234.50', 1234.5],
    ['Rs.500', 500],
    ['INR 12,34,567.00', 1_234_567],
    ['R$ 1,234.50', 1234.5],
    ['100 kr', 100],
    ['kr. 100', 100],
    ['100kr.', 100],
    ['1 234.50 zł', 1234.5],
    ['₩12,000', 12_000],
    ['12000원', 12_000],
    ['S$45.00', 45],
    ['A$45.00', 45],
    ['CA$45.00', 45],
    ['C$45.00', 45],
    ['NT$1,200', 1200],
    ['HK$1,200', 1200],
    ['US$1,200', 1200],
    ['USD $1,200', 1200],
    ['1,200 SEK', 1200],
    ['12円', 12],
    ['1,200円', 1200],
    ['฿1,200', 1200],
    ['1200₫', 1200],
    ['1 200.00 ₽', 1200],
    ['1200 руб.', 1200],
    ['₺1200', 1200],
    ['1200 TL', 1200],
    ['د.إ.\u200f 1,200.00', 1200],
    ['AED 1,200', 1200],
    ['SAR1,200', 1200],
    ['₪12', 12],
    ['R 1 200.00', 1200],
    ['RM12.50', 12.5],
    ['Rp 12,500', 12_500],
    ['Kč 100', 100],
    ['100 Ft', 100],
    ['100 MYR', 100],
    ['100 KWD', 100],
    ['100 BRL', 100],
    ['1.2 Mio. €', 1_200_000],
    ['$1.5 million', 1_500_000],
    ['₹1.5 lakh', 150_000],
    ['2 Crores', 20_000_000],
    ['3 bn', 3_000_000_000],
    ['45k€', 45_000],
    ['45kUSD', 45_000],
    ['100美元', 100],
    ['100港元', 100],
    ['人民币100元', 100],
    ['￡12', 12],
    ['١٢٣٫٥', 123.5],
    ['1,234.50-', -1234.5],
    ['−5', -5],
    ['－５', -5],
    ['１２３．４５', 123.45],
    ['499.00（系统计算中，该值仅供参考）', 499],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E+3', 1500],
    ['="12.50"', 12.5],
    ["'12.50", 12.5],
    ['0', 0],
    ['-0', 0],
    ['0.0001', 0.0001],
    ['999999999999.9999', 999_999_999_999.9999],
  ] as const)('written %s is %s', async (text, amount) => {
    const [cell] = await caster.cells('money', [text]);
    expect(cell).toEqual({ value: amount, bad: amount === null });
  });

  it.each([
    'abc',
    '12abc',
    '1,23',
    '1,2345',
    '12,34,5678',
    '1,2,345,6',
    '¥(88',
    '-($5',
    '50 pcs',
    'R',
    'kr',
    '1.2.3',
    '--5',
    '12-34',
    '5%',
    '1/2',
    '2026-01-01',
    '１２，３４',
    '1e400',
    '999999999999999999',
    '13800138000138',
    '=1+1',
    '¥',
    '万',
    '12万3',
    '(5',
    '5)',
    '+-5',
    'NaN5',
    'Infinity',
    'inf',
  ])('written %s is none, and that is reported', async (text) => {
    expect(await caster.cells('money', [text])).toEqual([{ value: null, bad: true }]);
  });

  it.each(['', ' ', '\u3000', '-', '--', '—', 'NULL', 'null', 'N/A', '#N/A', 'NaN', '无', '暂无', 'TBD'])(
    'written %j is a blank, which is no fault',
    async (text) => {
      expect(await caster.cells('money', [text])).toEqual([{ value: null, bad: false }]);
    },
  );

  it.each([
    ['1.234,50', 1234.5],
    ['1.234', 1234],
    ['12,5', 12.5],
    ['-1.234.567,89 €', -1_234_567.89],
    ['1234', 1234],
    ['(12,50)', -12.5],
    ['12,5万', 125_000],
    ['1.250,- €', 1250],
    ['R$ 1.234,50', 1234.5],
    ['1 234,50 zł', 1234.5],
    ['1\u202f234,50\u00a0€', 1234.5],
    ['Rp 1.250.000', 1_250_000],
  ])('in a column of decimal commas written %s is %s', async (text, amount) => {
    expect(await caster.values('money', [text], { decimalComma: true })).toEqual([amount]);
  });

  it.each([
    ['12.5', 125_000],
    ['1,234', 12_340_000],
    ['-0.0001', -1],
    ['¥3', 30_000],
  ])('under a header in 万元 written %s is %s', async (text, amount) => {
    expect(await caster.values('money', [text], { multiplier: 10_000 })).toEqual([amount]);
  });

  it('under a header in 万元 does not count a unit of its own twice', async () => {
    expect(await caster.values('money', ['12.5万', '12.5万元', '0.5亿', '12.5元', '12.5'], { multiplier: 10_000 })).toEqual([
      125_000, 125_000, 50_000_000, 125_000, 125_000,
    ]);
  });
});

/** Ten-thousandths, so that every amount is exact. */
const units = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });

function plain(count: number, digits: number): string {
  const text = Math.abs(count)
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${count < 0 ? '-' : ''}${whole}${fraction}`;
}

function grouped(text: string, mark = ','): string {
  const [whole = '', fraction] = text.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').replace(/(?<=\d)(?=(\d{3})+$)/g, mark);
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Three digits, then pairs: 12,34,567. */
function lakhs(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const all = whole.replace('-', '');
  const pairs = all.slice(0, -3).replace(/(?<=\d)(?=(\d{2})+$)/g, ',');
  return `${sign}${pairs === '' ? '' : `${pairs},`}${all.slice(-3)}${fraction === undefined ? '' : `.${fraction}`}`;
}

const styles: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  grouped: (text) => grouped(text),
  yuan: (text) => `¥${grouped(text)}`,
  unit: (text) => `${grouped(text)}元`,
  dollars: (text) => (text.startsWith('-') ? `-$${grouped(text.slice(1))}` : `$${grouped(text)}`),
  brackets: (text) => (text.startsWith('-') ? `(${grouped(text.slice(1))})` : grouped(text)),
  fullWidth: (text) => text.replace(/[0-9.-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  padded: (text) => `\t ${text}\u3000`,
  francs: (text) => `CHF ${grouped(text, '’')}`,
  thinBlanks: (text) => `${grouped(text, '\u202f')} kr`,
  rupees: (text) => `₹ ${lakhs(text)}`,
  dollarsInBrackets: (text) => (text.startsWith('-') ? `$(${grouped(text.slice(1))})` : `$${grouped(text)}`),
  minusBeforeCurrency: (text) => (text.startsWith('-') ? `${text.slice(1)}- €` : `${text} €`),
  trailingMinus: (text) => (text.startsWith('-') ? `${text.slice(1)}-` : text),
};

describe('every style of amount', () => {
  it.each(Object.keys(styles))('%s gives the amount back', async (style) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(units, fc.integer({ min: 0, max: 4 })), { minLength: 200, maxLength: 400 }), async (amounts) => {
        const written = amounts.map(([count, digits]) => styles[style]!(plain(count, digits)));
        const cells = await caster.cells('money', written);
        expect(cells).toEqual(amounts.map(([count, digits]) => ({ value: Number(plain(count, digits)) + 0, bad: false })));
      }),
      { numRuns: 2 },
    );
  });

  it('of a decimal-comma column gives the amount back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(units, fc.integer({ min: 0, max: 4 })), { minLength: 200, maxLength: 400 }), async (amounts) => {
        const written = amounts.map(([count, digits]) =>
          grouped(plain(count, digits)).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')),
        );
        const values = await caster.values('money', written, { decimalComma: true });
        expect(values).toEqual(amounts.map(([count, digits]) => Number(plain(count, digits)) + 0));
      }),
      { numRuns: 2 },
    );
  });

  it('that is any text at all is read or reported, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
          { minLength: 150, maxLength: 300 },
        ),
        async (texts) => {
          for (const type of ['money', 'ratio', 'integer'] as const) expect(await caster.cells(type, texts)).toHaveLength(texts.length);
        },
      ),
      { numRuns: 3 },
    );
  });
});

describe('a whole number', () => {
  it('is read from any style, and a fraction is none', async () => {
    expect(await caster.cells('integer', ['12', '12.0', '1,234', '12 件', '12.5', '-3', '1.2万', ''])).toEqual([
      { value: 12, bad: false },
      { value: 12, bad: false },
      { value: 1234, bad: false },
      { value: null, bad: true },
      { value: null, bad: true },
      { value: -3, bad: false },
      { value: 12_000, bad: false },
      { value: null, bad: false },
    ]);
  });
});

describe('a share', () => {
  it('is the same written 85%, 0.85 and 85', async () => {
    expect(await caster.values('ratio', ['85%', '0.85', '85', '85.0%', '８５％', '100%', '0', '1', '-5%', '0.5%'])).toEqual([
      0.85, 0.85, 0.85, 0.85, 0.85, 1, 0, 1, -0.05, 0.005,
    ]);
  });

  it('is a percent throughout where the header says %', async () => {
    expect(await caster.values('ratio', ['85', '0.85', '1', '85%'], { percent: true })).toEqual([0.85, 0.0085, 0.01, 0.85]);
  });

  it('is read with a decimal comma, too', async () => {
    expect(await caster.values('ratio', ['85,5%', '0,855', '85,5'], { decimalComma: true })).toEqual([0.855, 0.855, 0.855]);
  });

  it('is reported where it is none', async () => {
    expect(await caster.cells('ratio', ['high', '八成', '-', ''])).toEqual([
      { value: null, bad: true },
      { value: null, bad: true },
      { value: null, bad: false },
      { value: null, bad: false },
    ]);
  });
});
