import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, type IngestedFiles, lines } from '../ingest-files.ts';
import { sql } from '../../../src/engine/sql.ts';

const heads = {
  en: 'Order ID,Customer ID,Order Date,Status,Amount',
  zh: '订单编号,客户编号,下单日期,订单状态,金额',
};
const done = { en: 'Completed', zh: '交易成功' };
const waiting = { en: 'Pending', zh: '等待买家付款' };

async function revenue(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as amount from orders group by 1 order by 1`);
  return Object.fromEntries(rows.map((row) => [row['customer_id'], row['amount']]));
}

describe('orders in several exports', () => {
  it.each(['en', 'zh'] as const)('count once where they overlap (%s)', async (lang) => {
    const loaded = await ingestFiles({
      'jan.csv': lines(
        heads[lang],
        `1001,C1,2024-01-05,${done[lang]},100`,
        `1002,C2,2024-01-20,${done[lang]},50`,
        `1003,C1,2024-01-31,${waiting[lang]},70`,
      ),
      'feb.csv': lines(
        heads[lang],
        `1002,C2,2024-01-20,${done[lang]},50`,
        `1003,C1,2024-01-31,${done[lang]},70`,
        `1004,C3,2024-02-10,${done[lang]},30`,
      ),
    });
    expect(await revenue(loaded)).toEqual({ C1: 170, C2: 50, C3: 30 });
    const [finding] = findingsOf(loaded, 'line-elsewhere');
    expect(finding).toMatchObject({ level: 'info', count: 1, line: 3 });
    expect(finding?.message).toMatch(/feb\.csv, 50 in all; they count once, there$/);
  });

  it('count as the later export has them where it cancels them or has another amount', async () => {
    const loaded = await ingestFiles({
      'b.csv': lines(heads.en, '1,C1,2024-01-05,Completed,100', '2,C2,2024-01-06,Completed,50', '3,C3,2024-01-07,Completed,40'),
      'a.csv': lines(
        heads.en,
        '1,C1,2024-01-05,Completed,100',
        '2,C2,2024-01-06,Cancelled,50',
        '3,C3,2024-01-07,Completed,35',
        '4,C1,2024-02-01,Completed,10',
      ),
    });
    expect(await revenue(loaded)).toEqual({ C1: 110, C3: 35 });
    expect(findingsOf(loaded, 'order-superseded')).toMatchObject([{ level: 'warning', count: 2 }]);
    expect(findingsOf(loaded, 'order-superseded')[0]?.message).toContain(', 90 in all;');
    expect(loaded.ingested.inputs.map(({ rows_read: read, rows_used: used, rows_set_aside: aside }) => [read, used, aside])).toEqual([
      [4, 3, 1],
      [3, 0, 3],
    ]);
  });

  it('count once in whichever of many files they stand, and the others are left alone', async () => {
    const day = (index: number) => `2024-${String(index + 1).padStart(2, '0')}-05`;
    // No numbers: rows are known by customer, day and amount. Each file has two rows of its own, and the ninth repeats those of the third.
    const own = (index: number) => [`C1,${day(index)},${100 + index}`, `C2,${day(index)},${200 + index}`];
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`f${index}.csv`, lines('Customer ID,Order Date,Amount', ...own(index === 8 ? 2 : index))]),
    );
    const loaded = await ingestFiles({ ...files, 'f8.csv': lines('Customer ID,Order Date,Amount', ...own(2), 'C3,2024-03-05,1') });
    const found = findingsOf(loaded, 'line-elsewhere');
    expect(found.map(({ count }) => count)).toEqual([2]);
    expect(found[0]?.message).toContain('f8.csv');
    expect(await revenue(loaded)).toEqual({ C1: 937, C2: 1837, C3: 1 });
  });

  it('count once among hundreds of files, whose rows are all there', { tags: ['slow'], timeout: 60_000 }, async () => {
    const files = Object.fromEntries(
      Array.from({ length: 205 }, (_, index) => [`f${index}.csv`, lines(heads.en, `${index},C${index % 2},2024-01-05,Completed,1`)]),
    );
    const loaded = await ingestFiles({
      ...files,
      'f204.csv': lines(heads.en, '7,C1,2024-01-05,Completed,1', '204,C0,2024-01-06,Completed,1'),
    });
    expect(await revenue(loaded)).toEqual({ C0: 103, C1: 102 });
    expect(findingsOf(loaded, 'line-elsewhere').map(({ count }) => count)).toEqual([1]);
  });

  it('keep equal lines that one file has twice, and lines that only one file has', async () => {
    const head = 'Order ID,Customer ID,Order Date,Product,Amount';
    const loaded = await ingestFiles({
      'a.csv': lines(head, '1,C1,2024-01-05,P,10', '1,C1,2024-01-05,P,10', '1,C1,2024-01-05,Q,7', '2,C2,2024-01-06,P,10'),
      'b.csv': lines(head, '1,C1,2024-01-05,P,10', '1,C1,2024-01-05,P,10', '3,C3,2024-01-09,P,10'),
    });
    expect(await revenue(loaded)).toEqual({ C1: 27, C2: 10, C3: 10 });
    expect(findingsOf(loaded, 'line-elsewhere')).toMatchObject([{ count: 2 }]);
  });

  it('may be cut in the middle of an order', async () => {
    const head = 'Order ID,Customer ID,Order Date,Product,Amount';
    const loaded = await ingestFiles({
      'part1.csv': lines(head, '1,C1,2024-01-05,P,10', '1,C1,2024-01-05,Q,20', '2,C2,2024-01-06,P,10'),
      'part2.csv': lines(head, '2,C2,2024-01-06,Q,30', '3,C3,2024-01-07,P,10', '3,C3,2024-01-07,Q,11'),
    });
    expect(await revenue(loaded)).toEqual({ C1: 30, C2: 40, C3: 21 });
    expect(findingsOf(loaded, 'line-elsewhere')).toEqual([]);
    expect(findingsOf(loaded, 'order-in-two-files')).toEqual([]);
  });

  it('count once where one file has the order in one line and the other its lines', async () => {
    const loaded = await ingestFiles({
      'heads.csv': lines('Order ID,Customer ID,Order Date,Order Total', '1,C1,2024-01-05,30', '2,C2,2024-01-06,45'),
      'items.csv': lines(
        'Order ID,Customer ID,Order Date,Product,Line Total',
        '1,C1,2024-01-05,P,10',
        '1,C1,2024-01-05,Q,20',
        '2,C2,2024-01-06,P,40',
        '2,C2,2024-01-06,Q,5',
      ),
    });
    expect(await revenue(loaded)).toEqual({ C1: 30, C2: 45 });
  });

  it('are other orders where shops number theirs alike', async () => {
    const loaded = await ingestFiles({
      'north.csv': lines(heads.en, '1,C1,2024-01-05,Completed,100', '2,C2,2024-01-06,Completed,50'),
      'south.csv': lines(heads.en, '1,C7,2024-01-05,Completed,100', '2,C1,2024-01-09,Completed,20'),
    });
    expect(await revenue(loaded)).toEqual({ C1: 120, C2: 50, C7: 100 });
    expect(findingsOf(loaded, 'line-elsewhere')).toEqual([]);
  });
});

describe('rows without an order number in several files', () => {
  const head = { en: 'Customer,Date,Amount', zh: '客户名称,日期,金额' };

  it.each(['en', 'zh'] as const)('count once where the time that both cover is equal (%s)', async (lang) => {
    const loaded = await ingestFiles({
      '2024-01.csv': lines(head[lang], 'A,2024-01-05,10', 'A,2024-01-05,10', 'B,2024-01-09,20'),
      '2024.csv': lines(head[lang], 'A,2024-01-05,10', 'A,2024-01-05,10', 'B,2024-01-09,20', 'B,2024-03-09,5'),
    });
    expect(await revenue(loaded)).toEqual({ A: 20, B: 25 });
    expect(findingsOf(loaded, 'line-elsewhere')).toMatchObject([{ level: 'warning', count: 3 }]);
    expect(findingsOf(loaded, 'line-elsewhere')[0]?.message).toMatch(/2024\.csv: it holds all that counts here, 40/);
  });

  it('count all, with a word, where few are equal', async () => {
    const many = (shop: string): string[] => Array.from({ length: 7 }, (_, index) => `${shop}${index},2024-01-0${index + 1},10`);
    const loaded = await ingestFiles({
      'n.csv': lines(head.en, ...many('N'), 'A,2024-01-05,10'),
      's.csv': lines(head.en, ...many('S'), 'A,2024-01-05,10'),
    });
    expect((await revenue(loaded))['A']).toBe(20);
    expect(findingsOf(loaded, 'order-in-two-files')).toMatchObject([{ level: 'warning', count: 1 }]);
  });
});

describe('two files of the same bytes', () => {
  it('are refused by name', async () => {
    const text = lines(heads.en, '1,C1,2024-01-05,Completed,100');
    await expect(ingestFiles({ 'jan.csv': text, 'copy of jan.csv': text })).rejects.toMatchObject({
      code: 'file-twice',
      exit: 'usage',
      text: { en: expect.stringMatching(/copy of jan\.csv, .*jan\.csv$/) },
    });
  });
});

describe('a list of returns given in two exports', () => {
  it('takes each return off once', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(heads.en, '1,C1,2024-01-05,Completed,100', '2,C2,2024-01-06,Completed,50'),
      'returns-1.csv': lines('Order ID,Returned,Refund Amount', '1,Yes,10'),
      'returns-2.csv': lines('Order ID,Returned,Refund Amount', '1,Yes,10', '2,Yes,5'),
    });
    expect(await revenue(loaded)).toEqual({ C1: 90, C2: 45 });
  });
});
