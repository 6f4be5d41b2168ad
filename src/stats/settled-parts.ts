/** Money is kept in ten-thousandths. */
const units = 10_000;
const unitsPerCent = 100;

/**
 * Parts of an amount of money in whole cents that sum to it exactly: each is rounded, and the cents that are then missing or over go to the
 * parts whose rounding was furthest off. What of the amount is less than a cent goes to the largest part. Empty without parts.
 */
export function settledParts(parts: readonly number[], whole: number): number[] {
  if (parts.length === 0) return [];
  const exact = parts.map((part) => (part * units) / unitsPerCent);
  const cents = exact.map(Math.round);
  const asked = Math.round(whole * units);
  const left = asked - cents.reduce((sum, each) => sum + each, 0) * unitsPerCent;
  const missing = Math.trunc(left / unitsPerCent);
  const furthest = exact
    .map((part, index) => ({ index, off: (part - cents[index]!) * Math.sign(missing) }))
    .toSorted((one, other) => other.off - one.off || one.index - other.index);
  for (let step = 0; step < Math.abs(missing); step += 1) cents[furthest[step % furthest.length]!.index]! += Math.sign(missing);
  const settled = cents.map((each) => each * unitsPerCent);
  const largest = settled.reduce((most, part, index) => (Math.abs(part) > Math.abs(settled[most]!) ? index : most), 0);
  settled[largest]! += left - missing * unitsPerCent;
  return settled.map((part) => part / units);
}
