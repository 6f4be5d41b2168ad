import type { Sql } from '../../engine/sql.ts';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { daysPerUnit } from '../../stats/purchases/time-unit.ts';
import type { PurchaseGroup, PurchaseHistory } from '../../stats/purchases/history.ts';
import type { SpendHistory } from '../../stats/spend/gamma-gamma.ts';

/** How a model reads tables. */
export type Read = (query: Sql) => Promise<Row[]>;

/** The models count time in weeks, as the published fits do. */
export const modelUnit = 'week';

/** The spend model and the check of its assumption rest on at most this many customers; more would change nothing but the time it takes. */
const mostSpenders = 20_000;

interface HistoryRow {
  readonly repeat_days: number;
  readonly recency_days: number;
  readonly age_days: number;
}

export function historyOf({ repeat_days: x, recency_days: recency, age_days: age }: HistoryRow): PurchaseHistory {
  return { x, recency: recency / daysPerUnit[modelUnit], age: age / daysPerUnit[modelUnit] };
}

/** A customer's repeat purchases with a value, and their mean; 0 where there is none. */
export function spendOf(row: { readonly valued_days: number; readonly valued_sum: number | null }): SpendHistory {
  return row.valued_days > 0 && row.valued_sum !== null
    ? { x: row.valued_days, mean: row.valued_sum / row.valued_days }
    : { x: 0, mean: 0 };
}

/** Customers by when they bought, from `value_histories`. */
export async function readGroups(rows: Read): Promise<PurchaseGroup[]> {
  const found = (await rows(sql`
    select repeat_days, recency_days, age_days, count(*) as customers
    from value_histories
    group by repeat_days, recency_days, age_days
    order by repeat_days, recency_days, age_days`)) as unknown as readonly (HistoryRow & { readonly customers: number })[];
  return found.map((row) => ({ ...historyOf(row), customers: row.customers }));
}

/** What customers spend: every k-th of those with a valued repeat purchase, by id, so that there are not too many of them. */
export async function readSpenders(rows: Read): Promise<SpendHistory[]> {
  const [count] = (await rows(sql`select count(*) as customers from value_histories where valued_days > 0`)) as unknown as readonly {
    readonly customers: number;
  }[];
  const step = Math.max(1, Math.ceil((count?.customers ?? 0) / mostSpenders));
  const found = (await rows(sql`
    select valued_days, valued_sum
    from (
      select customer_id, valued_days, valued_sum, row_number() over (order by customer_id) as place
      from value_histories
      where valued_days > 0
    ) as spenders
    where mod(place, ${step}) = 0
    order by customer_id`)) as unknown as readonly { readonly valued_days: number; readonly valued_sum: number | null }[];
  return found.map(spendOf);
}
