import { addDays, addMonths } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

/** An order of so much on each working day of so many months before January 2026: each month is as the one before. */
export function steadyOrders(rep: string, months: number, amount: number): Row[] {
  return Array.from({ length: months }, (_, index) => addMonths('2026-01-01', index - months)).flatMap((month) =>
    workingDays(month, addMonths(month, 1)).map((day) => order(`of ${rep}`, `${rep} ${day}`, day, amount, { rep })),
  );
}

/** Days from Monday to Friday of a stretch of time. */
export function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
  return days;
}

/** A target of January 2026. */
export const january = { period_start: '2026-01-01', period_end: '2026-01-31', metric: 'revenue', level: 'rep' } as const;
