import { type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { SpendHistory } from '../../stats/spend/gamma-gamma.ts';
import type { Read } from '../read.ts';

/** The spend model and the check of its assumption rest on at most this many customers; more would change nothing but the time it takes. */
export const mostSpenders = 20_000;

/** A customer's repeat purchases with a value, and their mean; 0 where there is none. */
export function spendOf(row: { readonly valued_days: number; readonly valued_sum: number | null }): SpendHistory {
  return row.valued_days > 0 && row.valued_sum !== null
    ? { x: row.valued_days, mean: row.valued_sum / row.valued_days }
    : { x: 0, mean: 0 };
}

/** What customers spend, from `value_histories`. */
export function readSpenders(rows: Read): Promise<SpendHistory[]> {
  return sampled(rows, sql`select customer_id, valued_days, valued_sum from value_histories where valued_days > 0`);
}

/** What customers had spent by an origin of `purchase_history`. */
export function readSpendersOn(rows: Read, day: IsoDate): Promise<SpendHistory[]> {
  return sampled(
    rows,
    sql`select customer_id, repeat_days as valued_days, repeat_value as valued_sum from purchase_history
      where origin = ${day}::date and repeat_days > 0 and repeat_value is not null`,
  );
}

/** Every k-th customer by id, so that there are not too many of them. */
async function sampled(rows: Read, spenders: Sql): Promise<SpendHistory[]> {
  const [count] = (await rows(sql`select count(*) as customers from (${spenders}) as spenders`)) as unknown as readonly {
    readonly customers: number;
  }[];
  const step = Math.max(1, Math.ceil((count?.customers ?? 0) / mostSpenders));
  const found = (await rows(sql`
    select valued_days, valued_sum
    from (
      select customer_id, valued_days, valued_sum, row_number() over (order by customer_id) as place
      from (${spenders}) as spenders
    ) as numbered
    where mod(place, ${step}) = 0
    order by customer_id`)) as unknown as readonly { readonly valued_days: number; readonly valued_sum: number | null }[];
  return found.map(spendOf);
}
