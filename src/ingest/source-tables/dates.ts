import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { type DatedMonths, happened, type LatestDate, lastPlausible, latestOf } from '../as-of.ts';
import { judgedRows, type RowFacts, storedValues } from './rows.ts';
import type { SourcePlan } from './plan.ts';

export interface SourceDates extends LatestDate {
  /** Orders later than this are typing errors; null where there are none. */
  readonly ordersUntil: string | null;
}

/** The latest plausible date of the used rows of all tables, as of files: see as-of.ts. */
export async function latestSourceDate(
  sources: readonly { readonly plan: SourcePlan; readonly facts: RowFacts }[],
  zone: string | null,
  engine: PostgresEngine,
): Promise<SourceDates> {
  const kinds: DatedMonths[] = [];
  let ordersUntil: string | null = null;
  for (const [entity, field] of happened) {
    const source = sources.find(({ plan }) => plan.entity.id === entity && storedValues(plan).has(field));
    if (source === undefined) continue;
    const won = entity === 'opportunities' ? sql` and state = 'won'` : sql``;
    const months = await engine.rows<{ latest: string; n: number }>(
      sql`select max(day) as latest, count(*) as n from (
          select cast(${identifier(field)} as date) as day from (${judgedRows(source.plan, source.facts, zone)}) as judged
          where _reason = 0 and ${identifier(field)} is not null${won}
        ) as days group by date_trunc('month', cast(day as timestamp)) order by 1`,
    );
    const latest = lastPlausible(months);
    if (entity === 'orders' && latest !== null && latest !== months.at(-1)?.latest) ordersUntil = latest;
    kinds.push({ entity, field, months });
  }
  return { ...latestOf(kinds), ordersUntil };
}
