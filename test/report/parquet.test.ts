import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import type { Row } from '../../src/lib/rows.ts';
import { renderParquet } from '../../src/report/parquet.ts';
import type { Result, ResultColumn, TableSection, ValueType } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { openEngine } from '../engine/open-engine.ts';
import { awkward, everything } from './awkward-result.ts';
import { naughtyStrings, resultOf } from './naughty-strings.ts';

let engine: DuckDbEngine;
const folder = mkdtempSync(join(tmpdir(), 'crm-eval-parquet-'));
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;

/** A new file each time: the engine remembers what a file held. */
async function written(...arguments_: Parameters<typeof renderParquet>): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.parquet`);
  writeFileSync(path, await renderParquet(...arguments_));
  return path;
}

/** The table as another program reads it: the engine. */
async function readBack(...arguments_: Parameters<typeof renderParquet>): Promise<{ types: string[]; rows: Row[] }> {
  const path = await written(...arguments_);
  const types = await engine.rows<{ column_name: string; column_type: string }>(
    sql`select column_name, column_type from (describe from read_parquet(${path}))`,
  );
  return { types: types.map((row) => `${row.column_name} ${row.column_type}`), rows: await engine.rows(sql`from read_parquet(${path})`) };
}

function table(columns: Readonly<Record<string, ValueType>>, rows: TableSection['rows']): Result {
  const declared = Object.entries(columns).map(([id, type]): ResultColumn => ({ id, title: id, type, unit: null, basis: null }));
  const glance = { first: [], most: 20, below: [], hidden: [] };
  return {
    ...awkward,
    sections: [{ id: 't', title: 'T', kind: 'table', place: 'answer', columns: declared, rows, total: rows.length, glance, chart: null }],
  };
}

describe('renderParquet', () => {
  it('gives every column the type of the result, and keeps values and nulls as they are', async () => {
    const { types, rows } = await readBack(awkward, everything);
    expect(types).toEqual([
      'customer_id VARCHAR',
      'customer_name VARCHAR',
      'score DOUBLE',
      'revenue DOUBLE',
      'share DOUBLE',
      'orders BIGINT',
      'last_order_on DATE',
      'seen_at TIMESTAMP',
      'active BOOLEAN',
      'note VARCHAR',
    ]);
    const section = awkward.sections[1] as TableSection;
    // Half a character cannot be stored in UTF-8.
    const expected = Array.from(section.rows, (row) => ({ ...row, note: Buffer.from(String(row['note'])).toString('utf8') }));
    expect(rows).toEqual(expected);
  });

  it('keeps dates and instants from the first year to the last, before and after 1970', async () => {
    const rows = [
      { day: '0001-01-01', at: '0001-01-01 00:00:00' },
      { day: '1899-12-31', at: '1899-12-31 23:59:59.5' },
      { day: '1969-12-31', at: '1969-12-31 23:59:59.999999' },
      { day: '1970-01-01', at: '1970-01-01 00:00:00' },
      { day: '2024-02-29', at: '2024-02-29T12:30' },
      { day: '9999-12-31', at: '9999-12-31 23:59:59' },
    ];
    const { rows: read } = await readBack(table({ day: 'date', at: 'instant' }, rows), everything);
    expect(read.map((row) => row['day'])).toEqual(rows.map((row) => row.day));
    expect(read.map((row) => row['at'])).toEqual([...rows.slice(0, 4).map((row) => row.at), '2024-02-29 12:30:00', '9999-12-31 23:59:59']);
  });

  it('keeps any number and any whole number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ n: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), i: fc.option(fc.maxSafeInteger()) }), {
          minLength: 1,
        }),
        async (rows) => {
          const { types, rows: read } = await readBack(table({ n: 'number', i: 'integer' }, rows), everything);
          expect(types).toEqual(['n DOUBLE', 'i BIGINT']);
          expect(read.map((row) => row['n'])).toEqual(rows.map((row) => row.n));
          expect(read.map((row) => row['i'])).toEqual(rows.map((row) => row.i));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('stores null for what is no finite number', async () => {
    const { rows } = await readBack(table({ n: 'number' }, [{ n: NaN }, { n: Infinity }, { n: 1 }]), everything);
    expect(rows).toEqual([{ n: null }, { n: null }, { n: 1 }]);
  });

  it('stores a whole column in a wider type where a value does not fit its own', async () => {
    const columns = { i: 'integer', d: 'date', f: 'flag', t: 'instant', id: 'id' } as const;
    const { types, rows } = await readBack(
      table(columns, [
        { i: 1, d: '2026-01-31', f: true, t: '2026-01-31 10:00', id: 7 },
        { i: 0.5, d: 'soon', f: 'maybe', t: '25:00', id: '007' },
      ]),
      everything,
    );
    expect(types).toEqual(['i DOUBLE', 'd VARCHAR', 'f VARCHAR', 't VARCHAR', 'id VARCHAR']);
    expect(rows[0]).toEqual({ i: 1, d: '2026-01-31', f: 'true', t: '2026-01-31 10:00', id: '7' });
  });

  it('keeps the types of a table without rows and of a column of nulls', async () => {
    const columns = { a: 'text', b: 'integer', c: 'date', d: 'instant', e: 'flag', f: 'money' } as const;
    const types = ['a VARCHAR', 'b BIGINT', 'c DATE', 'd TIMESTAMP', 'e BOOLEAN', 'f DOUBLE'];
    expect(await readBack(table(columns, []), everything)).toEqual({ types, rows: [] });
    const nulls = { a: null, b: null, c: null, d: null, e: null, f: null };
    expect(await readBack(table(columns, [nulls, nulls]), everything)).toEqual({ types, rows: [nulls, nulls] });
  });

  it('writes the section asked for, facts too, and no more rows than the limit', async () => {
    expect((await readBack(awkward, { ...everything, limit: 2 })).rows.map((row) => row['customer_id'])).toEqual(['001', '17850']);
    const { types, rows } = await readBack(awkward, { ...everything, sections: ['overview'] });
    expect(types).toEqual([
      'id VARCHAR',
      'title VARCHAR',
      'value VARCHAR',
      'unit VARCHAR',
      'n DOUBLE',
      'low DOUBLE',
      'high DOUBLE',
      'basis VARCHAR',
    ]);
    expect(rows[1]).toMatchObject({ id: 'repeat_rate', value: '0.18', n: 412, low: 0.146, high: 0.22 });
  });

  it('keeps names of columns that JavaScript has its own ideas of', async () => {
    const names = ['__proto__', 'constructor', '客户 "名称"', 'a.b', 'toString', ' '];
    const row = Object.fromEntries(names.map((name) => [name, name]));
    const columns = Object.fromEntries(names.map((name) => [name, 'text' as const]));
    const { types } = await readBack(table(columns, [row]), everything);
    expect(types).toEqual(names.map((name) => `${name} VARCHAR`));
  });

  it('joins what is written in pieces, in order', { tags: ['slow'] }, async () => {
    const texts = Array.from({ length: 234_567 }, (_, index) => `客户 ${index % 1000}`);
    const { rows } = await readBack(resultOf(texts), everything);
    expect(rows.map((row) => row['text'])).toEqual(texts);
    expect(rows.every((row, index) => row['n'] === index)).toBe(true);
  });

  it('refuses a result without any section', async () => {
    const empty = { ...awkward, sections: [] };
    await expect(renderParquet(empty, everything)).rejects.toMatchObject({ code: 'nothing-for-parquet', exit: 'usage' });
  });
});

describeWithData('naughty strings in Parquet', (data) => {
  it('come back as they were', async () => {
    const strings = naughtyStrings(data);
    const path = await written(resultOf(strings), everything);
    // As bytes: the way from the engine takes a mark of order off the front of a text.
    const rows = await engine.rows(sql`select hex(text) as bytes from read_parquet(${path})`);
    expect(rows.map((row) => Buffer.from(String(row['bytes']), 'hex').toString('utf8'))).toEqual(strings);
  });
});
