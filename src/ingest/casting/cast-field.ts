import { join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Field } from '../../model/define.ts';
import { isSwappedBack, type Reading } from './reading.ts';

/**
 * The value of a raw text cell as SQL, null where it cannot be read or is blank. `zone`: see `IngestRequest.timezone`; `factor`: of a unit that
 * stands beside the number, which a cell with a unit or a percent sign of its own does not take.
 */
export function castField(field: Field, raw: Sql, reading: Reading, zone: string | null, factor: Sql | null = null): Sql {
  switch (field.type) {
    case 'id':
      return sql`${field.buyer === true ? sql`crm_customer` : sql`crm_id`}(${raw}, ${reading.textMark}, ${reading.wholeDecimals})`;
    case 'text':
      return reading.marked ? textOf(field, raw) : raw;
    case 'person':
      return reading.marked ? sql`crm_person(${raw})` : raw;
    case 'instant':
      return instantOf(raw, reading, zone);
    case 'date':
      return sql`(${instantOf(raw, reading, zone)})::date`;
    case 'money':
      return soberAmount(number(raw, reading, sql`decimal(18,4)`, true));
    case 'price':
      return number(raw, reading, sql`decimal(18,9)`, true);
    case 'quantity':
      return field.percents === true ? withPercents(raw, reading, factor) : number(raw, reading, sql`decimal(18,6)`);
    case 'ratio':
      return ratio(raw, reading);
    case 'integer': {
      const value = number(raw, reading, sql`decimal(18,4)`);
      return sql`case when ${value} = trunc(${value}) then (${value})::bigint end`;
    }
    case 'flag':
      return sql`(${choice(raw, reading)})::boolean`;
    case 'choice':
      return choice(raw, reading);
  }
}

/**
 * True where a cell holds something that `castField` made nothing of; null for types that take any text. The tests are nested, not joined by `and`: a clean cell then
 * costs the first of them alone.
 */
export function badCell(field: Field, raw: Sql, value: Sql): Sql | null {
  if (field.type === 'text' || field.type === 'person') return null;
  const zero = field.type === 'date' || field.type === 'instant' ? sql`when crm_trim(${raw}) = '0' then false` : trusted('');
  return sql`case when ${value} is null then case when ${raw} is null then false when crm_blank_word(${raw}) then false ${zero} else true end else false end`;
}

/** True where a text needs the cleaning that a reading without marks leaves out; null for other types. */
export function markedText(field: Field, value: Sql): Sql | null {
  if (field.type === 'text') return sql`${textOf(field, value)} is distinct from ${value}`;
  return field.type === 'person' ? sql`crm_person(${value}) is distinct from ${value}` : null;
}

function textOf(field: Field, raw: Sql): Sql {
  return field.buyer === true ? sql`crm_customer_name(${raw})` : sql`crm_text(${raw})`;
}

/** An amount that a single record can mean; beyond a trillion it is another number that slipped into the column, and sums would overflow. */
export function soberAmount(amount: Sql): Sql {
  return sql`crm_sober(${amount})`;
}

/** An instant that the engine read itself; null where no file can mean it. */
export function plausibleInstant(value: Sql): Sql {
  return sql`crm_plausible(${value})`;
}

function instantOf(raw: Sql, reading: Reading, zone: string | null): Sql {
  const text = isSwappedBack(reading) ? sql`crm_swapped_back(${raw})` : raw;
  return zone === null
    ? sql`crm_instant_as_written(${text}, ${reading.dateOrder}::varchar)`
    : sql`crm_instant_in_zone(${text}, ${reading.dateOrder}::varchar, ${zone}::varchar)`;
}

/** `isMoney`: 30分 and 50¢ are parts of money. */
function number(raw: Sql, reading: Reading, type: Sql, isMoney = false): Sql {
  const text = pointText(raw, reading);
  const factor = reading.multiplier;
  const fast = factor === 1 ? sql`try_cast(${text} as ${type})` : sql`try_cast(try_cast(${text} as ${type}) * ${factor} as ${type})`;
  const parts = isMoney ? sql`, try_cast(crm_minor_slow(${text}) as ${type})` : trusted('');
  return sql`coalesce(${fast}, try_cast(crm_number_slow(${text}, ${factor}) as ${type})${parts})`;
}

/** A number, or a share where the cell or the header says so: 85% is 0.85. */
function withPercents(raw: Sql, reading: Reading, beside: Sql | null): Sql {
  const type = sql`decimal(18,6)`;
  const factor = reading.percent ? sql`0.01` : (beside ?? literal(reading.multiplier));
  const text = pointText(raw, reading);
  const plain = sql`try_cast(try_cast(${text} as ${type}) * ${factor} as ${type})`;
  return sql`coalesce(${plain}, try_cast(crm_number_slow(${text}, ${factor}) as ${type}), try_cast(crm_percent_slow(${text}) as ${type}))`;
}

function pointText(raw: Sql, reading: Reading): Sql {
  return reading.decimalComma ? sql`crm_comma(${raw})` : raw;
}

/** 85%, 0.85 and 85 in one column are the same share; a header that says % makes every plain number a percent. */
function ratio(raw: Sql, reading: Reading): Sql {
  const type = sql`decimal(18,6)`;
  const plain = number(raw, { ...reading, multiplier: 1 }, type);
  const scaled = reading.percent ? sql`${plain} / 100` : sql`case when abs(${plain}) <= 1 then ${plain} else ${plain} / 100 end`;
  return sql`try_cast(coalesce(${scaled}, crm_percent_slow(${pointText(raw, reading)})) as ${type})`;
}

function choice(raw: Sql, reading: Reading): Sql {
  if (reading.words.size === 0) return sql`null::varchar`;
  const branches = [...reading.words].map(([word, value]) => sql`when ${literal(word)} then ${literal(value)}`);
  return sql`case ${raw} ${join(branches, ' ')} end`;
}
