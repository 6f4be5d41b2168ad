import { join, type Sql, sql } from '../../../engine/sql.ts';
import { addDays } from '../../../lib/dates.ts';
import type { Row } from '../../../lib/rows.ts';
import { type Interval, wilson } from '../../../stats/wilson.ts';
import { normalQuantile } from '../../../stats/normal.ts';
import type { RevenueWindow } from './revenue-windows.ts';

/** Cents, wide enough for squares. */
const wide = sql`decimal(38,2)`;
const then = sql`cast(earlier as ${wide})`;
const now = sql`cast(later as ${wide})`;
const kept = sql`cast(least(earlier, later) as ${wide})`;

/**
 * Sums over the customers of each group and window, as columns of a query whose rows have a customer's revenue in both windows: `earlier`,
 * null without an order with an amount, and `later`, below 0 where returns outweigh the orders.
 */
export const retentionSums = sql`
  count(*) filter (where earlier > 0) as customers,
  count(*) filter (where earlier <= 0) as excluded,
  count(*) filter (where earlier > 0 and later > 0) as retained,
  sum(earlier) filter (where earlier > 0) as start_revenue,
  max(earlier) filter (where earlier > 0) as largest,
  count(*) filter (where earlier > 0 and later < 0) as negative,
  sum(earlier - later) filter (where earlier > 0 and later <= 0) as churned,
  sum(earlier - later) filter (where earlier > 0 and later > 0 and later < earlier) as contraction,
  sum(later - earlier) filter (where earlier > 0 and later > earlier) as expansion,
  sum(${then} * ${then}) filter (where earlier > 0) as start_squares,
  sum(${then} * ${kept}) filter (where earlier > 0) as kept_products,
  sum(${kept} * ${kept}) filter (where earlier > 0) as kept_squares,
  sum(${then} * ${now}) filter (where earlier > 0) as end_products,
  sum(${now} * ${now}) filter (where earlier > 0) as end_squares`;

/** One row a customer and window with an order in either half of it: `customer_id`, `window_to`, `earlier`, `later`. */
export function customerRevenues(windows: readonly RevenueWindow[]): Sql {
  const aligned = windows.filter(({ to }) => to.endsWith('-01'));
  const exact = windows.filter(({ to }) => !to.endsWith('-01'));
  const parts = [
    ...(aligned.length === 0 ? [] : [sumsOver(aligned, monthly)]),
    ...(exact.length === 0
      ? []
      : [sumsOver(exact, sql`select customer_id, ordered_on as day, amount from order_totals where ordered_on is not null`)]),
  ];
  return sql`select customer_id, window_to, earlier, coalesce(later, 0) as later from (${join(parts, ' union all ')}) as sums`;
}

/** One row a window: its last day and length, with sums and rates over all customers. */
export async function retentionOver(windows: readonly RevenueWindow[], rows: (query: Sql) => Promise<Row[]>): Promise<Row[]> {
  const [first] = windows;
  if (first === undefined) return [];
  const sums = await rows(
    sql`select window_to, ${retentionSums} from (${customerRevenues(windows)}) as revenues group by window_to order by window_to desc nulls last`,
  );
  return sums.map((row) => ({ last_on: addDays(String(row['window_to']), -1), months: first.months, ...retentionRates(row) }));
}

/** Windows that begin with a month need no more than the sum of each month. */
const monthly = sql`
  select customer_id, cast(date_trunc('month', ordered_on::timestamp) as date) as day, sum(amount) as amount
  from order_totals
  where ordered_on is not null
  group by customer_id, cast(date_trunc('month', ordered_on::timestamp) as date)`;

function sumsOver(windows: readonly RevenueWindow[], revenues: Sql): Sql {
  const list = windows.map(
    ({ from, middle, to }) => sql`select ${from}::date as window_from, ${middle}::date as window_middle, ${to}::date as window_to`,
  );
  return sql`
    select
      revenues.customer_id,
      windows.window_to,
      sum(revenues.amount) filter (where revenues.day < windows.window_middle) as earlier,
      sum(revenues.amount) filter (where revenues.day >= windows.window_middle) as later
    from (${revenues}) as revenues
    join (${join(list, ' union all ')}) as windows on revenues.day >= windows.window_from and revenues.day < windows.window_to
    group by revenues.customer_id, windows.window_to`;
}

/** Amounts and rates from the sums; the rates are null without a customer in the base. */
export function retentionRates(sums: Row): Row {
  const sum = (name: string): number => Number(sums[name] ?? 0);
  const [customers, start] = [sum('customers'), sum('start_revenue')];
  const end = start - sum('churned') - sum('contraction') + sum('expansion');
  const largest = sum('largest');
  const lowest = sum('negative') > 0 ? -Infinity : 0;
  const gross = ratio(customers, { start, part: start - sum('churned') - sum('contraction'), largest, lowest }, [
    sum('start_squares'),
    sum('kept_products'),
    sum('kept_squares'),
  ]);
  const net = ratio(customers, { start, part: end, largest, lowest }, [sum('start_squares'), sum('end_products'), sum('end_squares')]);
  const logo = wilson(sum('retained'), customers);
  return {
    customers,
    excluded: sum('excluded'),
    retained: sum('retained'),
    start_revenue: start,
    churned: sum('churned'),
    contraction: sum('contraction'),
    expansion: sum('expansion'),
    end_revenue: end,
    gross_retention: gross.value,
    gross_low: gross.interval?.low ?? null,
    gross_high: gross.interval === null ? null : Math.min(1, gross.interval.high),
    net_retention: net.value,
    net_low: net.interval?.low ?? null,
    net_high: net.interval?.high ?? null,
    logo_retention: customers === 0 ? null : sum('retained') / customers,
    logo_low: logo?.low ?? null,
    logo_high: logo?.high ?? null,
  };
}

/** Of the revenue of the base. */
const mostOfOne = 0.8;

/**
 * A ratio of two sums over customers with its linearised 95% interval (Cochran 1977, Sampling Techniques, §6.4): wide with few customers, and
 * with a few that hold much of the revenue; no interval where they do not differ, and where one holds more than four fifths: then it is the ratio of
 * that one, of which no other tells how far it varies. Not below `lowest`.
 */
function ratio(
  customers: number,
  { start, part, largest, lowest }: { readonly start: number; readonly part: number; readonly largest: number; readonly lowest: number },
  [squares, products, partSquares]: readonly [number, number, number],
): { readonly value: number | null; readonly interval: Interval | null } {
  if (customers === 0) return { value: null, interval: null };
  const value = part / start;
  const spread = partSquares - 2 * value * products + value * value * squares;
  if (customers === 1 || largest > mostOfOne * start || spread <= 1e-12 * squares) return { value, interval: null };
  const margin = (normalQuantile(0.975) * Math.sqrt((spread * customers) / (customers - 1))) / start;
  return { value, interval: { low: Math.max(lowest, value - margin), high: value + margin } };
}
