import { describe, expect, it } from 'vitest';
import { cellName } from '../../src/quality/findings.ts';
import { checks } from '../../src/quality/checks.ts';
import type { CheckedTable } from '../../src/quality/check.ts';
import { codesOf, findingsOf, ingestFiles, inputOf, lines } from '../ingest/ingest-files.ts';

const customers = lines('Customer ID,Name,Owner', 'C1,Acme,x', 'C2,Bolt,x', 'C3,Idle,x');

describe('the checks', () => {
  it('find nothing in clean files', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('Customer ID,Name,Owner', 'C1,Acme,x'),
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,C1,2026-01-01,5', '2,C1,2026-01-02,5'),
    });
    expect(codesOf(loaded)).toEqual([]);
    expect(checks.length).toBeGreaterThan(3);
  });

  it('count lines that equal an earlier one, which stay counted', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Note',
        '1,C1,2026-01-01,5,a',
        '1,C1,2026-01-01,5,b',
        '1,C1,2026-01-01,5,a',
        '2,C1,2026-01-01,5,a',
        '1,C1,2026-01-01,5,a',
      ),
    });
    expect(findingsOf(loaded, 'line-duplicate')).toMatchObject([
      { level: 'warning', count: 2, message: 'lines equal an earlier line in every column, 10 in all; they are counted' },
    ]);
    expect([4, 6]).toContain(findingsOf(loaded, 'line-duplicate')[0]?.line);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 5, sum_used: 25 });
  });

  it('tell customers without orders from orders without a customer record', async () => {
    const loaded = await ingestFiles({
      'customers.csv': customers,
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Status',
        '1,C1,2026-01-01,5,completed',
        '2,C2,2026-01-02,5,cancelled',
        '3,C8,2026-01-03,5,completed',
        '4,C9,2026-01-04,5,completed',
        '5,C8,2026-01-04,5,completed',
      ),
    });
    expect(findingsOf(loaded, 'customers-without-orders')).toMatchObject([{ count: 1, level: 'info' }]);
    expect(findingsOf(loaded, 'customers-without-used-orders')).toMatchObject([{ count: 1, level: 'info' }]);
    expect(findingsOf(loaded, 'orders-without-customer-record')).toMatchObject([{ count: 2, level: 'warning', value: 'C8' }]);
  });

  it('net negative amounts and say so', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,C1,2026-01-01,5', '2,C1,2026-01-02,-0.5', '3,C1,2026-01-03,(1.25)'),
    });
    expect(findingsOf(loaded, 'amount-negative')).toMatchObject([
      {
        level: 'info',
        count: 2,
        money: -1.75,
        line: 3,
        column: 'Amount',
        message: 'lines with a negative amount, −1.75 in all, are netted as returns',
      },
    ]);
  });

  it('say how many lines cost nothing', async () => {
    const loaded = await ingestFiles({
      '订单.csv': lines(
        '订单编号,客户编号,下单日期,金额',
        '1,C1,2026-01-01,5',
        '2,C1,2026-01-02,0',
        '3,C2,2026-01-03,0.00',
        '4,C2,2026-01-04,',
      ),
    });
    expect(findingsOf(loaded, 'amount-zero')).toMatchObject([{ level: 'info', count: 2, line: 3, column: '金额' }]);
    expect(findingsOf(loaded, 'amount-negative')).toEqual([]);
  });

  it('find names that differ from a defined one in case, blanks or marks only', async () => {
    const loaded = await ingestFiles({
      'products.csv': lines('Product,Series,Sales Price', 'GTX Pro,GTX,4821', 'MG Special,MG,55', 'A-1,A,1', 'A 1,A,1'),
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Product',
        '1,C1,2026-01-01,5,GTXPro',
        '2,C1,2026-01-02,5,GTX Pro',
        '3,C1,2026-01-03,5,gtx pro',
        '4,C1,2026-01-04,5,GTXPro',
        '5,C1,2026-01-05,5,Other',
        '6,C1,2026-01-06,5,MG Special',
      ),
    });
    expect(findingsOf(loaded, 'name-near-match').map(({ value, count, line, column }) => ({ value, count, line, column }))).toEqual([
      { value: 'GTXPro', count: 2, line: 2, column: 'Product' },
      { value: 'gtx pro', count: 1, line: 4, column: 'Product' },
    ]);
  });

  it('name reps of one name whom the list tells apart by number or team', async () => {
    const loaded = await ingestFiles({
      'reps.csv': lines('Employee ID,Employee Name,Team', '1,Ann,East', '2,Ann,East', '3,Bob,East', '4,Cid,West', '5,Cid,East'),
    });
    expect(findingsOf(loaded, 'rep-name-shared').map(({ value, count, line, column }) => ({ value, count, line, column }))).toEqual([
      { value: 'Ann', count: 2, line: 2, column: 'Employee Name' },
      { value: 'Cid', count: 2, line: 5, column: 'Employee Name' },
    ]);
  });

  it('speak the language of the run', async () => {
    const loaded = await ingestFiles(
      { 'customers.csv': customers, 'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,C9,2026-01-01,-5') },
      { lang: 'zh-CN' },
    );
    expect(loaded.ingested.findings.length).toBeGreaterThan(2);
    for (const finding of loaded.ingested.findings) expect(finding.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('say which deals were closed before they began, and stay silent on open ones', async () => {
    const loaded = await ingestFiles({
      'deals.csv': lines(
        'Deal ID,Deal Name,Customer,Stage,Amount,Created At,Close Date',
        '1,a,Acme,Won,5,2026-03-01,2026-03-09',
        '2,b,Acme,Lost,5,2026-03-01,2026-02-09',
        '3,c,Acme,Proposal,5,2026-03-01,2026-02-09',
        '4,d,Acme,Won,5,2026-03-01,2026-03-01',
        '5,e,Acme,Won,5,2026-03-01,2026-01-01',
      ),
    });
    expect(findingsOf(loaded, 'deal-closed-before-created')).toMatchObject([
      { level: 'warning', count: 2, line: 3, column: 'Close Date', value: '2026-02-09' },
    ]);
    expect(codesOf(loaded)).not.toContain('deal-stage-unknown');
  });

  it('say which feedback was closed, or was to be settled, before it came in', async () => {
    const loaded = await ingestFiles({
      'feedback.csv': lines(
        'Customer ID,Feedback Date,Feedback Type,Due Date,Closed On',
        'A,2026-03-05 14:00,Complaint,2026-03-05,2026-03-05',
        'B,2026-03-05,Complaint,2026-03-01,2026-02-09',
        'C,2026-03-05,Complaint,,',
        'D,2026-03-05,Complaint,2026-03-09,2026-03-01',
      ),
    });
    expect(findingsOf(loaded, 'feedback-closed-before-opened')).toMatchObject([
      { level: 'warning', count: 2, line: 3, column: 'Closed On', value: '2026-02-09' },
    ]);
    expect(findingsOf(loaded, 'feedback-due-before-opened')).toMatchObject([{ count: 1, line: 3, value: '2026-03-01' }]);
  });

  it('say which stages of deals are taken for open without anybody knowing them, where nothing else tells the outcome', async () => {
    const deals = (header: string, more: string) =>
      lines(header, `1,a,Acme,Won,5${more}`, `2,b,Acme,Frobnicated,5${more}`, `3,c,Acme,Delivered,5${more}`, `4,d,Acme,Delivered,5${more}`);
    const bare = await ingestFiles({ 'deals.csv': deals('Deal ID,Deal Name,Customer,Stage,Amount', '') });
    expect(findingsOf(bare, 'deal-stage-unknown')).toMatchObject([
      {
        level: 'info',
        count: 3,
        line: 4,
        value: 'Delivered',
        message: 'deals are in stages whose names say neither won nor lost, and count as open: "Delivered" (2), "Frobnicated" (1)',
      },
    ]);
    const told = await ingestFiles({ 'deals.csv': deals('Deal ID,Deal Name,Customer,Stage,Amount,Status', ',Open') });
    expect(codesOf(told)).not.toContain('deal-stage-unknown');
  });

  it('ask what an outcome of a deal means that is no known word', async () => {
    const loaded = await ingestFiles({
      'deals.csv': lines('Deal ID,Deal Name,Customer,Stage,Outcome,Amount', '1,a,Acme,End,Won,5', '2,b,Acme,End,Zapped,5'),
    });
    expect(findingsOf(loaded, 'word-unknown')).toMatchObject([{ count: 1, line: 3, column: 'Outcome', value: 'Zapped' }]);
  });
});

describe('the cell of a sheet', () => {
  const sheet = (columns: readonly string[], more: object = {}): CheckedTable =>
    ({ table: { format: 'xlsx', columns, ...more } }) as unknown as CheckedTable;

  it('has the letters of its column and the number of its row', () => {
    const columns = Array.from({ length: 800 }, (_, index) => `h${index}`);
    expect(cellName(sheet(columns), 'h0', 2)).toBe('A2');
    expect(cellName(sheet(columns), 'h25', 3)).toBe('Z3');
    expect(cellName(sheet(columns), 'h26', 3)).toBe('AA3');
    expect(cellName(sheet(columns), 'h701', 118)).toBe('ZZ118');
    expect(cellName(sheet(columns), 'h702', 118)).toBe('AAA118');
    expect(cellName(sheet(columns, { firstColumn: 3 }), 'h0', 5)).toBe('C5');
  });

  it('is unknown in a text, for an unknown column, and without a line', () => {
    expect(cellName(sheet(['a'], { format: 'text' }), 'a', 1)).toBeNull();
    expect(cellName(sheet(['a']), 'b', 1)).toBeNull();
    expect(cellName(sheet(['a']), 'a', null)).toBeNull();
    expect(cellName(null, 'a', 1)).toBeNull();
  });
});
