import { median } from '../../stats/median.ts';
import type { GoodsLines } from './lines.ts';

/** So many buyers who usually spend as much as the customer say what a first purchase brings; fewer than the least say nothing. */
const mostAlike = 25;
const leastAlike = 3;

/** What customers of an item brought by their first purchase of it, beside what their orders usually bring. */
interface FirstPurchase {
  readonly usual: number;
  readonly amount: number;
}

/** What a first purchase of the item typically brings from a customer like this one; null where too few amounts are known. */
export type TypicalValue = (customer: number, item: number) => number | null;

/**
 * The median of the first purchases of the 25 buyers of an item whose orders usually bring most nearly as much; of all buyers where nothing is
 * known of the customer.
 */
export function typicalValues(lines: GoodsLines): TypicalValue {
  const usual = usualOrders(lines);
  const firsts = firstPurchases(lines, usual);
  return (customer, item) => {
    const own = usual[customer]!;
    const buyers = firsts.get(item) ?? [];
    const alike = Number.isNaN(own) ? buyers : nearest(buyers, own);
    return alike.length < leastAlike ? null : median(alike.map(({ amount }) => amount));
  };
}

/** Mean of what each customer's orders brought of goods; NaN where no amount is known. */
function usualOrders({ customers, customer, order, amount }: GoodsLines): Float64Array {
  const [sums, orders] = [new Float64Array(customers.length), new Int32Array(customers.length)];
  let last = -1;
  for (let line = 0; line < amount.length; line += 1) {
    const [value, own] = [amount[line]!, customer[line]!];
    if (Number.isNaN(value)) continue;
    sums[own]! += value;
    // The lines of an order follow one another.
    if (order[line] !== last) orders[own]! += 1;
    last = order[line]!;
  }
  return sums.map((sum, own) => (orders[own] === 0 ? Number.NaN : sum / orders[own]!));
}

/** Of each item what the day of the first purchase brought, by what the orders of the buyer usually bring. */
function firstPurchases(lines: GoodsLines, usual: Float64Array): Map<number, FirstPurchase[]> {
  const firsts = lines.items.map(() => new Map<number, { age: number; amount: number }>());
  for (const [line, item] of lines.item.entries()) {
    const [own, customer, age, amount] = [firsts[item]!, lines.customer[line]!, lines.age[line]!, lines.amount[line]!];
    const first = own.get(customer);
    if (first === undefined || age > first.age) own.set(customer, { age, amount });
    else if (age === first.age) first.amount += amount;
  }
  return new Map(
    firsts.map((own, item) => [
      item,
      [...own]
        .flatMap(([customer, { amount }]): FirstPurchase[] =>
          Number.isNaN(amount) || Number.isNaN(usual[customer]!) ? [] : [{ usual: usual[customer]!, amount }],
        )
        .toSorted((one, other) => one.usual - other.usual || one.amount - other.amount),
    ]),
  );
}

/** The buyers whose usual order is nearest to the amount, of buyers by usual order. */
function nearest(buyers: readonly FirstPurchase[], amount: number): readonly FirstPurchase[] {
  let [from, to] = [0, buyers.length];
  while (to - from > mostAlike) {
    if (amount - buyers[from]!.usual > buyers[to - 1]!.usual - amount) from += 1;
    else to -= 1;
  }
  return buyers.slice(from, to);
}
