/** What the models know of a customer. Times in any one unit, counted from the first purchase. */
export interface PurchaseHistory {
  /** Repeat purchases: periods with a purchase, less the first one. */
  readonly x: number;
  /** Age at the last purchase (t_x); 0 for a customer who bought once. Not the time since then. */
  readonly recency: number;
  /** Age at the end of the observation (T). */
  readonly age: number;
}

/** Customers with the same history. */
export interface PurchaseGroup extends PurchaseHistory {
  readonly customers: number;
}

/** Groups as columns, for the loops over them. */
export interface HistoryColumns {
  readonly size: number;
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
  readonly largestX: number;
}

/** Why this is no history; null when it is one. */
function fault({ x, recency, age }: PurchaseHistory): string | null {
  if (!(Number.isInteger(x) && x >= 0)) return `x = ${x} is no whole number of repeat purchases`;
  if (!(recency >= 0)) return `recency ${recency} is negative or no number`;
  if (!Number.isFinite(age)) return `age ${age} is no number`;
  if (recency > age) return `recency ${recency} lies after age ${age}`;
  if (x === 0 && recency > 0) return `recency is ${recency} without a repeat purchase`;
  if (x > 0 && recency === 0) return `${x} repeat purchases at the age of 0`;
  return null;
}

/** Throws a RangeError that names the row (from 1) unless 0 ≤ recency ≤ age, x is whole, and recency is 0 exactly where x is. */
export function checkHistories(histories: readonly PurchaseHistory[]): void {
  for (const [index, history] of histories.entries()) {
    const why = fault(history);
    if (why !== null) throw new RangeError(`row ${index + 1}: ${why}`);
  }
}

/**
 * Groups equal histories, one `groupOf` entry for each row: `groups[groupOf[i]]` is the history of row i. Groups are sorted by x,
 * recency and age, so the order of the rows does not matter. Throws a RangeError on rows that are no history (`checkHistories`).
 */
export function groupHistories(rows: readonly PurchaseHistory[]): { groups: PurchaseGroup[]; groupOf: Uint32Array } {
  checkHistories(rows);
  const order = rows.map((_, index) => index);
  order.sort((first, second) => compare(rows[first]!, rows[second]!));
  const groups: { x: number; recency: number; age: number; customers: number }[] = [];
  const groupOf = new Uint32Array(rows.length);
  for (const index of order) {
    const { x, recency, age } = rows[index]!;
    const last = groups.at(-1);
    if (last !== undefined && compare(last, rows[index]!) === 0) last.customers += 1;
    else groups.push({ x, recency, age, customers: 1 });
    groupOf[index] = groups.length - 1;
  }
  return { groups, groupOf };
}

function compare(first: PurchaseHistory, second: PurchaseHistory): number {
  return first.x - second.x || first.recency - second.recency || first.age - second.age;
}

/** The groups with times divided by `unit`. Throws a RangeError on a row that is no history or has no whole number of customers. */
export function toColumns(groups: readonly PurchaseGroup[], unit = 1): HistoryColumns {
  checkHistories(groups);
  for (const [index, { customers }] of groups.entries()) {
    if (!(customers > 0 && Number.isInteger(customers))) throw new RangeError(`row ${index + 1}: ${customers} customers`);
  }
  return {
    size: groups.length,
    x: Float64Array.from(groups, (group) => group.x),
    recency: Float64Array.from(groups, (group) => group.recency / unit),
    age: Float64Array.from(groups, (group) => group.age / unit),
    customers: Float64Array.from(groups, (group) => group.customers),
    largestX: groups.reduce((largest, group) => Math.max(largest, group.x), 0),
  };
}
