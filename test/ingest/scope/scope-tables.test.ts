import { describe, expect, it } from 'vitest';
import { ingestFiles, lines } from '../ingest-files.ts';

const files = {
  'reps.csv': lines('Rep ID,Name,Team,Manager', '7,Ann,North,Eve', '8,Bob,South,Eve'),
  'customers.csv': lines('Customer ID,Customer Name,Account Owner,Contact', 'C1,Mine,Ann,Bob', 'C2,Theirs,Bob,Cid', 'C3,Nobodys,,Eve'),
  'orders.csv': lines(
    'Order ID,Customer ID,Order Date,Amount,Sales Rep',
    'O1,C1,2026-02-03,100,Ann',
    // Sold by another to a customer of hers, and by her to a customer of another.
    'O2,C1,2026-02-04,200,Bob',
    'O3,C2,2026-02-05,400,7',
    // Nobody is said to have sold these: they belong to the owner of the customer, or to nobody.
    'O4,C1,2026-02-06,800,',
    'O5,C2,2026-02-07,1600,',
    'O6,C3,2026-02-08,3200,',
    // What is wrong with the rows of others is not told.
    'O7,C2,2026-02-08,secret,Bob',
  ),
  'targets.csv': lines(
    'Target Level,Target Owner,Metric,Start Date,End Date,Target Value',
    'company,Acme,revenue,2026-01-01,2026-12-31,9000',
    'team,North,revenue,2026-01-01,2026-12-31,5000',
    'team,South,revenue,2026-01-01,2026-12-31,4000',
    'rep,Ann,revenue,2026-01-01,2026-12-31,5000',
    'rep,Bob,revenue,2026-01-01,2026-12-31,4000',
  ),
};

describe('a scope', () => {
  it('keeps the orders of who sold them, else of the owner of the customer', async () => {
    const { column } = await ingestFiles(files, { scope: 'rep=Ann' });
    expect(await column('orders', 'order_id')).toEqual(['O1', 'O3', 'O4']);
    expect(await column('customers', 'customer_id')).toEqual(['C1']);
  });

  it('keeps targets of people in scope, and of teams of which nobody is out of it', async () => {
    const owners = async (scope: string) => (await ingestFiles(files, { scope })).column('targets', 'owner');
    expect(await owners('rep=Ann')).toEqual(['North', 'Ann']);
    expect(await owners('manager=Eve')).toEqual(['North', 'South', 'Ann', 'Bob']);
  });

  it('counts the rows of others as set aside, and sums nothing of them', async () => {
    const { ingested } = await ingestFiles(files, { scope: 'rep=Ann' });
    const orders = ingested.inputs.find(({ role }) => role === 'orders')!;
    expect(orders).toMatchObject({ rows_read: 7, rows_used: 3, rows_set_aside: 4, rows_rejected: 0, reasons: { 'out-of-scope': 4 } });
    expect([orders.sum_read, orders.sum_used, orders.sum_set_aside]).toEqual([1300, 1300, null]);
    expect(ingested.findings.find(({ code }) => code === 'out-of-scope')).toMatchObject({ level: 'info', count: 4 + 2 + 1 + 3 });
  });

  it('tells nothing of others: no name, no cell that is wrong, no line', async () => {
    const { ingested, rows } = await ingestFiles(files, { scope: 'rep=Ann' });
    expect(JSON.stringify([ingested.findings, await ingested.rejects(), ingested.inputs])).not.toMatch(/Bob|Cid|Eve|secret|South/);
    for (const table of ['orders', 'customers', 'reps', 'targets'])
      expect(JSON.stringify(await rows({ text: `select * from ${table}` })), table).not.toMatch(/Bob|Cid|Eve|secret|South/);
  });

  it('names the lines of the file, not those of the copy', async () => {
    const orders = files['orders.csv'].replace('O4,C1,2026-02-06,800,', 'O4,C1,2026-02-06,unread,Ann');
    const { ingested } = await ingestFiles({ ...files, 'orders.csv': orders }, { scope: 'rep=Ann' });
    expect(ingested.findings.find(({ code }) => code === 'number-invalid')).toMatchObject({ line: 5, value: 'unread' });
    expect(await ingested.rejects()).toMatchObject([
      { line: 5, code: 'amount-invalid' },
      { line: 5, code: 'number-invalid', value: 'unread' },
    ]);
  });

  it('keeps every line of an order that names its rep in the first one only', async () => {
    const orders = lines(
      '订单编号,客户编号,下单日期,金额,销售',
      'O1,C1,2026-02-03,100,Ann',
      ',,,50,',
      'O2,C2,2026-02-04,200,Bob',
      ',,,70,',
    );
    const { ingested } = await ingestFiles({ 'orders.csv': orders }, { scope: 'rep=Ann' });
    expect(ingested.inputs[0]).toMatchObject({ rows_read: 4, reasons: { 'out-of-scope': 2 } });
  });

  it('knows a rep whose name has a number behind it in one file, and of namesakes who is told by number', async () => {
    const named = {
      'reps.csv': lines('Rep ID,Name,Team', '7,Twin,North', '8,Twin,South', '9,Bob (12),South'),
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Sales Rep',
        'O1,C1,2026-02-03,100,7',
        'O2,C2,2026-02-04,200,8',
        'O3,C3,2026-02-05,400,Twin',
        'O4,C4,2026-02-05,400,Bob',
        'O5,C5,2026-02-05,400,Bob (12)',
      ),
    };
    const orders = async (scope: string) => (await ingestFiles(named, { scope })).column('orders', 'order_id');
    expect(await orders('rep=7')).toEqual(['O1']);
    expect(await orders('rep=Bob')).toEqual(['O4', 'O5']);
    expect(await orders('rep=Bob (12)')).toEqual(['O4', 'O5']);
    const own = await ingestFiles(named, { scope: 'rep=7' });
    expect(await own.column('reps', 'name')).toEqual(['Twin']);
    expect(own.ingested.sight?.hasNamesake).toBe(true);
  });

  it('of everybody is the same as none, but for what is nobody’s', async () => {
    const [whole, scoped] = [await ingestFiles(files), await ingestFiles(files, { scope: 'rep=Ann,Bob' })];
    const owned = (ids: readonly unknown[]) => ids.filter((id) => id !== 'O6');
    expect(await scoped.column('orders', 'order_id')).toEqual(owned(await whole.column('orders', 'order_id')));
  });
});
