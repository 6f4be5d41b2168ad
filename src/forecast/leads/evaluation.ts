import { type AreaUnderCurve, areaUnderCurve } from '../../stats/area-under-curve.ts';
import { type CalibrationBin, calibrationTable } from '../../stats/calibration.ts';
import { logistic } from '../../stats/logistic-likelihood.ts';
import { fitRecalibration, recalibrate, type Recalibration } from '../../stats/recalibration.ts';
import { folds, foldOf, tellingAttributes } from './columns.ts';
import type { LeadAttribute } from './levels.ts';
import { type AdditiveModel, bayesModel, featuresOf, logisticModel, logOddsOfLead } from './models.ts';
import type { LeadTraining } from './training.ts';

export const modelIds = ['logistic', 'naive_bayes'] as const;
export type ModelId = (typeof modelIds)[number];

/** How a model did on leads that it had not learned from. */
export interface Evaluation {
  readonly area: AreaUnderCurve;
  /** Tenths of the leads by their probability, which was corrected by the other folds. */
  readonly calibration: readonly CalibrationBin[];
  /** Mean difference between predicted and observed conversion over the tenths, and the largest. */
  readonly error: number;
  readonly largestError: number;
}

export interface EvaluatedModel extends Evaluation {
  readonly id: ModelId;
  /** From all leads. */
  readonly model: AdditiveModel;
  /** From the probability that the model says to a calibrated one. */
  readonly map: Recalibration;
}

const penalties = [1, 10, 100] as const;
/** Among so many leads a penalty hardly matters: the first is taken. */
const manyLeads = 20_000;

/** The rows that a fold learns from: all the others. */
function othersOf(fold: number | null, leads: number): Uint8Array {
  return Uint8Array.from({ length: leads }, (_, lead) => (fold !== null && foldOf(lead) === fold ? 0 : 1));
}

type Fit = (used: Uint8Array) => AdditiveModel | null;

/** What each lead would have been given by a model of the other folds; null where one of them cannot be fitted. */
function heldOut({ leads }: LeadTraining, fit: Fit): Float64Array | null {
  const probabilities = new Float64Array(leads);
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(othersOf(fold, leads));
    if (model === null) return null;
    for (let lead = fold; lead < leads; lead += folds) probabilities[lead] = logistic(logOddsOfLead(model, lead));
  }
  return probabilities;
}

/** Both models by five-fold cross-validation, the better first; none where either cannot be fitted. */
export function evaluateModels(training: LeadTraining, attributes: readonly LeadAttribute[]): readonly EvaluatedModel[] {
  const ridge = bestRidge(training, attributes);
  const bayes: Fit = (used) => bayesModel(training, tellingAttributes(training, attributes, used), used);
  const said = heldOut(training, bayes);
  if (ridge === null || said === null) return [];
  const evaluated = [evaluation('logistic', training, ridge.fit, ridge.probabilities), evaluation('naive_bayes', training, bayes, said)];
  return evaluated.filter((model) => model !== null).toSorted((one, other) => other.area.area - one.area.area);
}

/** How well a logistic regression ranks that may also use columns filled in after the fact. */
export function areaOfAll(training: LeadTraining, attributes: readonly LeadAttribute[]): AreaUnderCurve | null {
  const probabilities = heldOut(training, ridgeOf(training, attributes, penalties[0]));
  return probabilities === null ? null : areaUnderCurve({ scores: probabilities, outcomes: training.converted });
}

/** Attributes are chosen anew for each fold, from the leads that it learns from. */
function ridgeOf(training: LeadTraining, attributes: readonly LeadAttribute[], penalty: number): Fit {
  return (used) => logisticModel(training, featuresOf(training.leads, tellingAttributes(training, attributes, used)), used, penalty);
}

/** The penalty with the least loss on held-out leads. */
function bestRidge(
  training: LeadTraining,
  attributes: readonly LeadAttribute[],
): { readonly fit: Fit; readonly probabilities: Float64Array } | null {
  let best: { fit: Fit; probabilities: Float64Array; loss: number } | null = null;
  for (const penalty of training.leads > manyLeads ? penalties.slice(0, 1) : penalties) {
    const fit = ridgeOf(training, attributes, penalty);
    const probabilities = heldOut(training, fit);
    if (probabilities === null) return null;
    const loss = probabilities.reduce((sum, value, lead) => sum - Math.log(training.converted[lead] === 1 ? value : 1 - value), 0);
    if (best === null || loss < best.loss) best = { fit, probabilities, loss };
  }
  return best;
}

function evaluation(id: ModelId, training: LeadTraining, fit: Fit, probabilities: Float64Array): EvaluatedModel | null {
  const { leads, converted } = training;
  const model = fit(othersOf(null, leads));
  const map = fitRecalibration({ probabilities, outcomes: converted });
  const corrected = new Float64Array(leads);
  for (let fold = 0; fold < folds; fold += 1) {
    const own = fitRecalibration({ probabilities, outcomes: converted, weights: othersOf(fold, leads) });
    if (own === null) return null;
    for (let lead = fold; lead < leads; lead += folds) corrected[lead] = recalibrate(own, probabilities[lead]!);
  }
  const area = areaUnderCurve({ scores: probabilities, outcomes: converted });
  if (model === null || map === null || area === null) return null;
  const calibration = calibrationTable({ probabilities: corrected, outcomes: converted });
  const errors = calibration.map(({ predicted, observed }) => Math.abs(predicted - observed));
  const error = calibration.reduce((sum, { cases }, index) => sum + cases * errors[index]!, 0) / leads;
  return { id, model, map, area, calibration, error, largestError: Math.max(...errors) };
}
