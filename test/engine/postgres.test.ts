import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { PostgresEngine } from '../../src/engine/postgres.ts';
import { identifier, sql, trusted } from '../../src/engine/sql.ts';
import type { Cell, Column } from '../../src/lib/rows.ts';
import { describeWithPostgres, execute } from '../postgres-server.ts';

describeWithPostgres('the PostgreSQL engine', ({ url }) => {
  let engine: PostgresEngine;
  const open = (runSchema = 'crm_eval_run_test'): Promise<PostgresEngine> =>
    PostgresEngine.open({ url, runSchema, searchPath: ['loaded'], failure: 'inputUnreadable' });

  const warnings: Error[] = [];
  const onWarning = (warning: Error): void => void warnings.push(warning);
  beforeAll(() => process.on('warning', onWarning));
  afterAll(() => {
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });

  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  async function value(expression: string, from = engine): Promise<unknown> {
    const [row] = await from.rows(sql`select ${trusted(expression)} as v`);
    return row?.['v'];
  }

  const count = async (table: string): Promise<unknown> =>
    (await engine.rows(sql`select count(*) as n from ${identifier(table)}`))[0]?.['n'];

  describe('a cell', () => {
    let duckdb: DuckDbEngine;
    const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-engine-'));
    beforeAll(async () => {
      duckdb = await DuckDbEngine.open({ scratch, threads: 1 });
    });
    afterAll(async () => {
      await duckdb.close();
      rmSync(scratch, { recursive: true, force: true });
    });

    it.each<[string, Cell]>([
      ['9007199254740991::bigint', 9_007_199_254_740_991],
      ['(-9007199254740991)::bigint', -9_007_199_254_740_991],
      ['7::integer', 7],
      ['7::smallint', 7],
      ['count(*)', 1],
      ['sum(3::bigint)', 3],
      ['1.10::decimal(18,4)', 1.1],
      ['(-0.0001)::decimal(18,4)', -0.0001],
      ['99999999999999.9999::decimal(18,4)', 99_999_999_999_999.9999],
      ['90071992547.409931::decimal(18,6)', 90_071_992_547.409931],
      ['sum(12345678901.2345::decimal(18,4))', 12_345_678_901.2345],
      ['0::decimal(18,4)', 0],
      ["'2026-10-31'::date", '2026-10-31'],
      ["'2026-10-31 09:05:07'::timestamp", '2026-10-31 09:05:07'],
      ["'2026-10-31 00:00:00'::timestamp", '2026-10-31 00:00:00'],
      ["'2026-10-31 09:05:07.25'::timestamp", '2026-10-31 09:05:07.25'],
      ["'2026-10-31 09:05:07.000001'::timestamp", '2026-10-31 09:05:07.000001'],
      ["'0999-01-02'::date", '0999-01-02'],
      ['0.1::double precision', 0.1],
      ['0.1::double precision + 0.2::double precision', 0.1 + 0.2],
      ['1::double precision / 3', 1 / 3],
      ['5e-324::double precision', 5e-324],
      ['1.7976931348623157e308::double precision', Number.MAX_VALUE],
      ['true', true],
      ['1 = 2', false],
      ['null::bigint', null],
      ['null::date', null],
      ["'张三'", '张三'],
      [String.raw`'a\n'`, String.raw`a\n`],
      ["'it''s'::varchar", "it's"],
      ["''", ''],
      ["'2026-02-28'::date - '2025-12-01'::date", 89],
      ["cast('2026-10-31'::date as varchar)", '2026-10-31'],
      ["date_trunc('week', '2026-11-01'::date)", '2026-10-26 00:00:00'],
      ["extract(year from '2026-10-31'::date)", 2026],
      ["cast(date_trunc('month', '2026-10-31'::date) as date)", '2026-10-01'],
    ])('%s is what DuckDB gives', async (expression, expected) => {
      expect(await value(expression)).toBe(expected);
      expect((await duckdb.rows(sql`select ${trusted(expression)} as v`))[0]?.['v']).toBe(expected);
    });

    it.each(["'nan'::double precision", "'infinity'::double precision", "'-infinity'::double precision", "'nan'::numeric"])(
      '%s is refused',
      async (expression) => {
        await expect(value(expression)).rejects.toThrow(RangeError);
      },
    );

    it.each(['9007199254740992::bigint', '(-9007199254740992)::bigint', 'sum(9007199254740993::bigint)'])(
      '%s, which no number holds exactly, is refused',
      async (expression) => {
        await expect(value(expression)).rejects.toThrow(RangeError);
      },
    );

    it('never is an object: an array is refused', async () => {
      await expect(value('array[1, 2]')).rejects.toThrow(TypeError);
    });

    it('keeps its column where a name comes twice', async () => {
      expect(await engine.rows(sql`select 1 as v, 2 as v`)).toEqual([{ v: 1, 'v:1': 2 }]);
      expect(await duckdb.rows(sql`select 1 as v, 2 as v`)).toEqual([{ v: 1, 'v:1': 2 }]);
    });

    it('comes from all rows when two queries run at once', async () => {
      const series = async (rows: number): Promise<number> =>
        (await engine.rows(sql`select i from generate_series(1, ${rows}) as r(i)`)).length;
      expect(await Promise.all([series(60_000), series(30_000), series(10), series(0)])).toEqual([60_000, 30_000, 10, 0]);
    });
  });

  describe('append', () => {
    const columns: readonly Column[] = [
      { name: 'id', type: 'text' },
      { name: 'a "b"', type: 'money' },
      { name: 'day', type: 'date' },
      { name: 'at', type: 'timestamp' },
      { name: 'yes', type: 'boolean' },
      { name: 'x', type: 'double' },
      { name: 'n', type: 'integer' },
    ];

    it('stores quotes, SQL, line ends and nulls as they are', async () => {
      const texts = [
        "O'Hara",
        `'); drop table t; --`,
        '"',
        '""',
        '',
        ' ',
        'a\nb\r\nc\rd',
        '\\',
        '\\.',
        'a\n\\.\nb',
        '=1+1',
        '张三 😀',
        ',',
        null,
      ];
      const rest = { 'a "b"': 1.25, day: '2026-02-28', at: '2026-02-28 23:59:59.5', yes: false, x: 0.1 + 0.2, n: -7 };
      await engine.append(
        't',
        columns,
        texts.map((id) => ({ id, ...rest })),
      );
      const rows = await engine.rows(sql`select * from t order by ctid`);
      expect(rows.map((row) => row['id'])).toEqual(texts);
      expect(rows[0]).toEqual({ id: "O'Hara", ...rest });
    });

    it('stores a table of one column, its nulls, empty texts and marks of an end too', async () => {
      const texts = [null, '', '\\.', null, 'x'];
      await engine.append(
        'one',
        [{ name: 'v', type: 'text' }],
        texts.map((v) => ({ v })),
      );
      expect((await engine.rows(sql`select v from one order by ctid`)).map((row) => row['v'])).toEqual(texts);
    });

    it('adds to what is there, in any number of batches', async () => {
      const rows = Array.from({ length: 12_003 }, (_, index) => ({ id: String(index) }));
      await engine.append('t', columns, rows.slice(0, 3));
      await engine.append('t', columns, rows.slice(3));
      const stored = await engine.rows(sql`select id, day from t order by ctid`);
      expect(stored.map((row) => row['id'])).toEqual(rows.map((row) => row.id));
      expect(stored.every((row) => row['day'] === null)).toBe(true);
    });

    it('makes an empty table of no rows', async () => {
      await engine.append('t', columns, []);
      expect(await count('t')).toBe(0);
    });

    it.each([{ id: 'a\0b' }, { x: Number.NaN }, { x: Infinity }])('refuses what no engine can hold, and adds no row', async (bad) => {
      await engine.append('t', columns, [{ id: 'first' }]);
      await expect(engine.append('t', columns, [{ id: 'second' }, bad])).rejects.toThrow(TypeError);
      expect(await engine.rows(sql`select id from t`)).toEqual([{ id: 'first' }]);
    });
  });

  describe('text', () => {
    const words = ['b', 'A', 'a', 'B', '_', 'é', '张', '李', '', ' a'];
    const byBytes = words.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    const wordsOf = async (query: string): Promise<unknown[]> => (await engine.rows(trusted(query))).map((row) => row['w']);

    // Else the tests below could not fail.
    it('is ordered by the database as no byte is', async ({ skip }) => {
      skip(process.env['CRM_EVAL_TEST_POSTGRES'] !== undefined, 'the server is a given one');
      expect(await value(`'a' < 'B'`)).toBe(true);
    });

    it('is ordered by its bytes in a table that was filled', async () => {
      await engine.append(
        'words',
        [{ name: 'w', type: 'text' }],
        words.map((w) => ({ w })),
      );
      expect(await wordsOf('select w from words order by w')).toEqual(byBytes);
      expect(await wordsOf('select cast(w as varchar) as w from words order by 1')).toEqual(byBytes);
      expect(await wordsOf(`select w || '' as w from words order by 1`)).toEqual(byBytes);
      expect(await wordsOf('select min(w) as w from words')).toEqual(['']);
    });

    it('is ordered by its bytes in a table made of literals, cast dates and names of the catalogue', async () => {
      const cases = words.map((word, index) => `when ${index} then '${word}'`).join(' ');
      await engine.create(
        'made',
        trusted(`select case i ${cases} end as w, cast(i as varchar(9)) as "a ""b""" from generate_series(0, 9) as r(i)`),
      );
      expect(await wordsOf('select w from made order by w')).toEqual(byBytes);
      expect(
        await engine.rows(
          trusted(`select distinct coalesce(collation_name, '-') as c from information_schema.columns where table_name = 'made'`),
        ),
      ).toEqual([{ c: 'C' }]);
    });
  });

  describe('create', () => {
    it('makes a table once; a second one of the name is an error', async () => {
      await engine.create('t', sql`select 1 as v`);
      expect(await engine.rows(sql`select * from t`)).toEqual([{ v: 1 }]);
      await expect(engine.create('t', sql`select 2 as v`)).rejects.toThrow(/already exists/);
    });

    it('tells the planner of large tables, and only of those', async () => {
      for (const rows of [999, 1000]) await engine.create(`t${rows}`, sql`select i as v from generate_series(1, ${rows}) as r(i)`);
      const known = await engine.rows(
        sql`select relname::varchar as t, reltuples as n from pg_class where relname in ('t999', 't1000') order by 1`,
      );
      expect(known).toEqual([
        { t: 't1000', n: 1000 },
        { t: 't999', n: -1 },
      ]);
    });

    it('finds tables in the private schema first, then in those of the search path, never elsewhere', async () => {
      await execute(url, 'create schema loaded', 'create table loaded.t as select 1 as v', 'create table public.p as select 1 as v');
      expect(await engine.rows(sql`select * from t`)).toEqual([{ v: 1 }]);
      await engine.create('t', sql`select 2 as v`);
      expect(await engine.rows(sql`select * from t`)).toEqual([{ v: 2 }]);
      await expect(engine.rows(sql`select * from p`)).rejects.toMatchObject({
        code: 'database-statement-failed',
        cause: { code: '42P01' },
      });
    });
  });

  describe('a transaction', () => {
    it('keeps all, or nothing', async () => {
      await engine.transaction(async () => {
        await engine.create('kept', sql`select 1 as v`);
      });
      const failing = engine.transaction(async () => {
        await engine.create('lost', sql`select 1 as v`);
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await count('kept')).toBe(1);
      await expect(count('lost')).rejects.toThrow(/lost/);
    });

    it('is lost with a statement that failed, even where nobody heard of it', async () => {
      const deaf = engine.transaction(async () => {
        await engine.create('half', sql`select 1 as v`);
        await value('1/0').catch(() => null);
      });
      await expect(deaf).rejects.toThrow(/rolled back/);
      await expect(count('half')).rejects.toThrow(/half/);
    });
  });

  describe('copyIn', () => {
    const copyIn = (...chunks: (string | Buffer)[]): Promise<number> => engine.copyIn(sql`t`, ['id', 'v'], Readable.from(chunks));
    beforeEach(() => engine.run(sql`create table t (v decimal(18,4), id varchar collate "C", day date)`));

    it('takes quoted text as it is and unquoted nothing as null, whatever the borders of the chunks', async () => {
      const bytes = Buffer.from('张三,1.5\n"",\n,"-2"\n"a ""b"",\n\\.\nc",3\n');
      const chunks = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
      expect(await copyIn(...chunks)).toBe(4);
      expect(await engine.rows(sql`select id, v, day from t order by ctid`)).toEqual([
        { id: '张三', v: 1.5, day: null },
        { id: '', v: null, day: null },
        { id: null, v: -2, day: null },
        { id: 'a "b",\n\\.\nc', v: 3, day: null },
      ]);
    });

    it('takes no row where one does not fit, and the session goes on', async () => {
      const many = Array.from({ length: 20_000 }, (_, index) => `C${index},1\n`).join('');
      await expect(copyIn(many, 'C,x\n', many, many)).rejects.toMatchObject({
        code: 'database-statement-failed',
        cause: { code: '22P02' },
      });
      await expect(copyIn('C,1,2\n')).rejects.toMatchObject({ cause: { code: '22P04' } });
      await expect(copyIn('C\0,1\n')).rejects.toMatchObject({ code: 'database-text-refused' });
      await expect(copyIn(Buffer.from([0x43, 0xff, 0x2c, 0x31, 0x0a]))).rejects.toMatchObject({ code: 'database-text-refused' });
      await expect(copyIn('C,100000000000000\n')).rejects.toMatchObject({ code: 'database-number-overflow' });
      expect(await count('t')).toBe(0);
    });

    it('takes no row of a source that breaks, and says why it broke', async () => {
      const source = Readable.from(
        (function* () {
          yield 'C1,1\n';
          throw new RangeError('the file is gone');
        })(),
      );
      await expect(engine.copyIn(sql`t`, ['id', 'v'], source)).rejects.toThrow(RangeError);
      await expect(engine.copyIn(sql`t`, ['id', 'v'], createReadStream('/nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
      expect(await count('t')).toBe(0);
    });

    it('names the table that is missing', async () => {
      await expect(engine.copyIn(identifier('nowhere'), ['v'], Readable.from(['1\n']))).rejects.toMatchObject({ cause: { code: '42P01' } });
      expect(await copyIn()).toBe(0);
    });
  });
});
