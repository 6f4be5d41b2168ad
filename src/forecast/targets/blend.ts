import { type Estimates, methods } from './estimates.ts';

/** Weights of the methods, in their order; they sum to 1. */
export type Weights = readonly number[];

const quarters = 4;

/** All weights in quarters. */
export const allWeights: readonly Weights[] = splits(methods.length, quarters).map((parts) => parts.map((part) => part / quarters));

const equal = 1 / methods.length;

/** How much worse weights must do in the past, of what is usual, to be taken when they are closer to equal ones. */
const pullToEqual = 0.5;

/** The losses of a scope are drawn to those of its kind as by so many windows. */
const windowsOfKind = 12;

/** From so many windows of a kind on weights are chosen; before they are equal. */
const leastWindows = 3;

const uneven = allWeights.map((weights) => weights.reduce((total, weight) => total + (weight - equal) ** 2, 0));

/** The weighted mean of the estimates that are known; null where none is. */
export function blended(estimates: Estimates, weights: Weights): number | null {
  let [total, weight] = [0, 0];
  let [plain, known] = [0, 0];
  for (let index = 0; index < estimates.length; index += 1) {
    const estimate = estimates[index]!;
    if (estimate === null) continue;
    total += weights[index]! * estimate;
    weight += weights[index]!;
    plain += estimate;
    known += 1;
  }
  if (weight > 0) return total / weight;
  return known > 0 ? plain / known : null;
}

/** How far off each of the weights was in the windows so far: absolute errors, of what is usual. */
export class Losses {
  count = 0;
  readonly sums = new Float64Array(allWeights.length);
}

/** Takes in how a window came out, for all who learn of it. */
export function learn(
  estimates: Estimates,
  { total, usual }: { readonly total: number; readonly usual: number },
  by: readonly Losses[],
): void {
  for (const losses of by) losses.count += 1;
  for (let index = 0; index < allWeights.length; index += 1) {
    const loss = Math.abs((blended(estimates, allWeights[index]!) ?? 0) - total) / usual;
    for (const { sums } of by) sums[index]! += loss;
  }
}

/** The weights that did best in the past of a scope and of its kind, drawn to equal ones the more the shorter these are. */
export function bestWeights(own: Losses, kind: Losses): Weights {
  if (kind.count < leastWindows) return methods.map(() => equal);
  const pull = pullToEqual / Math.sqrt(own.count + Math.min(kind.count, 100));
  let [best, least] = [0, Infinity];
  for (let index = 0; index < allWeights.length; index += 1) {
    const mean = (own.sums[index]! + (windowsOfKind * kind.sums[index]!) / kind.count) / (own.count + windowsOfKind);
    const loss = mean + pull * uneven[index]!;
    if (loss < least) [best, least] = [index, loss];
  }
  return allWeights[best]!;
}

/** All ways to give so many parts to so many places. */
function splits(places: number, parts: number): number[][] {
  if (places === 1) return [[parts]];
  return Array.from({ length: parts + 1 }, (_, first) => splits(places - 1, parts - first).map((rest) => [first, ...rest])).flat();
}
