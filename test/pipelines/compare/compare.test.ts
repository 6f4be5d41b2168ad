import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Result, type ResultRow, resultSchema } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { compareFiles, type CompareSettings } from '../run-compare.ts';
import { columnOf, facts, scoreFiles, table } from '../run-score.ts';

const head = '订单编号,客户编号,下单日期,金额,品类';
const records = [
  'S1,C1,2026-01-05,100.10,A',
  'S2,C1,2026-03-07,200.20,A',
  'S3,C1,2026-04-08,500.30,B',
  'S4,C2,2026-01-09,80,B',
  'S5,C2,2026-03-31,90,B',
  'S6,C2,2026-04-02,40.05,B',
  'S7,C3,2026-02-10,300,C',
  'S8,C3,2026-03-01,600,C',
  'S9,C3,2026-04-11,-20,C',
  'S10,C4,2025-12-24,70,A',
  'S11,C4,2026-04-30,75,A',
  'S12,C5,2026-04-15,1000.55,A',
  'S13,C6,2026-01-02,60,A',
  'S14,C6,2026-04-03,-10,A',
  'S15,C7,2025-11-20,33,B',
  'S16,C8,2026-05-02,9999,A',
];
const customers = lines(
  '客户编号,客户名称,负责人',
  'C1,甲,张三',
  'C2,乙,李四',
  'C3,丙,张三',
  'C4,丁,王五',
  'C5,戊,王五',
  'C6,己,李四',
  'C9,壬,李四',
);
const files = { 'orders.csv': lines(head, ...records), 'customers.csv': customers };
const april: CompareSettings = { period: '2026-04', asOf: '2026-05-31' };

function rowsOf(result: Result, id: string): ResultRow[] {
  return table(result, id).rows;
}

function sumOf(result: Result, id: string, column: string): number {
  return columnOf(result, id, column).reduce<number>((sum, value) => sum + Math.round(Number(value ?? 0) * 100), 0) / 100;
}

describe('compare', () => {
  it('is a valid Result with the promised sections', async () => {
    const result = await compareFiles(files, april);
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(result).toMatchObject({
      command: 'compare',
      as_of: '2026-05-31',
      period: { from: '2026-04-01', to: '2026-05-01' },
      engine: 'duckdb',
    });
    expect(result.sections.map((section) => section.id)).toEqual([
      'to_call',
      'revenue_bridge',
      'by_owner',
      'by_category',
      'changes',
      'customers',
      'turnover',
      'overview',
      'months',
      'tier_migration',
      'segment_migration',
      'movers',
    ]);
    for (const { id, kind } of result.sections) {
      if (kind === 'facts') continue;
      const { columns, rows } = table(result, id);
      for (const row of rows) expect(Object.keys(row).toSorted(), id).toEqual(columns.map((column) => column.id).toSorted());
    }
  });

  it('has the figures of both periods in pairs', async () => {
    const overview = facts(await compareFiles(files, april), 'overview');
    const pair = (id: string) => ['before', 'after'].map((side) => overview.get(`${id}_${side}`)?.value);
    expect(pair('period')).toEqual(['2026-03-01..2026-03-31', '2026-04-01..2026-04-30']);
    expect(pair('days')).toEqual([31, 30]);
    expect(pair('revenue')).toEqual([890.2, 1585.9]);
    expect(pair('customers')).toEqual([3, 4]);
    expect(pair('orders')).toEqual([3, 4]);
    expect(pair('average_order')).toEqual([890.2 / 3, 1585.9 / 4]);
    expect(pair('repeat_rate')).toEqual([0, 0]);
    expect(overview.get('repeat_rate_before')).toMatchObject({ n: 3, low: 0 });
    expect(overview.get('return_rate_after')).toMatchObject({ value: 2 / 6, n: 6 });
    expect(overview.get('retention_rate')).toMatchObject({ value: 2 / 3, n: 3 });
    expect(overview.has('profit_before')).toBe(false);
  });

  it('puts each customer into one movement, and bridges the revenue to the cent', async () => {
    const result = await compareFiles(files, april);
    expect(rowsOf(result, 'customers').map((row) => [row['movement'], row['customers'], row['revenue_difference']])).toEqual([
      ['kept', 2, 250.15],
      ['gained', 1, 1000.55],
      ['returned', 1, 75],
      ['lost', 1, -620],
      ['returns_only', 1, -10],
    ]);
    expect(rowsOf(result, 'revenue_bridge').map((row) => [row['step'], row['customers'], row['amount']])).toEqual([
      ['before', 3, 890.2],
      ['gained', 1, 1000.55],
      ['returned', 1, 75],
      ['expansion', 1, 300.1],
      ['contraction', 1, -49.95],
      ['lost', 1, -620],
      ['returns_only', 1, -10],
      ['after', 4, 1585.9],
    ]);
  });

  it('scores either end of the comparison as score does on that day', async () => {
    const result = await compareFiles(files, april);
    for (const [side, day] of [
      ['before', '2026-03-31'],
      ['after', '2026-04-30'],
    ] as const) {
      const scored = await scoreFiles({ 'orders.csv': files['orders.csv'] }, { asOf: day });
      const expected = new Map(
        rowsOf(scored, 'ranking').map((row) => [row['customer_id'], [row['score'], row['rank'], row['tier'], row['rfm_segment']]]),
      );
      for (const row of rowsOf(result, 'movers')) {
        const found = ['score', 'rank', 'tier', 'segment'].map((id) => row[`${id}_${side}`]);
        expect(found, `${String(row['customer_id'])} ${side}`).toEqual(
          expected.get(row['customer_id'] ?? null) ?? [null, null, null, null],
        );
      }
    }
  });

  it('has a matrix whose rows and columns are the scored customers of either end', async () => {
    const result = await compareFiles(files, april);
    for (const [section, column] of [
      ['tier_migration', 'tier'],
      ['segment_migration', 'rfm_segment'],
    ] as const) {
      const groups = table(result, section)
        .columns.map(({ id }) => id)
        .filter((id) => !['from', 'total', 'from_id'].includes(id));
      const scoredOn = async (asOf: string) => {
        const scored = await scoreFiles({ 'orders.csv': files['orders.csv'] }, { asOf });
        return columnOf(scored, 'ranking', column).filter((value) => value !== null).length;
      };
      const rows = rowsOf(result, section);
      const known = rows.filter((row) => row['from_id'] !== 'newly_scored');
      expect(known.reduce((sum, row) => sum + Number(row['total']), 0)).toBe(await scoredOn('2026-03-31'));
      const after = groups.filter((id) => id !== 'gone').reduce((sum, id) => sum + sumOf(result, section, id), 0);
      expect(after).toBe(await scoredOn('2026-04-30'));
      for (const row of rows) expect(groups.reduce((sum, id) => sum + Number(row[id] ?? 0), 0)).toBe(row['total']);
      expect(rows.find((row) => row['from_id'] === 'newly_scored')).toMatchObject({ gone: null, total: 1 });
    }
  });

  it('breaks the change of revenue down by owner and category, what moved most the way it went first', async () => {
    const result = await compareFiles(files, april);
    const groups = (id: string) => rowsOf(result, id).map((row) => [row['member'], row['revenue_difference'], row['customers']]);
    expect(groups('by_owner')).toEqual([
      ['王五', 1075.55, 2],
      ['李四', -59.95, 2],
      ['张三', -319.9, 2],
    ]);
    expect(groups('by_category')).toEqual([
      ['A', 865.35, 4],
      ['B', 450.35, 2],
      ['C', -620, 1],
    ]);
    expect(result.answer.join(' ')).toContain('; by owner now: 王五 +1,076; by category: A +865.');
    for (const id of ['by_owner', 'by_category']) expect(sumOf(result, id, 'revenue_difference')).toBe(695.7);
  });

  it('lists those who moved most, losses first, the largest first, with what moved their score', async () => {
    const movers = rowsOf(await compareFiles(files, april), 'movers');
    expect(movers.slice(0, 5).map((row) => [row['place'], row['direction'], row['customer_id'], row['revenue_difference']])).toEqual([
      [1, 'down', 'C3', -620],
      [2, 'down', 'C2', -49.95],
      [3, 'down', 'C6', -10],
      [1, 'up', 'C5', 1000.55],
      [2, 'up', 'C1', 300.1],
    ]);
    expect(movers[3]).toMatchObject({
      customer_name: '戊',
      owner: '王五',
      movement: 'Gained',
      score_before: null,
      tier_before: null,
      reasons: null,
    });
    expect(movers[0]).toMatchObject({
      movement: 'No order this period',
      before_orders: 1,
      after_orders: 0,
      before_revenue: 600,
      after_revenue: -20,
    });
    expect(movers[0]?.['reasons']).toMatch(/^[A-Z][a-z ]+ (\d+|–) → (\d+|–)(, [A-Z][a-z ]+ (\d+|–) → (\d+|–)){2}$/);
    for (const row of movers.filter((one) => one['score_before'] !== null)) {
      expect(Number(row['score_after']) - Number(row['score_before'])).toBeCloseTo(Number(row['score_difference']), 12);
    }
    expect(movers.map((row) => row['customer_id'])).not.toContain('C8');
  });

  it('fetches no row of those who moved that a screen does not show, and counts the others', async () => {
    const [all, seen] = [
      await compareFiles(files, april),
      await compareFiles(files, { ...april, screen: { limit: 2, sections: ['movers'], shows: 'answer' } }),
    ];
    const [whole, part] = [table(all, 'movers'), table(seen, 'movers')];
    expect([...part.rows]).toEqual([...whole.rows].slice(0, 2));
    expect([part.total, whole.total, whole.rows.length]).toEqual([6, 6, 6]);
    expect(part.glance).toEqual(whole.glance);
  });

  it('explains the revenue of those who moved by parts that add up to the difference', async () => {
    const movers = rowsOf(await compareFiles(files, april), 'movers');
    for (const row of movers) {
      const parts = ['orders_effect', 'average_order_effect', 'returns_effect'].map((id) => Number(row[id] ?? 0));
      expect(parts[0]! + parts[1]! + parts[2]!, String(row['customer_id'])).toBeCloseTo(Number(row['revenue_difference']), 10);
    }
    const of = (customer: string) => movers.find((row) => row['customer_id'] === customer);
    expect(of('C1')).toMatchObject({
      before_average_order: 200.2,
      after_average_order: 500.3,
      orders_effect: 0,
      average_order_effect: 300.1,
      returns_effect: 0,
      revenue_reasons: 'average order 200 → 500: +300; dropped A: −200; took up B: +500',
    });
    expect(of('C5')).toMatchObject({
      before_average_order: null,
      orders_effect: 1000.55,
      average_order_effect: null,
      revenue_reasons: 'new customer: 1 order of 1,001',
    });
    expect(of('C3')).toMatchObject({
      orders_effect: -600,
      returns_effect: -20,
      revenue_reasons: 'not bought this period: had 1 order of 600; returns: −20',
    });
    expect(of('C4')?.['revenue_reasons']).toBe('back, without an order in the period before: 1 order of 75');
    expect(of('C6')).toMatchObject({ orders_effect: 0, returns_effect: -10, revenue_reasons: 'returns alone' });
  });

  it('does not call a customer new who bought between the periods', { tags: ['slow'] }, async () => {
    const between = {
      'orders.csv': lines(head, 'S1,C1,2025-04-05,100,A', 'S2,C1,2026-04-05,300,A', 'S3,C2,2025-12-05,500,A', 'S4,C2,2026-04-09,70,A'),
    };
    const movers = rowsOf(await compareFiles(between, { ...april, against: 'year-ago' }), 'movers');
    expect(movers.find((row) => row['customer_id'] === 'C2')?.['revenue_reasons']).toBe('first bought between the periods: 1 order of 70');
  });

  it('explains the revenue by orders and average orders together, the larger part first', { tags: ['slow'] }, async () => {
    const twice = { 'orders.csv': lines(head, 'S1,C1,2026-03-05,100,A', 'S2,C1,2026-04-05,300,A', 'S3,C1,2026-04-09,500,A') };
    const [english, chinese] = [await compareFiles(twice, april), await compareFiles(twice, { ...april, lang: 'zh-CN' })];
    expect(rowsOf(english, 'movers')[0]).toMatchObject({
      orders_effect: 250,
      average_order_effect: 450,
      revenue_reasons: 'average order 100 → 400: +450; orders 1 → 2: +250',
    });
    expect(rowsOf(chinese, 'movers')[0]?.['revenue_reasons']).toBe('客单价 100 → 400：+450；订单数 1 → 2：+250');
    expect(english.not_computed.map(({ metric }) => metric)).not.toContain('goods_changes');
  });

  it('says nothing of revenue where orders have no amounts', { tags: ['slow'] }, async () => {
    const bare = { 'orders.csv': lines('订单编号,客户编号,下单日期', 'S1,C1,2026-03-05', 'S2,C1,2026-04-05', 'S3,C2,2026-04-09') };
    const movers = rowsOf(await compareFiles(bare, april), 'movers');
    expect(movers.map((row) => [row['customer_id'], row['revenue_reasons'], row['before_average_order']])).toEqual([
      ['C1', null, null],
      ['C2', 'new customer: 1 order', null],
    ]);
  });

  it('speaks the language of the run in titles and words, and not in ids and figures', { tags: ['slow'] }, async () => {
    const english = await compareFiles(files, april);
    const chinese = await compareFiles(files, { ...april, lang: 'zh-CN' });
    expect(chinese.sections.map(({ id }) => id)).toEqual(english.sections.map(({ id }) => id));
    expect(columnOf(chinese, 'movers', 'customer_id')).toEqual(columnOf(english, 'movers', 'customer_id'));
    expect(columnOf(chinese, 'changes', 'difference')).toEqual(columnOf(english, 'changes', 'difference'));
    expect(columnOf(chinese, 'customers', 'title')).toEqual(['留存', '新增', '回流', '本期未购', '仅退货']);
    expect(columnOf(chinese, 'movers', 'reasons')[0]).toMatch(/^[\u4e00-\u9fff]+ (\d+|–) → (\d+|–)、/);
    const titles = chinese.sections.flatMap((section) =>
      (section.kind === 'facts' ? section.facts : section.columns).map(({ title }) => title),
    );
    for (const title of titles) expect(title).toMatch(/[\u4e00-\u9fff]|^p$/);
  });

  it('finds no difference between a period and itself', { tags: ['slow'] }, async () => {
    const result = await compareFiles(files, { ...april, against: '2026-04' });
    for (const row of rowsOf(result, 'changes')) expect([row['difference'] ?? 0, row['p'] ?? 1]).toEqual([0, 1]);
    expect(sumOf(result, 'revenue_bridge', 'amount')).toBe(2 * 1585.9);
    expect(rowsOf(result, 'customers').map((row) => row['customers'])).toEqual([4, 0, 0, 0, 2]);
    for (const row of rowsOf(result, 'movers')) expect([row['revenue_difference'], row['score_difference']]).toEqual([0, 0]);
    expect(rowsOf(result, 'movers').map((row) => row['reasons'])).toEqual([null, null, null, null, null, null]);
    for (const row of rowsOf(result, 'tier_migration'))
      expect(row['total']).toBe(row['from_id'] === 'newly_scored' ? 0 : row[String(row['from_id'])]);
  });

  it('does not depend on the order of the records or the number of threads', { tags: ['slow'] }, async () => {
    const expected = (await compareFiles(files, april)).sections;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.integer({ min: 1, max: 3 }),
        async (shuffled, threads) => {
          const result = await compareFiles({ ...files, 'orders.csv': lines(head, ...shuffled) }, { ...april, threads });
          expect(result.sections).toEqual(expected);
        },
      ),
      { numRuns: 3 },
    );
  });

  it('has as many tiers as are set', { tags: ['slow'] }, async () => {
    const twice = await compareFiles(files, { ...april, score: { tiers: { method: 'revenue', cuts: [0.6] } } });
    expect(table(twice, 'tier_migration').columns.map(({ id }) => id)).toEqual(['from', 'tier_1', 'tier_2', 'gone', 'total', 'from_id']);
  });
});
