import { sumOf } from '../../../forecast/targets/season.ts';

/** Values have at most four decimals, and their sum no more. */
export function exactSum(values: readonly number[]): number {
  return Math.round(sumOf(values) * 1e4) / 1e4;
}
