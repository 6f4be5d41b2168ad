import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, literal, sql } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import type { Reject } from '../contract.ts';
import { moneyOf } from '../rejects.ts';
import { reasonOf } from '../../model/row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';
import { unreadCode } from '../unread-cells.ts';
import type { SourceField } from './plan.ts';
import { fixOf } from './findings.ts';
import { unreadText } from './rows.ts';

/** At most so many rejects of one table are listed; the counts are of all. */
const mostRejects = 1_000_000;

/** The column that names a row to its reader: the id of the entity, else the first id it has. */
function keyOf({ entity, stored }: LoadedTable): string | null {
  const key = entity.id === 'orders' ? 'order_id' : entity.key;
  if (key !== undefined && stored.includes(key)) return key;
  return stored.find((field) => entity.fields[field]?.type === 'id') ?? null;
}

/** Every row of a table that is not used and every cell that could not be read, in the order of the row's id, which stands in place of the cell. */
export async function sourceRejects(
  table: LoadedTable,
  unreadable: readonly SourceField[],
  engine: PostgresEngine,
  lang: Lang,
): Promise<Reject[]> {
  const key = keyOf(table);
  const id = key === null ? sql`cast(null as text)` : sql`cast(${identifier(key)} as text) collate "C"`;
  const name = identifier(table.name);
  const rows = sql`select ${id} as id, -1 as field, cast(null as text) collate "C" as value, _reason as reason, ${moneyOf(table)} as amount
    from ${name} where _reason <> 0`;
  const cells = unreadable.map((field, index) => {
    const text = unreadText(field.name);
    return sql`select ${id} as id, ${literal(index)} as field, ${text} as value, _reason as reason,
      cast(null as decimal(18,4)) as amount from ${name} where ${text} is not null`;
  });
  const found = await engine.rows<{ id: string | null; field: number; value: string | null; reason: number; amount: number | null }>(
    sql`select id, field, value, reason, amount from (${join([rows, ...cells], ' union all ')}) as rejects
      order by id nulls last, field, value, reason, amount nulls last limit ${mostRejects}`,
  );
  const at = { file: table.table.file, sheet: null, line: null };
  return found.flatMap(({ id: cell, field: index, value, reason: code, amount }): Reject[] => {
    const reason = reasonOf(code);
    const field = unreadable[index];
    if (field !== undefined && value !== null) {
      return [
        {
          ...at,
          cell,
          column: field.header,
          value,
          code: unreadCode(field.definition).code,
          effect: reason?.effect ?? 'blanked',
          amount: null,
          expected: field.definition.meaning[lang],
          fix: fixOf(table, field, value, lang),
        },
      ];
    }
    if (reason === null) return [];
    return [
      {
        ...at,
        cell,
        column: null,
        value: null,
        code: reason.id,
        effect: reason.effect,
        amount,
        expected: reason.title[lang],
        fix: reason.fix?.[lang] ?? null,
      },
    ];
  });
}
