import type { Random } from '../lib/random.ts';
import { bootstrap, type Statistic } from './bootstrap.ts';
import { shapleyParts } from './shapley.ts';
import type { Interval } from './wilson.ts';

/** The answers of one customer: what is to be explained first, then what may explain it, all of them known. */
export type Answers = readonly (readonly number[])[];

export interface Importance {
  /** Part of the variance that it explains, 0 to 1; the parts of all sum to R². */
  readonly part: number;
  /** The same as a share of R², and its interval; null where the samples do not tell. */
  readonly share: number;
  readonly interval: Interval | null;
}

export interface RelativeImportance {
  /** Share of the variance that all of them explain together, 0 to 1. */
  readonly explained: number;
  /** In the order of the columns. */
  readonly parts: readonly Importance[];
}

export interface ImportanceOptions {
  readonly random: () => Random;
  readonly replicates?: number;
}

/** More customers than this are drawn in as many blocks of neighbours. */
const mostUnits = 1000;

/** What is left of a variance below this share of it is rounding. */
const nothingLeft = 1e-10;

/**
 * How much of a score each of several others explains: R² of the linear model taken apart by averaging over all orders in which the others may
 * enter. Intervals by drawing customers, whose answers belong together; the same seed gives the same ones. Null without two answers, and where
 * the score or all others do not vary. Sources: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, 119 ff.;
 * Grömping (2006), Journal of Statistical Software 17(1).
 */
export function relativeImportance(
  customers: readonly Answers[],
  { random, replicates = 999 }: ImportanceOptions,
): RelativeImportance | null {
  const width = customers.find((answers) => answers.length > 0)?.[0]?.length ?? 0;
  const units = blocksOf(customers).map((answers) => sumsOf(answers, width));
  const found = partsOf(sumOf(units, null), width);
  if (found === null) return null;
  const explained = sum(found);
  // Each column draws the same samples, so they are taken apart once.
  const drawn: (readonly number[] | null)[] = [];
  return {
    explained,
    parts: found.map((part, column) => {
      let call = 0;
      const statistic: Statistic = (counts) => {
        const parts = drawn.length > call ? drawn[call]! : partsOf(sumOf(units, counts), width);
        drawn[call] = parts;
        call += 1;
        return parts === null ? null : parts[column]! / sum(parts);
      };
      const interval = bootstrap(units.length, statistic, { random: random(), replicates })?.interval ?? null;
      return { part, share: part / explained, interval };
    }),
  };
}

/** Parts of the variance of the first column by each other one, from n, sums and products; null where there is nothing to explain or to explain by. */
function partsOf(sums: Float64Array, width: number): number[] | null {
  const covariance = covarianceOf(sums, width);
  if (covariance === null || covariance[0]![0]! <= 0) return null;
  const others = width - 1;
  const worths = Array.from({ length: 2 ** others }, (_, set) =>
    explainedBy(
      covariance,
      Array.from({ length: others }, (__, index) => index + 1).filter((column) => ((set >> (column - 1)) & 1) === 1),
    ),
  );
  return worths.at(-1)! > 0 ? shapleyParts(others, worths) : null;
}

/** R² of the first column by these, one after the other; one that the earlier ones determine adds nothing. */
function explainedBy(covariance: readonly Float64Array[], columns: readonly number[]): number {
  const lower: number[][] = [];
  const used: number[] = [];
  const loads: number[] = [];
  let explained = 0;
  for (const column of columns) {
    const own = covariance[column]!;
    const line: number[] = [];
    for (const [index, other] of used.entries()) {
      let value = own[other]!;
      for (let k = 0; k < index; k += 1) value -= line[k]! * lower[index]![k]!;
      line.push(value / lower[index]![index]!);
    }
    const left = own[column]! - line.reduce((total, value) => total + value * value, 0);
    if (!(left > nothingLeft * own[column]!)) continue;
    const root = Math.sqrt(left);
    const load = (own[0]! - line.reduce((total, value, index) => total + value * loads[index]!, 0)) / root;
    line.push(root);
    lower.push(line);
    used.push(column);
    loads.push(load);
    explained += load * load;
  }
  return Math.min(1, explained / covariance[0]![0]!);
}

/** n, the sums of the columns, and of the products of each two. */
function sumsOf(answers: Answers, width: number): Float64Array {
  const sums = new Float64Array(1 + width + width * width);
  for (const answer of answers) {
    sums[0]! += 1;
    for (let row = 0; row < width; row += 1) {
      sums[1 + row]! += answer[row]!;
      for (let column = 0; column < width; column += 1) sums[1 + width + row * width + column]! += answer[row]! * answer[column]!;
    }
  }
  return sums;
}

function sumOf(units: readonly Float64Array[], counts: Float64Array | null): Float64Array {
  const total = new Float64Array(units[0]?.length ?? 0);
  for (const [unit, sums] of units.entries()) {
    const count = counts === null ? 1 : counts[unit]!;
    if (count === 0) continue;
    for (let index = 0; index < total.length; index += 1) total[index]! += count * sums[index]!;
  }
  return total;
}

function covarianceOf(sums: Float64Array, width: number): Float64Array[] | null {
  const n = sums[0] ?? 0;
  if (n < 2) return null;
  return Array.from({ length: width }, (_, row) =>
    Float64Array.from(
      { length: width },
      (__, column) => sums[1 + width + row * width + column]! - (sums[1 + row]! * sums[1 + column]!) / n,
    ),
  );
}

function blocksOf(customers: readonly Answers[]): Answers[] {
  const blocks = Math.min(customers.length, mostUnits);
  return Array.from({ length: blocks }, (_, block) =>
    customers.slice(Math.floor((block * customers.length) / blocks), Math.floor(((block + 1) * customers.length) / blocks)).flat(),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
