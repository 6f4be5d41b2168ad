import type { Row } from '../../../lib/rows.ts';
import { settledParts } from '../../../stats/settled-parts.ts';
import { shapley } from '../../../stats/shapley.ts';
import { bases } from './review.ts';

/** The factors whose product is the sales of a rep, and the returns that are taken off them; in the order they are shown. */
export const drivers = ['book', 'active_share', 'order_frequency', 'average_order', 'returns'] as const;

interface Side {
  readonly factors: readonly (number | null)[];
  readonly returns: number;
  readonly revenue: number;
}

/** Rows of `rep_drivers` from those of `rep_totals`: of each rep against each period that is known. */
export function driverRows(totals: readonly Row[]): Row[] {
  const byRep = new Map<string, Map<string, Row>>();
  for (const row of totals) {
    const rep = String(row['rep']);
    byRep.set(rep, (byRep.get(rep) ?? new Map<string, Row>()).set(String(row['period']), row));
  }
  return [...byRep].flatMap(([rep, periods]) =>
    bases.flatMap((against) => {
      const [before, after] = [periods.get(against), periods.get('current')];
      return before === undefined || after === undefined
        ? []
        : partsOf(sideOf(before), sideOf(after)).map((part) => ({ rep, against, ...part }));
    }),
  );
}

function sideOf(row: Row): Side {
  const number = (column: string): number => Number(row[column] ?? 0);
  const share = (part: string, whole: string): number | null => (number(whole) === 0 ? null : number(part) / number(whole));
  return {
    factors: [number('book'), share('customers', 'book'), share('orders', 'customers'), share('sales', 'orders')],
    returns: number('revenue') - number('sales'),
    revenue: number('revenue'),
  };
}

/** Money is a whole number of ten-thousandths: what differs in the digits after is noise. */
function exact(amount: number): number {
  return Math.round(amount * 10_000) / 10_000;
}

/**
 * A factor that does not exist on one side, as orders a customer without a customer, is taken to be what it is on the other: it changed
 * nothing, and the loss is that of the customers.
 */
function partsOf(before: Side, after: Side): Row[] {
  const filled = (one: Side, other: Side): number[] => one.factors.map((factor, index) => factor ?? other.factors[index] ?? 0);
  const difference = exact(after.revenue - before.revenue);
  const parts = [...shapley(filled(before, after), filled(after, before)), after.returns - before.returns];
  const settled = settledParts(parts, difference);
  return drivers.map((driver, index) => ({
    driver,
    driver_order: index + 1,
    before: driver === 'returns' ? exact(before.returns) : before.factors[index]!,
    after: driver === 'returns' ? exact(after.returns) : after.factors[index]!,
    amount: settled[index]!,
  }));
}
