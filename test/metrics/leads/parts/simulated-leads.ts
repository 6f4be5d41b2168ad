import type { Random } from '../../../../src/lib/random.ts';
import type { Row } from '../../../../src/lib/rows.ts';
import { countOutcomes, type TimedOutcomes } from '../../../../src/metrics/leads/parts/timed-outcomes.ts';
import { drawExponential } from '../../../../src/stats/draws/normal.ts';

export interface Rates {
  /** Conversions and losses a lead and day. */
  readonly conversion: number;
  readonly loss: number;
}

/** So many leads that came in over the last `entry` days, by whole days, lost for good or still open today. */
export function simulatedLeads(count: number, { conversion, loss }: Rates, entry: number, random: Random): TimedOutcomes {
  return countOutcomes(
    Array.from({ length: count }, (): Row => {
      const left = Math.ceil(drawExponential(random) / (conversion + loss));
      const age = random.integer(1, entry);
      const converts = random.chance(conversion / (conversion + loss));
      const closed = left <= age;
      const lost = closed && !converts ? 1 : 0;
      return { age_days: Math.min(left, age), leads: 1, converted: closed && converts ? 1 : 0, lost, timed_lost: lost };
    }),
  );
}

export function trueIncidence({ conversion, loss }: Rates, age: number): number {
  return (conversion / (conversion + loss)) * -Math.expm1(-(conversion + loss) * age);
}
