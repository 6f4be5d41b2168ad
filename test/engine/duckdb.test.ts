import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbEngine, type StatementProgress } from '../../src/engine/duckdb.ts';
import { sql, trusted } from '../../src/engine/sql.ts';
import type { Column } from '../../src/lib/rows.ts';

let folder: string;
let scratch: string;
let engine: DuckDbEngine;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crm-eval-engine-'));
  scratch = mkdtempSync(join(folder, 'scratch-'));
  engine = await DuckDbEngine.open({ scratch, threads: 2 });
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function value(expression: string): Promise<unknown> {
  const [row] = await engine.rows(sql`select ${trusted(expression)} as v`);
  return row?.['v'];
}

describe('a cell of the engine', () => {
  it.each([
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['(-9007199254740991)::bigint', -9_007_199_254_740_991],
    ['170141183460469231731687303715884::hugeint // 1000000000000000000000', 170_141_183_460],
    ['count(*)', 1],
    ['1.10::decimal(18,4)', 1.1],
    ['(-0.0001)::decimal(18,4)', -0.0001],
    ['sum(12345678901.2345::decimal(18,4))', 12_345_678_901.2345],
    ["'2026-10-31'::date", '2026-10-31'],
    ["'2026-10-31 09:05:07'::timestamp", '2026-10-31 09:05:07'],
    ["'2026-10-31 09:05:07.25'::timestamp", '2026-10-31 09:05:07.25'],
    ['0.1::double', 0.1],
    ['true', true],
    ['null::bigint', null],
    ['null::date', null],
    ["'张三'", '张三'],
    ["''", ''],
  ])('%s arrives as a plain value', async (expression, expected) => {
    expect(await value(expression)).toBe(expected);
  });

  it.each(["'nan'::double", "'infinity'::double", "'-infinity'::double"])('%s is refused', async (expression) => {
    await expect(value(expression)).rejects.toThrow(RangeError);
  });

  it.each(['9007199254740992::bigint', '(-9007199254740992)::bigint', 'sum(9007199254740993::bigint)'])(
    '%s, which no number holds exactly, is refused',
    async (expression) => {
      await expect(value(expression)).rejects.toThrow(RangeError);
    },
  );

  it('never is an object: a list is refused', async () => {
    await expect(value('[1, 2]')).rejects.toThrow(TypeError);
  });

  it('names a sum that its column does not hold as a fault of the data', async () => {
    await expect(value('(99999999999999::decimal(38,4) * 100)::decimal(18,4)')).rejects.toMatchObject({ code: 'number-overflow' });
    await expect(
      engine.create('sums', sql`select sum(v)::decimal(18,4) as v from (values (99999999999999::decimal(18,4)), (1)) as t(v)`),
    ).rejects.toMatchObject({
      code: 'number-overflow',
      exit: 'inputUnreadable',
    });
  });

  it('keeps the order of rows over many chunks', async () => {
    const rows = await engine.rows(sql`select i::bigint as i, 'x' || i as t from range(10000) as r(i) order by i`);
    expect(rows).toHaveLength(10_000);
    expect(rows.every((row, index) => row['i'] === index && row['t'] === `x${index}`)).toBe(true);
  });

  it('comes from all rows or from none: an error far into a query is an error', async () => {
    await expect(
      engine.rows(sql`select case when i = 150000 then error('boom') else i::varchar end as v from range(200000) as r(i)`),
    ).rejects.toThrow(/boom/);
  });

  it('comes in order from all rows of which the number is known, or from none: an error on the way is one', async () => {
    const rows = await engine.list(sql`select i::bigint as i, 'x' || i as t from range(100000) as r(i) order by i desc`, 100_000);
    expect([rows.length, rows.slice(0, 1), rows.slice(99_999)]).toEqual([100_000, [{ i: 99_999, t: 'x99999' }], [{ i: 0, t: 'x0' }]]);
    const failing = sql`select case when i = 150000 then error('boom') else i::varchar end as v from range(200000) as r(i)`;
    await expect(engine.list(failing, 200_000)).rejects.toThrow(/boom/);
    expect(await engine.list(sql`select i from range(5000) as r(i)`, 4_000)).toHaveLength(5_000);
  });

  it('comes from all rows when two queries run at once', async () => {
    const count = async (rows: number): Promise<number> =>
      (await engine.rows(sql`select i::bigint as i from range(${rows}) as r(i)`)).length;
    expect(await Promise.all([count(60_000), count(30_000), count(10)])).toEqual([60_000, 30_000, 10]);
  });

  it('is an empty list where there is no row', async () => {
    expect(await engine.rows(sql`select 1 as v where false`)).toEqual([]);
  });
});

describe('append', () => {
  const columns: readonly Column[] = [
    { name: 'id', type: 'text' },
    { name: 'a "b"', type: 'money' },
    { name: 'day', type: 'date' },
    { name: 'at', type: 'timestamp' },
    { name: 'yes', type: 'boolean' },
  ];

  it('stores quotes, SQL, line ends and nulls as they are', async () => {
    const texts = ["O'Hara", `'); drop table t; --`, '"', '', ' ', 'a\nb\r\nc', '\\', '=1+1', '张三 😀', null];
    await engine.append(
      't',
      columns,
      texts.map((id) => ({ id, 'a "b"': 1.25, day: '2026-02-28', at: '2026-02-28 23:59:59', yes: false })),
    );
    const rows = await engine.rows(sql`select * from t order by rowid`);
    expect(rows.map((row) => row['id'])).toEqual(texts);
    expect(rows[0]).toEqual({ id: "O'Hara", 'a "b"': 1.25, day: '2026-02-28', at: '2026-02-28 23:59:59', yes: false });
  });

  it('adds to what is there, in any number of batches', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => ({ id: String(index) }));
    await engine.append('t', columns, rows.slice(0, 3));
    await engine.append('t', columns, rows.slice(3));
    const stored = await engine.rows(sql`select id, day from t order by rowid`);
    expect(stored.map((row) => row['id'])).toEqual(rows.map((row) => row.id));
    expect(stored.every((row) => row['day'] === null)).toBe(true);
  });

  it('keeps floats to the last digit, whole numbers up to 2^53, and decimals as they are written', async () => {
    const values = [0.1, 1 / 3, -2.5e-300, Number.MAX_VALUE, 2 ** 53 + 2, -0.7];
    await engine.append(
      'f',
      [{ name: 'v', type: 'double' }],
      values.map((v) => ({ v })),
    );
    expect((await engine.rows(sql`select v from f order by rowid`)).map((row) => row['v'])).toEqual(values);
    const types: Column[] = [
      { name: 'whole', type: 'integer' },
      { name: 'money', type: 'money' },
    ];
    const rows = [
      { whole: Number.MAX_SAFE_INTEGER, money: 99_999_999_999.9999 },
      { whole: -1, money: -0.00005 },
      { whole: 0, money: 1e-7 },
    ];
    await engine.append('n', types, rows);
    expect(await engine.rows(sql`select * from n order by rowid`)).toEqual([
      rows[0],
      { whole: -1, money: -0.0001 },
      { whole: 0, money: 0 },
    ]);
  });

  it('refuses numbers that are not finite, texts with a NUL and what the type of the column cannot hold, and says so', async () => {
    const one = [{ name: 'v', type: 'double' }] as const;
    await expect(engine.append('a', one, [{ v: 1 }, { v: Number.NaN }])).rejects.toThrow('finite');
    await expect(engine.append('b', [{ name: 'v', type: 'text' }], [{ v: 'a\0b' }])).rejects.toThrow('NUL');
    await expect(engine.append('c', [{ name: 'd', type: 'date' }, ...one], [{ d: '2026-02-30', v: 1 }])).rejects.toThrow(/2026-02-30/);
  });

  it('makes an empty table of no rows', async () => {
    await engine.append('t', columns, []);
    expect(await engine.rows(sql`select count(*) as n from t`)).toEqual([{ n: 0 }]);
  });
});

describe('create', () => {
  it('makes a table once; a second one of the name is an error', async () => {
    await engine.create('t', sql`select 1 as v`);
    expect(await engine.rows(sql`from t`)).toEqual([{ v: 1 }]);
    await expect(engine.create('t', sql`select 2 as v`)).rejects.toThrow(/already exists/);
  });
});

describe('a locked engine', () => {
  it('reads and writes no file outside of its own folder any more', async () => {
    const path = join(folder, 'secret.csv');
    writeFileSync(path, 'a\n1\n');
    expect(await engine.rows(sql`from read_csv(${path})`)).toHaveLength(1);
    await engine.lock();
    await expect(engine.rows(sql`from read_csv(${path})`)).rejects.toThrow(/Permission/i);
    await expect(engine.rows(sql`from read_text('/etc/hostname')`)).rejects.toThrow(/Permission/i);
    await expect(engine.run(sql`attach ${join(folder, 'x.db')} as other`)).rejects.toThrow(/Permission|disabled/i);
    await expect(engine.run(sql`copy (select 1) to ${join(folder, 'out.csv')}`)).rejects.toThrow(/Permission/i);
  });

  it('changes no setting any more', async () => {
    await engine.lock();
    for (const statement of [
      'set enable_external_access = true',
      'set lock_configuration = false',
      'set threads = 1',
      'load excel',
      'install excel',
    ]) {
      await expect(engine.run(trusted(statement))).rejects.toThrow();
    }
  });

  it('still computes', async () => {
    await engine.append('t', [{ name: 'v', type: 'integer' }], [{ v: 1 }, { v: 2 }]);
    await engine.lock();
    await engine.create('doubled', sql`select v * 2 as v from t`);
    expect(await engine.rows(sql`select sum(v) as total from doubled`)).toEqual([{ total: 6 }]);
  });
});

describe('what was announced', () => {
  it('is counted as it is made, in order, by either way, and no more once all is', async () => {
    expect(engine.steps()).toBeNull();
    engine.announce(['one', 'two', 'three']);
    expect(engine.steps()).toEqual({ done: 0, total: 3, next: 'one' });
    await engine.create('one', sql`select 1 as x`);
    await engine.create('other', sql`select 1 as x`);
    expect(engine.steps()).toEqual({ done: 1, total: 3, next: 'two' });
    await engine.append('two', [{ name: 'x', type: 'integer' }], [{ x: 1 }]);
    await engine.create('three', sql`select 1 as x`);
    expect(engine.steps()).toBeNull();
  });

  it('is counted in whatever order it is made', async () => {
    engine.announce(['one', 'two', 'three']);
    await engine.create('three', sql`select 1 as x`);
    expect(engine.steps()).toEqual({ done: 1, total: 3, next: 'one' });
    await engine.append('one', [{ name: 'x', type: 'integer' }], [{ x: 1 }]);
    expect(engine.steps()).toEqual({ done: 2, total: 3, next: 'two' });
    await engine.create('two', sql`select 1 as x`);
    expect(engine.steps()).toBeNull();
  });
});

describe('progress', { tags: ['slow'] }, () => {
  it('tells the table, the share and the rows of the statement that runs, and nothing while none does', async () => {
    expect(engine.progress()).toBeNull();
    await engine.create('numbers', sql`select i from range(4000000) as r(i)`);
    expect(engine.progress()).toBeNull();
    const seen: StatementProgress[] = [];
    const timer = setInterval(() => seen.push(...[engine.progress()].filter((progress) => progress !== null)), 1);
    await engine.create('hashes', sql`select md5(md5(md5(i::varchar))) as h from numbers`);
    clearInterval(timer);
    expect(engine.progress()).toBeNull();
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map((progress) => progress.table))).toEqual(new Set(['hashes']));
    expect(seen.every(({ share, rows, totalRows }) => share >= 0 && share <= 1 && rows >= 0 && rows <= totalRows)).toBe(true);
    expect(seen.map((progress) => progress.share)).toEqual(seen.map((progress) => progress.share).toSorted((one, other) => one - other));
    expect(seen.at(-1)?.share).toBeGreaterThan(0.1);
    // The last look may fall between the end of the work and that of the statement.
    expect(Math.max(...seen.map((progress) => progress.totalRows)) / 4_000_000).toBeCloseTo(1, 2);
  });

  it('is still told once the engine is locked', async () => {
    await engine.create('numbers', sql`select i from range(4000000) as r(i)`);
    await engine.lock();
    const seen: StatementProgress[] = [];
    const timer = setInterval(() => seen.push(...[engine.progress()].filter((progress) => progress !== null)), 1);
    expect(await engine.rows(sql`select max(md5(md5(md5(i::varchar)))) as h from numbers`)).toHaveLength(1);
    clearInterval(timer);
    expect(seen.map((progress) => progress.table)).toContain(null);
  });
});

describe('an engine', () => {
  it('counts time in UTC whatever the zone of the machine', async () => {
    expect(await value("current_setting('TimeZone')")).toBe('UTC');
    expect(await value("timezone('UTC', '2026-03-08 02:30:00'::timestamp)::varchar")).toBe('2026-03-08 02:30:00+00');
  });

  it('ends a long query when it is interrupted', async () => {
    const long = engine.rows(sql`select count(*) as n from range(1000000) as a(i), range(1000000) as b(j) where (i * j) % 7 = 3`);
    const timer = setInterval(() => engine.interrupt(), 50);
    try {
      await expect(long).rejects.toThrow(/interrupt/i);
    } finally {
      clearInterval(timer);
    }
    expect(await value('1')).toBe(1);
  }, 15_000);

  it('makes functions that both connections call for at the same moment before either calls them', async () => {
    engine.define([sql`create macro crm_one(x) as x + 1`, sql`create macro crm_two(x) as x + 2`]);
    // The first function is made behind this, the second at once.
    const busy = engine.create('busy', sql`select sum(i * j % 7) as n from range(20000) as a(i), range(2000) as b(j)`);
    const made = engine.create('made', sql`select crm_one(1) as v`);
    const read = [engine.rows(sql`select crm_two(1) as v`), engine.rows(sql`select crm_one(1) as v`)];
    expect(await Promise.all(read)).toEqual([[{ v: 3 }], [{ v: 2 }]]);
    await Promise.all([busy, made]);
    await engine.drop('busy');
    await engine.drop('made');
  });

  it('takes the limits it is given', async () => {
    const small = await DuckDbEngine.open({ scratch, threads: 1, memoryLimit: 100_000_000 });
    try {
      const settings = await small.rows(
        sql`select current_setting('threads') as threads, current_setting('memory_limit') as memory, current_setting('temp_directory') as folder`,
      );
      expect(settings).toEqual([{ threads: 1, memory: '95.3 MiB', folder: scratch }]);
    } finally {
      await small.close();
    }
  });
});
