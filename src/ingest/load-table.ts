import type { DuckDbEngine } from '../engine/duckdb.ts';
import { exhausted } from '../engine/exhausted.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../engine/sql.ts';
import type { Field } from '../model/define.ts';
import { markedText } from './casting/cast-field.ts';
import { type DateEvidence, dateEvidence } from './casting/date-evidence.ts';
import { siblingOrder } from './casting/date-order.ts';
import { decideReading } from './casting/decide-reading.ts';
import { sameReading } from './casting/reading.ts';
import { derivedFields, takenOffColumn, takenOffRow, valueOf } from './derived-fields.ts';
import { currencyLabel, hasLabels } from './currency/convert.ts';
import { besideCells, engineTypes, type EngineTypes, fieldValue, readerType } from './engine-types.ts';
import { settleMeaning } from './meaning/meaning.ts';
import type { FieldMappings } from './overrides.ts';
import { judgement, neededFields, storedFields } from './needed-fields.ts';
import { allRawColumns, numberedRecords, rawColumn, rawRecords, type Reader } from './raw-records.ts';
import type { FieldPlan, LoadedTable, TablePlan } from './table-plan.ts';
import { statusRepeats, twinColumn } from './twice/status-repeats.ts';
import { badMask, percentMask, unreadFields } from './unread-mask.ts';

export interface LoadSettings {
  readonly engine: DuckDbEngine;
  readonly zone: string | null;
  readonly asOf: string | null;
  readonly overrides: FieldMappings;
  /** Fields to keep beside the core of the entity; the core is what rows are judged, joined and counted by. */
  readonly fields: ReadonlySet<string> | 'all';
}

function reader({ memoryLimit, threads }: DuckDbEngine): Reader {
  return { memoryLimit, threads };
}

/** Distinct values looked at when a column has to be decided again. */
const distinctLimit = 20_000;

/**
 * Loads the records of a file as typed rows, in one pass. Cells are read as the first records suggest; where that leaves cells unread,
 * the columns concerned are looked at whole, and if that changes how they are read the file is loaded once more.
 */
export async function loadTable(plan: TablePlan, settings: LoadSettings): Promise<LoadedTable> {
  const unsure = neededFields(plan, settings).filter(
    ({ reading }) => !reading.dateOrderSure || reading.dateOrderFrom !== null || reading.swapped !== null,
  );
  const settled = { ...plan, fields: await decideAgain(plan, unsure, settings) };
  const first = await load(settled, settings);
  const unread = await decideAgain(settled, await unreadFields(first, settings.engine), settings);
  const fields = await withMarks(first, unread, settings);
  if (fields.every((field, index) => sameReading(field.reading, settled.fields[index]!.reading))) return first;
  await settings.engine.run(sql`drop table ${identifier(plan.name)}`);
  return load({ ...settled, fields }, settings);
}

async function decideAgain(plan: TablePlan, columns: readonly FieldPlan[], settings: LoadSettings): Promise<FieldPlan[]> {
  const fields: FieldPlan[] = [];
  // What is decided of the table may have changed how a column is read, so it is known by its name and place.
  const isAmong = ({ name, index }: FieldPlan): boolean => columns.some((column) => column.name === name && column.index === index);
  for (const field of plan.fields) fields.push(isAmong(field) ? await decideWhole(field, plan, settings) : field);
  return fields;
}

/** First with the engine's own conversion of plain columns; where a cell does not take it, with every column as text. */
async function load(matched: TablePlan, settings: LoadSettings): Promise<LoadedTable> {
  const plan = settleMeaning(matched, settings.overrides);
  const types = engineTypes(plan, neededFields(plan, settings), settings.zone);
  if (types.size === 0) return loadAs(plan, types, settings);
  try {
    return await loadAs(plan, types, settings);
  } catch (error) {
    if (exhausted(error) !== null) throw error;
    return loadAs(plan, new Map(), settings);
  }
}

async function loadAs(plan: TablePlan, types: EngineTypes, settings: LoadSettings): Promise<LoadedTable> {
  const { engine } = settings;
  const derived = derivedFields(plan);
  const stored = storedFields(plan, settings);
  const needed = neededFields(plan, settings);
  const { reason } = judgement(plan, settings);
  // What is not stored cannot be asked afterwards whether it needed cleaning: it is cleaned at once.
  const cleaned = (field: FieldPlan) => (stored.includes(field.name) ? field : { ...field, reading: { ...field.reading, marked: true } });
  const label = labelInFile(plan, types);
  const values = needed.map((field) => sql`${fieldValue(cleaned(field), plan.fields, types, settings.zone)} as ${valueOf(field.name)}`);
  const labels = label === null ? [] : [sql`${label} as ${currencyLabel}`];
  const columns = stored.map((field) => sql`${derived.get(field)?.value} as ${identifier(field)}`);
  const off = stored.includes('amount')
    ? [...takenOffRow(plan)].map(([by, value]) => sql`${value} as ${identifier(takenOffColumn(by))}`)
    : [];
  const repeats = statusRepeats(plan);
  const twins = repeats === null ? [] : [twinColumn(repeats)];
  const percent = percentMask(plan.fields, needed);
  const percents = percent === null ? [] : [sql`${percent} as _percent`];
  const records = rawRecords(plan.table, { ...reader(engine), typeOf: (index) => readerType(index, types) });
  const beside = besideCells(needed, plan.fields);
  const cells = beside.length === 0 ? records : sql`(select *, ${join(beside)} from ${records})`;
  await engine.create(
    plan.name,
    sql`select ${join([...columns, ...off, ...labels.map(() => currencyLabel), ...percents, sql`_bad`, sql`${reason} as _reason`, sql`hash(${allRawColumns(plan.table)}) as _hash`, ...twins])}
      from (select *, ${badMask(plan.fields, needed, types)} as _bad from (select ${join([trusted('*'), ...values, ...labels])}
      from ${cells}))`,
  );
  return { ...plan, stored, needed, labelled: label !== null, repeats, records: numberedRecords(plan.table, reader(engine)) };
}

/** The word or mark that tells the currency of a row; null where no row of the file can have one. Cells that are plain numbers are not looked at. */
function labelInFile(plan: TablePlan, types: EngineTypes): Sql | null {
  if (!hasLabels(plan)) return null;
  const { column, cells, otherwise } = plan.currency!;
  const mark = (raw: Sql): Sql => sql`case when try_cast(${raw} as decimal(18,4)) is null then crm_currency_mark(${raw}) end`;
  const said = [
    ...(column === null ? [] : [sql`crm_text(${rawColumn(column)})`]),
    ...(cells === null || types.has(cells) ? [] : [mark(rawColumn(cells))]),
    ...(otherwise === null ? [] : [literal(otherwise)]),
  ];
  return said.length === 0 || (said.length === 1 && otherwise !== null) ? null : sql`coalesce(${join(said)})`;
}

/** Texts are loaded as they stand where the first records need no cleaning; whether that holds for all is asked of the distinct values. */
async function withMarks(loaded: LoadedTable, fields: readonly FieldPlan[], { engine }: LoadSettings): Promise<FieldPlan[]> {
  const decided: FieldPlan[] = [];
  for (const field of fields) {
    const marked = field.reading.marked || !loaded.stored.includes(field.name) ? null : markedText(field.definition, sql`value`);
    if (marked === null) {
      decided.push(field);
      continue;
    }
    const [row] = await engine.rows<{ found: boolean | null }>(
      sql`select bool_or(${marked}) as found from (select distinct ${identifier(field.name)} as value from ${identifier(loaded.name)})`,
    );
    decided.push(row?.found === true ? { ...field, reading: { ...field.reading, marked: true } } : field);
  }
  return decided;
}

async function decideWhole(field: FieldPlan, plan: TablePlan, settings: LoadSettings): Promise<FieldPlan> {
  const column = rawColumn(field.index);
  const rows = await settings.engine.rows<{ value: string }>(
    sql`select ${column} as value from ${rawRecords(plan.table, reader(settings.engine))} where ${column} is not null group by 1 order by count(*) desc, 1 limit ${distinctLimit}`,
  );
  const evidence = isDate(field.definition) ? await wholeEvidence(column, plan, settings) : dateEvidence([]);
  const overrides = settings.overrides.overridesOf(plan.entity.id, field.name);
  const values = rows.map((row) => row.value);
  return {
    ...field,
    reading: decideReading({
      field: field.definition,
      header: field.header,
      values,
      evidence,
      siblings: () => siblingOrder(plan.table, field.index),
      overrides,
      understand: field.understand,
    }),
  };
}

export function isDate(field: Field): boolean {
  return field.type === 'date' || field.type === 'instant';
}

/** The part of a cell that holds the day: no clock is that short, so that days come together. */
const dayLength = 10;

async function wholeEvidence(column: Sql, plan: TablePlan, { engine }: LoadSettings): Promise<DateEvidence> {
  const rows = await engine.rows<{ value: string; rows: number }>(sql`
    select substr(crm_date_text(${column}), 1, ${dayLength}) as value, count(*) as rows from ${rawRecords(plan.table, reader(engine))}
    where ${column} is not null group by 1 order by 2 desc, 1 limit ${distinctLimit}`);
  return dateEvidence(rows.map(({ value, rows: count }) => [value, count]));
}
