import { addDays, addMonths, daysBetween, type IsoDate } from '../../../lib/dates.ts';

/** A period of a target, both days included. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** How many whole calendar months it has; null where it begins or ends within one. */
export function monthsIn({ from, to }: Span): number | null {
  const end = addDays(to, 1);
  if (!from.endsWith('-01') || !end.endsWith('-01')) return null;
  return (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
}

export function daysIn({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** The period of the same length so many steps before: whole months go back by months, others by days. */
export function stepsBack(span: Span, steps: number): Span {
  const months = monthsIn(span);
  if (months === null) {
    const days = -steps * daysIn(span);
    return { from: addDays(span.from, days), to: addDays(span.to, days) };
  }
  const from = addMonths(span.from, -steps * months);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The same period a year before; null where it does not lie on the steps back, or is no whole months. */
export function stepsInYear(span: Span): number | null {
  const months = monthsIn(span);
  return months === null || 12 % months !== 0 ? null : 12 / months;
}

/** A period before, by the name of its first and last day. */
export interface PastSpan {
  readonly name: string;
  readonly days: number;
}

/** So many periods back are looked at. */
export const mostSteps = 60;

/** The periods of the same length before a span, the nearest first; many targets share one. */
export function spansBefore(): (span: Span) => readonly PastSpan[] {
  const known = new Map<string, readonly PastSpan[]>();
  return (span) => {
    const key = `${span.from} ${span.to}`;
    const found =
      known.get(key) ??
      Array.from({ length: mostSteps }, (_, index): PastSpan => {
        const past = stepsBack(span, index + 1);
        return { name: `${past.from} ${past.to}`, days: daysIn(past) };
      });
    known.set(key, found);
    return found;
  };
}
