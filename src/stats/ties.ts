/** Positions of values in ascending order, and where each group of equal values ends in that order. */
export interface Ordering {
  readonly order: Uint32Array;
  readonly ends: Uint32Array;
}

/** Sorts without moving the values; equal values keep their order. Throws a RangeError on NaN. */
export function orderWithTies(values: ArrayLike<number>): Ordering {
  const order = Uint32Array.from({ length: values.length }, (_, position) => position).toSorted((a, b) => values[a]! - values[b]!);
  const ends: number[] = [];
  for (let position = 1; position <= order.length; position += 1) {
    const previous = values[order[position - 1]!]!;
    if (Number.isNaN(previous)) throw new RangeError('a value is not a number');
    if (position === order.length || values[order[position]!] !== previous) ends.push(position);
  }
  return { order, ends: Uint32Array.from(ends) };
}
