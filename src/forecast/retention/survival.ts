/** Customers of a cohort who bought at this age and next `gap` periods later. */
export interface ReturnCount {
  /** Number of the period of the first purchase. */
  readonly cohort: number;
  readonly age: number;
  /** 0: not again so far. */
  readonly gap: number;
  readonly customers: number;
}

/** How many are still customers: those who buy in a period or in a later one. */
export interface Survival {
  /** So many periods, the one in question included, pass before 95% of those who come back have been seen; at least 1. */
  readonly settlingPeriods: number;
  /** The last period for which that time has passed: of later ones it is not yet known who survived to them. */
  readonly settledThrough: number;
  /** By cohort number: survivors to age 0 (all of them), 1, 2, … as far as settled. */
  readonly cohorts: ReadonlyMap<number, readonly number[]>;
}

export interface Known {
  /** The last period whose purchases count; it may still be running. */
  readonly through: number;
  /** The last period that is over. */
  readonly complete: number;
}

const seen = 0.95;

/**
 * Survivors of every cohort as they were known when `through` was the current period: later purchases are not looked at. A customer who is
 * silent now may return, so the most recent survivors would be counted too low; the periods in which that matters are left out. How many
 * those are follows from the silences that ended: a silence of G periods hides its customer for 0 to G - 1 periods after each of them.
 */
export function survivalAt(returns: readonly ReturnCount[], { through, complete }: Known): Survival {
  const silences: number[] = [];
  const lastAges = new Map<number, number[]>();
  for (const { cohort, age, gap, customers } of returns) {
    if (cohort + age > through) continue;
    if (gap > 0 && cohort + age + gap <= through) {
      silences[gap] = (silences[gap] ?? 0) + customers;
    } else {
      const counts = lastAges.get(cohort) ?? [];
      counts[age] = (counts[age] ?? 0) + customers;
      lastAges.set(cohort, counts);
    }
  }
  const settlingPeriods = settling(silences);
  const settledThrough = complete - settlingPeriods + 1;
  const cohorts = new Map<number, readonly number[]>();
  for (const cohort of [...lastAges.keys()].toSorted((one, other) => one - other)) {
    cohorts.set(cohort, survivors(lastAges.get(cohort) ?? [], Math.max(0, settledThrough - cohort)));
  }
  return { settlingPeriods, settledThrough, cohorts };
}

/** `silences`: how many there were of each length. */
function settling(silences: readonly number[]): number {
  const within = (periods: number): number => silences.reduce((total, count, gap) => total + Math.min(gap, periods) * count, 0);
  const all = within(Infinity);
  let periods = 1;
  while (within(periods) < seen * all) periods += 1;
  return periods;
}

/** From customers by the age at which they last bought to customers who buy at an age or later. */
function survivors(lastAges: readonly number[], mostAge: number): number[] {
  const counts: number[] = [];
  let total = 0;
  for (let age = Math.max(lastAges.length - 1, mostAge); age >= 0; age -= 1) {
    total += lastAges[age] ?? 0;
    if (age <= mostAge) counts[age] = total;
  }
  return counts;
}

/** Customers of all cohorts that are old enough for the age, and how many of them survive to it. */
export function survivorsAtAge({ cohorts }: Survival, age: number): { readonly customers: number; readonly survivors: number } {
  const old = [...cohorts.values()].filter((counts) => age < counts.length);
  return {
    customers: old.reduce((total, counts) => total + counts[0]!, 0),
    survivors: old.reduce((total, counts) => total + counts[age]!, 0),
  };
}
