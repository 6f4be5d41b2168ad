import { fitRecalibration, type Recalibration, recalibrate } from '../../stats/recalibration.ts';

/** Below so many customers, or so many in the smaller class, a test teaches nothing about probabilities. */
const leastCases = 100;
const leastOfClass = 20;

/** Whether what happened to these customers, 1 a row for the silent, can correct probabilities. */
function teaches(outcomes: Float64Array): boolean {
  const events = outcomes.reduce((sum, silent) => sum + silent, 0);
  return outcomes.length >= leastCases && Math.min(events, outcomes.length - events) >= leastOfClass;
}

/** What corrects such probabilities, as far as these outcomes tell; null where they are too few. */
export function learn(probabilities: Float64Array, outcomes: Float64Array): Recalibration | null {
  if (!teaches(outcomes)) return null;
  return fitRecalibration({ probabilities, outcomes });
}

/** Parts of the customers that learn from the others in turn. */
const blocks = 5;

/**
 * The probabilities after the correction that the window teaches: learned from four fifths of the customers and applied to the others in turn,
 * so that nobody corrects itself. Null where there is nothing to learn from.
 */
export function crossFitted(probabilities: Float64Array, outcomes: Float64Array): Float64Array | null {
  if (!teaches(outcomes)) return null;
  const corrected = new Float64Array(probabilities.length);
  for (let block = 0; block < blocks; block += 1) {
    const kept = (_: number, row: number): boolean => row % blocks !== block;
    const map = fitRecalibration({ probabilities: probabilities.filter(kept), outcomes: outcomes.filter(kept) });
    if (map === null || map.kind === 'none') return null;
    for (let row = block; row < probabilities.length; row += blocks) corrected[row] = recalibrate(map, probabilities[row]!);
  }
  return corrected;
}
