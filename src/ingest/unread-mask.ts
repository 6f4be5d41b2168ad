import { lastShapeReason } from '../quality/check.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { badCell } from './casting/cast-field.ts';
import { valueOf } from './derived-fields.ts';
import { convertedBadly, type EngineTypes } from './engine-types.ts';
import { rawColumn } from './raw-records.ts';
import type { FieldPlan, LoadedTable } from './table-plan.ts';

/** The bit of `_bad` that says that the cell of a field could not be read. */
export function fieldBit(index: number): Sql {
  return trusted(`${2n ** BigInt(index)}::ubigint`);
}

/** `_bad` inside the loading query, as narrow as the number of fields allows; fields that are not needed have no bit set. */
export function badMask(fields: readonly FieldPlan[], needed: readonly FieldPlan[], types: EngineTypes): Sql {
  const bits = fields.flatMap((field, index) => {
    if (!needed.includes(field)) return [];
    const value = valueOf(field.name);
    const bad = types.has(field.index) ? convertedBadly(field, types, value) : badCell(field.definition, rawColumn(field.index), value);
    return bad === null ? [] : [sql`case when ${bad} then ${fieldBit(index)} else 0 end`];
  });
  const type = fields.length <= 16 ? 'usmallint' : fields.length <= 32 ? 'uinteger' : 'ubigint';
  return sql`(${bits.length === 0 ? trusted('0') : join(bits, ' + ')})::${trusted(type)}`;
}

/** Whether the cell of a field could not be read, by `_bad`; null for a field that the file does not have. */
export function isUnread(fields: readonly FieldPlan[], name: string): Sql | null {
  const index = fields.findIndex((field) => field.name === name);
  return index === -1 ? null : sql`(_bad & ${fieldBit(index)}) <> 0`;
}

/** The cells of lines that are no records (a repeated header, a footer) are not what could not be read. */
export const holdsCells = sql`_reason not between 1 and ${lastShapeReason}`;

/** The fields of which at least one cell could not be read. */
export async function unreadFields(loaded: LoadedTable, engine: DuckDbEngine): Promise<FieldPlan[]> {
  const [row] = await engine.rows<{ mask: string }>(
    sql`select coalesce(bit_or(_bad) filter (where ${holdsCells}), 0)::varchar as mask from ${identifier(loaded.name)}`,
  );
  const mask = BigInt(row?.mask ?? '0');
  return loaded.fields.filter((_, index) => (mask & (1n << BigInt(index))) !== 0n);
}

/** `_percent` inside the loading query, of fields that take a % for a hundredth: bit i where the cell or the header of `fields[i]` has one; null where no field takes any. */
export function percentMask(fields: readonly FieldPlan[], needed: readonly FieldPlan[]): Sql | null {
  const bits = fields.flatMap((field, index) => {
    if (field.definition.percents !== true || !needed.includes(field)) return [];
    const raw = sql`cast(${rawColumn(field.index)} as varchar)`;
    const has = field.reading.percent ? sql`${raw} is not null` : sql`(contains(${raw}, '%') or contains(${raw}, '％'))`;
    return [sql`case when ${has} then ${fieldBit(index)} else 0 end`];
  });
  return bits.length === 0 ? null : sql`(${join(bits, ' + ')})::ubigint`;
}

/** Whether the cell of a field is written in %, by `_percent`; null for a field that takes none, or that the file does not have. */
export function isPercent(fields: readonly FieldPlan[], name: string): Sql | null {
  const index = fields.findIndex((field) => field.name === name);
  return index === -1 || fields[index]!.definition.percents !== true ? null : sql`(_percent & ${fieldBit(index)}) <> 0`;
}
