import { createRandom } from '../../src/lib/random.ts';
import type { Random } from '../../src/lib/random.ts';
import { phaseOf } from './buying.ts';
import { dateOf, dayOf, dayOfMinute, inOrder, lastDay, monthOf, workday } from './calendar.ts';
import type { Customer } from './customers.ts';
import { orderLines, returned } from './order-lines.ts';
import type { OrderLine } from './order-lines.ts';
import { winterHalf } from './seasons.ts';

export type OrderStatus = 'completed' | 'pending' | 'cancelled' | 'refunded';

export interface Order {
  /** `SO20240105-0007`: the date and the number within the day. */
  readonly id: string;
  readonly day: number;
  readonly customer: Customer;
  readonly status: OrderStatus;
  /** Share of the amount that was paid, whole percent. */
  readonly paid: number;
  readonly lines: readonly OrderLine[];
}

type Draft = Omit<Order, 'id'>;

/** Orders in order of date; within a day in order of customers. */
export function createOrders(seed: number, customers: readonly Customer[]): Order[] {
  const drafts = inOrder(
    customers.flatMap((customer) => ordersOf(createRandom(seed, `orders ${customer.id}`), customer)),
    ({ day }) => day,
    ({ customer }) => customer.id,
  );
  let number = 0;
  return drafts.map((draft, index) => {
    number = draft.day === drafts[index - 1]?.day ? number + 1 : 1;
    return { ...draft, id: `SO${dateOf(draft.day).replaceAll('-', '')}-${String(number).padStart(4, '0')}` };
  });
}

function ordersOf(random: Random, customer: Customer): Draft[] {
  const { buying } = customer;
  if (buying.kind === 'none') return [];
  return orderDays(random, customer).flatMap((day) => {
    const value = buying.orderValue * phaseOf(buying, day).value * (0.55 + 0.9 * random.next());
    const sold = order(random, customer, day, orderLines(random, customer, value, day));
    return [sold, ...sendBack(random, sold)];
  });
}

/** Days of purchase, each a working day, one order a day; the rising customer's last one closes the history. */
function orderDays(random: Random, customer: Customer): number[] {
  const { buying } = customer;
  const created = dayOfMinute(customer.createdAt);
  const latest = Math.min(buying.stopsOn, lastDay);
  const first = workday(created > 0 ? created + random.integer(0, 20) : random.integer(0, buying.kind === 'once' ? 500 : buying.cycle));
  const days: number[] = [];
  for (let day = first; day <= latest && !(buying.kind === 'once' && days.length > 0);) {
    if (buying.kind !== 'seasonal' || winterHalf.includes(monthOf(day))) days.push(day);
    const gap = buying.cycle * phaseOf(buying, day).cycle * (0.72 + 0.56 * random.next());
    day = Math.max(workday(day + Math.round(gap)), day + 1);
  }
  if (buying.kind === 'rising' && days.at(-1) !== lastDay) days.push(lastDay);
  return days;
}

function order(random: Random, customer: Customer, day: number, lines: readonly OrderLine[]): Draft {
  const status = statusOf(random, customer, day);
  const part = random.chance(0.08) ? random.pick([30, 50, 70, 90]) : 100;
  const paid = status === 'completed' ? part : status === 'pending' && part < 100 ? 30 : 0;
  return { day, customer, status, paid, lines };
}

function statusOf(random: Random, customer: Customer, day: number): OrderStatus {
  const draw = random.next();
  if (customer.buying.kind === 'fading') return day > dayOf('2026-06-30') ? 'pending' : 'completed';
  if (customer.buying.kind === 'once' || customer.buying.kind === 'rising') return 'completed';
  if (day > lastDay - 45) return draw < 0.25 ? 'pending' : 'completed';
  return draw < 0.03 ? 'cancelled' : draw < 0.045 ? 'refunded' : draw < 0.08 && day > lastDay - 200 ? 'pending' : 'completed';
}

/** Now and then a regular customer sends a line back; that is an order of its own with negative quantities. */
function sendBack(random: Random, sold: Draft): Draft[] {
  const { kind } = sold.customer.buying;
  const day = workday(sold.day + random.integer(8, 30));
  if ((kind !== 'regular' && kind !== 'star') || sold.status !== 'completed' || !random.chance(0.025) || sold.day + 40 > lastDay) return [];
  const line = random.pick(sold.lines);
  return [{ ...sold, day, paid: 100, lines: [returned(line, Math.max(1, Math.floor(line.quantity / 2)))] }];
}
