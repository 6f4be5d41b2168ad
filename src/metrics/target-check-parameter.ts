import { z } from 'zod';
import { targetCheck as defaults } from './parameter-defaults.ts';

const share = z.number().gt(0).lt(1);
const index = z.number().gt(0).max(100);

/** What is easy is not out of reach. */
export const goesUpToReach = ({
  easy,
  ambitious,
  out_of_reach: out,
}: Readonly<Record<'easy' | 'ambitious' | 'out_of_reach', number>>): boolean => easy <= ambitious && ambitious <= out;

/**
 * When a target is easy, ambitious or out of reach. `percentiles`: of the growth that the same scope had in past periods of the same length,
 * where there are at least `least_periods` of them; `stretch`: of the target over what last year, or the recent run-rate, would give. Sums
 * may differ by `tolerance`, a share of the target.
 */
export const targetCheck = z
  .object({
    percentiles: z
      .object({
        easy: share.default(defaults.percentiles.easy),
        ambitious: share.default(defaults.percentiles.ambitious),
        out_of_reach: share.default(defaults.percentiles.out_of_reach),
      })
      .refine(goesUpToReach, 'limits go up: easy, ambitious, out_of_reach')
      .prefault({}),
    stretch: z
      .object({
        easy: index.default(defaults.stretch.easy),
        ambitious: index.default(defaults.stretch.ambitious),
        out_of_reach: index.default(defaults.stretch.out_of_reach),
      })
      .refine(goesUpToReach, 'limits go up: easy, ambitious, out_of_reach')
      .prefault({}),
    least_periods: z.int().min(2).max(60).default(defaults.least_periods),
    tolerance: z.number().min(0).lt(1).default(defaults.tolerance),
  })
  .prefault({});

export type TargetCheck = z.output<typeof targetCheck>;
