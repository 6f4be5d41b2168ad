import type { Interval } from './wilson.ts';

/** An estimated number with its interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}
