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
import { type UsualUnits, usualUnits } from './usual-units.ts';

export type RepVerdict = 'above' | 'below' | 'no_difference' | 'too_few';

export interface ComparedReps {
  readonly measure: GroupMeasure;
  /** The figure of all reps together; null where there is none. */
  readonly all: number | null;
  /** That of the reps who are alike (`usualUnits`), by whom the others are judged; null where there is none. */
  readonly usual: number | null;
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

/** Chance decides on the last digits only; with the same seed they are the same every night. */
const seed = 13;

/** Draws of the ranks: fewer where there are very many reps. */
function drawsFor(reps: number): number {
  return Math.max(200, Math.min(2000, Math.floor(1_000_000 / Math.max(1, reps))));
}

/** What each rep converts by this age (of all, where dates are missing), how sure that is, and whether reps differ at all; `draws` of the ranks. */
export function compareReps(reps: readonly RepOutcomes[], age: number, draws = drawsFor(reps.length)): ComparedReps {
  const measure = measureOf(addUp(reps.map(({ outcomes }) => outcomes)));
  const at = (outcomes: TimedOutcomes): IncidenceEstimate | null => {
    const curve = measure === 'incidence' ? conversionCurve(outcomes) : null;
    return curve && incidenceAt(curve, age);
  };
  const together = (some: readonly RepOutcomes[]): number | null => {
    const sum = addUp(some.map(({ outcomes }) => outcomes));
    return measure === 'incidence' ? (at(sum)?.value ?? null) : shareOf(sum);
  };
  const units = reps.map((rep): Unit => {
    const incidence = at(rep.outcomes);
    return { rep, incidence, ...trialsOf(measure, rep.outcomes, incidence) };
  });
  const known = units.filter(({ trials }) => trials > 0);
  const usual = usualUnits(known, pAlike);
  const usualRate = together(usual.units.map(({ rep }) => rep));
  const compared = usualRate === null ? new Map<Unit, Compared>() : compareUnits(known, { usual, usualRate, draws });
  return {
    measure,
    all: together(reps),
    usual: usualRate,
    equal: pAlike(known),
    reps: units.map((unit) => ({
      incidence: unit.incidence,
      ...(compared.get(unit) ?? { shrunk: null, rank: null, verdict: 'too_few' }),
    })),
  };
}

/** A rep, as so many trials, none where nothing is known. */
interface Unit extends Proportion {
  readonly rep: RepOutcomes;
  readonly incidence: IncidenceEstimate | null;
}

function pAlike(units: readonly Unit[]): number | null {
  return testEqualRates(units.map(wholeProportion), createRandom(seed, 'equal rates'))?.p ?? null;
}

type Compared = Omit<ComparedRep, 'incidence'>;

interface Usual {
  readonly usual: UsualUnits<Unit>;
  /** The figure of the usual units together. */
  readonly usualRate: number;
}

/** Units that have trials, against those of them who are alike. */
function compareUnits(
  units: readonly Unit[],
  { usual, usualRate, draws }: Usual & { readonly draws: number },
): ReadonlyMap<Unit, Compared> {
  const prior = ratePrior(units);
  if (prior === null) return new Map();
  const ranks = rankRanges(prior, units, { random: createRandom(seed, 'ranks'), draws });
  const sum = units.reduce((so, { successes, trials }) => ({ successes: so.successes + successes, trials: so.trials + trials }), none);
  return new Map(
    units.map((unit, index) => {
      const shrunk = ratePosterior(prior, unit);
      const rest = { successes: Math.max(0, sum.successes - unit.successes), trials: Math.max(0, sum.trials - unit.trials) };
      const differ = usual.differ || !usual.units.includes(unit);
      return [unit, { shrunk, rank: ranks[index] ?? null, verdict: verdictOf({ shrunk, usualRate, differ, few: expectsFew(unit, rest) }) }];
    }),
  );
}

const none: Proportion = { successes: 0, trials: 0 };

function trialsOf(measure: GroupMeasure, { converted, leads }: TimedOutcomes, at: IncidenceEstimate | null): Proportion {
  if (measure === 'rate') return { successes: converted, trials: leads };
  return at === null ? none : effectiveProportion(at);
}

function shareOf({ converted, leads }: TimedOutcomes): number | null {
  return leads === 0 ? null : converted / leads;
}

interface Judged extends Pick<Usual, 'usualRate'> {
  readonly shrunk: Estimate;
  /** Whether the unit is not among those who are alike. */
  readonly differ: boolean;
  readonly few: boolean;
}

function verdictOf({ shrunk: { interval }, usualRate, differ, few }: Judged): RepVerdict {
  if (differ && interval.low > usualRate) return 'above';
  if (differ && interval.high < usualRate) return 'below';
  return few ? 'too_few' : 'no_difference';
}
