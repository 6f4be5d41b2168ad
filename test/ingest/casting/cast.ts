import { afterAll, beforeAll } from 'vitest';
import type { DuckDbEngine } from '../../../src/engine/duckdb.ts';
import { join, literal, type Sql, sql, trusted } from '../../../src/engine/sql.ts';
import { badCell, castField } from '../../../src/ingest/casting/cast-field.ts';
import { castingMacros } from '../../../src/ingest/casting/macros.ts';
import type { Reading } from '../../../src/ingest/casting/reading.ts';
import type { Cell } from '../../../src/lib/rows.ts';
import type { Field, FieldType } from '../../../src/model/define.ts';
import { openEngine } from '../../engine/open-engine.ts';

/** A column about which nothing had to be decided. */
const plainReading: Reading = {
  dateOrder: null,
  dateOrderSure: true,
  dateOrderFrom: null,
  swapped: null,
  decimalComma: false,
  separators: 'none',
  multiplier: 1,
  percent: false,
  words: new Map(),
  marked: true,
  textMark: false,
  wholeDecimals: false,
};

export interface CastCell {
  readonly value: Cell;
  /** Whether the cell holds something that could not be read. */
  readonly bad: boolean;
}

export interface Caster {
  cells(type: FieldType, texts: readonly string[], reading?: Partial<Reading>, zone?: string | null): Promise<CastCell[]>;
  values(type: FieldType, texts: readonly string[], reading?: Partial<Reading>, zone?: string | null): Promise<Cell[]>;
  /** The cell of each text, for tests of one text each: a query takes as long for one as for all of them. */
  together(type: FieldType, texts: readonly string[], reading?: Partial<Reading>): (text: string) => Promise<CastCell | undefined>;
}

/** Casts texts as a column of a field type is cast, in an engine that is there for the tests of the file. */
export function useCaster(): Caster {
  let engine: DuckDbEngine;
  beforeAll(async () => {
    engine = await openEngine();
    engine.define(castingMacros);
  });
  afterAll(() => engine.close());
  const cells: Caster['cells'] = async (type, texts, reading = {}, zone = null) => {
    const field: Field = { type, title: { en: '', 'zh-CN': '' }, meaning: { en: '', 'zh-CN': '' }, aliases: [] };
    const raw = trusted('raw');
    const value = castField(field, raw, { ...plainReading, ...reading }, zone);
    const rows = await engine.rows(
      sql`select ${value} as value, ${badCell(field, raw, value)} as bad from (values ${records(texts)}) as t(place, raw) order by place`,
    );
    return rows.map((row) => ({ value: row['value'] ?? null, bad: row['bad'] === true }));
  };
  const together: Caster['together'] = (type, texts, reading) => {
    let asked: Promise<CastCell[]> | null = null;
    return async (text) => (await (asked ??= cells(type, texts, reading)))[texts.indexOf(text)];
  };
  return { cells, values: async (...request) => (await cells(...request)).map((cell) => cell.value), together };
}

/** A blank cell is null, as the file reader gives it. */
function records(texts: readonly string[]): Sql {
  return join(texts.map((text, index) => sql`(${index}, ${text === '' ? trusted('null::varchar') : literal(text)})`));
}
