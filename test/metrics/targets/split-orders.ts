import { addMonths } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

/** Two years of orders, one a month of each rep: amounts by month of the year. */
export function ordersOf(rep: string, amountOf: (month: number) => number, more: Row = {}, months = 24): Row[] {
  return Array.from({ length: months }, (_, index) => {
    const day = addMonths('2027-01-05', index - months);
    return order(`C-${rep}`, `${rep}-${index}`, day, amountOf(Number(day.slice(5, 7))), { rep, ...more });
  });
}

export const asOf = '2026-12-31';
