import type { Estimate } from '../../stats/estimate.ts';
import { ratePosterior } from '../../stats/rate-posterior.ts';
import { horizonDays } from './owned.ts';

/** A past stretch of time that chances are measured in: `days` from the day that lies `age` days before the as-of date. */
export interface PastWindow {
  readonly age: number;
  readonly days: number;
}

/** How many of those asked bought. */
export interface Taken {
  readonly customers: number;
  readonly bought: number;
}

/** As many customers as what is known of all stands beside what is known of those whom a rule is about. */
const priorCustomers = 20;

const mostWindows = 4;

/**
 * The half years before the day, each after at least as long a history, the latest first; where there is none of these, the last quarter after
 * one of history; else none.
 */
export function windowsBefore(age: number, span: number): PastWindow[] {
  const windows: PastWindow[] = [];
  for (let from = age + horizonDays; windows.length < mostWindows && from + horizonDays <= span + 1; from += horizonDays)
    windows.push({ age: from, days: horizonDays });
  const quarter = horizonDays / 2;
  return windows.length === 0 && age + 2 * quarter <= span + 1 ? [{ age: age + quarter, days: quarter }] : windows;
}

/** The rate of all who lacked the item, never 0 or 1. */
export function baseRate({ customers, bought }: Taken): number {
  return (bought + 0.5) / (customers + 1);
}

/** The chance of those a rule is about, drawn towards the rate of all where they are few. */
export function shrunkRate({ customers, bought }: Taken, base: number): number {
  return (bought + priorCustomers * base) / (customers + priorCustomers);
}

/** The same with its 95% interval. */
export function shrunkChance(taken: Taken, base: number): Estimate {
  const prior = [{ a: priorCustomers * base, b: priorCustomers * (1 - base), weight: 1 }];
  return ratePosterior(prior, { successes: taken.bought, trials: taken.customers });
}
