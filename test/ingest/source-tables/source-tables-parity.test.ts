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
      expect(own.length).toBe(table === 'orders' ? 195 : table === 'customers' ? 40 : 0);
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

  it('compute amounts, states and periods from the same fields', async () => {
    const samples: Record<string, Sample> = {
      paid: {
        columns: {
          order_id: 'text',
          customer: 'text',
          order_date: 'date',
          paid_amount: 'numeric(12,2)',
          refund_amount: 'numeric(12,2)',
          cost: 'numeric(12,2)',
        },
        rows: [
          ['S1', '甲', '2026-01-05', 100, 20, 60],
          ['S2', '乙', '2026-01-06', 50, null, null],
          ['S3', '甲', '2026-01-07', null, 5, 1],
        ],
      },
      priced: {
        columns: { order_id: 'text', customer_id: 'text', order_date: 'date', unit_price: 'numeric(12,4)', cost: 'numeric(12,2)' },
        rows: [
          ['S1', 'C1', '2026-01-05', 9.5, 4],
          ['S2', 'C2', '2026-01-06', 7.25, null],
        ],
      },
    };
    for (const [name, sample] of Object.entries(samples)) {
      await prepare(server, ...statements(name, sample));
      const tables = await readTables(server, { tables: { orders: name } });
      const files = await ingestFiles({ 'orders.csv': csv(sample) }, { roles: { 'orders.csv': 'orders' } });
      expect(sorted(await tables.rows('select * from orders'))).toEqual(sorted(await files.rows({ text: 'select * from orders' })));
      expect(tables.ingested.inputs[0]?.reasons).toEqual(files.ingested.inputs[0]?.reasons);
    }
    const deals: Sample = {
      columns: { opportunity_id: 'text', customer: 'text', stage: 'text', amount: 'numeric(12,2)', close_date: 'date', product: 'text' },
      rows: ['Closed Won', '赢单', '输单', '方案报价', 'Pilot', 'Nearly won', null].map((stage, n) => [
        `D${n}`,
        `C${n}`,
        stage,
        n + 1,
        '2026-03-01',
        'P',
      ]),
    };
    const targets: Sample = {
      columns: { owner: 'text', period: 'text', target: 'numeric(12,2)' },
      rows: [
        '2026',
        '2026年',
        '2026-2',
        '2026-12',
        '2026.12月',
        '2026年 第四季度',
        '2026一季',
        '2026/Q3',
        '2026-13',
        '2026-0',
        '1899-01',
        'FY26',
        '去年',
      ].map((period, n) => [`o${n}`, period, n]),
    };
    const wide: Sample = {
      columns: { owner: 'text', period: 'text', m01: 'numeric', q1: 'numeric', q2: 'numeric', full_year: 'numeric' },
      rows: [
        ['a', 'FY 2026', 1, 2, 3, 4],
        ['b', '2026年', null, 2, null, 4],
        ['c', 'FY26', null, null, null, 4],
      ],
    };
    for (const [name, role, sample] of [
      ['deals', 'opportunities', deals],
      ['aims', 'targets', targets],
      ['year', 'targets', wide],
    ] as const) {
      await prepare(server, ...statements(name, sample));
      const tables = await readTables(server, { tables: { [role]: name } });
      const files = await ingestFiles({ 'file.csv': csv(sample) }, { roles: { 'file.csv': role } });
      for (const table of [role, 'orders']) {
        const own = sorted(await tables.rows(`select * from ${table}`));
        expect(own).toEqual(sorted(await files.rows({ text: `select * from ${table}` })));
        expect(own.length).toBe(
          { deals: table === 'orders' ? 2 : 7, aims: table === 'orders' ? 0 : 13, year: table === 'orders' ? 0 : 7 }[name],
        );
      }
    }
    const periods = await ingestFiles({ 'file.csv': csv(targets) }, { roles: { 'file.csv': 'targets' } });
    const found = await periods.rows({ text: 'select period_start, period_end from targets order by value' });
    expect(found.map((row) => `${row['period_start']} ${row['period_end']}`)).toEqual([
      '2026-01-01 2026-12-31',
      '2026-01-01 2026-12-31',
      '2026-02-01 2026-02-28',
      '2026-12-01 2026-12-31',
      '2026-12-01 2026-12-31',
      '2026-10-01 2026-12-31',
      '2026-01-01 2026-03-31',
      '2026-07-01 2026-09-30',
      ...Array.from({ length: 5 }, () => 'null null'),
    ]);
  });
});
