/**
 * The smallest whole number that is at least `share` of `whole`: ⌈share × whole⌉, the share taken as the decimal it is written as, so that 0.1
 * of 30 is 3 and not the 4 that 3.0000000000000004 would be rounded up to. Throws a RangeError on a share outside [0, 1].
 */
export function leastCount(share: number, whole: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, not ${share}`);
  const near = Math.ceil(share * whole);
  // Far from a whole number a rounding changes nothing.
  if (Math.abs(share * whole - Math.round(share * whole)) > 1e-6) return near;
  const [digits = '0', exponent = '0'] = String(share).split('e');
  const [before = '0', after = ''] = digits.split('.');
  const scale = 10n ** BigInt(after.length - Number(exponent));
  const product = BigInt(before + after) * BigInt(whole);
  return Number((product + scale - 1n) / scale);
}
