/** Half away from zero as it is written: 1.005 to 1.01. Numbers too large to have so many decimals stay as they are. */
export function rounded(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15 || Number.isInteger(value)) return value;
  const moved = movedPoint(value, decimals);
  const whole = Number.isFinite(moved) ? Math.sign(moved) * Math.round(Math.abs(moved)) : Math.round(value * 10 ** decimals);
  return movedPoint(whole, -decimals) + 0;
}

/** A number with its decimal point so many digits farther right: exact where a product would not be; NaN for those that are written with an exponent. */
export function movedPoint(value: number, digits: number): number {
  return Number(`${value}e${digits}`);
}
