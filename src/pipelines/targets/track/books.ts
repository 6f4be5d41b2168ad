import { sql } from '../../../engine/sql.ts';
import type { Localized } from '../../../lib/localized.ts';
import { percentText } from '../../../views/number-words.ts';
import type { TrackInput } from './run.ts';
import type { Goal } from './rows.ts';

/** What the customers of each rep spent in the last twelve months of what they had spent in the twelve before: 1 is all of it. */
export type Books = ReadonlyMap<string, number>;

/** With fewer customers than this a book says nothing. */
const leastCustomers = 5;

/** A book that keeps less shrinks. */
const shrinks = 0.9;

/** Empty where the orders do not reach back two years, or name no customers. */
export async function booksOf({ engine }: TrackInput, computed: readonly string[]): Promise<Books> {
  if (!computed.includes('revenue_retention_groups')) return new Map();
  const rows = await engine.rows<{ rep: string; kept: number }>(sql`
    select names.rep, sum(books.end_revenue)::double precision / nullif(sum(books.start_revenue), 0)::double precision as kept
    from revenue_retention_groups as books
    inner join rep_names as names on names.key = books.group_name
    where books.months = 12 and books.group_name <> ''
    group by names.rep
    having sum(books.customers) >= ${leastCustomers} and sum(books.start_revenue) > 0`);
  return new Map(rows.map(({ rep, kept }) => [rep, kept]));
}

/** The share of last year's revenue that the customers of a rep who is over target still bring, where that is clearly less; else null. */
export function shrinkingBook({ scope, owner, attainment, target, row }: Goal, books: Books): number | null {
  const expected = typeof row['forecast_attainment'] === 'number' ? row['forecast_attainment'] : attainment;
  if (scope !== 'rep' || owner === null || target === null || expected === null || expected < 1) return null;
  const kept = books.get(owner);
  return kept === undefined || kept >= shrinks ? null : kept;
}

/** `over target, but the customers of a year ago spend 18% less`. */
export function bookText(goal: Goal, books: Books): Localized | null {
  const kept = shrinkingBook(goal, books);
  if (kept === null) return null;
  const less = percentText(1 - kept);
  return {
    en: `over target, but the customers of the year before spend ${less} less`,
    'zh-CN': `已超目标，但上年老客户消费减少 ${less}`,
  };
}
