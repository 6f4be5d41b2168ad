/** Features as columns, each with one finite number a row. */
export type Columns = readonly ArrayLike<number>[];

/** Mean and standard deviation of each feature; scale 0: it does not vary. */
export interface Standardisation {
  readonly means: readonly number[];
  readonly scales: readonly number[];
}

/** Weighted means and (population) standard deviations. A spread below 1e-10 of the largest value is rounding and counts as none. */
export function standardisationOf(features: Columns, weights: ArrayLike<number>): Standardisation {
  const total = sum(weights);
  const means: number[] = [];
  const scales: number[] = [];
  for (const column of features) {
    let mean = 0;
    let largest = 0;
    for (let row = 0; row < weights.length; row += 1) {
      const value = column[row]!;
      if (!Number.isFinite(value)) throw new RangeError(`feature ${means.length} is not finite in row ${row}`);
      mean += weights[row]! * value;
      largest = Math.max(largest, Math.abs(value));
    }
    mean /= total;
    let squares = 0;
    for (let row = 0; row < weights.length; row += 1) squares += weights[row]! * (column[row]! - mean) ** 2;
    const scale = Math.sqrt(squares / total);
    means.push(mean);
    scales.push(scale > 1e-10 * largest ? scale : 0);
  }
  return { means, scales };
}

/** A column of ones and the standardised values of those features that vary, column by column. */
export function standardisedDesign(features: Columns, rows: number, { means, scales }: Standardisation): Float64Array {
  const varying = [...features.keys()].filter((index) => scales[index]! > 0);
  const design = new Float64Array(rows * (varying.length + 1)).fill(1, 0, rows);
  for (const [place, index] of varying.entries()) {
    const column = features[index]!;
    const mean = means[index]!;
    const scale = scales[index]!;
    const start = (place + 1) * rows;
    for (let row = 0; row < rows; row += 1) design[start + row] = (column[row]! - mean) / scale;
  }
  return design;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index]!;
  return total;
}
