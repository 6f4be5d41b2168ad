import { type LeadAttribute, numberLevels, wordLevels } from '../../../src/forecast/leads/levels.ts';
import type { LeadTraining } from '../../../src/forecast/leads/training.ts';

/** A training set of columns of words and numbers; null is a blank. */
export function trainingOf(
  converted: readonly boolean[],
  columns: Readonly<Record<string, readonly (string | number | null)[]>>,
): LeadTraining {
  const outcomes = Uint8Array.from(converted, (one) => (one ? 1 : 0));
  const attributes = Object.entries(columns).flatMap(([id, cells]): LeadAttribute[] => {
    const isNumber = cells.some((cell) => typeof cell === 'number');
    const made = isNumber
      ? numberLevels(
          id,
          Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
          outcomes,
        )
      : wordLevels(id, cells as (string | null)[], outcomes);
    return made === null ? [] : [made];
  });
  const conversions = outcomes.reduce((sum, one) => sum + one, 0);
  return { leads: outcomes.length, converted: outcomes, conversions, known: outcomes.length, against: 'lost', leastDays: null, attributes };
}
