import type { Proportion } from '../../../stats/proportions.ts';

/** From which chance of alike units on they are not called different. */
export const alikeLevel = 0.05;

export interface UsualUnits<U> {
  /** Those who are alike, or the last two. */
  readonly units: readonly U[];
  /** Whether even those who are left differ by more than chance. */
  readonly differ: boolean;
}

/**
 * The units (reps) that are left when those farthest from the others are taken out one by one until the rest are alike: one who is far out
 * would else make the others look different from the average that it has moved. `pAlike` is how often alike units differ at least as much by
 * chance, null where that is not known.
 */
export function usualUnits<U extends Proportion>(units: readonly U[], pAlike: (units: readonly U[]) => number | null): UsualUnits<U> {
  const p = pAlike(units);
  if (p === null || p >= alikeLevel) return { units, differ: false };
  if (units.length < 3) return { units, differ: true };
  const distances = units.map((unit) => distance(unit, rateOf(units.filter((other) => other !== unit))));
  const farthest = distances.indexOf(Math.max(...distances));
  return usualUnits(
    units.filter((_, index) => index !== farthest),
    pAlike,
  );
}

/** Successes ÷ trials of all of them together. */
export function rateOf(units: readonly Proportion[]): number {
  const sum = (of: (unit: Proportion) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  return sum(({ successes }) => successes) / sum(({ trials }) => trials);
}

/** From the rate of the others, in standard deviations of what is left of chance; those far from others who all or none succeed come first. */
function distance({ successes, trials }: Proportion, rate: number): number {
  const pooled = Math.min(Math.max(rate, 0.5 / trials), 1 - 0.5 / trials);
  return Math.abs(successes - trials * rate) / Math.sqrt(trials * pooled * (1 - pooled));
}
