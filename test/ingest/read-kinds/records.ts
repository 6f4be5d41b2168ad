import { lines } from '../ingest-files.ts';
import { heads, orders, type ReadKind, sixty } from './kinds.ts';

/** Part B 1, 2, 4 to 6: records, delimiters, quotes, line ends, encodings and headers. */
export const records: readonly ReadKind[] = [
  {
    is: 'one cell too many, the last of them blank',
    files: (lang) => ({
      'orders.csv': lines(
        lang === 'en' ? 'order_id,customer_id,order_date,quantity,amount,note' : '订单编号,客户编号,下单日期,数量,金额,备注',
        '1,C1,2024-01-05,2,100,',
        '2,C2,2024-01-06,,3,900,',
      ),
    }),
    revenue: { C1: 100 },
    warned: ['extra-cell'],
  },
  {
    is: 'a header with one name too few',
    files: orders('1,S1,C1,2024-01-05,100', '2,S2,C2,2024-01-06,900'),
    revenue: { C1: 100, C2: 900 },
    warned: ['header-short'],
  },
  {
    is: 'a delimiter at the end of all records',
    files: orders('S1,C1,2024-01-05,100,', 'S2,C2,2024-01-06,900,'),
    revenue: { C1: 100, C2: 900 },
  },
  {
    is: 'a delimiter at the end of one record',
    files: orders('S1,C1,2024-01-05,100', 'S2,C2,2024-01-06,900,', 'S3,C3,2024-01-06,30', 'S4,C4,2024-01-06,40'),
    revenue: { C1: 100, C3: 30, C4: 40 },
    warned: ['extra-cell'],
  },
  ...[';', '|', '\t'].map((delimiter): ReadKind => {
    return {
      is: `a comma for decimals beside the delimiter ${JSON.stringify(delimiter)}`,
      files: (lang) => ({ 'orders.csv': lines(heads[lang].replaceAll(',', delimiter), ...sixty(delimiter)) }),
      revenue: { K: 90 },
    };
  }),
  {
    is: 'a header with a delimiter of its own',
    files: (lang) => ({ 'orders.csv': lines(heads[lang], ...sixty(';')) }),
    revenue: { K: 90 },
    warned: ['delimiter-mixed'],
  },
  {
    is: 'line ends of two kinds',
    files: (lang) => ({ 'orders.csv': `${heads[lang]}\rS1,C1,2024-01-05,100\rS2,C2,2024-01-06,900\nS3,C1,2024-01-07,5\n` }),
    revenue: { C1: 105, C2: 900 },
  },
  {
    is: 'blanks before quotes',
    files: (lang) => ({
      'orders.csv': lines(
        `"${heads[lang].replaceAll(',', '", "')}"`,
        '"S1", "C1", "2024-01-05", "1,000"',
        '"S2", "C2", "2024-01-06", "900"',
      ),
    }),
    revenue: { C1: 1000, C2: 900 },
  },
  {
    is: 'single quotes',
    files: (lang) => ({
      'orders.csv': lines(`'${heads[lang].replaceAll(',', "','")}'`, "'S1','C1','2024-01-05','1,000'", "'S2','C2','2024-01-06','900'"),
    }),
    revenue: { C1: 1000, C2: 900 },
  },
  {
    is: 'a quote inside a cell without quotes',
    files: orders('S1,12" rack,2024-01-05,100', 'S2,C2,2024-01-06,900'),
    revenue: { '12" rack': 100, C2: 900 },
    noted: ['quote-inside'],
  },
  {
    is: 'a separator missing before a quoted cell',
    files: orders('S1,C1,2024-01-05,100', 'S2,C2,2024-01-06"900"'),
    revenue: { C1: 100 },
    warned: ['separator-missing'],
  },
  ...(
    [
      ['euc-kr', 'b0edb0b42cc1d6b9aec0cfc0da2cb1ddbed70abbefbcbac0fcc0da2c323032342d30312d30352c3130300a'],
      ['euc-jp', 'b8dcb5d2ccbe2cc3edcab8c6fc2cb6e2b3db0ab3f4bcb0b2f1bcd2bbb3c5c42c323032342d30312d30352c3130300a'],
      ['shift_jis', '8cda8b7196bc2c928d95b693fa2c8be08a7a0a8a948eae89ef8ed08e5293632c323032342d30312d30352c3130300a'],
    ] as const
  ).map(([encoding, bytes]): ReadKind => {
    const [customer, day, amount] = encoding === 'euc-kr' ? ['고객', '주문일자', '금액'] : ['顧客名', '注文日', '金額'];
    return {
      is: `text in ${encoding}`,
      once: true,
      files: () => ({ 'orders.csv': Buffer.from(bytes, 'hex') }),
      map: [`orders.customer_id=${customer}`, `orders.ordered_at=${day}`, `orders.amount=${amount}`],
      revenue: { [encoding === 'euc-kr' ? '삼성전자' : '株式会社山田']: 100 },
      warned: ['encoding-guessed'],
    };
  }),
  {
    is: 'words for no value in the figures of the first record',
    files: (lang) => ({
      'orders.csv': lines(
        `${heads[lang]},${lang === 'en' ? 'quantity,cost,discount' : '数量,成本,优惠金额'}`,
        lang === 'en' ? 'S1,C1,2024-01-05,100,N/A,null,TBD' : 'S1,C1,2024-01-05,100,无,待定,N/A',
        'S2,C2,2024-01-06,900,1,2,3',
        'S3,C2,2024-01-07,50,1,2,3',
      ),
    }),
    revenue: { C1: 100, C2: 950 },
  },
  {
    is: 'a description below the header',
    files: (lang) => ({
      'orders.csv': lines(
        heads[lang],
        lang === 'en' ? 'number of the order,who bought,day of the order,in yuan' : '唯一编号,购买人,购买日期,单位元',
        'S1,C1,2024-01-05,100',
        'S2,C2,2024-01-06,900',
      ),
    }),
    revenue: { C1: 100, C2: 900 },
    noted: ['description-row'],
  },
  {
    is: 'the header once more',
    files: (lang) => orders(heads[lang], 'S1,C1,2024-01-05,100', heads[lang], 'S2,C2,2024-01-06,900')(lang),
    revenue: { C1: 100, C2: 900 },
  },
  {
    is: 'lines that begin with #',
    files: (lang) => ({
      'orders.csv': lines(
        lang === 'en' ? '# exported on 2024-02-01' : '# 导出于 2024-02-01',
        heads[lang],
        'S1,C1,2024-01-05,100',
        '# page 2',
        'S2,C2,2024-01-06,900',
      ),
    }),
    revenue: { C1: 100, C2: 900 },
    noted: ['comment-line'],
  },
  {
    is: 'a title above a table without a header',
    files: (lang) => ({
      'orders.csv': lines(
        lang === 'en' ? 'Sales of January' : '一月销售明细',
        'S1,C1,2024-01-05,100',
        'S2,C2,2024-01-06,900',
        'S3,C2,2024-01-07,50',
      ),
    }),
    map: ['orders.order_id=column_1', 'orders.customer_id=column_2', 'orders.ordered_at=column_3', 'orders.amount=column_4'],
    revenue: { C1: 100, C2: 950 },
  },
];
