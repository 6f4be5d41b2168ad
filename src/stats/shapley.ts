/**
 * What each factor of a product adds to its change: the mean, over all orders in which the factors may go from `before` to `after`, of what
 * the product changes by when it is that factor's turn. The parts sum to the change, whatever the signs, and any factor may be 0. One part a
 * factor; with n factors 2ⁿ products are made. Source: Shapley (1953), A value for n-person games; as a decomposition Sun (1998), Energy
 * Policy 26, 85-100, and Ang, Liu & Chew (2003), Energy Policy 31, 1561-1566. Throws a RangeError on lists that do not fit each other.
 */
export function shapley(before: readonly number[], after: readonly number[]): number[] {
  const count = before.length;
  if (after.length !== count) throw new RangeError('as many factors before as after');
  const products = Array.from({ length: 2 ** count }, (_, changed) =>
    before.reduce((product, factor, index) => product * (((changed >> index) & 1) === 1 ? after[index]! : factor), 1),
  );
  return shapleyParts(count, products);
}

/**
 * What each of `count` members adds to what sets of them are worth: the mean over all orders in which they may come. `worths` has 2ⁿ entries, that
 * of a set at the sum of 2ⁱ over its members; the parts sum to the worth of all less that of none.
 */
export function shapleyParts(count: number, worths: ArrayLike<number>): number[] {
  const weights = Array.from({ length: count }, (_, size) => weightOf(size, count));
  return Array.from({ length: count }, (_, own) => {
    let part = 0;
    for (let set = 0; set < worths.length; set += 1) {
      if (((set >> own) & 1) === 1) continue;
      part += weights[membersOf(set)]! * (worths[set | (1 << own)]! - worths[set]!);
    }
    return part;
  });
}

/** Share of the orders in which exactly these `size` factors have changed before one of the others. */
function weightOf(size: number, count: number): number {
  let weight = 1 / count;
  for (let index = 1; index <= size; index += 1) weight *= index / (count - index);
  return weight;
}

function membersOf(set: number): number {
  let members = 0;
  for (let rest = set; rest > 0; rest >>= 1) members += rest & 1;
  return members;
}
