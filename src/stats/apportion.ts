/** The least and the most that a part may get, in whole units. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Shares out whole units by weights, no part less or more than its bounds, by largest remainders: the parts add up to the total, and each is the
 * whole number below or above its exact share. Parts without any weight share alike. The bounds must leave room for the total: see `isFeasible`.
 */
export function apportion(total: number, weights: readonly number[], bounds?: readonly Bounds[]): number[] {
  const exact = shareOut(total, weights, bounds);
  const parts = exact.map((share) => Math.floor(share + noise(share)));
  const order = exact
    .map((share, index) => ({ index, rest: share - parts[index]! }))
    .toSorted((one, other) => other.rest - one.rest || one.index - other.index);
  let lacking = total - parts.reduce((sum, part) => sum + part, 0);
  for (const pass of [0, 1])
    for (const { index, rest } of order) {
      if (lacking <= 0) return parts;
      if ((pass === 0 && rest <= 0) || parts[index]! >= (bounds?.[index]?.most ?? Infinity)) continue;
      parts[index]! += 1;
      lacking -= 1;
    }
  return parts;
}

/** Whether parts within these bounds can add up to the total. */
export function isFeasible(total: number, bounds: readonly Bounds[]): boolean {
  const sum = (of: (bound: Bounds) => number): number => bounds.reduce((whole, bound) => whole + of(bound), 0);
  return sum(({ least }) => least) <= total && total <= sum(({ most }) => most);
}

/** Exact shares in proportion to the weights, those that would leave their bounds held at them. */
export function shareOut(total: number, weights: readonly number[], bounds?: readonly Bounds[]): number[] {
  const some = weights.some((weight) => weight > 0);
  const positive = weights.map((weight) => (some ? Math.max(0, weight) : 1));
  const held = new Map<number, number>();
  for (;;) {
    const free = positive.flatMap((weight, index) => (held.has(index) ? [] : [{ weight, index }]));
    const left = total - [...held.values()].reduce((sum, value) => sum + value, 0);
    const weight = free.reduce((sum, each) => sum + each.weight, 0);
    const shareOf = (own: number): number => (weight > 0 ? (left * own) / weight : left / free.length);
    const beyond = free.flatMap(({ weight: own, index }) => {
      const share = shareOf(own);
      const { least, most } = bounds?.[index] ?? { least: -Infinity, most: Infinity };
      const bound = Math.min(most, Math.max(least, share));
      return bound === share ? [] : [{ index, bound, by: bound - share }];
    });
    if (beyond.length === 0) {
      const shares = new Map(free.map(({ weight: own, index }) => [index, shareOf(own)]));
      return positive.map((_, index) => held.get(index) ?? shares.get(index)!);
    }
    // Those on the side that is farther off stay at their bounds whatever becomes of the others.
    const off = beyond.reduce((sum, { by }) => sum + by, 0);
    for (const { index, bound, by } of beyond) if (off === 0 || by * off > 0) held.set(index, bound);
  }
}

/** How far a computed whole number may be from it. */
function noise(value: number): number {
  return 1e-9 * Math.max(1, Math.abs(value) / 1e4);
}
