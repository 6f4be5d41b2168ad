/** A share in a sentence, with a digit where it is small: `4.1%`, `38%`. */
export function rateText(share: number): string {
  const percent = 100 * share;
  return `${percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)}%`;
}
