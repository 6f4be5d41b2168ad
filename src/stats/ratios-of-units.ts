import type { Random } from '../lib/random.ts';
import { countUpTo } from './count-up-to.ts';

/** A case (a customer), the unit (a rep) it belongs to by its place, and what it adds to the sums of that. */
export interface UnitCase {
  readonly unit: number;
  readonly figures: Float64Array;
}

/** A ratio of two sums, by the places of their figures. */
export interface UnitRatio {
  readonly numerator: number;
  readonly denominator: number;
  /** Whether less is better. */
  readonly lower?: boolean;
}

export interface RatioAgainstOthers {
  /** How far the unit does better than the others together, in standard deviations of chance; below 0 worse. */
  readonly z: number;
  /** How often alike units would leave any of them, in any ratio, at least so far behind the others by chance; above 0. */
  readonly p: number;
}

interface Options {
  /** The same stream at every call. */
  readonly random: () => Random;
  readonly draws: number;
}

/**
 * The ratios of each unit against those of all others together, by ratio and unit: cases are dealt out anew to units of the same sizes, so that
 * skewed amounts and cases of few units need no assumption but that units are alike; p is adjusted for all units and ratios by the farthest of
 * each draw. Null where the unit or the others have nothing to divide by. Source: permutation with single-step max-T, Westfall & Young (1993),
 * Resampling-Based Multiple Testing; (b + 1) / (m + 1): Phipson & Smyth (2010), SAGMB 9(1) 39.
 */
export function ratiosAgainstOthers(
  cases: readonly UnitCase[],
  ratios: readonly UnitRatio[],
  units: number,
  { random, draws }: Options,
): (RatioAgainstOthers | null)[][] {
  const own = Uint32Array.from(cases, ({ unit }) => unit);
  const distancesBy = distancesOf(cases, ratios, units);
  const seen = distancesBy(own).slice();
  const scales = scalesOf(seen.length, deals(own, random(), draws), distancesBy);
  const farthest = farthestOf(scales, deals(own, random(), draws), distancesBy);
  return ratios.map((_, ratio) =>
    Array.from({ length: units }, (__, unit) => {
      const index = ratio * units + unit;
      if (Number.isNaN(seen[index]!) || Number.isNaN(scales.means[index]!)) return null;
      const z = standardised(scales, seen[index]!, index);
      return { z, p: (1 + countUpTo(farthest, z + 1e-9)) / (draws + 1) };
    }),
  );
}

/** By ratio and unit: what chance makes of the distance, on average and by how much it varies. */
interface Scales {
  /** NaN where no draw had anything to divide by. */
  readonly means: Float64Array;
  readonly widths: Float64Array;
}

function scalesOf(size: number, dealt: Iterable<Uint32Array>, distancesBy: (units: Uint32Array) => Float64Array): Scales {
  const [sums, squares, counts] = [new Float64Array(size), new Float64Array(size), new Uint32Array(size)];
  for (const units of dealt) {
    const distances = distancesBy(units);
    for (let index = 0; index < size; index += 1) {
      const distance = distances[index]!;
      if (Number.isNaN(distance)) continue;
      sums[index]! += distance;
      squares[index]! += distance * distance;
      counts[index]! += 1;
    }
  }
  const means = sums.map((sum, index) => sum / counts[index]!);
  return { means, widths: squares.map((sum, index) => Math.sqrt(Math.max(0, sum / counts[index]! - means[index]! * means[index]!))) };
}

/** The farthest that any unit is behind in each draw, in any ratio, ascending. */
function farthestOf(scales: Scales, dealt: Iterable<Uint32Array>, distancesBy: (units: Uint32Array) => Float64Array): number[] {
  const farthest: number[] = [];
  for (const units of dealt) {
    const distances = distancesBy(units);
    let least = 0;
    for (let index = 0; index < distances.length; index += 1) {
      const distance = distances[index]!;
      if (!Number.isNaN(distance)) least = Math.min(least, standardised(scales, distance, index));
    }
    farthest.push(least);
  }
  return farthest.toSorted((one, other) => one - other);
}

function standardised({ means, widths }: Scales, distance: number, index: number): number {
  const mean = means[index]!;
  const width = widths[index]!;
  return width > 1e-12 * Math.abs(mean) ? (distance - mean) / width : 0;
}

/**
 * What tells how far each unit is from the others when cases belong to these units: by ratio and unit, NaN without anything to divide by; one
 * array for all calls.
 */
function distancesOf(cases: readonly UnitCase[], ratios: readonly UnitRatio[], units: number): (dealt: Uint32Array) => Float64Array {
  const width = cases[0]?.figures.length ?? 0;
  const [figures, sums, totals] = [new Float64Array(cases.length * width), new Float64Array(units * width), new Float64Array(width)];
  for (const [place, each] of cases.entries()) figures.set(each.figures, place * width);
  for (let at = 0; at < figures.length; at += 1) totals[at % width]! += figures[at]!;
  const distances = new Float64Array(ratios.length * units);
  return (dealt) => {
    sums.fill(0);
    for (let place = 0, from = 0; place < dealt.length; place += 1) {
      const start = dealt[place]! * width;
      for (let at = start; at < start + width; at += 1, from += 1) sums[at]! += figures[from]!;
    }
    for (const [index, { numerator, denominator, lower = false }] of ratios.entries()) {
      const allParts = totals[numerator]!;
      const allWholes = totals[denominator]!;
      // Nothing is made in this loop, which runs for every draw: not even a pair of numbers.
      for (let unit = 0; unit < units; unit += 1) {
        const part = sums[unit * width + numerator]!;
        const whole = sums[unit * width + denominator]!;
        const others = allWholes - whole;
        const distance = whole > 0 && others > 0 ? part / whole - (allParts - part) / others : Number.NaN;
        distances[index * units + unit] = lower ? -distance : distance;
      }
    }
    return distances;
  };
}

/** The units of the cases, dealt out anew each time; one array for all. */
function* deals(units: Uint32Array, random: Random, draws: number): Generator<Uint32Array> {
  const dealt = units.slice();
  const drawn = new Float64Array(Math.max(0, dealt.length - 1));
  for (let draw = 0; draw < draws; draw += 1) {
    random.nextInto(drawn);
    for (let last = dealt.length - 1, turn = 0; last > 0; last -= 1, turn += 1) {
      const chosen = Math.floor(drawn[turn]! * (last + 1));
      const held = dealt[last]!;
      dealt[last] = dealt[chosen]!;
      dealt[chosen] = held;
    }
    yield dealt;
  }
}
