import { sql } from '../../../engine/sql.ts';
import { lastYearOf, yearBefore } from './history.ts';
import { type OwnerWeight, sharesOf, type WeightSources } from './owner-weight.ts';

const ofNoRep = {
  joined_on: null,
  last_on: null,
  history: null,
  capacity: null,
  customers: 0,
  history_share: null,
  capacity_share: null,
} as const;

/** Customers by what is expected of them, else by the last twelve months; those of reps without a target get none, if reps get targets. */
export async function customerWeights({ read, split, history }: WeightSources, reps: readonly OwnerWeight[]): Promise<OwnerWeight[]> {
  const getting = new Set(reps.filter(({ state }) => state === 'gets').map(({ owner }) => owner));
  const needsRep = split.levels.includes('rep') || split.levels.includes('team');
  const rows = await read(
    sql`select customer_id, customer_name, rep, expected_value, last_value from customer_potential order by customer_id`,
  );
  const customers = rows.map((row) => {
    const rep = row['rep'] as string | null;
    const expected = Math.max(0, Number(row['expected_value'] ?? row['last_value']));
    const hasRep = rep !== null && getting.has(rep);
    return {
      owner: String(row['customer_id']),
      name: row['customer_name'] as string | null,
      rep,
      expected,
      state: needsRep && !hasRep ? 'no_rep' : expected > 0 ? 'gets' : 'none',
    } as const;
  });
  const shares = sharesOf(customers.map(({ state, expected }) => (state === 'gets' ? expected : null)));
  return customers.map(({ owner, name, rep, expected, state }, index) => ({
    ...ofNoRep,
    level: 'customer',
    owner,
    name,
    parent: rep,
    state,
    last_value: lastYearOf(history?.of('customer', owner) ?? []),
    potential: expected,
    potential_share: state === 'gets' ? shares[index]! : null,
    share: state === 'gets' ? shares[index]! : null,
  }));
}

/** How much of the growth of the last year goes on. */
const goesOn = 0.5;

/** A growth is no larger than a doubling, and no fall below a half. */
const growths = { least: 0.5, most: 2 };

/** Categories or products by the last twelve months and half of their growth. */
export function productWeights({ history }: WeightSources): OwnerWeight[] {
  if (history === null) return [];
  const products = history
    .owners('product')
    .filter((owner) => owner !== '')
    .map((owner) => {
      const values = history.of('product', owner);
      const [last, before] = [lastYearOf(values), yearBefore(values)];
      const growth = before === null || before <= 0 ? 1 : Math.min(growths.most, Math.max(growths.least, last / before));
      return { owner, last, expected: Math.max(0, last) * (1 + goesOn * (growth - 1)) };
    });
  const shares = sharesOf(products.map(({ expected }) => expected));
  return products.map(({ owner, last, expected }, index) => ({
    ...ofNoRep,
    level: 'product',
    owner,
    name: owner,
    parent: null,
    state: expected > 0 ? 'gets' : 'none',
    last_value: last,
    potential: expected,
    potential_share: expected > 0 ? shares[index]! : null,
    share: expected > 0 ? shares[index]! : null,
  }));
}
