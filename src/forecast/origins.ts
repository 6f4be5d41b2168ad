import type { Engine } from '../engine/engine.ts';
import { sql } from '../engine/sql.ts';
import { everybody } from '../engine/with-whole.ts';
import { addDays, daysBetween, type IsoDate } from '../lib/dates.ts';

/** The as-of date counts as one. Where there are many customers, fewer windows teach as much. */
const mostOrigins = 6;
const manyCustomers = { above: 20_000, mostOrigins: 4 };

/**
 * The days from which the future is looked at, ascending: the as-of date, and one horizon after another before it while at least a horizon
 * of days with data lies up to the day, both ends counted. Six at most, four of more than 20,000 customers.
 */
export function churnOrigins(
  firstOn: IsoDate,
  asOf: IsoDate,
  { horizonDays, customers }: { readonly horizonDays: number; readonly customers: number },
): IsoDate[] {
  const most = customers > manyCustomers.above ? manyCustomers.mostOrigins : mostOrigins;
  const origins = [asOf];
  while (origins.length < most) {
    const origin = addDays(asOf, -origins.length * horizonDays);
    if (daysBetween(firstOn, origin) + 1 < horizonDays) break;
    origins.push(origin);
  }
  return origins.toReversed();
}

/** Less than four weeks tell nothing of a year. */
const leastDays = 28;

/**
 * What is held out to test forecasts of values: the last days, as many as the horizon has; where the data are not twice as long, the later half
 * of them. Null where that is less than four weeks.
 */
export function valueHoldout(firstOn: IsoDate, asOf: IsoDate, horizonDays: number): { origin: IsoDate; days: number } | null {
  const days = Math.min(horizonDays, Math.floor((daysBetween(firstOn, asOf) + 1) / 2));
  return days < leastDays ? null : { origin: addDays(asOf, -days), days };
}

/** Day of the first order of a known customer (null where no order has a date), and how many customers have orders. */
export async function dataSpan(engine: Engine): Promise<{ firstOn: IsoDate | null; customers: number }> {
  const [row] = await everybody(engine)<{ first_on: string | null; customers: number }>(sql`
    select min(first_on) as first_on, count(*) as customers
    from (select customer_id, cast(min(ordered_at) as date) as first_on from orders where customer_id is not null group by customer_id) as buyers`);
  return { firstOn: row?.first_on ?? null, customers: row?.customers ?? 0 };
}
