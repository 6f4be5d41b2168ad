import type { SplitMeasure } from '../../choices.ts';

/** Values have at most four decimals. */
const mostDigits = 4;

/** Amounts of a million and more are split in thousands. */
const large = { from: 1_000_000, step: 1000 };

export function defaultStep(value: number, metric: SplitMeasure): number {
  return metric !== 'orders' && metric !== 'quantity' && value >= large.from ? large.step : 1;
}

export function roundedTo(value: number, step: number): number {
  const scale = scaleOf([step]);
  return (Math.round(value / step) * Math.round(step * scale)) / scale;
}

/** How many of the smallest unit one is, so that all of these are whole numbers of it. */
export function scaleOf(values: readonly number[]): number {
  for (let digits = 0; digits < mostDigits; digits += 1) {
    const scale = 10 ** digits;
    if (values.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6)) return scale;
  }
  return 10 ** mostDigits;
}
