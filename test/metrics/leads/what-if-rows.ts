import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';

export const asOf = '2026-06-30';
const start = '2026-03-01';

/** What happened to a lead: `claim 0 甲`, `contact 12 甲`, so many days after 1 March, in the morning. */
export function logged(lead_id: string, ...events: readonly string[]): Row[] {
  return events.map((text) => {
    const [event = '', day = '', rep = null] = text.split(' ');
    return { lead_id, event, at: `${addDays(start, Number(day))} 09:00:00`, rep };
  });
}
