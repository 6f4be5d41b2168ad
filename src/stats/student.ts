import { betaQuantile, betaTails } from './special/incomplete-beta.ts';

/** P(T ≤ t) of Student's t with so many degrees of freedom, at least 1: 0 to 1. */
export function studentBelow(t: number, degrees: number): number {
  const square = t * t;
  const outside = betaTails(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5).lower;
  return t > 0 ? 1 - outside / 2 : outside / 2;
}

/** The t with probability p below it, of Student's t with so many degrees of freedom, at least 1. Throws a RangeError outside 0 < p < 1. */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  const tails = betaQuantile(2 * Math.min(p, 1 - p), degrees / 2, 0.5);
  return Math.sign(p - 0.5) * Math.sqrt((degrees * (1 - tails)) / tails);
}

/**
 * Share of what the values let expect that lies below one more value of their kind: Student's t of a single observation beside `values`, whose mean
 * and spread are estimates, too. Null for fewer than two values; 0, ½ or 1 where they do not vary.
 */
export function placeAmong(value: number, values: readonly number[]): number | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  if (variance === 0) return value === mean ? 0.5 : value < mean ? 0 : 1;
  return studentBelow((value - mean) / Math.sqrt(variance * (1 + 1 / n)), n - 1);
}
