import { clopperPearson } from '../clopper-pearson.ts';
import { normalQuantile } from '../normal.ts';
import type { Interval } from '../wilson.ts';

/**
 * Interval of the probability of an event by some age, by the complementary log-log transformation, which stays inside (0, 1); for a curve
 * without competing events it is the log-log interval of Kaplan and Meier. At the estimates 0 and 1, where the standard error is 0 and says
 * nothing, the exact interval of none (all) among `fullyFollowed` subjects. Source: Kalbfleisch & Prentice (2002), The Statistical Analysis
 * of Failure Time Data, 1.4.
 */
export function incidenceInterval(value: number, standardError: number, fullyFollowed: number, level: number): Interval {
  if (value <= 0 || value >= 1) return clopperPearson(value <= 0 ? 0 : fullyFollowed, fullyFollowed, level);
  const cumulative = Math.log1p(-value);
  const stretch = (normalQuantile(0.5 + level / 2) * standardError) / ((1 - value) * Math.abs(cumulative));
  return { low: -Math.expm1(cumulative * Math.exp(-stretch)), high: -Math.expm1(cumulative * Math.exp(stretch)) };
}
