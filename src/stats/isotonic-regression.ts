/** Neighbouring values pooled into their weighted mean. */
export interface IsotonicBlock {
  /** Positions in the input, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly weight: number;
}

/**
 * The non-decreasing values closest to the given ones by weighted squares, as blocks with strictly rising values; no block without values.
 * Pool adjacent violators, O(n). Source: Ayer, Brunk, Ewing, Reid & Silverman (1955), Annals of Mathematical Statistics 26, 641-647.
 * Throws a RangeError on a weight that is not above 0.
 */
export function isotonicRegression(values: ArrayLike<number>, weights: ArrayLike<number>): IsotonicBlock[] {
  const blocks: IsotonicBlock[] = [];
  for (let position = 0; position < values.length; position += 1) {
    const weight = weights[position]!;
    if (!(weight > 0)) throw new RangeError(`weight ${weight} at ${position} is not above 0`);
    let last: IsotonicBlock = { start: position, end: position + 1, value: values[position]!, weight };
    for (let before = blocks.at(-1); before !== undefined && before.value >= last.value; before = blocks.at(-1)) {
      blocks.pop();
      const total = before.weight + last.weight;
      // A mean taken from one end of the pair keeps equal values equal.
      const value = before.value + (last.value - before.value) * (last.weight / total);
      last = { start: before.start, end: last.end, value, weight: total };
    }
    blocks.push(last);
  }
  return blocks;
}
