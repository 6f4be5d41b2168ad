import { dateOf, lastDay } from './calendar.ts';
import type { Customer } from './customers.ts';
import { paidAmount } from './order-table.ts';
import type { Order } from './orders.ts';

/** What the ledger says of one customer at the end of the history, in cents. */
export interface Ledger {
  /** Net purchases of the last 365 days. */
  readonly lastYear: number;
  /** Unpaid for more than 60 days. */
  readonly overdue: number;
  readonly lastOrderOn: string | null;
}

/** Cents of an order that count as sold: only completed orders do. */
export function soldAmount(order: Order): number {
  if (order.status !== 'completed') return 0;
  return order.lines.reduce((sum, { amount }) => sum + amount, 0);
}

export function ledgers(customers: readonly Customer[], orders: readonly Order[]): Map<Customer, Ledger> {
  const byCustomer = new Map<Customer, Order[]>(customers.map((customer) => [customer, []]));
  for (const order of orders) byCustomer.get(order.customer)!.push(order);
  return new Map([...byCustomer].map(([customer, own]) => [customer, ledger(own)]));
}

function ledger(orders: readonly Order[]): Ledger {
  const sum = (some: readonly Order[], value: (order: Order) => number) => some.reduce((total, order) => total + value(order), 0);
  const last = orders.at(-1);
  return {
    lastYear: sum(
      orders.filter(({ day }) => day > lastDay - 365),
      soldAmount,
    ),
    overdue: sum(
      orders.filter(({ day }) => day < lastDay - 60),
      unpaid,
    ),
    lastOrderOn: last === undefined ? null : dateOf(last.day),
  };
}

function unpaid(order: Order): number {
  if (order.status === 'cancelled' || order.status === 'refunded') return 0;
  return order.lines.reduce((sum, line) => sum + line.amount - paidAmount(order, line), 0);
}
