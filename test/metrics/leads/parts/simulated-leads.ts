import type { Random } from '../../../../src/lib/random.ts';
import type { Row } from '../../../../src/lib/rows.ts';
import { countOutcomes, type TimedOutcomes } from '../../../../src/metrics/leads/parts/timed-outcomes.ts';
import { drawExponential } from '../../../../src/stats/draws/normal.ts';

export interface Rates {
  /** Conversions and losses a lead and day. */
  readonly conversion: number;
  readonly loss: number;
}

/** So many leads that came in over the last `entry` days, as rows of `lead_course`: by whole days, lost for good or still open today. */
export function simulatedLeads(count: number, { conversion, loss }: Rates, entry: number, random: Random): TimedOutcomes {
  return countOutcomes(
    Array.from({ length: count }, (): Row => {
      const left = Math.ceil(drawExponential(random) / (conversion + loss));
      const age = random.integer(1, entry);
      const converts = random.chance(conversion / (conversion + loss));
      const outcome = left > age ? 'open' : converts ? 'converted' : 'lost';
      return { outcome, timed_as: outcome, age_days: Math.min(left, age), leads: 1 };
    }),
  );
}

export function trueIncidence({ conversion, loss }: Rates, age: number): number {
  return (conversion / (conversion + loss)) * -Math.expm1(-(conversion + loss) * age);
}
