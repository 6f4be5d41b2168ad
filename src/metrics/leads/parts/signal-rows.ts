import { createRandom } from '../../../lib/random.ts';
import type { Row } from '../../../lib/rows.ts';
import { testEqualRates } from '../../../stats/equal-rates-test.ts';
import { binomialFunnelLimits, funnelLevels } from '../../../stats/funnel-limits.ts';
import { holm } from '../../../stats/multiple-tests.ts';
import type { Proportion } from '../../../stats/proportions.ts';
import type { Interval } from '../../../stats/wilson.ts';
import { repRates } from '../../choices.ts';

/** What of the leads taken each rate counts. */
const parts = {
  follow_up: 'contacted',
  conversion: 'converted',
  recycle: 'recycled',
  return: 'returned',
  other_pools: 'other_pools',
} as const satisfies Record<(typeof repRates)[number], string>;

const level = 0.05;
const seed = 1;

interface Unit extends Proportion {
  readonly rep: string;
}

/** The rows of rep_signals from those of rep_leads: each rep who took leads against the others, rate by rate; none where the count is not known. */
export function signalRows(reps: readonly Row[]): Row[] {
  const rates = repRates.map((rate) => ({
    rate,
    units: reps.flatMap((row): Unit[] => {
      const [successes, trials] = [row[parts[rate]] ?? null, Number(row[rate === 'conversion' ? 'convertible' : 'taken'])];
      return successes === null || trials === 0 ? [] : [{ rep: String(row['rep']), successes: Number(successes), trials }];
    }),
  }));
  const alike = holm(rates.map(({ units }) => pAlike(units)));
  return rates.flatMap(({ rate, units }, index) => {
    const p = alike[index] ?? null;
    const all = rateOf(units);
    const usual = p === null || p >= level ? { units, differ: false } : usualReps(units);
    const center = rateOf(usual.units);
    return units.map((unit) => {
      const limits = limitsOf(unit, center);
      const others = units.filter((other) => other !== unit);
      const isUsual = usual.units.includes(unit);
      return {
        rep: unit.rep,
        rate,
        part: unit.successes,
        taken: unit.trials,
        value: unit.successes / unit.trials,
        others: others.length === 0 ? null : rateOf(others),
        all_reps: all,
        low: limits.action.low,
        high: limits.action.high,
        warning_low: limits.warning.low,
        warning_high: limits.warning.high,
        p_equal: p,
        signal: isUsual && !usual.differ ? 'none' : signalOf(unit, limits),
      };
    });
  });
}

function pAlike(units: readonly Unit[]): number | null {
  return testEqualRates(units, createRandom(seed, 'rep_signals'))?.p ?? null;
}

/** The reps who are left when those farthest from the others are taken out one by one until the rest are alike; `differ`: they never are. */
function usualReps(units: readonly Unit[]): { readonly units: readonly Unit[]; readonly differ: boolean } {
  const p = pAlike(units);
  if (p === null || p >= level) return { units, differ: false };
  if (units.length < 3) return { units, differ: true };
  const distances = units.map((unit) => distance(unit, rateOf(units.filter((other) => other !== unit))));
  const farthest = distances.indexOf(Math.max(...distances));
  return usualReps(units.filter((_, index) => index !== farthest));
}

/** From the rate of the others, in standard deviations of what is left of chance; those far from others who all or none succeed come first. */
function distance({ successes, trials }: Proportion, rate: number): number {
  const pooled = Math.min(Math.max(rate, 0.5 / trials), 1 - 0.5 / trials);
  return Math.abs(successes - trials * rate) / Math.sqrt(trials * pooled * (1 - pooled));
}

function rateOf(units: readonly Proportion[]): number {
  const sum = (of: (unit: Proportion) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  return sum(({ successes }) => successes) / sum(({ trials }) => trials);
}

interface Limits {
  readonly action: Interval;
  readonly warning: Interval;
}

function limitsOf({ trials }: Proportion, center: number): Limits {
  return {
    action: binomialFunnelLimits(trials, center, funnelLevels.action)!,
    warning: binomialFunnelLimits(trials, center, funnelLevels.warning)!,
  };
}

function signalOf({ successes, trials }: Proportion, { action, warning }: Limits): string {
  const value = successes / trials;
  if (value > action.high) return 'far_above';
  if (value < action.low) return 'far_below';
  if (value > warning.high) return 'above';
  return value < warning.low ? 'below' : 'none';
}
