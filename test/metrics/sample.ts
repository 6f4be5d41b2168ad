import { addDays } from '../../src/lib/dates.ts';
import type { Row } from '../../src/lib/rows.ts';

/** Orders and customers with everything awkward: returns, missing cells, ties, quotes, customers on one side only. */

function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = pseudoRandom(20_260_630);
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const maybe = <T>(value: T, share = 0.9): T | null => (random() < share ? value : null);

export const sampleOrders: readonly Row[] = Array.from({ length: 400 }, (_, index) => ({
  customer_id: `C'${between(1, 40)}`,
  order_id: `O${Math.floor(index / 2)}`,
  ordered_at: maybe(`${addDays('2024-01-01', between(0, 900))} 08:30:00`, 0.98),
  amount: maybe(between(-500, 5000) / 100, 0.97),
  profit: maybe(between(-100, 500) / 100, 0.95),
  paid_amount: maybe(between(0, 4000) / 100, 0.5),
  category: maybe(['整机', '配件', '耗材'][between(0, 2)]!, 0.8),
  product_id: `P${between(1, 30)}`,
  customer: maybe(`Customer ${index % 7}`),
  rep: maybe(['张三', '李四', "O'Neil"][between(0, 2)]!),
  region: maybe(['华东', '华南'][between(0, 1)]!),
}));

export const sampleCustomers: readonly Row[] = Array.from({ length: 50 }, (_, index) => ({
  customer_id: `C'${index + 11}`,
  name: maybe(`客户${index}`),
  owner: maybe('王五', 0.5),
  industry: maybe(['制造', '零售'][between(0, 1)]!),
  created_on: maybe(addDays('2023-01-01', between(0, 700))),
  orders: maybe(between(0, 9)),
  revenue: maybe(between(0, 99_999) / 100),
  first_order_on: maybe(addDays('2023-01-01', between(0, 300)), 0.6),
  last_order_on: maybe(addDays('2025-01-01', between(0, 400)), 0.6),
  recency_days: maybe(between(1, 400), 0.5),
  csat: maybe(between(10, 50) / 10, 0.6),
  nps: maybe(between(0, 10), 0.6),
  referred_by: index % 6 === 0 ? `C'${index + 1}` : null,
  lost_on: index % 9 === 4 ? addDays('2025-01-01', index * 7) : null,
  lost: index % 9 === 4 ? true : index % 2 === 0 ? false : null,
  lost_reason: index % 9 === 4 && index % 2 === 0 ? '价格' : null,
  contract_end_on: index % 5 === 0 ? addDays('2026-01-01', index * 9) : null,
  overdue_amount: index % 7 === 0 ? index * 100.5 : null,
}));

export const sampleActivities: readonly Row[] = Array.from({ length: 300 }, (_, index) => ({
  customer_id: `C'${1 + ((index * 7) % 45)}`,
  at: `${addDays('2024-02-01', (index * 31) % 870)} 0${index % 10}:15:00`,
  channel: ['visit', 'call', null, 'email'][index % 4]!,
}));

export const sampleFeedback: readonly Row[] = Array.from({ length: 90 }, (_, index) => ({
  customer_id: `C'${1 + ((index * 11) % 45)}`,
  at: index % 13 === 0 ? null : `${addDays('2024-03-01', (index * 29) % 840)} 10:00:00`,
  kind: index % 3 === 0 ? 'complaint' : 'survey',
  csat: index % 3 === 0 ? null : 1 + (index % 5),
  nps: index % 3 === 1 ? index % 11 : null,
  state: index % 3 === 0 ? ['open', 'closed', null, 'in_progress'][index % 4]! : null,
  closed_on: index % 12 === 3 ? addDays('2026-01-01', index) : null,
}));
