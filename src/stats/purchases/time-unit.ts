import type { PurchaseModel } from './model.ts';

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** Months and years are mean ones: 365.25 days a year, a twelfth of it a month. */
export const daysPerUnit: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 };

export function convertTime(time: number, from: TimeUnit, to: TimeUnit): number {
  return (time * daysPerUnit[from]) / daysPerUnit[to];
}

/** Parameters (or their standard errors) of a model fitted in one unit, for times in another; those without a unit stay as they are. */
export function convertParameters(model: PurchaseModel, parameters: readonly number[], from: TimeUnit, to: TimeUnit): number[] {
  return parameters.map((value, index) =>
    model.timeParameters.includes(model.parameterNames[index]!) ? convertTime(value, from, to) : value,
  );
}

/** The rate per unit that compounds to `annual` in a year: (1 + annual)^(1/units) − 1. annual > −1. */
export function discountPerUnit(annual: number, unit: TimeUnit): number {
  return Math.expm1(continuousDiscount(annual, unit));
}

/** The continuous rate per unit, e^(−rate · time), that compounds to `annual` in a year. annual > −1. */
export function continuousDiscount(annual: number, unit: TimeUnit): number {
  if (!(annual > -1 && Number.isFinite(annual))) throw new RangeError(`${annual} is no discount rate per year`);
  return Math.log1p(annual) * convertTime(1, unit, 'year');
}
