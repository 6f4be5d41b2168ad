import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';

/** The day on which leads are looked at that are still open. */
export const asOf = '2026-06-30';
const came = '2026-01-05';

/** Leads and what was logged of them. */
export interface Leads {
  readonly leads: readonly Row[];
  readonly pool_events: readonly Row[];
}

/** So many leads that converted, were lost, or were last seen open, at this age in days. */
export function leadsOf(kind: 'won' | 'lost' | 'open', days: number, count: number, more: Row = {}): Leads {
  const names = Array.from({ length: count }, (_, index) => `${kind} ${days} ${JSON.stringify(more)} ${index}`);
  const created = kind === 'open' ? addDays(asOf, -days) : came;
  const left = `${addDays(created, days)} 18:00:00`;
  return {
    leads: names.map((lead_id) => ({
      lead_id,
      created_at: `${created} 09:00:00`,
      status: { won: 'converted', lost: 'invalid', open: 'working' }[kind],
      converted_at: kind === 'won' ? left : null,
      ...more,
    })),
    pool_events: kind === 'lost' ? names.map((lead_id) => ({ lead_id, event: 'invalidate', at: left, rep: null })) : [],
  };
}

export function together(...parts: readonly Leads[]): Leads {
  return { leads: parts.flatMap(({ leads }) => leads), pool_events: parts.flatMap((part) => part.pool_events) };
}
