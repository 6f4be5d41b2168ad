import type { Random } from '../../lib/random.ts';
import { type AdditiveDesign, type AdditiveRates, type AlikeCases, fitAdditiveRates } from './additive-rates.ts';
import { type CellSums, type Layout, layoutOf, onlyCells, sumByCell } from './cells.ts';

/** Cases that belong together: those of a kind, of one unit or of all. */
export interface Cell {
  readonly factor: number;
  readonly kind: number;
  /** null: of all units. */
  readonly unit: number | null;
  readonly trials: number;
  readonly successes: number;
  /** Successes that the unit and the kinds of its cases let expect, each by itself. */
  readonly expected: number;
  /** Variance of successes less expected, were there nothing but chance. */
  readonly variance: number;
  /** Variance of the successes alone, at what is expected. */
  readonly spread: number;
  /** Standard score of the difference, its skewness taken out. */
  readonly score: number;
  /** How often chance makes any of all cells differ as much; never 0. */
  readonly p: number;
}

export interface CellTest {
  /** Those that were tested: large enough, and not all that their unit or kind has. */
  readonly cells: readonly Cell[];
  /** The score from which p is at most 0.05. */
  readonly limit: number;
}

interface Options {
  readonly random: Random;
  /** Cells of each unit, held against what units and kinds let expect; or of all units together, held against what the units let expect. */
  readonly by: 'unit' | 'kind';
  /** Kinds of each factor that are no cell, such as the one that is not known. */
  readonly without: readonly (readonly number[])[];
}

/** A cell of fewer cases, or of less variance, says nothing; nor does one beside which its unit, or its kind, has fewer. */
const leastTrials = 5;
const leastVariance = 0.4;
/** The share of the variance of its unit, and of its kind, that lies outside a cell that can be told from them. */
const leastOutside = 0.2;
const [mostSamples, leastSamples] = [999, 199];
/** So many cases are drawn in all samples together. */
const mostDrawn = 1e7;

/**
 * Where successes are more, or fewer, than units and kinds of cases let expect, each by itself: whether a rep wins more medical deals than a rep
 * so good wins of deals so easy. All cells are judged together: p is the chance that any of them differs as much where there is no interaction,
 * by the largest score of samples drawn from the additive rates, each refitted by one step. Null where all or none succeeded. Sources: adjusted
 * residuals, Haberman (1973), Biometrics 29, 205-220; the largest of many, Westfall & Young (1993), Resampling-Based Multiple Testing; skewness,
 * Wilson & Hilferty (1931), PNAS 17, 684-688.
 */
export function testCells(cases: readonly AlikeCases[], design: AdditiveDesign, { random, by, without }: Options): CellTest | null {
  const fit =
    by === 'unit'
      ? fitAdditiveRates(cases, design)
      : fitAdditiveRates(
          cases.map((each) => ({ ...each, kinds: [] })),
          { units: design.units, factors: [] },
        );
  if (fit === null) return null;
  const layout = layoutOf(cases, design, by);
  const sums = cellSums(cases, fit.rates, layout);
  const variance = varianceOf(cases, fit.rates, { layout, design, by });
  const beside = by === 'unit' ? casesBeside(cases, sums.trials, { layout, design }) : null;
  const tested = Uint32Array.from({ length: layout.size }, (_, cell) => cell).filter((cell) => {
    const { factor, kind } = layout.placeOf(cell);
    const fewest = Math.min(sums.trials[cell]!, beside?.[cell] ?? Infinity);
    return fewest >= leastTrials && variance[cell]! >= leastVariance && !without[factor]!.includes(kind);
  });
  const deviations = Float64Array.from(tested, (cell) => Math.sqrt(variance[cell]!));
  const skewness = Float64Array.from(tested, (cell) => sums.third[cell]! / sums.spread[cell]! ** 1.5);
  const differencesOf = differencesAfterRefit(fit, onlyCells(layout, tested));
  const observed = differencesOf(
    Float64Array.from(cases, ({ trials, successes }, group) => successes - trials * fit.rates[group]!),
  ).slice();
  const largest = sampledSurplus(cases, fit.rates, random, (drawn) =>
    largestScore(differencesOf(drawn), { deviations, skewness }),
  ).toSorted();
  const cells = Array.from(tested, (cell, place) => {
    const score = withoutSkew(observed[place]! / deviations[place]!, skewness[place]!);
    return {
      ...layout.placeOf(cell),
      trials: sums.trials[cell]!,
      successes: sums.successes[cell]!,
      expected: sums.successes[cell]! - observed[place]!,
      variance: variance[cell]!,
      spread: sums.spread[cell]!,
      score,
      p: (1 + largest.length - firstFrom(largest, Math.abs(score))) / (1 + largest.length),
    };
  });
  return { cells, limit: largest[Math.min(largest.length, Math.ceil(0.95 * (largest.length + 1))) - 1]! };
}

/** Sums by cell: cases, successes, and variance and third moment of binomial successes. */
function cellSums(cases: readonly AlikeCases[], rates: Float64Array, layout: Layout) {
  const spread = spreadOf(cases, rates);
  return {
    trials: sumByCell(layout, trialsOf(cases)),
    successes: sumByCell(
      layout,
      Float64Array.from(cases, ({ successes }) => successes),
    ),
    spread: sumByCell(layout, spread),
    third: sumByCell(
      layout,
      spread.map((value, group) => value * (1 - 2 * rates[group]!)),
    ),
  };
}

function trialsOf(cases: readonly AlikeCases[]): Float64Array {
  return Float64Array.from(cases, ({ trials }) => trials);
}

/** Variance of the binomial successes of each group. */
function spreadOf(cases: readonly AlikeCases[], rates: Float64Array): Float64Array {
  return Float64Array.from(cases, ({ trials }, group) => trials * rates[group]! * (1 - rates[group]!));
}

/** By cell of a unit the cases of its unit or of its kind that lie outside, whichever are fewer. */
function casesBeside(
  cases: readonly AlikeCases[],
  own: Float64Array,
  { layout, design }: { readonly layout: Layout; readonly design: AdditiveDesign },
): Float64Array {
  const trials = trialsOf(cases);
  const ofUnits = sumsByUnit(cases, design.units, trials);
  const ofKinds = sumByCell(layoutOf(cases, design, 'kind'), trials);
  const starts = kindStarts(design);
  return own.map((inside, cell) => {
    const { factor, kind, unit } = layout.placeOf(cell);
    return Math.min(ofUnits[unit!]!, ofKinds[starts[factor]! + kind]!) - inside;
  });
}

/** Where the kinds of each factor begin among those of all. */
function kindStarts({ factors }: AdditiveDesign): number[] {
  return factors.map((_, factor) => factors.slice(0, factor).reduce((sum, kinds) => sum + kinds, 0));
}

interface Arrangement {
  readonly layout: Layout;
  readonly design: AdditiveDesign;
  readonly by: 'unit' | 'kind';
}

/** Variance of the differences, what unit and kind take up of it by being fitted left out; 0 where hardly anything is left. */
function varianceOf(cases: readonly AlikeCases[], rates: Float64Array, { layout, design, by }: Arrangement): Float64Array {
  const ofGroups = spreadOf(cases, rates);
  const spread = sumByCell(layout, ofGroups);
  if (by === 'kind') return kindVariance(cases, { spread, ofGroups, layout, design });
  const ofKinds = sumByCell(layoutOf(cases, design, 'kind'), ofGroups);
  const starts = kindStarts(design);
  const ofUnits = sumsByUnit(cases, design.units, ofGroups);
  return spread.map((own, cell) => {
    const { factor, kind, unit } = layout.placeOf(cell);
    const outside = [ofUnits[unit!]!, ofKinds[starts[factor]! + kind]!].map((whole) => (whole > 0 ? 1 - own / whole : 0));
    return outside.every((share) => share >= leastOutside) ? own * outside[0]! * outside[1]! : 0;
  });
}

interface KindSpread {
  readonly spread: Float64Array;
  readonly ofGroups: Float64Array;
  readonly layout: Layout;
  readonly design: AdditiveDesign;
}

/** Of kinds held against units: the sum over units of what each adds to the kind, less the part its own fit takes up. */
function kindVariance(cases: readonly AlikeCases[], { spread, ofGroups, layout, design }: KindSpread): Float64Array {
  const ofUnits = sumsByUnit(cases, design.units, ofGroups);
  const byUnit = layoutOf(cases, design, 'unit');
  const own = sumByCell(byUnit, ofGroups);
  const taken = new Float64Array(layout.size);
  const starts = kindStarts(design);
  for (const [cell, value] of own.entries()) {
    if (value === 0) continue;
    const { factor, kind, unit } = byUnit.placeOf(cell);
    taken[starts[factor]! + kind]! += value ** 2 / ofUnits[unit!]!;
  }
  return spread.map((value, cell) => (value - taken[cell]! >= leastOutside * value ? value - taken[cell]! : 0));
}

function sumsByUnit(cases: readonly AlikeCases[], units: number, figures: Float64Array): Float64Array {
  const sums = new Float64Array(units);
  for (const [group, { unit }] of cases.entries()) sums[unit]! += figures[group]!;
  return sums;
}

/** Successes less expected by cell, once the rates have moved with the successes; one array for all calls. */
function differencesAfterRefit({ rates, absorb }: AdditiveRates, cells: CellSums): (surplus: Float64Array) => Float64Array {
  const left = new Float64Array(rates.length);
  const differences = new Float64Array(cells.size);
  return (surplus) => {
    absorb(surplus, left);
    for (let group = 0; group < left.length; group += 1) left[group] = surplus[group]! - left[group]!;
    return sumByCell(cells, left, differences);
  };
}

interface CellScales {
  readonly deviations: Float64Array;
  readonly skewness: Float64Array;
}

/** The largest score of all cells, whichever way they differ. */
function largestScore(differences: Float64Array, { deviations, skewness }: CellScales): number {
  let most = 0;
  for (let place = 0; place < deviations.length; place += 1) {
    const score = differences[place]! / deviations[place]!;
    const skewed = skewness[place]!;
    if (!staysBelow(most, score, skewed)) most = Math.max(most, Math.abs(withoutSkew(score, skewed)));
  }
  return most;
}

/**
 * Whether a score is small enough to see without the cube root that it stays below this one: while the root is of 0.5 or more, a step of the score
 * moves the result by 0.5^(−2/3) < 1.6 of it at most, from a sixth of the skewness on.
 */
function staysBelow(most: number, score: number, skewness: number): boolean {
  return skewness * score >= -1 && 1.6 * Math.abs(score) + Math.abs(skewness) / 6 + 1e-6 < most;
}

/** A figure of samples of successes drawn from the rates, as surplus by group. */
function sampledSurplus(
  cases: readonly AlikeCases[],
  rates: Float64Array,
  random: Random,
  figure: (surplus: Float64Array) => number,
): Float64Array {
  const trials = Uint32Array.from(cases, (each) => each.trials);
  const all = trials.reduce((sum, own) => sum + own, 0);
  const samples = Math.min(mostSamples, Math.max(leastSamples, Math.floor(mostDrawn / all)));
  const surplus = new Float64Array(cases.length);
  const figures = new Float64Array(samples);
  const drawn = new Float64Array(all);
  for (let sample = 0; sample < samples; sample += 1) {
    random.nextInto(drawn);
    for (let group = 0, trial = 0; group < surplus.length; group += 1) {
      const rate = rates[group]!;
      const own = trials[group]!;
      let successes = 0;
      for (const end = trial + own; trial < end; trial += 1) if (drawn[trial]! < rate) successes += 1;
      surplus[group] = successes - own * rate;
    }
    figures[sample] = figure(surplus);
  }
  return figures;
}

/** A standard score of a skewed difference as one of a normal distribution. */
function withoutSkew(score: number, skewness: number): number {
  if (Math.abs(skewness) < 1e-6) return score;
  const base = 1 + (skewness * score) / 2;
  return (6 / skewness) * (Math.cbrt(base) - 1) + skewness / 6;
}

/** Place of the first of the sorted values that is not below this one, rounding aside. */
function firstFrom(ascending: Float64Array, value: number): number {
  const limit = value * (1 - 1e-12);
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
