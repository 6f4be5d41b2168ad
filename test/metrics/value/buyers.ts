import { addDays } from '../../../src/lib/dates.ts';
import { createRandom } from '../../../src/lib/random.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

export const firstDay = '2025-01-01';
export const asOfDay = '2026-01-01';

/** Customers with own rates of buying, of stopping after a purchase and of spending, seen for a year. */
export function buyers(count: number, { seed = 1, stops = true } = {}): Row[] {
  const random = createRandom(seed, 'buyers');
  return Array.from({ length: count }, (_, customer) => {
    const id = `K${String(customer).padStart(4, '0')}`;
    const gap = 10 + 90 * random.next() ** 2;
    const stop = stops ? 0.4 * random.next() : 0;
    const size = 20 + 60 * random.next();
    const orders: Row[] = [];
    let day = Math.floor(90 * random.next());
    while (day <= 365) {
      orders.push(order(id, `${id}-${orders.length}`, addDays(firstDay, day), Math.round(100 * size * (0.5 + random.next())) / 100));
      if (random.chance(stop)) break;
      day += Math.max(1, Math.round(-gap * Math.log(1 - random.next())));
    }
    return orders;
  }).flat();
}
