import { addMonths } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';

/** Orders of a cohort that begins in this month (`2025-01`): every survivor buys once a month for as long as he survives. */
export function monthlyOrders(month: string, survivors: readonly number[]): Row[] {
  return survivors.flatMap((count, age) =>
    Array.from({ length: count }, (_, customer) => ({
      customer_id: `${month}/${customer}`,
      order_id: `${month}/${customer}/${age}`,
      ordered_at: `${addMonths(`${month}-15`, age)} 10:00:00`,
      amount: 10,
    })),
  );
}
