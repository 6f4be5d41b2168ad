import { createRandom } from '../../../lib/random.ts';
import { testEqualRates } from '../../../stats/equal-rates-test.ts';
import type { Estimate } from '../../../stats/estimate.ts';
import { expectsFew, type Proportion } from '../../../stats/proportions.ts';
import { type RankRange, rankRanges } from '../../../stats/rank-ranges.ts';
import { ratePosterior } from '../../../stats/rate-posterior.ts';
import { ratePrior } from '../../../stats/rate-prior.ts';
import { type IncidenceEstimate, incidenceAt } from '../../../stats/survival/aalen-johansen.ts';
import { effectiveProportion, wholeProportion } from '../../../stats/survival/compare-incidence.ts';
import { type GroupMeasure, measureOf } from './compare-groups.ts';
import type { RepOutcomes } from './rep-outcomes.ts';
import { addUp, conversionCurve, type TimedOutcomes } from './timed-outcomes.ts';

export type RepVerdict = 'above' | 'below' | 'no_difference' | 'too_few';

export interface ComparedReps {
  readonly measure: GroupMeasure;
  /** The figure of all reps together; null where there is none. */
  readonly all: number | null;
  /** That alike reps differ so much by chance; null with fewer than two of whom anything is known. */
  readonly equal: number | null;
  /** In the order given. */
  readonly reps: readonly ComparedRep[];
}

export interface ComparedRep {
  /** Null where dates are missing, or nobody was followed so long. */
  readonly incidence: IncidenceEstimate | null;
  /** Null where nothing is known. */
  readonly shrunk: Estimate | null;
  readonly rank: RankRange | null;
  readonly verdict: RepVerdict;
}

const significant = 0.05;
/** Chance decides on the last digits only; with the same seed they are the same every night. */
const seed = 13;

/** Draws of the ranks: fewer where there are very many reps. */
function drawsFor(reps: number): number {
  return Math.max(200, Math.min(2000, Math.floor(1_000_000 / Math.max(1, reps))));
}

/** What each rep converts by this age (of all, where dates are missing), how sure that is, and whether reps differ at all; `draws` of the ranks. */
export function compareReps(reps: readonly RepOutcomes[], age: number, draws = drawsFor(reps.length)): ComparedReps {
  const together = addUp(reps.map(({ outcomes }) => outcomes));
  const measure = measureOf(together);
  const at = (outcomes: TimedOutcomes): IncidenceEstimate | null => {
    const curve = measure === 'incidence' ? conversionCurve(outcomes) : null;
    return curve && incidenceAt(curve, age);
  };
  const all = measure === 'incidence' ? (at(together)?.value ?? null) : shareOf(together);
  const incidences = reps.map(({ outcomes }) => at(outcomes));
  const units = reps.map(({ outcomes }, index) => unitOf(measure, outcomes, incidences[index] ?? null));
  const known = units.filter(({ trials }) => trials > 0);
  const equal = testEqualRates(known.map(wholeProportion), createRandom(seed, 'equal rates'))?.p ?? null;
  const compared =
    all === null ? new Map<Proportion, Compared>() : compareUnits(known, all, { differ: equal !== null && equal <= significant, draws });
  return {
    measure,
    all,
    equal,
    reps: units.map((unit, index) => ({
      incidence: incidences[index] ?? null,
      ...(compared.get(unit) ?? { shrunk: null, rank: null, verdict: 'too_few' }),
    })),
  };
}

type Compared = Omit<ComparedRep, 'incidence'>;

/** Units that have trials, against the figure of all of them together. */
function compareUnits(
  units: readonly Proportion[],
  all: number,
  { differ, draws }: { readonly differ: boolean; readonly draws: number },
): ReadonlyMap<Proportion, Compared> {
  const prior = ratePrior(units);
  if (prior === null) return new Map();
  const ranks = rankRanges(prior, units, { random: createRandom(seed, 'ranks'), draws });
  const sum = units.reduce((so, { successes, trials }) => ({ successes: so.successes + successes, trials: so.trials + trials }), none);
  return new Map(
    units.map((unit, index) => {
      const shrunk = ratePosterior(prior, unit);
      const rest = { successes: Math.max(0, sum.successes - unit.successes), trials: Math.max(0, sum.trials - unit.trials) };
      return [unit, { shrunk, rank: ranks[index] ?? null, verdict: verdictOf({ shrunk, all, differ, few: expectsFew(unit, rest) }) }];
    }),
  );
}

const none: Proportion = { successes: 0, trials: 0 };

/** Trials and successes of a rep; none where nothing is known. */
function unitOf(measure: GroupMeasure, { converted, leads }: TimedOutcomes, at: IncidenceEstimate | null): Proportion {
  if (measure === 'rate') return { successes: converted, trials: leads };
  return at === null ? { ...none } : effectiveProportion(at);
}

function shareOf({ converted, leads }: TimedOutcomes): number | null {
  return leads === 0 ? null : converted / leads;
}

interface Judged {
  readonly shrunk: Estimate;
  readonly all: number;
  /** Whether units differ at all. */
  readonly differ: boolean;
  readonly few: boolean;
}

function verdictOf({ shrunk: { interval }, all, differ, few }: Judged): RepVerdict {
  if (differ && interval.low > all) return 'above';
  if (differ && interval.high < all) return 'below';
  return few ? 'too_few' : 'no_difference';
}
