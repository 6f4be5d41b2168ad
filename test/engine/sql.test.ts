import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { identifier, join, literal, sql, trusted } from '../../src/engine/sql.ts';
import { openEngine } from './open-engine.ts';

/** Any text that a database can hold: no NUL, no half of a surrogate pair. */
const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));

describe('sql', () => {
  it('turns values into literals and leaves SQL as it is', () => {
    const query = sql`select ${identifier('a "b"')} from t where x = ${"O'Hara"} and y = ${-1.5} and z is ${null} and f = ${true} and ${trusted('1 = 1')}`;
    expect(query.text).toBe(`select "a ""b""" from t where x = 'O''Hara' and y = (-1.5) and z is null and f = true and 1 = 1`);
  });

  it('keeps a minus sign from becoming a comment', () => {
    expect(sql`select 1 -${-1}`.text).toBe('select 1 -(-1)');
  });

  it('joins parts', () => {
    expect(join([sql`a`, sql`${1}`, literal('x')]).text).toBe("a, 1, 'x'");
    expect(join([], ' union all ').text).toBe('');
  });

  it('refuses what no engine can hold', () => {
    expect(() => literal('a\0b')).toThrow(TypeError);
    expect(() => literal(Number.NaN)).toThrow(TypeError);
    expect(() => literal(Number.POSITIVE_INFINITY)).toThrow(TypeError);
    expect(() => identifier('')).toThrow(TypeError);
    expect(() => identifier('a\0b')).toThrow(TypeError);
  });
});

describe('text in SQL', () => {
  let engine: DuckDbEngine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  it('comes back as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (values) => {
        const rows = await engine.rows(sql`select ${join(values.map((value, index) => sql`${value} as ${identifier(`v${index}`)}`))}`);
        expect(values.map((_, index) => rows[0]?.[`v${index}`])).toEqual(values);
      }),
      { numRuns: 150 },
    );
  });

  it('names a column as it was named, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(
        text.filter((name) => name !== ''),
        async (name) => {
          const rows = await engine.rows(sql`select column_name as name from (describe (select 1 as ${identifier(name)}))`);
          expect(rows[0]?.['name']).toBe(name);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    "'; drop table t; --",
    "\\'; select 1; --",
    '$$; select 2; $$',
    "x' or '1'='1",
    '"',
    '""',
    "'",
    "E'\\''",
    '${1}',
    '%s',
    '/* */',
    '--',
  ])('%s is only a text', async (value) => {
    expect(await engine.rows(sql`select ${value} as v, ${1} as ${identifier(value)}`)).toEqual([{ v: value, [value]: 1 }]);
  });
});

describe('numbers in SQL', () => {
  let engine: DuckDbEngine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  it('come back exactly: whole ones and those of money', async () => {
    await fc.assert(
      fc.asyncProperty(fc.maxSafeInteger(), fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), async (whole, cents) => {
        const rows = await engine.rows(
          sql`select ${whole}::bigint as whole, ${cents / 100}::decimal(18,4) as money, ${cents / 100}::double as double`,
        );
        expect(rows).toEqual([{ whole: whole + 0, money: cents / 100 + 0, double: cents / 100 + 0 }]);
      }),
      { numRuns: 100 },
    );
  });

  it('appended as floats come back exactly, whatever they are', async () => {
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }), async (values) => {
        tables += 1;
        await engine.append(
          `t${tables}`,
          [{ name: 'v', type: 'double' }],
          values.map((v) => ({ v })),
        );
        const rows = await engine.rows(sql`select v from ${identifier(`t${tables}`)} order by rowid`);
        expect(rows.map((row) => Number(row['v']) + 0)).toEqual(values.map((v) => v + 0));
      }),
      { numRuns: 60 },
    );
  });
});
