import type { Random } from '../../lib/random.ts';
import { type AdditiveDesign, type AdditiveRates, type AlikeCases, fitAdditiveRates } from './additive-rates.ts';
import { type Layout, layoutOf, sumByCell } from './cells.ts';

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
  const tested = Array.from({ length: layout.size }, (_, cell) => cell).filter((cell) => {
    const { factor, kind } = layout.placeOf(cell);
    const fewest = Math.min(sums.trials[cell]!, beside?.[cell] ?? Infinity);
    return fewest >= leastTrials && variance[cell]! >= leastVariance && !without[factor]!.includes(kind);
  });
  const scoreOf = (cell: number, difference: number): number => {
    const deviation = Math.sqrt(variance[cell]!);
    return withoutSkew(difference / deviation, sums.third[cell]! / sums.spread[cell]! ** 1.5);
  };
  const surplus = Float64Array.from(cases, ({ trials, successes }, group) => successes - trials * fit.rates[group]!);
  const observed = differencesOf(surplus, fit, layout);
  const largest = sampledSurplus(cases, fit.rates, random, (drawn) => {
    const differences = differencesOf(drawn, fit, layout);
    return tested.reduce((most, cell) => Math.max(most, Math.abs(scoreOf(cell, differences[cell]!))), 0);
  }).toSorted();
  const cells = tested.map((cell) => {
    const score = scoreOf(cell, observed[cell]!);
    return {
      ...layout.placeOf(cell),
      trials: sums.trials[cell]!,
      successes: sums.successes[cell]!,
      expected: sums.successes[cell]! - observed[cell]!,
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
  const spreadOf = (group: number): number => cases[group]!.trials * rates[group]! * (1 - rates[group]!);
  return {
    trials: sumByCell(layout, (group) => cases[group]!.trials),
    successes: sumByCell(layout, (group) => cases[group]!.successes),
    spread: sumByCell(layout, spreadOf),
    third: sumByCell(layout, (group) => spreadOf(group) * (1 - 2 * rates[group]!)),
  };
}

/** By cell of a unit the cases of its unit or of its kind that lie outside, whichever are fewer. */
function casesBeside(
  cases: readonly AlikeCases[],
  own: Float64Array,
  { layout, design }: { readonly layout: Layout; readonly design: AdditiveDesign },
): Float64Array {
  const trialsOf = (group: number): number => cases[group]!.trials;
  const ofUnits = sumsByUnit(cases, design.units, trialsOf);
  const ofKinds = sumByCell(layoutOf(cases, design, 'kind'), trialsOf);
  const starts = kindStarts(design);
  return own.map((trials, cell) => {
    const { factor, kind, unit } = layout.placeOf(cell);
    return Math.min(ofUnits[unit!]!, ofKinds[starts[factor]! + kind]!) - trials;
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
  const spreadOf = (group: number): number => cases[group]!.trials * rates[group]! * (1 - rates[group]!);
  const spread = sumByCell(layout, spreadOf);
  if (by === 'kind') return kindVariance(cases, { spread, spreadOf, layout, design });
  const ofKinds = sumByCell(layoutOf(cases, design, 'kind'), spreadOf);
  const starts = kindStarts(design);
  const ofUnits = sumsByUnit(cases, design.units, spreadOf);
  return spread.map((own, cell) => {
    const { factor, kind, unit } = layout.placeOf(cell);
    const outside = [ofUnits[unit!]!, ofKinds[starts[factor]! + kind]!].map((whole) => (whole > 0 ? 1 - own / whole : 0));
    return outside.every((share) => share >= leastOutside) ? own * outside[0]! * outside[1]! : 0;
  });
}

interface KindSpread {
  readonly spread: Float64Array;
  readonly spreadOf: (group: number) => number;
  readonly layout: Layout;
  readonly design: AdditiveDesign;
}

/** Of kinds held against units: the sum over units of what each adds to the kind, less the part its own fit takes up. */
function kindVariance(cases: readonly AlikeCases[], { spread, spreadOf, layout, design }: KindSpread): Float64Array {
  const ofUnits = sumsByUnit(cases, design.units, spreadOf);
  const byUnit = layoutOf(cases, design, 'unit');
  const own = sumByCell(byUnit, spreadOf);
  const taken = new Float64Array(layout.size);
  const starts = kindStarts(design);
  for (const [cell, value] of own.entries()) {
    if (value === 0) continue;
    const { factor, kind, unit } = byUnit.placeOf(cell);
    taken[starts[factor]! + kind]! += value ** 2 / ofUnits[unit!]!;
  }
  return spread.map((value, cell) => (value - taken[cell]! >= leastOutside * value ? value - taken[cell]! : 0));
}

function sumsByUnit(cases: readonly AlikeCases[], units: number, figure: (group: number) => number): Float64Array {
  const sums = new Float64Array(units);
  for (const [group, { unit }] of cases.entries()) sums[unit]! += figure(group);
  return sums;
}

/** Successes less expected by cell, once the rates have moved with the successes. */
function differencesOf(surplus: Float64Array, { absorb }: AdditiveRates, layout: Layout): Float64Array {
  const absorbed = absorb(surplus);
  return sumByCell(layout, (group) => surplus[group]! - absorbed[group]!);
}

/** A figure of samples of successes drawn from the rates, as surplus by group. */
function sampledSurplus(
  cases: readonly AlikeCases[],
  rates: Float64Array,
  random: Random,
  figure: (surplus: Float64Array) => number,
): Float64Array {
  const trials = cases.reduce((sum, each) => sum + each.trials, 0);
  const samples = Math.min(mostSamples, Math.max(leastSamples, Math.floor(mostDrawn / trials)));
  const surplus = new Float64Array(cases.length);
  return Float64Array.from({ length: samples }, () => {
    for (const [group, each] of cases.entries()) {
      const rate = rates[group]!;
      let successes = 0;
      for (let trial = 0; trial < each.trials; trial += 1) if (random.next() < rate) successes += 1;
      surplus[group] = successes - each.trials * rate;
    }
    return figure(surplus);
  });
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
