import { expect, it } from 'vitest';
import { literal } from '../../../src/engine/sql.ts';
import type { Row } from '../../../src/lib/rows.ts';
import type { Finding } from '../../../src/result/result.ts';
import { describeWithPostgres } from '../../postgres-server.ts';
import { ingestFiles, quoted } from '../ingest-files.ts';
import { prepare, readTables } from '../warehouse/warehouse.ts';

type Value = string | number | null;

interface Sample {
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly Value[])[];
}

const orders: Sample = {
  columns: {
    order_id: 'varchar(20)',
    customer_id: 'bigint',
    product: 'text',
    quantity: 'numeric(12,3)',
    unit_price: 'numeric(12,4)',
    unit_cost: 'numeric(12,4)',
    refund_amount: 'numeric(12,2)',
    order_status: 'text',
    order_time: 'timestamp',
    region: 'text',
    rep: 'text',
  },
  rows: Array.from({ length: 400 }, (_, n) => [
    `S${n}`,
    n % 23 === 0 ? null : 100 + (n % 37),
    n % 5 === 0 ? null : `产品${n % 7}`,
    n % 19 === 0 ? null : ((n * 7) % 11) - 2 + 0.125,
    n % 29 === 0 ? null : (n * 1.2345) % 97,
    3.3333,
    n % 13 === 0 ? 4.25 : null,
    ['已完成', 'Paid', '已取消', '待付款', '已退款', '没见过', '', 'paid'][n % 8]!,
    n % 31 === 0 ? null : `2026-0${1 + (n % 9)}-1${n % 10} 0${n % 10}:30:00`,
    n % 3 === 0 ? '华东' : null,
    n % 4 === 0 ? '张三' : '',
  ]),
};

const customers: Sample = {
  columns: {
    customer_id: 'bigint',
    name: 'text',
    industry: 'text',
    level: 'text',
    created_on: 'date',
    credit_limit: 'numeric(12,2)',
    growth_plan: 'text',
  },
  rows: Array.from({ length: 40 }, (_, n) => [
    100 + n,
    `客户${n}`,
    n % 2 === 0 ? ' 制造 ' : null,
    ['A', 'b', null][n % 3]!,
    `2025-01-${10 + (n % 20)}`,
    n * 10.5,
    ['是', 'no', 'perhaps'][n % 3]!,
  ]),
};

function csv({ columns, rows }: Sample): string {
  const lines = [Object.keys(columns), ...rows].map((row) => row.map((value) => quoted(String(value ?? ''))).join(','));
  return `${lines.join('\n')}\n`;
}

function statements(name: string, { columns, rows }: Sample): string[] {
  const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const values = rows.map((row) => `(${row.map((value) => literal(value).text).join(', ')})`);
  return [`create table ${name} (${definitions.join(', ')})`, `insert into ${name} values ${values.join(', ')}`];
}

function sorted(rows: readonly Row[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

describeWithPostgres('a table and a file with the same rows', (server) => {
  it('give the same canonical tables, counts, sums and findings', async () => {
    await prepare(server, ...statements('sales', orders), ...statements('clients', customers));
    const tables = await readTables(server, { tables: { orders: 'sales', customers: 'clients' } });
    const files = await ingestFiles({ 'orders.csv': csv(orders), 'customers.csv': csv(customers) });
    for (const table of ['orders', 'customers', 'products']) {
      const own = await tables.rows(`select * from ${table}`);
      expect(own.length).toBe(table === 'orders' ? 167 : table === 'customers' ? 40 : 0);
      expect(sorted(own)).toEqual(sorted(await files.rows({ text: `select * from ${table}` })));
    }
    const figures = (inputs: readonly object[]): object[] => inputs.map((input) => ({ ...input, file: '', encoding: '', sha256: '' }));
    expect(figures(tables.ingested.inputs)).toEqual(figures(files.ingested.inputs));
    expect(tables.ingested.asOf).toBe(files.ingested.asOf);
    expect([...tables.ingested.available].toSorted()).toEqual([...files.ingested.available].toSorted());
    const found = (findings: readonly Finding[]): string[] =>
      findings
        .map(({ code, column, value, count }) => JSON.stringify([code, column, code === 'word-unknown' ? value : null, count]))
        .toSorted();
    expect(found(tables.ingested.findings)).toEqual(found(files.ingested.findings));
    const rejected = async ({ ingested }: typeof tables | typeof files): Promise<string[]> =>
      (await ingested.rejects()).map(({ column, value, code, effect }) => JSON.stringify([column, value, code, effect])).toSorted();
    expect(await rejected(tables)).toEqual(await rejected(files));
  });
});
