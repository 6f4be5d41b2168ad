/**
 * Adjusted p-values that keep the chance of even one false alarm among all tests below the level. A test that could not be made (null)
 * stays null and does not count. Order as given, never below the p-value itself, never above 1. Source: Holm (1979), Scandinavian Journal
 * of Statistics 6, 65-70. Throws a RangeError on a p-value outside [0, 1].
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const ascending = ranked(pValues);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ascending.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}

/**
 * Adjusted p-values that keep the expected share of false alarms among the reported findings below the level (false discovery rate), for
 * tests that are independent or move together; never above Holm's. Null, order, bounds and errors as in `holm`. Source:
 * Benjamini & Hochberg (1995), JRSS B 57, 289-300.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const ascending = ranked(pValues);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  for (let rank = ascending.length; rank >= 1; rank -= 1) {
    const { p, index } = ascending[rank - 1]!;
    // Multiplied first, so that rank = number of tests gives p itself.
    smallest = Math.min(smallest, (p * ascending.length) / rank);
    adjusted[index] = Math.max(p, smallest);
  }
  return adjusted;
}

function ranked(pValues: readonly (number | null)[]): { p: number; index: number }[] {
  return pValues
    .flatMap((p, index) => (p === null ? [] : [{ p: checked(p), index }]))
    .toSorted((first, second) => first.p - second.p || first.index - second.index);
}

function checked(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies between 0 and 1, not ${p}`);
  return p;
}
