import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { sql, trusted } from '../../../src/engine/sql.ts';
import { transfer } from '../../../src/ingest/warehouse/transfer.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { describeWithPostgres } from '../../postgres-server.ts';
import { type CanonicalRows, fieldsIn, openRun, openTables } from './loading.ts';

describeWithPostgres('transfer', (server) => {
  let checkFolder = (): void => {};
  afterEach(() => checkFolder());

  async function sent(tables: CanonicalRows, available = fieldsIn(tables)): Promise<{ duckdb: Engine; postgres: Engine }> {
    const { duckdb, scratch } = await openTables(tables);
    const to = await openRun(server);
    await transfer({ from: duckdb, to, schema: to.runSchema, available, scratch });
    checkFolder = () => expect(readdirSync(scratch)).toEqual([]);
    return { duckdb, postgres: to };
  }

  /** The rows as both engines hold them; every column as text, so that no digit is lost on the way here. */
  async function bothOf(tables: CanonicalRows, table: string, columns: readonly string[]): Promise<[readonly Row[], readonly Row[]]> {
    const { duckdb, postgres } = await sent(tables);
    const texts = columns.map((column) => `${column}::varchar as ${column}`).join(', ');
    const query = sql`select ${trusted(texts)} from ${trusted(table)} order by order_id`;
    return [await duckdb.rows(query), await postgres.rows(query)];
  }

  it.each([
    ['a missing one beside an empty one', [null, '', ' ']],
    ['quotes and separators', ['"', '""', `a"b,c;'d'`, ',', '\\"']],
    ['line breaks', ['a\nb', 'a\r\nb', '\n', '\r', '\r\n\r\n']],
    ['marks of COPY', ['\\.', 'a\n\\.\nb', '\\N', 'NULL', 'null', '\\', '\\\\n', '\t']],
    ['Chinese and marks beyond the basic plane', ['华东机电（集团）有限公司', '𠮷野家', '🐉', 'é', '客﻿户', '\u3000']],
    ['marks of the keyboard that no CSV has', ['\u0001', '\u001a', '\u007f', '\u0085', '\u2028', '\ufffe']],
    ['long ones', ['长'.repeat(100_000), `${'x'.repeat(70_000)}"${'y'.repeat(70_000)}`]],
  ])('sends texts as they are: %s', async (_name, texts) => {
    const orders = texts.map((category, index) => ({ order_id: `O${String(index).padStart(2, '0')}`, category }));
    const [before, after] = await bothOf({ orders }, 'orders', ['order_id', 'category']);
    expect(after).toEqual(orders);
    expect(before).toEqual(orders);
  });

  it('leaves out NUL characters, which no text of PostgreSQL holds', async () => {
    const tables = { orders: [{ order_id: 'O1', category: 'x' }] };
    const { duckdb } = await openTables(tables);
    await duckdb.run(sql`update orders set category = 'a' || chr(0) || 'b' || chr(0)`);
    const { postgres } = await sent(tables);
    expect(await postgres.rows(sql`select category from orders`)).toEqual([{ category: 'ab' }]);
  });

  it('sends every other type to the last digit', async () => {
    const orders = [
      { order_id: '1', ordered_at: '1969-12-31 23:59:59.999999', amount: '99999999999999.9999', quantity: '999999999999.999999' },
      { order_id: '2', ordered_at: '0001-01-01', amount: '-0.0001', quantity: '-0.000001' },
      { order_id: '3', ordered_at: '9999-12-31 23:59:59', amount: 0, quantity: 0.1 },
      { order_id: '4', ordered_at: null, amount: null, quantity: null },
    ];
    const [before, after] = await bothOf({ orders }, 'orders', ['order_id', 'ordered_at', 'amount', 'quantity']);
    expect(after).toEqual(before);
    expect(after.map((row) => [row['ordered_at'], row['amount'], row['quantity']])).toEqual([
      ['1969-12-31 23:59:59.999999', '99999999999999.9999', '999999999999.999999'],
      ['0001-01-01 00:00:00', '-0.0001', '-0.000001'],
      ['9999-12-31 23:59:59', '0.0000', '0.100000'],
      [null, null, null],
    ]);
  });

  it('sends dates, flags and whole numbers', async () => {
    const leads = [
      { lead_id: '1', assigned_at: '1900-02-28', contacts: 9_007_199_254_740_991, converted: true },
      { lead_id: '2', assigned_at: '2024-02-29 08:00:00', contacts: -1, converted: false },
      { lead_id: '3' },
    ];
    const customers = [
      { customer_id: 'C1', created_on: '1899-12-30' },
      { customer_id: 'C2', created_on: null },
    ];
    const { postgres } = await sent({ leads, customers });
    expect(await postgres.rows(sql`select lead_id, assigned_at, contacts, converted from leads order by lead_id`)).toEqual([
      { lead_id: '1', assigned_at: '1900-02-28 00:00:00', contacts: 9_007_199_254_740_991, converted: true },
      { lead_id: '2', assigned_at: '2024-02-29 08:00:00', contacts: -1, converted: false },
      { lead_id: '3', assigned_at: null, contacts: null, converted: null },
    ]);
    expect(await postgres.rows(sql`select customer_id, created_on from customers order by customer_id`)).toEqual(customers);
  });

  it('makes every table, though no file was read for it', async () => {
    const { postgres } = await sent({});
    const tables = [
      'actions',
      'activities',
      'customers',
      'feedback',
      'lead_attributes',
      'leads',
      'market',
      'opportunities',
      'orders',
      'pool_events',
      'products',
      'reps',
      'targets',
    ];
    for (const table of tables) expect(await postgres.rows(sql`select * from ${trusted(table)}`)).toEqual([]);
  });

  it('counts the rows of a table in which only columns without a value are', async () => {
    const { postgres } = await sent({ orders: [{ order_id: 'O1' }, { order_id: null }] });
    expect(await postgres.rows(sql`select count(*) as n, count(order_id) as ids from orders`)).toEqual([{ n: 2, ids: 1 }]);
  });

  it('keeps any rows', async () => {
    const text = fc.option(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', ',', '\\', '.', '\n', '\r', 'a') })),
    );
    const cents = fc.option(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }));
    const day = fc.option(fc.date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }));
    const row = fc.record({ category: text, rep: text, amount: cents, ordered_at: day });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 100 }), async (rows) => {
        const orders = rows.map(({ category, rep, amount, ordered_at: at }, index) => ({
          order_id: String(index).padStart(3, '0'),
          category: category?.replaceAll('\0', '') ?? null,
          rep: rep?.replaceAll('\0', '') ?? null,
          amount:
            amount === null ? null : `${amount / 10_000n}.${String(amount < 0n ? -amount % 10_000n : amount % 10_000n).padStart(4, '0')}`,
          ordered_at: at?.toISOString().slice(0, 19).replace('T', ' ') ?? null,
        }));
        const [before, after] = await bothOf({ orders }, 'orders', ['order_id', 'category', 'rep', 'amount', 'ordered_at']);
        expect(after).toEqual(before);
        expect(after.map((one) => [one['category'], one['rep']])).toEqual(orders.map((one) => [one.category, one.rep]));
      }),
      { numRuns: 3 },
    );
  });
});
