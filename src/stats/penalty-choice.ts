import { type LogisticData, type LogisticModel, fitLogisticRegression, predictProbabilities } from './logistic-regression.ts';

export interface PenaltyCandidate {
  readonly penalty: number;
  /** Mean loss per held-out case, in nats. */
  readonly logLoss: number;
}

export interface PenaltyChoice {
  readonly penalty: number;
  /** From the largest penalty to the smallest. */
  readonly candidates: readonly PenaltyCandidate[];
}

export const usualPenalties: readonly number[] = [0.1, 1, 10, 100, 1000];

/** The fold of each row, when rows lie in an order (by time, by customer): `folds` blocks of neighbours, equal but for one row. */
export function blockedFolds(rows: number, folds: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => Math.floor((row * folds) / rows));
}

/**
 * The penalty that predicts held-out blocks best, by log-loss. `folds` names the block of each row: rows that belong together (one customer,
 * one window) belong in one block, or the choice is too bold. On a tie the larger penalty wins. A block whose complement has only one class
 * is left out; null where that holds for all. Source: Stone (1974), JRSS B 36, 111-147; blocks: Roberts et al. (2017), Ecography 40, 913-929.
 */
export function choosePenalty(data: LogisticData, folds: ArrayLike<number>, penalties = usualPenalties): PenaltyChoice | null {
  const descending = penalties.toSorted((a, b) => b - a);
  const losses = descending.map(() => 0);
  let cases = 0;
  for (const fold of new Set(Array.from(folds))) {
    const held = Float64Array.from(folds, (block, row) => (block === fold ? (data.weights?.[row] ?? 1) : 0));
    const kept = held.map((weight, row) => (data.weights?.[row] ?? 1) - weight);
    let model: LogisticModel | null = null;
    const foldLosses: number[] = [];
    for (const penalty of descending) {
      model = fitLogisticRegression({ ...data, weights: kept }, penalty, model ?? undefined);
      if (model === null) break;
      foldLosses.push(totalLoss(predictProbabilities(model, data.features), data.outcomes, held));
    }
    if (foldLosses.length < descending.length) continue;
    for (const [index, loss] of foldLosses.entries()) losses[index]! += loss;
    cases += held.reduce((total, weight) => total + weight, 0);
  }
  if (cases === 0) return null;
  const candidates = descending.map((penalty, index) => ({ penalty, logLoss: losses[index]! / cases }));
  const best = candidates.reduce((chosen, candidate) => (candidate.logLoss < chosen.logLoss ? candidate : chosen));
  return { penalty: best.penalty, candidates };
}

/** Probabilities are kept 1e-15 away from certainty, so that one surprise does not weigh infinitely. */
function totalLoss(probabilities: Float64Array, outcomes: ArrayLike<number>, weights: Float64Array): number {
  let loss = 0;
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0) continue;
    const probability = Math.min(1 - 1e-15, Math.max(1e-15, probabilities[row]!));
    const outcome = outcomes[row]!;
    loss -= weights[row]! * (outcome * Math.log(probability) + (1 - outcome) * Math.log1p(-probability));
  }
  return loss;
}
