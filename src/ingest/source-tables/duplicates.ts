import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import { duplicatesNote } from '../../quality/checks/duplicate-lines.ts';
import type { LoadedTable } from '../table-plan.ts';
import { looked, picked } from './separate-orders.ts';

/** Order lines of a table that equal another one in every column. They are counted: two equal sales can both be real. */
export async function duplicateRows(table: LoadedTable, rows: number, engine: PostgresEngine): Promise<Trouble[]> {
  const { name, stored, entity } = table;
  if (entity.id !== 'orders' || !stored.includes('amount')) return [];
  const ask = async (some: Sql): Promise<Trouble[]> => {
    const [row] = await engine.rows<{ extra: number | null; money: number | null }>(
      sql`select cast(sum(copies - 1) as bigint) as extra, sum(money) as money from (
          select count(*) as copies, sum(amount) - max(amount) as money from ${identifier(name)} where _reason = 0 ${some} group by _hash having count(*) > 1
        ) as copied`,
    );
    return row === undefined || row.extra === null ? [] : [duplicatesNote(table, { extra: row.extra, money: row.money, first: null })];
  };
  if (rows <= looked) return ask(sql``);
  return stored.includes('order_id') && (await ask(sql`and ${picked}`)).length > 0 ? ask(sql``) : [];
}
