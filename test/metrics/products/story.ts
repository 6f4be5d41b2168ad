import { addDays, type IsoDate } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';

export const asOf: IsoDate = '2026-06-30';

/** Cohorts of customers, of which each begins twenty days before the end of a half year of 182 days before the as-of date. */
const cohorts = 4;
const cohortSize = 40;

/** Of twenty owners of a machine, so many come to buy what goes with it. */
const followers = 16;

function line(customer: string, item: string, day: IsoDate, amount: number): Row {
  return { customer_id: customer, order_id: `${customer}-${item}`, ordered_at: `${day} 09:00:00`, product: item, amount };
}

/**
 * Half of each cohort begin with a mill, half with a lathe. Twenty weeks later, for the latest cohort after the as-of date, four in five of those with a mill buy cutters, and as many of
 * those with a lathe buy chucks: who has the one has no use for the other. Everybody pays freight, and one in ten buys a lamp.
 */
export const story: readonly Row[] = Array.from({ length: cohorts }, (_, cohort) =>
  Array.from({ length: cohortSize }, (__, index) => {
    const customer = `C${cohort + 1}-${String(index).padStart(2, '0')}`;
    const start = addDays(asOf, -182 * cohort - 20);
    const [machine, tool] = index % 2 === 0 ? ['Mill', 'Cutters'] : ['Lathe', 'Chucks'];
    const isFollower = Math.floor(index / 2) < followers;
    return [
      line(customer, machine, start, 1000 + index),
      line(customer, 'Freight', start, 10),
      ...(isFollower ? [line(customer, tool, addDays(start, 140), 100)] : []),
      ...(index % 10 === 9 ? [line(customer, 'Lamp', start, 20)] : []),
    ];
  }).flat(),
).flat();
