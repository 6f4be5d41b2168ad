import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { type DatedMonths, happened, type LatestDate, lastPlausible, latestOf } from '../as-of.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import { laterThan } from '../row-rules.ts';
import type { JudgedTable } from './judged.ts';
import { overlay } from './overlay.ts';

/** The latest plausible date of the used rows of all tables, as of files: see as-of.ts. Orders far beyond all others are set aside. */
export async function settleLatestDate(judged: readonly JudgedTable[], engine: PostgresEngine): Promise<LatestDate> {
  const kinds: DatedMonths[] = [];
  for (const [entity, field] of happened) {
    const source = judged.find(({ table }) => table.entity.id === entity && table.stored.includes(field));
    if (source === undefined) continue;
    const won = field === 'closed_on' ? sql` and state = 'won'` : sql``;
    const months = await engine.rows<{ latest: string; n: number; days: number }>(
      sql`select max(day) as latest, count(*) as n, count(distinct day) as days from (
          select cast(${identifier(field)} as date) as day from ${identifier(source.table.name)}
          where _reason = 0 and ${identifier(field)} is not null${won}
        ) as days group by date_trunc('month', cast(day as timestamp)) order by 1`,
    );
    const latest = lastPlausible(months);
    if (entity === 'orders' && latest !== null && latest !== months.at(-1)?.latest) {
      const later = sql`case when _reason = 0 and ${laterThan(sql`ordered_at`, latest)} then ${reasonCode('date-future')} else _reason end`;
      await overlay(source, 'dates', { values: new Map([['_reason', later]]) }, engine);
    }
    kinds.push({ entity, field, months });
  }
  return latestOf(kinds);
}
