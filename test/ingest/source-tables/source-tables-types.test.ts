import { describe, expect, it } from 'vitest';
import { describeWithPostgres, type PostgresServer } from '../../postgres-server.ts';
import { findingsOf, type IngestedTables, inputOf, prepare, readTables, refusalOf } from '../warehouse/warehouse.ts';

let tables = 0;

/** A table of orders with one more column, whose values are SQL. */
async function ordersWith(server: PostgresServer, field: string, type: string, values: readonly string[]): Promise<string> {
  tables += 1;
  const name = `typed_${tables}`;
  const base = ['order_id text', 'customer_id text', 'ordered_at timestamp', 'amount numeric(12,2)'].filter(
    (column) => !column.startsWith(`${field} `),
  );
  const given = ["'S' || n", "'C1'", "'2026-01-01'::timestamp + n * interval '1 hour'", '1'].filter(
    (_, index) => !['order_id', 'customer_id', 'ordered_at', 'amount'][index]!.startsWith(field),
  );
  await prepare(
    server,
    `create table ${name} (${base.join(', ')}, "${field}" ${type})`,
    ...values.map((value, index) => `insert into ${name} select ${given.join(', ').replaceAll(/\bn\b/g, String(index + 1))}, ${value}`),
  );
  return name;
}

async function read(
  server: PostgresServer,
  field: string,
  type: string,
  values: readonly string[],
  zone?: string,
): Promise<IngestedTables> {
  const orders = await ordersWith(server, field, type, values);
  return readTables(server, { tables: { orders }, ...(zone === undefined ? {} : { timezone: zone }) });
}

async function valuesOf(loaded: IngestedTables, field: string): Promise<unknown[]> {
  return (
    await loaded.rows(`select "${field}" as value from orders order by ${field === 'ordered_at' ? 'ordered_at' : 'ordered_at, order_id'}`)
  ).map((row) => row['value']);
}

describeWithPostgres('the columns of a table', (server) => {
  describe('as ids and texts', () => {
    it.each([
      ['text', [`'  A 1 '`, `''`, `'b'`, 'null'], ['A 1', 'b']],
      ['varchar(10)', [`'A'`], ['A']],
      ['char(6)', [`'AB'`, `'  C'`], ['AB', 'C']],
      ['name', [`'AB'`], ['AB']],
      ['uuid', [`'0E0E0000-0000-4000-8000-000000000001'`], ['0e0e0000-0000-4000-8000-000000000001']],
      ['smallint', ['7', '-7'], ['7', '-7']],
      ['bigint', ['9223372036854775807'], ['9223372036854775807']],
      ['numeric(20,0)', ['12345678901234567890', `'NaN'`], ['12345678901234567890']],
    ])('%s', async (type, values, expected) => {
      const loaded = await read(server, 'customer_id', type, values);
      expect(await valuesOf(loaded, 'customer_id')).toEqual(expected);
      expect(inputOf(loaded)).toMatchObject({ rows_read: values.length, rows_used: expected.length });
    });

    it('of a domain, an enumeration and a case-insensitive order keep their letters and are ordered by their bytes', async () => {
      await prepare(server, `create domain code as varchar(8)`, `create type level as enum ('low', 'HIGH')`);
      expect(await valuesOf(await read(server, 'customer_id', 'code', [`' X'`]), 'customer_id')).toEqual(['X']);
      expect(await valuesOf(await read(server, 'category', 'level', [`'HIGH'`, `'low'`]), 'category')).toEqual(['HIGH', 'low']);
      const mixed = await read(server, 'customer_id', 'text', [`'b'`, `'A'`, `'a'`, `'B'`, `'é'`, `'中'`]);
      expect(await mixed.column('orders', 'customer_id')).toEqual(['A', 'B', 'a', 'b', 'é', '中']);
      await mixed.engine.create('own', { text: 'select customer_id, min(category) as category from orders group by customer_id' });
      expect(await mixed.rows('select customer_id from own order by customer_id desc nulls last limit 1')).toEqual([{ customer_id: '中' }]);
    });

    it('of a collation in which cases are equal stay different', async () => {
      await prepare(server, `create collation no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`);
      const loaded = await read(server, 'customer_id', 'text collate no_case', [`'a'`, `'A'`, `' a'`]);
      expect(await loaded.rows('select customer_id, count(*) as n from orders group by customer_id order by customer_id')).toEqual([
        { customer_id: 'A', n: 1 },
        { customer_id: 'a', n: 2 },
      ]);
      expect(await loaded.ingested.rowsOf('a')).toMatchObject([{ rows: 2 }]);
    });
  });

  describe('as numbers', () => {
    it.each([
      ['amount', 'integer', ['5', '-5'], [5, -5]],
      ['amount', 'bigint', ['1000000000000', '1000000000001', '-9223372036854775808'], [1e12]],
      ['amount', 'numeric', ['0.12345', '2.5', `'NaN'`, '1e13'], [0.1235, 2.5]],
      ['amount', 'numeric(38,10)', ['33.3333333333'], [33.3333]],
      ['amount', 'double precision', ['0.1', '1234567.895', `'NaN'`, `'Infinity'`, `'-Infinity'`, '1e300'], [0.1, 1_234_567.895]],
      ['amount', 'real', ['123456.75', '0.1'], [123_456.75, 0.1]],
    ])('%s of %s', async (field, type, values, expected) => {
      const loaded = await read(server, field, type, values);
      expect(await valuesOf(loaded, field)).toEqual(expected);
      const rejected = values.length - expected.length;
      expect(inputOf(loaded)).toMatchObject({ rows_rejected: rejected, reasons: rejected === 0 ? {} : { 'amount-invalid': rejected } });
      expect(findingsOf(loaded, 'number-invalid').map(({ count }) => count)).toEqual(rejected === 0 ? [] : [rejected]);
    });

    it.each([
      ['quantity', 'numeric(12,3)', ['1.5'], [1.5]],
      ['quantity', 'double precision', ['1.1234567', '1e12'], [1.123457, null]],
      ['discount_rate', 'numeric(5,2)', ['0.15', '15', '-1'], [0.15, 0.15, -1]],
      ['折扣率(%)', 'smallint', ['15', '1'], [0.15, 0.01]],
      ['成本(万元)', 'numeric(12,4)', ['1.2345', '99999999'], [12_345, 999_999_990_000]],
      ['成本(万元)', 'bigint', ['100000000', '100000001', '9223372036854775807'], [1e12, null, null]],
      ['profit', 'numeric(10,4)', ['-1.2345'], [-1.2345]],
    ])('%s of %s', async (header, type, values, expected) => {
      const loaded = await read(server, header, type, values);
      const field = header.startsWith('折') ? 'discount_rate' : header.startsWith('成') ? 'cost' : header;
      expect(await valuesOf(loaded, field)).toEqual(expected);
      expect(inputOf(loaded).rows_used).toBe(values.length);
      const blank = expected.filter((value) => value === null).length;
      expect(findingsOf(loaded, 'number-invalid').map(({ count, column }) => [count, column])).toEqual(
        blank === 0 ? [] : [[blank, header]],
      );
    });

    it('that stand for money and are floats are reported', async () => {
      const loaded = await read(server, 'amount', 'real', ['1']);
      expect(findingsOf(loaded, 'money-inexact')).toMatchObject([
        { level: 'info', column: 'amount', message: 'money is stored as real, which is inexact; read to four decimals' },
      ]);
      expect(findingsOf(await read(server, 'quantity', 'real', ['1']), 'money-inexact')).toEqual([]);
    });

    it('of whole units are null where they are not whole', async () => {
      await prepare(
        server,
        'create table counted (customer_id text, orders numeric(10,1), name text)',
        `insert into counted values ('C1', 3.0, 'a'), ('C2', 2.5, 'b'), ('C3', null, 'c')`,
      );
      const loaded = await readTables(server, { tables: { customers: 'counted' } });
      expect(await loaded.rows('select orders from customers order by customer_id')).toEqual([
        { orders: 3 },
        { orders: null },
        { orders: null },
      ]);
      expect(findingsOf(loaded, 'number-invalid')).toMatchObject([{ count: 1, value: '2.5', column: 'orders' }]);
    });
  });

  describe('as dates', () => {
    it.each([
      ['date', [`'2026-10-31'`, `'1970-01-01'`, `'2100-01-01'`, `'infinity'`], ['2026-10-31 00:00:00']],
      ['timestamp', [`'2026-10-31 09:05:07.25'`, `'-infinity'`], ['2026-10-31 09:05:07.25']],
      ['timestamp(0)', [`'2026-10-31 23:59:59'`], ['2026-10-31 23:59:59']],
    ])('%s', async (type, values, expected) => {
      const loaded = await read(server, 'ordered_at', type, values);
      expect(await valuesOf(loaded, 'ordered_at')).toEqual(expected);
      const rejected = values.length - expected.length;
      expect(inputOf(loaded)).toMatchObject({ rows_rejected: rejected, reasons: rejected === 0 ? {} : { 'date-invalid': rejected } });
    });

    it('timestamptz become local ones of the zone, UTC where none is named, and that is said', async () => {
      const values = [`'2026-10-31 23:30:00+08'`, `'2026-10-31 17:00:00Z'`];
      const shanghai = await read(server, 'ordered_at', 'timestamptz', values, 'Asia/Shanghai');
      expect(await valuesOf(shanghai, 'ordered_at')).toEqual(['2026-10-31 23:30:00', '2026-11-01 01:00:00']);
      expect(shanghai.ingested.asOf).toBe('2026-11-01');
      expect(findingsOf(shanghai, 'timezone-assumed')).toEqual([]);
      expect(shanghai.ingested.tables[0]?.columns.find(({ field }) => field === 'orders.ordered_at')?.reading).toBe('→ Asia/Shanghai');
      const utc = await read(server, 'ordered_at', 'timestamptz', values);
      expect(await valuesOf(utc, 'ordered_at')).toEqual(['2026-10-31 15:30:00', '2026-10-31 17:00:00']);
      expect(findingsOf(utc, 'timezone-assumed')).toMatchObject([{ level: 'warning', column: 'ordered_at' }]);
    });

    it('of an instant are the days of its zone', async () => {
      await prepare(
        server,
        'create table born (customer_id text, name text, created_on timestamptz)',
        `insert into born values ('C1', 'a', '2026-10-31 17:00:00Z')`,
      );
      const loaded = await readTables(server, { tables: { customers: 'born' }, timezone: 'Asia/Shanghai' });
      expect(await loaded.column('customers', 'created_on')).toEqual(['2026-11-01']);
    });
  });

  it('become columns of the canonical types, texts in the order of bytes, whether or not the table has them', async () => {
    const { engine, rows } = await read(server, 'quantity', 'smallint', ['1']);
    const columns = await rows(`
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, c.collname as collation
      from pg_attribute as a left join pg_collation as c on c.oid = a.attcollation
      where a.attrelid = '"${engine.runSchema}".orders'::regclass and a.attnum > 0 order by a.attnum`);
    const typed = new Map(columns.map((column) => [column['name'], `${column['type']} ${column['collation'] ?? ''}`.trim()]));
    expect(typed.size).toBe(27);
    expect(['customer_id', 'category', 'status', 'rep'].map((name) => typed.get(name))).toEqual(Array(4).fill('text C'));
    expect(['ordered_at', 'amount', 'quantity', 'discount_rate'].map((name) => typed.get(name))).toEqual([
      'timestamp without time zone',
      'numeric(18,4)',
      'numeric(18,6)',
      'numeric(18,6)',
    ]);
    expect([...typed.values()].filter((type) => type === 'text default')).toEqual([]);
  });

  describe('as words', () => {
    it('stand for the values that their words, the config or whole numbers say', async () => {
      const orders = await ordersWith(server, 'status', 'smallint', ['1', '2', '9', 'null']);
      const loaded = await readTables(server, { tables: { orders }, map: ['orders.status.completed=1', 'orders.status.cancelled=2'] });
      expect(inputOf(loaded)).toMatchObject({ rows_used: 2, reasons: { 'status-cancelled': 1, 'status-unknown': 1 } });
      expect(findingsOf(loaded, 'word-unknown')).toMatchObject([{ value: '9', count: 1 }]);
    });

    it('of an enumeration and of char(n) are understood', async () => {
      await prepare(server, `create type state as enum ('Paid', 'Cancelled')`);
      expect(inputOf(await read(server, 'status', 'state', [`'Paid'`, `'Cancelled'`]))).toMatchObject({
        rows_used: 1,
        reasons: { 'status-cancelled': 1 },
      });
      expect(inputOf(await read(server, 'status', 'char(12)', [`'已完成'`, `'已取消'`]))).toMatchObject({ rows_used: 1 });
    });

    it('are named one by one up to a hundred, with a quote in one of them', async () => {
      const orders = await ordersWith(server, 'status', 'text', [`'it''s'`, `'it''s'`]);
      await prepare(
        server,
        `insert into ${orders} select 'T' || n, 'C1', '2026-01-01', 1, 'word ' || n from generate_series(1, 150) as s(n)`,
      );
      const found = findingsOf(await readTables(server, { tables: { orders } }), 'word-unknown');
      expect(found).toHaveLength(101);
      expect(found[0]).toMatchObject({ value: "it's", count: 2 });
      expect(found.at(-1)).toMatchObject({ value: null, count: 51 });
      const mapped = await readTables(server, { tables: { orders }, map: ["orders.status.completed=it's"] });
      expect(inputOf(mapped).rows_used).toBe(2);
    });

    it('of yes and no come as booleans, numbers and words', async () => {
      await prepare(
        server,
        'create table flags (customer_id text, name text, is_customer boolean, growth_plan smallint, lost text)',
        `insert into flags values ('C1', 'a', true, 1, '是'), ('C2', 'b', false, 0, '否'), ('C3', 'c', null, null, null), ('C4', 'd', true, 7, 'perhaps')`,
      );
      const loaded = await readTables(server, { tables: { customers: 'flags' } });
      expect(await loaded.rows('select is_customer, growth_plan, lost from customers order by customer_id')).toEqual([
        { is_customer: true, growth_plan: true, lost: true },
        { is_customer: false, growth_plan: false, lost: false },
        { is_customer: null, growth_plan: null, lost: null },
        { is_customer: true, growth_plan: null, lost: null },
      ]);
      expect(findingsOf(loaded, 'word-unknown').map(({ column, value }) => [column, value])).toEqual([
        ['growth_plan', '7'],
        ['lost', 'perhaps'],
      ]);
    });
  });

  it.each([
    [
      'order_id',
      'numeric(10,2)',
      'order_id is numeric(10,2); orders.order_id needs text, uuid or a whole number',
      'cast(order_id as bigint) as order_id',
    ],
    ['order_id', 'numeric', 'order_id is numeric; orders.order_id needs text, uuid or a whole number', 'cast(order_id as bigint)'],
    [
      'customer_id',
      'double precision',
      'customer_id is double precision; orders.customer_id needs text, uuid or a whole number',
      'cast(customer_id as bigint)',
    ],
    ['customer_id', 'jsonb', 'customer_id is jsonb; orders.customer_id needs', 'cast(customer_id as varchar)'],
    ['product', 'text[]', 'product is text[]; orders.product needs', 'cast(product as varchar)'],
    [
      'amount',
      'money',
      'amount is money; orders.amount needs integer, numeric or double precision',
      'cast(amount as decimal(18,4)) as amount',
    ],
    ['amount', 'varchar(20)', 'amount is character varying(20); orders.amount needs integer, numeric', 'cast(amount as decimal(18,4))'],
    ['quantity', 'boolean', 'quantity is boolean; orders.quantity needs', 'case when quantity then 1 else 0 end'],
    ['ordered_at', 'text', 'ordered_at is text; orders.ordered_at needs date or timestamp', 'cast(ordered_at as timestamp) as ordered_at'],
    ['ordered_at', 'bigint', 'ordered_at is bigint; orders.ordered_at needs date or timestamp', 'to_timestamp(ordered_at) as ordered_at'],
    ['ordered_at', 'time', 'ordered_at is time without time zone; orders.ordered_at needs', 'cast(ordered_at as timestamp)'],
    ['status', 'boolean', 'status is boolean; orders.status needs words as text', 'cast(status as varchar)'],
    ['discount_rate', 'interval', 'discount_rate is interval; orders.discount_rate needs', 'cast(discount_rate as decimal(18,4))'],
  ])('%s of %s are refused, with the cast that helps', async (field, type, text, cast) => {
    const orders = await ordersWith(server, field, type, []);
    const refusal = await refusalOf(server, { tables: { orders } });
    expect(refusal).toMatchObject({ code: 'column-type-unfit', exit: 'usage' });
    expect(refusal.text.en).toContain(`public.${orders}.${text}`);
    expect(refusal.fix?.en).toContain(`create view … as select …, ${cast}`);
    expect(refusal.fix?.['zh-CN']).toContain(cast);
  });
});
