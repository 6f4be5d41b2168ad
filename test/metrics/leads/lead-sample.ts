import type { Row } from '../../../src/lib/rows.ts';
import type { Input } from '../run.ts';

/**
 * 100 leads that converted, 100 that are lost, and 4 open ones. Of the converted 80 are from a fair, of the lost 30; the rest are from the web.
 * Visits: 0 to 9 each ten times among the lost; of the converted five each of 0 to 9 and fifty of 10. The plan is Gold for every second lead,
 * whatever became of it; tags are written for those that converted alone.
 */
export function leadSample(): Input {
  const leads: Row[] = [];
  const lead_attributes: Row[] = [];
  const cell = (lead_id: string, attribute: string, value: string, number: number | null = null): void => {
    lead_attributes.push({ lead_id, attribute, value, number });
  };
  for (let index = 0; index < 200; index += 1) {
    const converted = index % 2 === 0;
    const turn = Math.floor(index / 2);
    const lead_id = `L${String(index).padStart(3, '0')}`;
    leads.push({ lead_id, status: converted ? 'converted' : 'lost', source: (turn * 7) % 100 < (converted ? 80 : 30) ? 'fair' : 'web' });
    const visits = converted && turn >= 50 ? 10 : turn % 10;
    cell(lead_id, 'Visits', String(visits), visits);
    cell(lead_id, 'Plan', turn % 2 === 0 ? 'Gold' : 'Silver');
    if (converted && turn % 2 === 0) cell(lead_id, 'Tags', 'closed');
  }
  const open = (lead_id: string, source: string | null, visits: number | null): void => {
    leads.push({ lead_id, status: 'working', source });
    if (visits !== null) cell(lead_id, 'Visits', String(visits), visits);
  };
  open('X1', 'fair', 10);
  open('X2', 'web', 0);
  open('X3', null, null);
  open('X4', 'a new one', 500);
  return { leads, lead_attributes };
}
