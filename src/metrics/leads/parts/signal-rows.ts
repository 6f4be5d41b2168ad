import { createRandom } from '../../../lib/random.ts';
import type { Row } from '../../../lib/rows.ts';
import { testEqualRates } from '../../../stats/equal-rates-test.ts';
import { binomialFunnelLimits, funnelLevels } from '../../../stats/funnel-limits.ts';
import { holm } from '../../../stats/multiple-tests.ts';
import type { Proportion } from '../../../stats/proportions.ts';
import type { Interval } from '../../../stats/wilson.ts';
import { repRates } from '../../choices.ts';
import { alikeLevel, rateOf, usualUnits } from './usual-units.ts';

/** What of the leads taken each rate counts. */
const parts = {
  follow_up: 'contacted',
  conversion: 'converted',
  recycle: 'recycled',
  return: 'returned',
  other_pools: 'other_pools',
} as const satisfies Record<(typeof repRates)[number], string>;

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
    const usual = p === null || p >= alikeLevel ? { units, differ: false } : usualUnits(units, pAlike);
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
