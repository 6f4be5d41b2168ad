import { type Sql, sql, trusted } from '../engine/sql.ts';
import { castField, plausibleInstant, soberAmount } from './casting/cast-field.ts';
import { rawColumn } from './raw-records.ts';
import type { FieldPlan, TablePlan } from './table-plan.ts';
import { factorOfWord, unitBeside, wordOfUnit } from './unit-beside.ts';

/** Columns that the engine's reader converts itself while it reads, by position; all others come as text. */
export type EngineTypes = ReadonlyMap<number, string>;

const isoInstant = /^\d{4}([-/])\d{1,2}\1\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?$/;
const plainNumber = /^-?\d{1,9}(?:\.\d{1,9})?$/;

/**
 * The needed columns whose first records are all written as the engine itself writes them. Reading them so saves holding and casting their text
 * (about half the time of loading); a cell further down that the engine cannot convert makes it refuse the file, which is then read as text.
 */
export function engineTypes(plan: TablePlan, needed: readonly FieldPlan[], zone: string | null): EngineTypes {
  const types = new Map<number, string>();
  for (const field of needed) {
    const type = engineType(field, zone);
    const cells = plan.table.head.map((record) => record[field.index] ?? '').filter((cell) => cell !== '');
    const pattern = type === 'TIMESTAMP' ? isoInstant : plainNumber;
    const alone = plan.fields.filter((other) => other.index === field.index).length === 1;
    if (type !== null && alone && cells.length > 0 && cells.every((cell) => pattern.test(cell))) types.set(field.index, type);
  }
  return types;
}

function engineType({ definition, reading }: FieldPlan, zone: string | null): string | null {
  switch (definition.type) {
    case 'instant':
    case 'date':
      return zone === null && reading.dateOrder === null ? 'TIMESTAMP' : null;
    case 'money':
      return reading.multiplier === 1 && !reading.decimalComma ? 'DECIMAL(18,4)' : null;
    case 'price':
      return reading.multiplier === 1 && !reading.decimalComma ? 'DECIMAL(18,9)' : null;
    case 'quantity':
      return reading.multiplier === 1 && !reading.decimalComma && !(definition.percents === true && reading.percent)
        ? 'DECIMAL(18,6)'
        : null;
    default:
      return null;
  }
}

/** What raw records have beside their cells for `fieldValue`: the word of the unit of a row, made once for all fields and branches that ask for it. */
export function besideCells(needed: readonly FieldPlan[], fields: readonly FieldPlan[]): Sql[] {
  const beside = needed.map((field) => unitBeside(field, fields)).find((unit) => unit !== null);
  return beside === undefined ? [] : [sql`${wordOfUnit(rawColumn(beside.index))} as ${unitWord}`];
}

const unitWord = trusted('_unit_word');

/** The value of a field inside the loading query; `fields`: all of the table. */
export function fieldValue(field: FieldPlan, fields: readonly FieldPlan[], types: EngineTypes, zone: string | null): Sql {
  const raw = rawColumn(field.index);
  const factor = unitBeside(field, fields) === null ? null : factorOfWord(unitWord);
  if (types.get(field.index) === undefined) return castField(field.definition, raw, field.reading, zone, factor);
  if (factor !== null) return sql`try_cast(${raw} * ${factor} as decimal(18,6))`;
  if (field.definition.type === 'money') return soberAmount(raw);
  if (field.definition.type === 'instant') return plausibleInstant(raw);
  return field.definition.type === 'date' ? sql`${plausibleInstant(raw)}::date` : raw;
}

/** Whether a cell holds something that `fieldValue` made nothing of, for a column that the engine converted; null where that cannot be. */
export function convertedBadly(field: FieldPlan, types: EngineTypes, value: Sql): Sql | null {
  if (types.get(field.index) === undefined) return null;
  return sql`case when ${value} is null then ${rawColumn(field.index)} is not null else false end`;
}

/** How the engine is told to read a column. */
export function readerType(index: number, types: EngineTypes): string {
  return types.get(index) ?? 'VARCHAR';
}
