import { type Sql, sql } from '../../../engine/sql.ts';
import { addMonths, type IsoDate, type Period } from '../../../lib/dates.ts';
import { daysOf, within } from '../../comparison/parts/periods.ts';
import type { Review } from './review.ts';

/** Windows in which an order may be missing are no shorter than so many months: in one month most customers of a B2B seller buy nothing. */
export const lapseMonths = 3;

/** Shares of fewer customers are no ground for an estimate. */
export const leastCustomers = 10;

/**
 * Common table expressions over order_totals. `purchases`: what each customer usually buys in as many days as the period has
 * (`usual_revenue`, at least 0: its revenue of the twelve months that end with the period, or of as many days as the
 * orders reach back; null where no order of these has an amount), and
 * its orders in the last window and the one before. `lapses`, one row: of the customers that bought in the year up to the last window,
 * those that bought in the window before (`buying`) and those that did not (`silent`), and how many of each had no order in the last one.
 */
export function lapseTables(review: Review | null): Sql {
  const { year, recent, before, known } = windowsOf(review);
  const orders = (window: Period | undefined): Sql =>
    sql`count(*) filter (where (amount >= 0 or amount is null) and ${within(sql`ordered_on`, window)})`;
  return sql`
    bought as (
      select
        customer_id, sum(amount) filter (where ${within(sql`ordered_on`, year)}) as year_revenue,
        ${orders(recent)} as recent_orders, ${orders(before)} as before_orders, ${orders(known)} as known_orders
      from order_totals
      group by customer_id
    ),
    purchases as (
      select
        bought.*,
        case when year_revenue < 0 then 0 else year_revenue::double precision end * ${periodShare(review, year)} as usual_revenue
      from bought
      cross join (select min(ordered_on) as orders_from from order_totals) as reach
    ),
    lapses as (
      select
        count(*) filter (where before_orders > 0) as buying,
        count(*) filter (where before_orders > 0 and recent_orders = 0) as buying_lapsed,
        count(*) filter (where before_orders = 0) as silent,
        count(*) filter (where before_orders = 0 and recent_orders = 0) as silent_lapsed
      from bought
      where known_orders > 0
    )`;
}

/** Days of the period ÷ days of the year before its end on which there are orders to go by. */
function periodShare(review: Review | null, year: Period | undefined): Sql {
  if (review === null || year === undefined) return sql`null::double precision`;
  const days = daysOf(review.current);
  return sql`${days}::double precision / greatest(${days}, ${year.to}::date - greatest(${year.from}::date, orders_from))`;
}

/** The year that ends with the period; the last window, the one before, and the year that ends with that. */
function windowsOf(review: Review | null): Partial<Record<'year' | 'recent' | 'before' | 'known', Period>> {
  if (review === null) return {};
  const { current, previous } = review;
  const isLong = current.from < addMonths(current.to, -lapseMonths);
  const recent = isLong ? current : endingOn(current.to, lapseMonths);
  const before = isLong ? previous : endingOn(recent.from, lapseMonths);
  const known = endingOn(before.to, 12);
  return {
    year: endingOn(current.to, 12),
    recent,
    before,
    known: before.from < known.from ? before : known,
  };
}

function endingOn(to: IsoDate, months: number): Period {
  return { from: addMonths(to, -months), to };
}
