import { type Sql, sql } from '../../engine/sql.ts';
import { createRandom } from '../../lib/random.ts';
import type { Cell } from '../../lib/rows.ts';
import { compareTotals } from '../../stats/compound-poisson-test.ts';
import { poissonRatioTest } from '../../stats/poisson-tests.ts';
import type { Read } from '../read.ts';
import type { Histories } from './histories.ts';

/** A rate per horizon that fell more than chance explains. */
export interface Fall {
  readonly before: number;
  readonly after: number;
  readonly p: number;
}

/** Null where it did not fall, or chance explains the fall as easily. */
export interface Falls {
  readonly spend: Fall | null;
  readonly frequency: Fall | null;
}

/** Amounts of the repeat purchases in the two windows of `churn_windows`. */
export interface WindowAmounts {
  readonly recent: number[];
  readonly before: number[];
}

/** Customers of a list whose spend is tested. */
export const testedCustomers = 2_000;

const significant = 0.05;
const seed = 20_261;
const draws = 2_999;

/** Tests a row of `churn_windows`; without amounts the frequency alone. The same row has the same p in every run. */
export function fallsOf(row: Readonly<Record<string, Cell>>, amounts: WindowAmounts | undefined, horizonDays: number): Falls {
  const [recentDays, beforeDays] = [Number(row['recent_exposure'] ?? 0), Number(row['before_exposure'] ?? 0)];
  if (recentDays <= 0 || beforeDays <= 0) return { spend: null, frequency: null };
  const fall = (totals: { readonly before: number; readonly after: number }, p: () => number): Fall | null => {
    const before = (totals.before * horizonDays) / beforeDays;
    const after = (totals.after * horizonDays) / recentDays;
    if (after >= before) return null;
    const chance = p();
    return chance < significant ? { before, after, p: chance } : null;
  };
  const random = createRandom(seed, `churn ${String(row['customer_id'])}`);
  const spent =
    amounts === undefined
      ? null
      : compareTotals({ amounts: amounts.before, exposure: beforeDays }, { amounts: amounts.recent, exposure: recentDays }, random, draws);
  const [after, before] = [Number(row['recent_purchases'] ?? 0), Number(row['before_purchases'] ?? 0)];
  return {
    spend: spent === null ? null : fall(spent, () => spent.p),
    frequency: fall({ before, after }, () =>
      poissonRatioTest({ count: before, exposure: beforeDays }, { count: after, exposure: recentDays }),
    ),
  };
}

interface PurchaseRow {
  readonly customer_id: string;
  readonly ago: number;
  readonly value: number;
}

/** The amounts that the tests need, of the customers whose ids the query selects as `customer_id`. */
export async function windowAmounts(
  read: Read,
  { origin, horizonDays }: Pick<Histories, 'origin' | 'horizonDays'>,
  customers: Sql,
): Promise<ReadonlyMap<string, WindowAmounts>> {
  const rows = (await read(sql`
    with tested as (${customers})
    select purchase_days.customer_id, ${origin}::date - purchase_days.purchased_on as ago, purchase_days.value
    from tested
    join churn_status on churn_status.customer_id = tested.customer_id
    join purchase_days on purchase_days.customer_id = tested.customer_id
    where purchase_days.purchased_on > churn_status.first_on
      and purchase_days.purchased_on <= ${origin}::date
      and ${origin}::date - purchase_days.purchased_on < ${6 * horizonDays}
      and purchase_days.value is not null
    order by purchase_days.customer_id, purchase_days.purchased_on`)) as unknown as readonly PurchaseRow[];
  const amounts = new Map<string, WindowAmounts>();
  for (const { customer_id, ago, value } of rows) {
    const own = amounts.get(customer_id) ?? { recent: [], before: [] };
    own[ago < 2 * horizonDays ? 'recent' : 'before'].push(value);
    amounts.set(customer_id, own);
  }
  return amounts;
}
