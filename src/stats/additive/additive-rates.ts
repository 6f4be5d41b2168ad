import { logistic, logOddsOf } from '../logistic-likelihood.ts';
import { cholesky, solve } from '../optimise/cholesky.ts';
import type { Proportion } from '../proportions.ts';

/** Cases of one unit (rep) that are alike in every factor (industry, product): of each, the place of their kind among those of the factor. */
export interface AlikeCases extends Proportion {
  readonly unit: number;
  readonly kinds: readonly number[];
}

export interface AdditiveDesign {
  readonly units: number;
  /** How many kinds each factor has. */
  readonly factors: readonly number[];
}

/** Rates of success that units and kinds raise or lower each by itself, on the scale of log-odds. */
export interface AdditiveRates {
  /** By group of alike cases, in (0, 1). */
  readonly rates: Float64Array;
  /** By how many successes a refit would move what is expected of each group, if so many more succeeded in each: one step of Newton's method. */
  readonly absorb: (surplus: Float64Array) => Float64Array;
}

/** Holds the level of a unit that won or lost everything; too slight to move any other. */
const unitPenalty = 0.05;
/** Levels of kinds are drawn towards 0 as by a normal prior of standard deviation 1: many kinds of few cases each would fit the cases themselves. */
const kindPenalty = 1;
const mostSteps = 60;
const longestStep = 2;

/**
 * Logistic regression on units and kinds without interaction: what each unit is expected to reach with each kind if it is as much better or worse
 * there as everywhere. Newton's method; units may be many, for they are eliminated first (Schur complement). Null where all or none succeeded, or
 * there is no case.
 */
export function fitAdditiveRates(cases: readonly AlikeCases[], { units, factors }: AdditiveDesign): AdditiveRates | null {
  const trials = cases.reduce((sum, each) => sum + each.trials, 0);
  const successes = cases.reduce((sum, each) => sum + each.successes, 0);
  if (successes === 0 || successes === trials) return null;
  const equations = new Equations(cases, units, factors);
  const levels: Levels = { units: new Float64Array(units), kinds: new Float64Array(equations.size) };
  levels.kinds[0] = logOddsOf(successes / trials);
  const rates = new Float64Array(cases.length);
  for (let step = 0; step < mostSteps; step += 1) {
    const logOdds = equations.spread(levels);
    for (const group of cases.keys()) rates[group] = logistic(logOdds[group]!);
    equations.weigh(Float64Array.from(cases, (each, group) => each.trials * rates[group]! * (1 - rates[group]!)));
    const surplus = Float64Array.from(cases, (each, group) => each.successes - each.trials * rates[group]!);
    const move = equations.solve(surplus, levels);
    const longest = Math.max(largest(move.units), largest(move.kinds));
    const share = Math.min(1, longestStep / longest);
    for (const unit of levels.units.keys()) levels.units[unit]! += share * move.units[unit]!;
    for (const place of levels.kinds.keys()) levels.kinds[place]! += share * move.kinds[place]!;
    if (longest < 1e-8) break;
  }
  return {
    rates,
    absorb: (surplus) => equations.spread(equations.solve(surplus, null)).map((change, group) => change * equations.weights[group]!),
  };
}

/** What is added up to the log-odds of a group: the level of its unit, and those of its kinds, the one of all before them. */
interface Levels {
  readonly units: Float64Array;
  readonly kinds: Float64Array;
}

/** The normal equations of the regression at given weights. */
class Equations {
  readonly size: number;
  weights: Float64Array = new Float64Array(0);
  readonly #units: Uint32Array;
  /** Of each group the places of its kinds, one after another. */
  readonly #places: Uint32Array;
  readonly #width: number;
  readonly #diagonal: Float64Array;
  readonly #mixed: Float64Array;
  #lower: ReturnType<typeof cholesky> = null;

  constructor(cases: readonly AlikeCases[], units: number, factors: readonly number[]) {
    const starts = factors.map((_, factor) => 1 + factors.slice(0, factor).reduce((sum, kinds) => sum + kinds, 0));
    this.size = 1 + factors.reduce((sum, kinds) => sum + kinds, 0);
    this.#width = 1 + factors.length;
    this.#units = Uint32Array.from(cases, ({ unit }) => unit);
    this.#places = Uint32Array.from(cases.flatMap(({ kinds }) => [0, ...kinds.map((kind, factor) => starts[factor]! + kind)]));
    this.#diagonal = new Float64Array(units);
    this.#mixed = new Float64Array(units * this.size);
  }

  /** The levels added up for each group. */
  spread({ units, kinds }: Levels): Float64Array {
    return Float64Array.from(this.#units, (unit, group) => {
      let sum = units[unit]!;
      for (let at = group * this.#width; at < (group + 1) * this.#width; at += 1) sum += kinds[this.#places[at]!]!;
      return sum;
    });
  }

  weigh(weights: Float64Array): void {
    const { size } = this;
    this.weights = weights;
    this.#diagonal.fill(unitPenalty);
    this.#mixed.fill(0);
    const rest = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, column): number => (row === column ? kindPenalty : 0)),
    );
    // The level of all is free, but for a trace that keeps the equations definite.
    rest[0]![0] = 1e-9;
    for (const [group, unit] of this.#units.entries()) {
      const weight = weights[group]!;
      this.#diagonal[unit]! += weight;
      const places = this.#places.subarray(group * this.#width, (group + 1) * this.#width);
      for (const row of places) {
        this.#mixed[unit * size + row]! += weight;
        for (const column of places) rest[row]![column]! += weight;
      }
    }
    for (const [unit, whole] of this.#diagonal.entries()) {
      const own = this.#mixed.subarray(unit * size, (unit + 1) * size);
      for (const [row, part] of own.entries()) {
        if (part !== 0) for (const [column, other] of own.entries()) rest[row]![column]! -= (part * other) / whole;
      }
    }
    this.#lower = cholesky(rest);
  }

  /** The step that takes up so many successes more than expected; where the levels are given, the penalty pulls them back. */
  solve(surplus: Float64Array, levels: Levels | null): Levels {
    const { size } = this;
    const kinds = Float64Array.from({ length: size }, (_, place) =>
      levels === null || place === 0 ? 0 : -kindPenalty * levels.kinds[place]!,
    );
    const units = levels === null ? new Float64Array(this.#diagonal.length) : levels.units.map((level) => -unitPenalty * level);
    for (const [group, unit] of this.#units.entries()) {
      units[unit]! += surplus[group]!;
      for (let at = group * this.#width; at < (group + 1) * this.#width; at += 1) kinds[this.#places[at]!]! += surplus[group]!;
    }
    for (const [unit, sum] of units.entries()) {
      const share = sum / this.#diagonal[unit]!;
      for (let place = 0; place < size; place += 1) kinds[place]! -= share * this.#mixed[unit * size + place]!;
    }
    const moved = this.#lower === null ? kinds.fill(0) : Float64Array.from(solve(this.#lower, [...kinds]));
    const left = units.map((sum, unit) => {
      let own = sum;
      for (let place = 0; place < size; place += 1) own -= this.#mixed[unit * size + place]! * moved[place]!;
      return own / this.#diagonal[unit]!;
    });
    return { units: left, kinds: moved };
  }
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
