import { grouped } from '../lib/grouped.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, literal, sql } from '../engine/sql.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { castField } from './casting/cast-field.ts';
import { unitBehind } from './casting/number-macros.ts';
import { isMoneyOf } from './currency/convert.ts';
import { headTexts } from './meaning/head-values.ts';
import type { FieldMappings } from './overrides.ts';
import { rawColumn } from './raw-records.ts';
import type { FieldPlan, LoadedTable } from './table-plan.ts';

/** Numbers without a unit in columns of money where most cells have one (1.2万 beside 5): it may have been left out. They count as they stand. */
export async function bareAmountTroubles(table: LoadedTable, said: FieldMappings, engine: Engine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const field of table.needed) {
    if (!isMoneyOf(table.entity, field.definition) || field.reading.multiplier !== 1) continue;
    if (said.overridesOf(table.entity.id, field.name).unit !== null) continue;
    const unit = usualUnit(table, field);
    if (unit === null) continue;
    const raw = sql`raw.${rawColumn(field.index)}`;
    const value = castField(field.definition, raw, field.reading, null);
    const isBare = sql`regexp_full_match(crm_number_text(${raw}), '[^0-9]*[0-9][0-9.,]*[)-]*')`;
    const isSmall = unit.scale > 1 ? sql`abs(${value}) < ${literal(unit.scale)}` : sql`true`;
    const [row] = await engine.rows<{ n: number; total: number | null; first: number | null; shown: string | null }>(
      sql`select count(*) as n, sum(${value}) as total, min(line.rowid) as first, arg_min(${raw}, line.rowid) as shown
        from ${identifier(table.name)} as line inner join ${table.records} as raw on raw._record = line.rowid
        where line._reason = 0 and ${value} <> 0 and ${isBare} and ${isSmall}`,
    );
    if (row !== undefined && row.n > 0) troubles.push(bareTrouble(table, field, unit, row));
  }
  return troubles;
}

interface Unit {
  readonly word: string;
  readonly scale: number;
}

/** The unit that at least half of the amounts in the head have; null where there is none. */
function usualUnit(table: LoadedTable, field: FieldPlan): Unit | null {
  const numbers = headTexts(table, field.index).filter((text) => /\d/.test(text));
  const counts = new Map<string, { readonly unit: Unit; n: number }>();
  for (const text of numbers) {
    const unit = unitBehind(text);
    if (unit === null) continue;
    const count = counts.get(unit.word) ?? { unit, n: 0 };
    count.n += 1;
    counts.set(unit.word, count);
  }
  return [...counts.values()].find(({ n }) => n * 2 >= numbers.length)?.unit ?? null;
}

function bareTrouble(
  table: LoadedTable,
  { name, header }: FieldPlan,
  { word, scale }: Unit,
  {
    n,
    total,
    first,
    shown,
  }: { readonly n: number; readonly total: number | null; readonly first: number | null; readonly shown: string | null },
): Trouble {
  const sum = total ?? 0;
  const inUnit = Number((sum * scale).toFixed(4));
  const option = `--map ${table.entity.id}.${name}.unit`;
  return trouble(
    'unit-missing',
    'warning',
    n,
    {
      en: `amounts have no unit where most have ${word}: they count as they stand, ${grouped(sum)} in all; in ${word} that would be ${grouped(inUnit)}`,
      'zh-CN': `个金额没有单位，而该列多数带“${word}”：现按原数计入，合计 ${grouped(sum)}；若以“${word}”为单位，应为 ${grouped(inUnit)}`,
    },
    {
      en: `say which: ${option}=${word}, or ${option}=1 if they are right as they stand`,
      'zh-CN': `请指明：${option}=${word}；若原数无误，用 ${option}=1`,
    },
    { table, record: first, column: header, value: shown, money: total },
  );
}
