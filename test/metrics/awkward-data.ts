import type { Row } from '../../src/lib/rows.ts';

/** Ids whose order differs between alphabets and bytes, and that a careless quotation would break. */
const letters = 'a B _ 中 é A b Z z ä ß 中文 中1 ﬀ 😀 e\u0301 İ ı 北京 上海'.split(' ');
const marks = String.raw`O'Neil|"|'|\|%|a b|a-b|a_b|ab|aB|Ab| a|a |10|9|09|-1|1e3|NULL|\N|`.split('|');
const ids = [...letters, ...marks];

/** Year ends, leap days, the eve and the day after of the windows, and the least date of SQL Server, which stands for none. */
const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-12-31', '2025-02-28', '2025-03-01', '2025-06-30', '2025-12-31', '2026-01-01'];
const moreDays = ['2026-02-28', '2026-03-01', '2026-06-29', '2026-06-30', '2026-07-01', '1753-01-01', '2026-12-31', null];
const allDays = [...days, ...moreDays];
const times = ['00:00:00', '23:59:59', '23:59:59.999999', '12:00:00.5'];
const amounts = [0, 100, 100, 100, -100, null, 0.01, -0.01, 0.0001, 33.3333, 1_999_999_999_999.99, -50, 7.77, 1e6 / 7, 99_999.9999];
const texts = ['配件', '整机', 'a', 'B', 'b', '_', 'É', null, "it's", '"x"'];

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

/** The item whose turn it is: lists of lengths that share no factor meet in ever new pairs, and ties are everywhere. */
function turn<T>(items: readonly T[], index: number): T {
  return items[index % items.length]!;
}

function at(index: number): string | null {
  const day = turn(allDays, index);
  return day === null ? null : `${day} ${turn(times, index)}`;
}

/** Two orders on the as-of day of the variants that only their ids set apart: what the customer is called depends on which comes last. */
const lastDay: readonly Row[] = ids.flatMap((customer_id, place) =>
  [0, 1].map((order) => ({
    customer_id,
    order_id: turn(ids, place + order),
    ordered_at: '2026-06-30 10:00:00',
    amount: 1,
    customer: `${order}`,
    rep: turn(texts, place + order),
    region: turn(ids, place - order + 1),
  })),
);

/** One to twelve lines a customer; some orders have several lines, some lines no amount, some no date. */
const manyDays: readonly Row[] = ids.flatMap((customer_id, place) =>
  Array.from({ length: 1 + ((place * 5) % 12) }, (_, line) => {
    const index = place * 7 + line * 3;
    return {
      customer_id,
      order_id: `${turn(['so', 'SO', '订单', '_'], place + line)}-${turn(ids, Math.floor(line / 2) + place)}`,
      ordered_at: at(index),
      amount: rounded(turn(amounts, index)),
      profit: rounded(turn(amounts, index + 4)),
      paid_amount: rounded(turn(amounts, index + 9)),
      category: place % 3 === 0 ? null : turn(texts, index),
      product_id: turn([...texts, 'P-1', 'p-1'], index + 1),
      product: turn(texts, index + 2),
      customer: turn(texts, index + 3),
      rep: turn(texts, index + 5),
      region: turn(texts, index + 6),
    };
  }),
);

const alone: Row = { customer_id: 'alone', order_id: 'alone', ordered_at: '2024-02-29 00:00:00', amount: 12.5 };

export const awkwardOrders: readonly Row[] = [...manyDays, ...lastDay, alone];

/** Some of the customers with orders, and some who never ordered but have figures of their own. */
export const awkwardCustomers: readonly Row[] = [...ids.filter((_, place) => place % 2 === 0), 'new 1', 'New 2', '新'].map(
  (customer_id, place) => ({
    customer_id,
    name: turn(texts, place),
    owner: turn(texts, place + 1),
    team: turn(texts, place + 2),
    industry: turn(['零售', "O'Neil's // [{", null, '制造'], place),
    region: turn(texts, place + 3),
    created_on: turn(allDays, place),
    orders: turn([null, 0, 1, 2, 7], place),
    revenue: rounded(turn(amounts, place)),
    profit: rounded(turn(amounts, place + 2)),
    first_order_on: turn(allDays, place + 1),
    last_order_on: turn(allDays, place + 3),
    recency_days: turn([null, 0, 1, 400], place),
    tenure_months: turn([null, 0, 1, 2.5, 11.999999, 120], place),
    csat: turn([null, 4.5, 4.5, 1, 0.333333], place),
    nps: turn([null, 0, 10, 7, 7], place),
    referred_by: turn([null, ...ids, 'nobody', "it's"], place * 5),
    lost: turn([null, true, false, null], place),
    lost_on: turn(allDays, place + 6),
    lost_reason: turn(texts, place + 4),
    contract_end_on: turn(allDays, place + 8),
    overdue_amount: rounded(turn(amounts, place + 1)),
  }),
);

export const awkwardActivities: readonly Row[] = Array.from({ length: 120 }, (_, index) => ({
  customer_id: turn([...ids, null, 'nobody'], index),
  at: at(index * 5 + 1),
  channel: turn(['visit', 'call', null], index),
}));

export const awkwardFeedback: readonly Row[] = Array.from({ length: 120 }, (_, index) => ({
  customer_id: turn([...ids, null, 'nobody'], index * 3),
  at: at(index * 7 + 2),
  kind: turn(['complaint', 'survey', null, 'suggestion', 'complaint'], index),
  csat: turn([null, 4.5, 1, 0.333333, 5], index),
  nps: turn([null, 0, 10, 7], index),
  state: turn(['open', null, 'closed', 'in_progress'], index),
  closed_on: turn([null, null, ...days], index),
  rep: turn([null, '张三', "O'Neil"], index),
  service_score: turn([null, 4.5, 1, 3], index),
  price_score: turn([0.333333, 2, null, 5, 4], index),
  topic: turn([null, '延期；价格', null], index),
  text: turn(['晚到', null, "O'Neil said nothing"], index),
  action: turn([null, 'call'], index),
  due_on: turn([null, ...days], index),
}));
