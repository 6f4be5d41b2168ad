import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellText, distinctNames } from '../../src/engine/answer.ts';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openPostgres } from '../metrics/two-engines.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { openEngine } from './open-engine.ts';

/** What both engines must say alike: the SQL, the types of its columns and its rows. */
const alike: readonly (readonly [sql: string, types: readonly string[], rows: readonly (readonly unknown[])[]])[] = [
  [
    `select 1 as a, true as b, date '2026-10-31' as c, timestamp '2026-10-31 09:00:00' as d, 'x' as e`,
    ['integer', 'boolean', 'date', 'timestamp', 'text'],
    [[1, true, '2026-10-31', '2026-10-31 09:00:00', 'x']],
  ],
  [
    `select 1.5::decimal(18,4) as m, 1.5::decimal(10,2) as d, 0.25::double precision as f`,
    ['money', 'decimal', 'double'],
    [[1.5, 1.5, 0.25]],
  ],
  ['select sum(a) as a from (values (1.5::decimal(18,4)), (2.25::decimal(18,4))) as t(a)', ['money'], [[3.75]]],
  ['select sum(a) as a from (values (1::bigint), (2::bigint)) as t(a)', ['integer'], [[3]]],
  // 2^53 + 1: a float would say 2^53.
  ['select 9007199254740993 as a, 1 as b', ['text', 'integer'], [['9007199254740993', 1]]],
  ['select 900719925474.0993::decimal(38,4) as a', ['text'], [['900719925474.0993']]],
  [
    `select '10:00:00'::time as a, '1 day'::interval as b, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid as c`,
    ['text', 'text', 'text'],
    [['10:00:00', '1 day', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11']],
  ],
  [`select timestamp with time zone '2026-10-31 09:00:00+08' as a`, ['timestamp'], [['2026-10-31 01:00:00']]],
  ['select null::integer as a, null::varchar as b where 1 = 1', ['integer', 'text'], [[null, null]]],
  ['select 1 as a where 1 = 0', ['integer'], []],
  ['values (1, 2)', ['integer', 'integer'], [[1, 2]]],
  ['select 1 as a; ', ['integer'], [[1]]],
  ['select 1 as a -- all', ['integer'], [[1]]],
];

function answersAlike(open: () => Engine & { interrupt(): void }): void {
  it.each(alike)('answers %s', async (sql, types, rows) => {
    const answer = await open().answer(sql, null);
    expect(answer.columns.map(({ type }) => type)).toEqual(types);
    expect(Array.from(answer.rows, (row) => Object.values(row))).toEqual(rows);
    expect(answer.total).toBe(rows.length);
  });

  it('gives a name that comes again a number', async () => {
    const { columns, rows } = await open().answer('select 1 as a, 2 as a, 3 as b', null);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'a_2', 'b']);
    expect([...rows]).toEqual([{ a: 1, a_2: 2, b: 3 }]);
  });

  it('keeps the first rows and counts the others', async () => {
    const sql = 'select t.x from generate_series(1, 12345) as t(x) order by 1';
    const first = await open().answer(sql, 3);
    expect([...first.rows]).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
    expect(first.total).toBe(12_345);
    expect((await open().answer(sql, 0)).total).toBe(12_345);
    const all = await open().answer(sql, null);
    expect([all.rows.length, all.rows.slice(12_344)]).toEqual([12_345, [{ x: 12_345 }]]);
  });

  it('refuses a number or a date that is not finite', async () => {
    await expect(open().answer(`select 'NaN'::double precision as share`, null)).rejects.toMatchObject({ code: 'query-failed' });
    for (const endless of [`'infinity'::date`, `'-infinity'::timestamp`])
      await expect(open().answer(`select ${endless} as day`, null), endless).rejects.toMatchObject({ code: 'query-failed' });
  });

  it('refuses a text that no report can show', async () => {
    const fits = await open().answer(`select repeat('x', 1000000) as t`, null);
    expect([...fits.rows][0]?.['t']).toHaveLength(1_000_000);
    const tooLong = open().answer(`select repeat('x', 1000001) as t, 1 as a`, null);
    await expect(tooLong.then(({ rows }) => [...rows])).rejects.toMatchObject({ code: 'query-failed' });
    expect((await open().answer('select 1 as a', null)).total).toBe(1);
  });

  it('stops when it is interrupted, and answers again', async () => {
    const endless = open().answer(
      'select count(*) from generate_series(1, 100000) as a(x), generate_series(1, 100000000) as b(y) where x > y',
      1,
    );
    const timer = setInterval(() => open().interrupt(), 100);
    await expect(endless).rejects.toThrow(/interrupt/i);
    clearInterval(timer);
    expect((await open().answer('select 1 as a', null)).total).toBe(1);
  });

  it('runs no second statement and writes nothing', async () => {
    await open().append('kept', [{ name: 'a', type: 'integer' }], [{ a: 1 }]);
    for (const sql of [
      'select 1; drop table kept',
      'drop table kept',
      'delete from kept',
      'create table other as select 1',
      'update kept set a = 2',
    ])
      await expect(open().answer(sql, null), sql).rejects.toThrow();
    expect([...(await open().answer('select a from kept', null)).rows]).toEqual([{ a: 1 }]);
    await open().drop('kept');
  });
}

describe('DuckDB', () => {
  let engine: DuckDbEngine;

  beforeAll(async () => {
    engine = await openEngine();
  });

  afterAll(() => engine.close());

  answersAlike(() => engine);

  it('writes lists and structures as text', async () => {
    const { columns, rows } = await engine.answer(`select [1, 2] as a, {'b': 1} as b`, null);
    expect(columns.map(({ type }) => type)).toEqual(['text', 'text']);
    expect([...rows]).toEqual([{ a: '[1, 2]', b: `{'b': 1}` }]);
  });

  it('takes a whole number of any size', async () => {
    const { rows } = await engine.answer('select 170141183460469231731687303715884105727::hugeint as a', null);
    expect([...rows]).toEqual([{ a: '170141183460469231731687303715884105727' }]);
  });
});

describeWithPostgres('PostgreSQL', (server) => {
  let engine: Awaited<ReturnType<typeof openPostgres>>;

  beforeAll(async () => {
    engine = await openPostgres(server);
  });

  afterAll(() => engine.close());

  answersAlike(() => engine);

  it('says where an error is in the query', async () => {
    const failure = await engine.answer('select 1,\n amout', null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { code: '42703', position: '12' } });
  });

  it('ends the session at a text that no string can hold, and says so', async () => {
    const other = await openPostgres(server);
    // What Node does beyond 2^29 characters.
    const { toString } = Buffer.prototype;
    const strict = function (this: Buffer, encoding?: BufferEncoding, start: number = 0, end: number = this.length): string {
      if (end - start > 900_000) throw tooLongForNode();
      return toString.call(this, encoding, start, end);
    };
    const spy = vi.spyOn(Buffer.prototype, 'toString').mockImplementation(strict as typeof toString);
    const failure = await other.answer(`select repeat('x', 950000) as t`, null).catch((error: unknown) => error);
    spy.mockRestore();
    await other.close();
    expect(failure).toMatchObject({ code: 'query-failed', text: { en: 'a column holds a text of more than a million characters' } });
  });

  it('can write nothing by a function either', async () => {
    const failure = await engine.answer(`select set_config('transaction_read_only', 'off', false)`, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { code: '25001' } });
    await expect(engine.answer('with gone as (delete from pg_class returning 1) select * from gone', null)).rejects.toThrow();
  });
});

const tooLongForNode = (): Error => Object.assign(new Error('Cannot create a string longer'), { code: 'ERR_STRING_TOO_LONG' });

describe('a text', () => {
  it('that Node cannot hold is refused as one that is too long', () => {
    expect(cellText('a', () => '12')).toBe('12');
    expect(cellText('a', () => null)).toBeNull();
    const failing = (error: Error) => () =>
      cellText('a', () => {
        throw error;
      });
    expect(failing(tooLongForNode())).toThrow(expect.objectContaining({ code: 'query-failed' }));
    expect(failing(new Error('other'))).toThrow('other');
  });
});

describe('names', () => {
  it('are numbered where they come again', () => {
    expect(distinctNames(['a', 'b', 'a', 'a', 'a_2'])).toEqual(['a', 'b', 'a_2', 'a_3', 'a_2_2']);
  });
});
