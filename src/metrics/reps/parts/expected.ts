import type { Row } from '../../../lib/rows.ts';

/** What the customers of one rep of one kind (industry, region, level) bought. */
interface Cell {
  readonly rep: string;
  readonly kind: string;
  readonly customers: number;
  readonly revenue: number;
}

/**
 * One row a rep: what its book would have brought with what customers of the same industry, region and level bring others. The mean of a kind
 * is that of the customers of the other reps, pulled to the mean of all as far as it rests on few of them.
 */
export function expectedRows(rows: readonly Row[]): Row[] {
  const cells = rows.map((row) => ({
    rep: String(row['rep']),
    kind: JSON.stringify([row['industry'], row['region'], row['level']]),
    customers: Number(row['customers']),
    revenue: Number(row['revenue']),
  }));
  const [kinds, reps, all] = [sumsBy(cells, ({ kind }) => kind), sumsBy(cells, ({ rep }) => rep), sumsBy(cells, () => '').get('')];
  if (all === undefined || reps.size < 2) return [];
  const strength = pullOf([...kinds.values()], all);
  const expected = new Map<string, number>();
  for (const cell of cells) {
    const [kind, own] = [kinds.get(cell.kind)!, reps.get(cell.rep)!];
    const elsewhere = all.customers - own.customers;
    if (elsewhere === 0) continue;
    const usual = (all.revenue - own.revenue) / elsewhere;
    const mean = (kind.revenue - cell.revenue + strength * usual) / (kind.customers - cell.customers + strength);
    expected.set(cell.rep, (expected.get(cell.rep) ?? 0) + cell.customers * mean);
  }
  const indexed = [...expected].map(([rep, amount]) => {
    const { revenue, customers } = reps.get(rep)!;
    return { rep, book: customers, revenue, expected: amount, like_for_like: amount > 0 ? revenue / amount : null };
  });
  const order = indexed
    .filter(({ like_for_like: index }) => index !== null)
    .toSorted((one, other) => other.like_for_like! - one.like_for_like! || (one.rep < other.rep ? -1 : 1));
  return indexed.map((row) => ({ ...row, like_rank: row.like_for_like === null ? null : order.indexOf(row) + 1 }));
}

interface Sums {
  customers: number;
  revenue: number;
}

function sumsBy(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const cell of cells) {
    const found = sums.get(key(cell)) ?? { customers: 0, revenue: 0 };
    found.customers += cell.customers;
    found.revenue += cell.revenue;
    sums.set(key(cell), found);
  }
  return sums;
}

/** Least and most customers that the mean of all counts as beside those of a kind. */
const [least, most] = [2, 1000];

/**
 * As how many customers the mean of all counts: the variance of customers over that between kinds, by the method of moments, where customers are
 * taken to vary by as much as they bring on average (revenues are about exponential).
 */
function pullOf(kinds: readonly Sums[], all: Sums): number {
  const usual = all.revenue / all.customers;
  const within = usual ** 2;
  const spread =
    kinds.reduce((sum, { customers, revenue }) => sum + customers * (revenue / customers - usual) ** 2, 0) - (kinds.length - 1) * within;
  const effective = all.customers - kinds.reduce((sum, { customers }) => sum + customers ** 2, 0) / all.customers;
  const between = effective > 0 ? spread / effective : 0;
  return between > 0 ? Math.min(most, Math.max(least, within / between)) : most;
}
