import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

/** Day 0 is 2026-01-01; the horizon is 30 days, so the warning comes on day 40 and the landmark lies on day 50. */
const day = (number: number): string => addDays('2026-01-01', number);
const buys = (customer: string, ...days: readonly number[]): Row[] =>
  days.map((each) => order(customer, `${customer}${each}`, day(each), 1));
const contact = (customer_id: string, on: number, channel: string | null): Row => ({ customer_id, at: `${day(on)} 09:00:00`, channel });
const parameters = { as_of: day(200), retention: { horizon_days: 30 } };

describe('win_back', () => {
  it('tells who came back after the landmark by the first contact before it', async () => {
    const orders = [
      ...buys('visited', 0, 5, 10, 80),
      ...buys('called', 0, 5, 10, 81),
      ...buys('nobody', 0, 5, 10),
      ...buys('quick', 0, 5, 10, 50),
    ];
    const activities = [
      contact('visited', 41, 'visit'),
      contact('visited', 42, 'call'),
      contact('called', 50, 'call'),
      contact('nobody', 51, 'call'),
    ];
    const rows = await rowsOf('win_back', { orders, activities, parameters });
    expect(rows.filter((row) => row['event'] === 'warning')).toEqual([
      { event: 'warning', action: 'call', events: 1, returned_early: 0, followed: 1, returned: 0 },
      { event: 'warning', action: 'none', events: 5, returned_early: 1, followed: 4, returned: 0 },
      { event: 'warning', action: 'visit', events: 1, returned_early: 0, followed: 1, returned: 1 },
    ]);
  });

  it('warns of nobody whose cycle is not known: one gap is none', async () => {
    expect(await rowsOf('win_back', { orders: buys('twice', 0, 10), parameters })).toEqual([]);
  });

  it('leaves out events that are too recent to tell, and counts losses of the customer file', async () => {
    const orders = [...buys('recent', 121, 126, 131), ...buys('lost', 0, 90)];
    const customers = [{ customer_id: 'lost', lost_on: day(60) }];
    const rows = await rowsOf('win_back', { orders, customers, parameters });
    expect(rows).toEqual([{ event: 'loss', action: 'none', events: 1, returned_early: 0, followed: 1, returned: 1 }]);
  });
});
