import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { columnOf, facts, scoreFiles, table } from '../run-score.ts';

const customers = lines(
  '客户编号,客户名称,负责人,所属行业',
  'C1,甲,张三,机械',
  'C2,乙,李四,机械',
  'C3,丙,张三,化工',
  'C4,丁,王五,化工',
  'C5,戊,王五,',
);
const records = [
  'S1,C1,2025-03-01,100,A',
  'S2,C1,2025-06-01,300,A',
  'S2,C1,2025-06-01,50,B',
  'S3,C1,2025-09-01,200,A',
  'S4,C2,2025-01-15,80,B',
  'S5,C2,2024-02-15,400,B',
  'S6,C3,2025-09-20,1000,C',
  'S7,C3,2025-09-25,-250,C',
  'S8,C4,2023-11-01,60,A',
];
const head = '订单编号,客户编号,下单日期,金额,品类';
const orders = lines(head, ...records);

const promised = [
  'rank',
  'customer_id',
  'customer_name',
  'owner',
  'score',
  'tier',
  'rfm_segment',
  'recency_days',
  'recency_score',
  'frequency_score',
  'monetary_score',
  'orders',
  'revenue',
  'revenue_share',
  'growth_rate',
  'purchase_cycle_days',
  'next_order_on',
  'overdue_ratio',
  'coverage',
  'lifts',
  'drags',
];

describe('score', () => {
  it('is a valid Result with the promised sections and columns', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers });
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(result).toMatchObject({
      schema: 'crm-eval/result@1',
      command: 'score',
      as_of: '2025-09-25',
      period: { from: '2024-09-26', to: '2025-09-26' },
      lang: 'en',
      engine: 'duckdb',
    });
    expect(result.sections.map((section) => section.id)).toEqual(['act_now', 'ranking', 'tiers', 'segments', 'cut_points', 'overview']);
    const ids = table(result, 'ranking').columns.map((column) => column.id);
    expect(ids).toEqual(expect.arrayContaining(promised));
    for (const row of table(result, 'ranking').rows) expect(Object.keys(row).toSorted()).toEqual(ids.toSorted());
  });

  it('gives each customer its revenue, orders and share, returns netted', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers });
    const byId = new Map(table(result, 'ranking').rows.map((row) => [row['customer_id'], row]));
    expect(byId.get('C1')).toMatchObject({
      customer_name: '甲',
      owner: '张三',
      orders: 3,
      revenue: 650,
      lines: 4,
      recency_days: 24,
      average_order: 650 / 3,
      largest_order: 350,
    });
    expect(byId.get('C3')).toMatchObject({ orders: 1, returns: 1, revenue: 750, largest_order: 1000, recency_days: 5 });
    expect(byId.get('C3')?.['revenue_share']).toBeCloseTo(750 / 1940, 12);
    expect(byId.get('C5')).toMatchObject({ customer_name: '戊', orders: null, revenue: null, recency_days: null, rfm_segment: null });
    expect(byId.size).toBe(5);
  });

  it('ranks by score, best first, and customers without one come last', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers });
    const scores = columnOf(result, 'ranking', 'score');
    const known = scores.filter((value) => value !== null).map(Number);
    expect(known).toEqual(known.toSorted((one, other) => other - one));
    expect(scores.slice(known.length).every((value) => value === null)).toBe(true);
    expect(known.every((value) => value >= 0 && value <= 100)).toBe(true);
  });

  it('adds up: tiers, segments and overview say the same as the ranking', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers });
    const total = (section: string, column: string): number =>
      columnOf(result, section, column).reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
    expect(total('ranking', 'revenue')).toBe(1940);
    expect(total('tiers', 'revenue')).toBe(1940);
    expect(total('tiers', 'customers')).toBe(5);
    expect(total('segments', 'customers')).toBe(10);
    expect(total('segments', 'revenue')).toBe(2 * 1940);
    expect(total('tiers', 'customer_share')).toBeCloseTo(1, 12);
    expect(facts(result, 'overview').get('revenue')?.value).toBe(1940);
    expect(facts(result, 'overview').get('orders')?.value).toBe(7);
    expect(facts(result, 'overview').get('repeat_rate')).toMatchObject({ value: 0.5, n: 4 });
  });

  it('speaks the language of the run in titles and words, and not in ids and figures', async () => {
    const files = { 'orders.csv': orders, 'customers.csv': customers };
    const english = await scoreFiles(files);
    const chinese = await scoreFiles(files, { lang: 'zh-CN' });
    expect(table(chinese, 'ranking').columns.map((column) => column.id)).toEqual(
      table(english, 'ranking').columns.map((column) => column.id),
    );
    expect(columnOf(chinese, 'ranking', 'score')).toEqual(columnOf(english, 'ranking', 'score'));
    expect(columnOf(chinese, 'ranking', 'customer_id')).toEqual(columnOf(english, 'ranking', 'customer_id'));
    expect(columnOf(english, 'tiers', 'tier').slice(0, 3)).toEqual(['High', 'Medium', 'Low']);
    expect(columnOf(chinese, 'tiers', 'tier').slice(0, 3)).toEqual(['高', '中', '低']);
    for (const column of table(chinese, 'ranking').columns) expect(column.title).toMatch(/[\u4e00-\u9fff]|^RFM|^NPS|^ABC/);
  });

  it('works from customers alone', async () => {
    const result = await scoreFiles({
      'customers.csv': lines(
        'Customer ID,Name,Revenue,Orders,Last Order Date',
        'A,Acme,100,4,2026-01-05',
        'B,Bolt,300,2,2026-02-05',
        'C,Cod,,,',
      ),
    });
    expect(new Map(table(result, 'ranking').rows.map((row) => [row['customer_id'], row['revenue']]))).toEqual(
      new Map([
        ['A', 100],
        ['B', 300],
        ['C', null],
      ]),
    );
    expect(result.not_computed.map((entry) => entry.metric)).toContain('purchase_cycle');
    expect(result.as_of).toBe('2026-02-05');
  });

  it('works from orders alone, whose customers have no names', async () => {
    const result = await scoreFiles({ 'orders.csv': orders });
    expect(new Set(columnOf(result, 'ranking', 'customer_id'))).toEqual(new Set(['C1', 'C2', 'C3', 'C4']));
    expect(columnOf(result, 'ranking', 'customer_name')).toEqual([null, null, null, null]);
  });

  it('refuses files without any customer, and says what is missing', async () => {
    await expect(scoreFiles({ 'orders.csv': lines('Order ID,Order Date,Amount', '1,2026-01-01,5') })).rejects.toMatchObject({
      code: 'nothing-to-score',
      exit: 'usage',
    });
  });

  it('counts nothing after the as-of date that is given', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers }, { asOf: '2025-06-30' });
    expect(facts(result, 'overview').get('revenue')?.value).toBe(100 + 350 + 80 + 400 + 60);
    expect(result.as_of).toBe('2025-06-30');
  });

  it('counts no deal that is won after the as-of date', async () => {
    const deals = lines(
      'Deal ID,Account Name,Deal Stage,Amount,Close Date',
      'D1,A,Closed Won,10,2026-01-01',
      'D2,A,Closed Won,20,2026-03-01',
      'D3,B,Closed Won,40,2026-01-15',
    );
    const result = await scoreFiles({ 'deals.csv': deals }, { asOf: '2026-01-31' });
    expect(facts(result, 'overview').get('revenue')?.value).toBe(50);
  });
});

describe('the same records', { tags: ['slow'] }, () => {
  it('in any order, and in any number of files, give the same sections', async () => {
    const expected = (await scoreFiles({ 'orders.csv': orders, 'customers.csv': customers })).sections;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.integer({ min: 1, max: records.length - 1 }),
        fc.integer({ min: 1, max: 3 }),
        async (shuffled, cut, threads) => {
          const result = await scoreFiles(
            { 'z.csv': lines(head, ...shuffled.slice(0, cut)), 'customers.csv': customers, 'a.csv': lines(head, ...shuffled.slice(cut)) },
            { threads, roles: { 'z.csv': 'orders', 'a.csv': 'orders' } },
          );
          expect(result.sections).toEqual(expected);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('as commas, semicolons, tabs and a workbook give the same Result but for the inputs and names of files', async () => {
    const rest = async (name: string, content: string | Uint8Array): Promise<unknown> => {
      const { inputs, findings, ...result } = await scoreFiles({ [name]: content });
      expect(inputs).toHaveLength(1);
      return { ...result, findings: findings.map((finding) => ({ ...finding, file: null, sheet: null, cell: null })) };
    };
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('订单');
    sheet.addRow(head.split(','));
    for (const record of records) {
      const [order = '', customer = '', day = '', amount = '', category = ''] = record.split(',');
      sheet.addRow([order, customer, new Date(`${day}T00:00:00Z`), Number(amount), category]);
    }
    const expected = await rest('orders.csv', orders);
    expect(await rest('orders.csv', orders.replaceAll(',', ';'))).toEqual(expected);
    expect(await rest('orders.txt', orders.replaceAll(',', '\t'))).toEqual(expected);
    expect(await rest('orders.csv', Buffer.from(`\ufeff${orders.replaceAll('\n', '\r\n')}`))).toEqual(expected);
    expect(await rest('orders.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))).toEqual(expected);
  });
});
