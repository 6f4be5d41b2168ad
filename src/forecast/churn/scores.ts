import { isBeyond, type Recalibration, recalibrate } from '../../stats/recalibration.ts';
import { choose, type Why } from '../choice.ts';
import { modelsFirstBest } from '../purchases/models.ts';
import { type Contender, contenders } from './contenders.ts';
import { bestOf, type Evaluation } from './evaluation.ts';
import type { Histories } from './histories.ts';
import { learn } from './recalibration.ts';
import { trainingBefore } from './training.ts';

/** Past origins, and how the contenders did at them. */
export interface Past {
  /** Ascending. */
  readonly past: readonly Histories[];
  /** How every contender did at a past origin, trained on those before it. */
  readonly evaluationsAt: (data: Histories) => readonly Evaluation[];
}

/** How the customers of an origin were scored, with nothing that became known after it. */
export interface Scores {
  readonly contender: Contender;
  readonly chosen: Why;
  /** How the contenders did at the latest origin before. */
  readonly tests: readonly Evaluation[];
  /** The contender's own, by which customers are ranked: the correction of the probabilities can make unequal ones equal. */
  readonly scores: Float64Array;
  /** Of no purchase within the horizon. */
  readonly probabilities: Float64Array;
  readonly recalibration: Recalibration | null;
  /** Customers whose own probability lies beyond all that the correction was learned from: they are corrected as the nearest of those. */
  readonly beyond: number;
}

/** Without a test, and where the one chosen cannot say: the first that can. */
const untested = [...modelsFirstBest.map((id) => `${id}-expected`), 'pace'];

/**
 * Scores the customers of an origin: the best contender at the latest origin before, trained on all before; the probabilities of one that
 * does not learn from outcomes are corrected by what that test showed. `model`: the id of a contender; auto: the best.
 */
export function scoreAt({ past, evaluationsAt }: Past, data: Histories, model: string): Scores {
  const earlier = past.filter(({ origin, rows }) => origin < data.origin && rows > 0);
  const test = earlier.at(-1);
  const tests = test === undefined ? [] : evaluationsAt(test);
  const asked = model === 'auto' ? null : model;
  const best = asked === null ? bestOf(tests) : null;
  const training = trainingBefore(past, data.origin);
  const choice = choose({ asked, tested: best === null ? [] : [best.contender.id], untested }, (id) => {
    const contender = contenders.find((candidate) => candidate.id === id)!;
    const said = contender.say(data, training);
    return said === null || said.probabilities === null ? null : { contender, scores: said.scores, probabilities: said.probabilities };
  });
  if (choice === null) throw new Error('the rule of the usual pace always says something');
  const { contender, scores, probabilities } = choice.found;
  const tested = tests.find((evaluation) => evaluation.contender === contender)?.probabilities ?? null;
  const map = test === undefined || contender.trained || tested === null ? null : learn(tested, test.outcome!.silent);
  return {
    contender,
    chosen: choice.why,
    tests,
    scores,
    probabilities: map === null ? probabilities : probabilities.map((value) => recalibrate(map, value)),
    recalibration: map,
    beyond: map === null ? 0 : probabilities.reduce((count, value) => count + (isBeyond(map, value) ? 1 : 0), 0),
  };
}
