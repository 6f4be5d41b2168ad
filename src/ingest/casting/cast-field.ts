import { join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Field } from '../../model/define.ts';
import type { Reading } from './reading.ts';

/** The value of a raw text cell as SQL, null where it cannot be read or is blank. `zone`: see `IngestRequest.timezone`. */
export function castField(field: Field, raw: Sql, reading: Reading, zone: string | null): Sql {
  switch (field.type) {
    case 'id':
      return sql`crm_id(${raw})`;
    case 'text':
      return sql`crm_text(${raw})`;
    case 'person':
      return sql`crm_person(${raw})`;
    case 'instant':
      return instant(raw, reading, zone);
    case 'date':
      return sql`(${instant(raw, reading, zone)})::date`;
    case 'money':
      return number(raw, reading, sql`decimal(18,4)`);
    case 'quantity':
      return number(raw, reading, sql`decimal(18,6)`);
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

/** True where a cell holds something that `castField` made nothing of. */
export function badCell(field: Field, raw: Sql, value: Sql): Sql {
  const blank = sql`crm_blank_word(${raw})`;
  switch (field.type) {
    case 'text':
    case 'person':
      return sql`false`;
    case 'date':
    case 'instant':
      return sql`${raw} is not null and ${value} is null and not ${blank} and crm_trim(${raw}) <> '0'`;
    default:
      return sql`${raw} is not null and ${value} is null and not ${blank}`;
  }
}

function instant(raw: Sql, reading: Reading, zone: string | null): Sql {
  return sql`crm_instant(${raw}, ${reading.dateOrder}::varchar, ${zone}::varchar)`;
}

function number(raw: Sql, reading: Reading, type: Sql): Sql {
  const text = reading.decimalComma ? sql`crm_comma(${raw})` : raw;
  const plain = sql`coalesce(try_cast(${text} as ${type}), try_cast(crm_number_slow(${text}) as ${type}))`;
  return reading.multiplier === 1 ? plain : sql`try_cast(${plain} * ${reading.multiplier} as ${type})`;
}

/** 85%, 0.85 and 85 in one column are the same share; a header that says % makes every plain number a percent. */
function ratio(raw: Sql, reading: Reading): Sql {
  const type = sql`decimal(18,6)`;
  const plain = number(raw, { ...reading, multiplier: 1 }, type);
  const scaled = reading.percent ? sql`${plain} / 100` : sql`case when abs(${plain}) <= 1 then ${plain} else ${plain} / 100 end`;
  return sql`try_cast(coalesce(${scaled}, crm_percent_slow(${raw})) as ${type})`;
}

function choice(raw: Sql, reading: Reading): Sql {
  if (reading.words.size === 0) return sql`null::varchar`;
  const branches = [...reading.words].map(([word, value]) => sql`when ${literal(word)} then ${literal(value)}`);
  return sql`case ${raw} ${join(branches, ' ')} end`;
}
