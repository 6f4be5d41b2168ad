import { readFileSync } from 'node:fs';
import { daysBetween } from '../../src/lib/dates.ts';
import type { PurchaseHistory } from '../../src/stats/purchases/history.ts';
import type { SpendHistory } from '../../src/stats/spend/gamma-gamma.ts';

/** One purchase; `day` counts from any fixed day. */
export interface PurchaseEvent {
  readonly customer: string;
  readonly day: number;
  readonly value: number;
}

export type CustomerHistory = PurchaseHistory & SpendHistory & { readonly customer: string };

export function dayOf(date: string): number {
  return daysBetween('1970-01-01', date);
}

/** Rows of cells, separated by blanks or commas; lines without a date in the given column are left out. */
export function readEvents(file: string, columns: { customer: number; date: number; value: number | null }): PurchaseEvent[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replaceAll('"', '')
        .split(/[\s,]+/),
    )
    .flatMap((cells) => {
      const digits = (cells[columns.date] ?? '').replaceAll('-', '');
      if (!/^\d{8}$/.test(digits)) return [];
      const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
      const value = columns.value === null ? 0 : Number(cells[columns.value]);
      return [{ customer: cells[columns.customer]!, day: dayOf(date), value }];
    });
}

/** Repeat days, age at the last one, age at `end` (times in `unit` days), and mean value of the repeat days; in order of appearance. */
export function historiesOf(events: readonly PurchaseEvent[], end: number, unit = 7): CustomerHistory[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, day, value } of events) {
    if (day > end) continue;
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + value));
  }
  return [...byCustomer].map(([customer, days]) => {
    const [first, ...repeats] = [...days.keys()].toSorted((one, other) => one - other);
    const total = repeats.reduce((sum, day) => sum + days.get(day)!, 0);
    return {
      customer,
      x: repeats.length,
      recency: ((repeats.at(-1) ?? first!) - first!) / unit,
      age: (end - first!) / unit,
      mean: repeats.length === 0 ? 0 : total / repeats.length,
    };
  });
}

/** Days with a purchase in (after, until] of customers who bought by `after`. */
export function heldOut(events: readonly PurchaseEvent[], after: number, until: number): number {
  const known = new Set(events.filter((event) => event.day <= after).map((event) => event.customer));
  const days = new Set(
    events
      .filter((event) => event.day > after && event.day <= until && known.has(event.customer))
      .map((event) => `${event.customer} ${event.day}`),
  );
  return days.size;
}

export const cdnowSample = { file: 'CDNOW_sample.txt', columns: { customer: 0, date: 2, value: 4 } } as const;
export const cdnowFull = { file: 'CDNOW_master.txt', columns: { customer: 0, date: 1, value: 3 } } as const;
