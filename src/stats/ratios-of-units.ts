import type { Random } from '../lib/random.ts';

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
  const distances = distancesOf(cases, ratios, units);
  const own = cases.map(({ unit }) => unit);
  const seen = distances(own).slice();
  const [sums, squares, counts] = [new Float64Array(seen.length), new Float64Array(seen.length), new Uint32Array(seen.length)];
  for (const dealt of deals(own, random(), draws))
    for (const [index, distance] of distances(dealt).entries()) {
      if (Number.isNaN(distance)) continue;
      sums[index]! += distance;
      squares[index]! += distance * distance;
      counts[index]! += 1;
    }
  const scale = (index: number): { mean: number; width: number } => {
    const mean = sums[index]! / counts[index]!;
    return { mean, width: Math.sqrt(Math.max(0, squares[index]! / counts[index]! - mean * mean)) };
  };
  const scales = Array.from(seen, (_, index) => scale(index));
  const standardised = (distance: number, index: number): number => {
    const { mean, width } = scales[index]!;
    return width > 1e-12 * Math.abs(mean) ? (distance - mean) / width : 0;
  };
  const farthest: number[] = [];
  for (const dealt of deals(own, random(), draws)) {
    let least = 0;
    for (const [index, distance] of distances(dealt).entries())
      if (!Number.isNaN(distance)) least = Math.min(least, standardised(distance, index));
    farthest.push(least);
  }
  farthest.sort((one, other) => one - other);
  return ratios.map((_, ratio) =>
    Array.from({ length: units }, (__, unit) => {
      const index = ratio * units + unit;
      if (Number.isNaN(seen[index]!) || counts[index] === 0) return null;
      const z = standardised(seen[index]!, index);
      return { z, p: (1 + upTo(farthest, z + 1e-9)) / (draws + 1) };
    }),
  );
}

/** How many of ascending numbers are no larger. */
function upTo(ascending: readonly number[], most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What tells how far each unit is from the others when cases belong to these units: by ratio and unit, NaN without anything to divide by; one array for all calls. */
function distancesOf(cases: readonly UnitCase[], ratios: readonly UnitRatio[], units: number): (dealt: readonly number[]) => Float64Array {
  const figures = cases[0]?.figures.length ?? 0;
  const [sums, totals] = [new Float64Array(units * figures), new Float64Array(figures)];
  for (const each of cases) for (let figure = 0; figure < figures; figure += 1) totals[figure]! += each.figures[figure]!;
  const distances = new Float64Array(ratios.length * units);
  return (dealt) => {
    sums.fill(0);
    for (const [place, { figures: own }] of cases.entries()) {
      const start = dealt[place]! * figures;
      for (let figure = 0; figure < figures; figure += 1) sums[start + figure]! += own[figure]!;
    }
    for (const [index, { numerator, denominator, lower = false }] of ratios.entries())
      for (let unit = 0; unit < units; unit += 1) {
        const [part, whole] = [sums[unit * figures + numerator]!, sums[unit * figures + denominator]!];
        const [others, all] = [totals[numerator]! - part, totals[denominator]! - whole];
        const distance = whole > 0 && all > 0 ? part / whole - others / all : Number.NaN;
        distances[index * units + unit] = lower ? -distance : distance;
      }
    return distances;
  };
}

/** The units of the cases, dealt out anew each time; one array for all. */
function* deals(units: readonly number[], random: Random, draws: number): Generator<readonly number[]> {
  const dealt = [...units];
  for (let draw = 0; draw < draws; draw += 1) {
    for (let last = dealt.length - 1; last > 0; last -= 1) {
      const chosen = random.integer(0, last);
      const held = dealt[last]!;
      dealt[last] = dealt[chosen]!;
      dealt[chosen] = held;
    }
    yield dealt;
  }
}
