import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Field, FieldType } from '../../model/define.ts';
import { factorOfWord, unitBeside, wordOfUnit } from '../unit-beside.ts';
import type { SourceColumn } from './catalog.ts';
import type { SourceField } from './plan.ts';

/** The value of a column as its field, null where there is none or none that can be meant; and what is true of a cell that is not read. */
export interface CastValue {
  readonly value: Sql;
  /** Null where every value of the type can be read. */
  readonly unread: Sql | null;
}

/** A number of this type lies between these bounds, and is kept with these digits; the bounds are those of files. */
interface Range {
  readonly bound: number;
  readonly type: Sql;
}

const ranges: Readonly<Partial<Record<FieldType, Range>>> = {
  money: { bound: 1e12, type: trusted('decimal(18,4)') },
  price: { bound: 1e9 - 1, type: trusted('decimal(18,9)') },
  quantity: { bound: 1e12 - 1, type: trusted('decimal(18,6)') },
  ratio: { bound: 1e12 - 1, type: trusted('decimal(18,6)') },
  integer: { bound: 1e14 - 1, type: trusted('bigint') },
};

/** The instants that data can mean, as in files. */
const earliest = trusted(`'1970-01-02'::timestamp`);
const latest = trusted(`'2100-01-01'::timestamp`);

/** Text of any column that holds words or ids, ordered by its bytes: blanks around it are taken off, an empty one is null. */
export function textOf({ name, kind }: SourceColumn): Sql {
  const text = sql`nullif(trim(cast(${identifier(name)} as text) collate "C"), '')`;
  return kind === 'integer' ? sql`nullif(${text}, 'NaN')` : text;
}

/** `zone`: see `IngestRequest.timezone`; instants with a zone are UTC where there is none. `fields`: of the table, of which one may say the unit. */
export function castColumn(field: SourceField, zone: string | null, fields: readonly SourceField[] = []): CastValue {
  const { definition, column } = field;
  switch (definition.type) {
    case 'id':
    case 'text':
    case 'person':
      return { value: textOf(column), unread: null };
    case 'date':
    case 'instant':
      return castInstant(field, zone);
    case 'flag':
    case 'choice':
      return castWord(field);
    default:
      return castNumber(field, ranges[definition.type]!, unitBeside(field, fields));
  }
}

function castInstant({ definition, column }: SourceField, zone: string | null): CastValue {
  const own = identifier(column.name);
  const local = column.kind === 'timestamptz' ? sql`(${own} at time zone ${zone ?? 'UTC'})` : own;
  const plausible = sql`(${local} >= ${earliest} and ${local} < ${latest})`;
  const type = definition.type === 'date' ? sql`date` : sql`timestamp`;
  return { value: sql`case when ${plausible} then cast(${local} as ${type}) end`, unread: sql`not ${plausible}` };
}

function castWord({ definition, column, reading }: SourceField): CastValue {
  const isFlag = definition.type === 'flag';
  if (isFlag && column.kind === 'boolean') return { value: identifier(column.name), unread: null };
  const text = textOf(column);
  const branches = [...reading.words].map(([word, value]) => sql`when ${word} then ${isFlag ? trusted(value) : literal(value)}`);
  const otherwise = isFlag ? sql`cast(null as boolean)` : sql`cast(null as text)`;
  const value = branches.length === 0 ? otherwise : sql`case ${text} ${join(branches, ' ')} else ${otherwise} end`;
  return { value: isFlag ? value : sql`(${value}) collate "C"`, unread: sql`(${text} is not null and (${value}) is null)` };
}

/**
 * A number within its bounds; NaN and the infinities lie beyond all of them. A float goes through double precision, of which the server
 * keeps 15 digits.
 */
function castNumber({ definition, column, reading }: SourceField, { bound, type }: Range, beside: SourceField | null): CastValue {
  const own = column.kind === 'float' ? sql`cast(${identifier(column.name)} as double precision)` : identifier(column.name);
  const limit = literal(bound / reading.multiplier);
  const whole = definition.type === 'integer' && column.kind !== 'integer' ? sql` and ${own} = trunc(${own})` : trusted('');
  const readable = sql`(${own} between -${limit} and ${limit}${whole})`;
  const number = scaled(own, definition, reading);
  const inUnit = beside === null ? number : sql`${number} * ${factorBeside(beside.column)}`;
  const value = sql`case when ${readable} then cast(${inUnit} as ${type}) end`;
  return { value, unread: sql`not ${readable}` };
}

/** With the word of the unit made once a row: `offset 0` keeps the planner from putting its making in place of each mention. */
function factorBeside(unit: SourceColumn): Sql {
  return sql`(select ${factorOfWord(sql`word`)} from (select ${wordOfUnit(textOf(unit))} as word offset 0) as unit)`;
}

/** A unit in the name of the column multiplies; a share above 1 is a percent, as are all where the name says so. */
function scaled(own: Sql, { type, percents }: Field, { multiplier, percent }: SourceField['reading']): Sql {
  const exact = sql`cast(${own} as decimal(38,9))`;
  if (type === 'ratio') return percent ? sql`${exact} / 100` : sql`case when abs(${exact}) <= 1 then ${exact} else ${exact} / 100 end`;
  if (percents === true && percent) return sql`${exact} / 100`;
  return multiplier === 1 ? own : sql`${exact} * ${multiplier}`;
}
