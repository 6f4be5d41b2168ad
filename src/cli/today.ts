import type { IsoDate } from '../lib/dates.ts';

/** The calendar date of a moment, in the zone given or else that of the machine. */
export function today(moment: Date, timezone: string | null): IsoDate {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(timezone === null ? {} : { timeZone: timezone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(moment).map((part) => [part.type, part.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
