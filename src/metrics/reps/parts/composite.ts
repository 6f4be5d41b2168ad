import { median } from '../../../stats/median.ts';
import type { Random } from '../../../lib/random.ts';
import { fitBetaBinomial } from '../../../stats/beta-binomial.ts';
import { normalDistribution } from '../../../stats/normal.ts';
import type { ScoredUnit } from '../../../stats/score-ranks.ts';
import type { RepMeasureId } from '../../choices.ts';
import { type RankMeasure, rankMeasures, unitFigures } from './rank-measures.ts';

/** What the customers of a rep sum to, group of customers by group: a row a group, in the order of `unitFigures`. */
export interface RepUnits {
  readonly rep: string;
  /** Customers (or deals without one). */
  readonly size: number;
  readonly groups: readonly Float64Array[];
}

export type Weights = Readonly<Partial<Record<RepMeasureId, number>>>;

/** Added to numerator and denominator; where the reps differ by no more than chance, the one rate of all. */
type Prior = { readonly successes: number; readonly trials: number } | { readonly rate: number };

/** A measure over all reps: where its middle lies and how far they are from it. */
interface Scale {
  readonly measure: RankMeasure;
  readonly at: readonly [numerator: number, denominator: number | null];
  readonly weight: number;
  /** What few cases are pulled by; null: nothing. */
  readonly prior: Prior | null;
  readonly middle: number;
  readonly width: number;
}

export interface MeasuredRep {
  readonly measure: RankMeasure;
  readonly value: number;
  /** What a ratio is divided by. */
  readonly base: number | null;
  readonly score: number;
  readonly weight: number;
  readonly middle: number;
}

export interface Composite {
  readonly rep: string;
  readonly measured: readonly MeasuredRep[];
  readonly score: number | null;
}

/**
 * The measures that tell reps apart, and their scales: of each the median over reps, and the mean distance from it. A measure that no rep has
 * or that has no weight is left out.
 */
export function scalesOf(reps: readonly RepUnits[], weights: Weights): Scale[] {
  const totals = reps.map(totalsOf);
  return rankMeasures.flatMap((measure) => {
    const weight = weights[measure.id] ?? 0;
    const at = [
      unitFigures.indexOf(measure.numerator),
      measure.denominator === null ? null : unitFigures.indexOf(measure.denominator),
    ] as const;
    const prior = measure.pulled === true ? priorOf(totals.map((sums) => [sums[at[0]]!, sums[at[1]!]!])) : null;
    const values = totals.map((sums) => valueOf(sums, { at, prior })).filter((value) => value !== null);
    if (weight <= 0 || values.length === 0) return [];
    const middle = median(values);
    const width = (Math.sqrt(Math.PI / 2) * values.reduce((sum, value) => sum + Math.abs(value - middle), 0)) / values.length;
    return [{ measure, at, weight, prior, middle, width }];
  });
}

/** What few cases are pulled by, by maximum likelihood; null without a case. */
function priorOf(cases: readonly (readonly [number, number])[]): Prior | null {
  const fit = fitBetaBinomial(cases.map(([successes, trials]) => ({ successes, trials })));
  if (fit === null) return null;
  return fit.spread === null ? { rate: fit.mean } : { successes: fit.spread.a, trials: fit.spread.a + fit.spread.b };
}

function totalsOf({ groups }: RepUnits): Float64Array {
  const totals = new Float64Array(unitFigures.length);
  for (const group of groups) for (let index = 0; index < totals.length; index += 1) totals[index]! += group[index]!;
  return totals;
}

/** Null where there is nothing to divide by. Called for every measure of every sample: it makes nothing. */
function valueOf(sums: Float64Array, { at, prior }: Pick<Scale, 'at' | 'prior'>): number | null {
  const part = sums[at[0]]!;
  if (at[1] === null) return part;
  const whole = sums[at[1]]!;
  if (!(whole > 0)) return null;
  if (prior === null) return part / whole;
  return 'rate' in prior ? prior.rate : (part + prior.successes) / (whole + prior.trials);
}

/** 0 to 100, 50 at the median, and never a jump: the normal distribution of the distance from it. */
function pointsOf(value: number, { measure, middle, width }: Scale): number {
  const distance = width === 0 ? 0 : (value - middle) / width;
  return 100 * normalDistribution(measure.lower === true ? -distance : distance);
}

/** The measures of a rep and their weighted mean. */
export function compositeOf(units: RepUnits, scales: readonly Scale[]): Composite {
  const sums = totalsOf(units);
  const measured = scales.flatMap((scale) => {
    const value = valueOf(sums, scale);
    if (value === null) return [];
    const base = scale.at[1] === null ? null : sums[scale.at[1]]!;
    return [{ measure: scale.measure, value, base, score: pointsOf(value, scale), weight: scale.weight, middle: scale.middle }];
  });
  return { rep: units.rep, measured, score: meanOf(measured) };
}

function meanOf(scored: readonly { readonly score: number; readonly weight: number }[]): number | null {
  const weight = scored.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? null : scored.reduce((sum, each) => sum + each.weight * each.score, 0) / weight;
}

/** The composite in samples of the customers of the rep, drawn with replacement; a measure that a sample has no base for stays what it is. */
export function sampledScores(
  units: RepUnits,
  scales: readonly Scale[],
  { random, samples }: { readonly random: Random; readonly samples: number },
): ScoredUnit {
  const whole = compositeOf(units, scales);
  const scores = new Float64Array(samples);
  const has = new Map(whole.measured.map(({ measure, score }) => [measure, score]));
  const { own, figures, width } = figuresOf(
    units,
    scales.filter(({ measure }) => has.has(measure)),
  );
  const seen = own.map(({ measure }) => has.get(measure)!);
  const sums = new Float64Array(width);
  const weight = own.reduce((sum, scale) => sum + scale.weight, 0);
  const { groups } = units;
  const drawn = new Float64Array(groups.length);
  const starts = new Uint32Array(groups.length);
  for (let sample = 0; sample < samples; sample += 1) {
    random.nextInto(drawn);
    for (let draw = 0; draw < groups.length; draw += 1) starts[draw] = Math.floor(drawn[draw]! * groups.length) * width;
    for (let index = 0; index < width; index += sideBySide) addUp(figures, starts, index, sums);
    let score = 0;
    for (let index = 0; index < own.length; index += 1) {
      const scale = own[index]!;
      const value = valueOf(sums, scale);
      score += scale.weight * (value === null ? seen[index]! : pointsOf(value, scale));
    }
    scores[sample] = score / weight;
  }
  return { score: whole.score ?? 0, samples: scores, size: groups.length };
}

/** So many figures are added up at a time: sums side by side do not wait for each other, and are held in variables meanwhile. */
const sideBySide = 4;

/** Puts in the sums of four figures, from this one on, over the groups that begin there. */
function addUp(figures: Float64Array, starts: Uint32Array, from: number, sums: Float64Array): void {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let draw = 0; draw < starts.length; draw += 1) {
    const at = starts[draw]! + from;
    one += figures[at]!;
    two += figures[at + 1]!;
    three += figures[at + 2]!;
    four += figures[at + 3]!;
  }
  sums[from] = one;
  sums[from + 1] = two;
  sums[from + 2] = three;
  sums[from + 3] = four;
}

/**
 * The figures that scales need of each group, one group after another, and the scales with the places of these. Behind them zeros, up to a width
 * that can be added up side by side.
 */
function figuresOf({ groups }: RepUnits, scales: readonly Scale[]) {
  const used = [...new Set(scales.flatMap(({ at: [numerator, denominator] }) => [numerator, denominator ?? numerator]))];
  const places = new Map(used.map((figure, place) => [figure, place]));
  const own = scales.map((scale): Scale => {
    const [numerator, denominator] = scale.at;
    return { ...scale, at: [places.get(numerator)!, denominator === null ? null : places.get(denominator)!] };
  });
  const width = Math.ceil(used.length / sideBySide) * sideBySide;
  const figures = new Float64Array(groups.length * width);
  for (let place = 0; place < groups.length; place += 1)
    for (let index = 0; index < used.length; index += 1) figures[place * width + index] = groups[place]![used[index]!]!;
  return { own, figures, width };
}
