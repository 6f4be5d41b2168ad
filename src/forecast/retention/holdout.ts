import { normalQuantile } from '../../stats/normal.ts';
import { projectSurvival } from '../../stats/retention-projection.ts';
import { fitShiftedBetaGeometric, type RetentionFit } from '../../stats/shifted-beta-geometric.ts';
import { type Known, type ReturnCount, type Survival, survivalAt } from './survival.ts';

/** What the model would have said some periods ago, and what came of it. */
export interface Holdout {
  /** The periods at the end that the fit does not know. */
  readonly periods: number;
  readonly survival: Survival;
  readonly fit: RetentionFit;
  /** Customers of the cohorts that had begun. */
  readonly customers: number;
  /** How many of them would buy in the period `target` or later, with a 95% prediction interval; null where the model cannot tell. */
  readonly expected: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly actual: number;
  /** Number of the period that is predicted: the last that was settled then, moved on by `periods`. */
  readonly target: number;
}

const leastPeriods = 4;
const mostHeld = 12;

/**
 * Holds back the last quarter of the periods, at most 12; null with fewer than four periods. Both the survivors the fit knows and those it is
 * held against are counted after the same wait, so that customers who come back late weigh equally in both.
 */
export function holdOut(returns: readonly ReturnCount[], known: Known): Holdout | null {
  const firstCohort = returns.reduce((first, { cohort }) => Math.min(first, cohort), Infinity);
  const periods = Math.min(mostHeld, Math.floor((known.complete - firstCohort + 1) / leastPeriods));
  if (!(periods >= 1)) return null;
  const cut = known.complete - periods;
  const survival = survivalAt(returns, { through: cut, complete: cut });
  const fit = fitShiftedBetaGeometric([...survival.cohorts.values()]);
  const target = survival.settledThrough + periods;
  const groups = [...survival.cohorts].flatMap(([cohort, counts]) => {
    const [from, to] = [counts.length - 1, target - cohort];
    return to > from ? [{ customers: counts[0]!, base: counts[from]!, from, to, actual: buyingFrom(returns, cohort, target, known) }] : [];
  });
  if (groups.length === 0) return null;
  return {
    periods,
    survival,
    fit,
    customers: groups.reduce((total, group) => total + group.customers, 0),
    expected: fit.kind === 'undetermined' ? null : expectation(fit, groups),
    actual: groups.reduce((total, group) => total + group.actual, 0),
    target,
  };
}

/** Customers of the cohort who buy in the period or later. */
function buyingFrom(returns: readonly ReturnCount[], cohort: number, period: number, { through }: Known): number {
  return returns.reduce((total, { cohort: own, age, gap, customers }) => {
    const isLast = gap === 0 || own + age + gap > through;
    return own === cohort && isLast && own + age >= period && own + age <= through ? total + customers : total;
  }, 0);
}

/**
 * Sums over cohorts: chance is independent between customers, while an error of the parameters moves all cohorts the same way. The two
 * margins are added as squares: Zou & Donner (2008), Statistics in Medicine 27, 1693-1702.
 */
function expectation(
  fit: Exclude<RetentionFit, { kind: 'undetermined' }>,
  groups: readonly { readonly base: number; readonly from: number; readonly to: number }[],
): { value: number; low: number; high: number } {
  let [value, chance, below, above, all] = [0, 0, 0, 0, 0];
  for (const { base, from, to } of groups) {
    const { value: share, interval } = projectSurvival(fit, to, { from });
    value += base * share;
    chance += base * share * (1 - share);
    below += base * (share - interval.low);
    above += base * (interval.high - share);
    all += base;
  }
  const margin = normalQuantile(0.975) * Math.sqrt(chance);
  return {
    value,
    low: Math.max(0, value - Math.sqrt(margin * margin + below * below)),
    high: Math.min(all, value + Math.sqrt(margin * margin + above * above)),
  };
}
