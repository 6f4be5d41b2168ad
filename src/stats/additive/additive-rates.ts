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
  /**
   * By how many successes a refit would move what is expected of each group, if so many more succeeded in each: one step of Newton's method.
   * Written into the array, where one is given.
   */
  readonly absorb: (surplus: Float64Array, into?: Float64Array) => Float64Array;
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
  const [rates, weights, surplus] = [new Float64Array(cases.length), new Float64Array(cases.length), new Float64Array(cases.length)];
  for (let step = 0; step < mostSteps; step += 1) {
    equations.spread(levels, rates);
    for (const [group, each] of cases.entries()) {
      const rate = logistic(rates[group]!);
      rates[group] = rate;
      weights[group] = each.trials * rate * (1 - rate);
      surplus[group] = each.successes - each.trials * rate;
    }
    equations.weigh(weights);
    const move = pullOf(levels);
    equations.solve(surplus, move);
    const longest = Math.max(largest(move.units), largest(move.kinds));
    const share = Math.min(1, longestStep / longest);
    for (const unit of levels.units.keys()) levels.units[unit]! += share * move.units[unit]!;
    for (const place of levels.kinds.keys()) levels.kinds[place]! += share * move.kinds[place]!;
    if (longest < 1e-8) break;
  }
  const moved: Levels = { units: new Float64Array(units), kinds: new Float64Array(equations.size) };
  return {
    rates,
    absorb: (more, into = new Float64Array(cases.length)) => {
      moved.units.fill(0);
      moved.kinds.fill(0);
      equations.solve(more, moved);
      equations.spread(moved, into);
      for (let group = 0; group < into.length; group += 1) into[group]! *= weights[group]!;
      return into;
    },
  };
}

/** What is added up to the log-odds of a group: the level of its unit, and those of its kinds, the one of all before them. */
interface Levels {
  readonly units: Float64Array;
  readonly kinds: Float64Array;
}

/** How hard the penalty pulls the levels back. */
function pullOf({ units, kinds }: Levels): Levels {
  return {
    units: units.map((level) => -unitPenalty * level),
    kinds: kinds.map((level, place) => (place === 0 ? 0 : -kindPenalty * level)),
  };
}

/** The normal equations of the regression at given weights. Plain loops over columns of numbers: they run for each of many samples. */
class Equations {
  readonly size: number;
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
    this.#places = new Uint32Array(cases.length * this.#width);
    for (const [group, { kinds }] of cases.entries())
      for (const [factor, kind] of kinds.entries()) this.#places[group * this.#width + 1 + factor] = starts[factor]! + kind;
    this.#diagonal = new Float64Array(units);
    this.#mixed = new Float64Array(units * this.size);
  }

  /** Puts in the levels added up for each group. */
  spread({ units, kinds }: Levels, into: Float64Array): void {
    const [places, width] = [this.#places, this.#width];
    for (let group = 0, at = 0; group < into.length; group += 1) {
      let sum = units[this.#units[group]!]!;
      for (const end = at + width; at < end; at += 1) sum += kinds[places[at]!]!;
      into[group] = sum;
    }
  }

  weigh(weights: Float64Array): void {
    const { size } = this;
    const [units, places, width, diagonal, mixed] = [this.#units, this.#places, this.#width, this.#diagonal, this.#mixed];
    diagonal.fill(unitPenalty);
    mixed.fill(0);
    const rest = new Float64Array(size * size);
    // The level of all is free, but for a trace that keeps the equations definite.
    for (let place = 0; place < size; place += 1) rest[place * size + place] = place === 0 ? 1e-9 : kindPenalty;
    for (let group = 0; group < units.length; group += 1) {
      const [unit, weight, start] = [units[group]!, weights[group]!, group * width];
      diagonal[unit]! += weight;
      for (let one = start; one < start + width; one += 1) {
        const row = places[one]!;
        mixed[unit * size + row]! += weight;
        for (let other = start; other < start + width; other += 1) rest[row * size + places[other]!]! += weight;
      }
    }
    for (let unit = 0; unit < diagonal.length; unit += 1) {
      const [whole, start] = [diagonal[unit]!, unit * size];
      for (let row = 0; row < size; row += 1) {
        const part = mixed[start + row]!;
        if (part !== 0)
          for (let column = 0; column < size; column += 1) rest[row * size + column]! -= (part * mixed[start + column]!) / whole;
      }
    }
    this.#lower = cholesky(Array.from({ length: size }, (_, row) => [...rest.subarray(row * size, (row + 1) * size)]));
  }

  /** Puts the step that takes up so many successes more than expected in the place of what pulls the levels beside them. */
  solve(surplus: Float64Array, { units, kinds }: Levels): void {
    const { size } = this;
    const [places, width, diagonal, mixed] = [this.#places, this.#width, this.#diagonal, this.#mixed];
    for (let group = 0, at = 0; group < surplus.length; group += 1) {
      const more = surplus[group]!;
      units[this.#units[group]!]! += more;
      for (const end = at + width; at < end; at += 1) kinds[places[at]!]! += more;
    }
    for (let unit = 0; unit < units.length; unit += 1) {
      const share = units[unit]! / diagonal[unit]!;
      const start = unit * size;
      for (let place = 0; place < size; place += 1) kinds[place]! -= share * mixed[start + place]!;
    }
    if (this.#lower === null) kinds.fill(0);
    else kinds.set(solve(this.#lower, [...kinds]));
    for (let unit = 0; unit < units.length; unit += 1) {
      const start = unit * size;
      let own = units[unit]!;
      for (let place = 0; place < size; place += 1) own -= mixed[start + place]! * kinds[place]!;
      units[unit] = own / diagonal[unit]!;
    }
  }
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
