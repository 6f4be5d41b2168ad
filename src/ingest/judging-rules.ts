import type { FindingCode } from '../codes.ts';
import { join, literal, type Sql, sql } from '../engine/sql.ts';
import type { IsoDate } from '../lib/dates.ts';
import { normaliseHeader } from '../model/names.ts';
import { hasField, type TablePlan } from './table-plan.ts';

export interface RuleContext {
  readonly plan: TablePlan;
  readonly asOf: IsoDate | null;
  /** The derived value of a field; null where the table has no such field. */
  readonly value: (field: string) => Sql | null;
  /** Whether its cell could not be read; null where that cannot be. */
  readonly bad: (field: string) => Sql | null;
}

export interface Rule {
  readonly reason: FindingCode;
  readonly when: Sql;
}

/** Why an order line does not count by what it says of itself: its type, its status, and the columns beside the status. */
export function judgingRules({ plan, value, bad }: Omit<RuleContext, 'asOf'>): Rule[] {
  const rules: Rule[] = [];
  const add = (reason: Rule['reason'], when: Sql | null) => {
    if (when !== null) rules.push({ reason, when });
  };
  const has = (field: string): boolean => hasField(plan, field);
  const is = (field: string, state: string): Sql => sql`${value(field)} = ${literal(state)}`;
  if (has('test')) add('test-order', is('test', 'test'));
  if (has('live')) add('test-order', sql`${value('live')} = false`);
  for (const type of typesThatAreNoSales(plan)) add('no-sale', is('document_type', type));
  const rest = unrefunded({ value, has });
  if (has('status')) {
    add('status-unknown', bad('status'));
    add('no-sale', is('status', 'no_sale'));
    add('status-cancelled', is('status', 'cancelled'));
  }
  if (has('cancelled')) add('cancelled-marked', sql`coalesce(${value('cancelled')}, false)`);
  if (has('cancelled_at')) add('cancelled-marked', sql`${value('cancelled_at')} is not null`);
  if (has('status')) {
    add('status-refunded', sql`${is('status', 'refunded')}${rest}`);
    add('status-pending', is('status', 'pending'));
  } else add('status-pending', unpaid({ plan, value }));
  for (const field of ['refund_status', 'settlement_status'].filter(has)) {
    add('refunded-marked', sql`${is(field, 'refunded')}${rest}`);
    add('payment-failed', is(field, 'cancelled'));
  }
  return rules;
}

/** What the buyers of a shop have paid on the day: nothing paid is an order left open. Elsewhere goods are sold on account. */
const paidAtOnce: ReadonlySet<string> = new Set(['买家实际支付金额', '买家实付金额'].map(normaliseHeader));

/** An order of which nothing was paid, and nothing paid back; null where the file cannot say. */
function unpaid({ plan, value }: Pick<RuleContext, 'plan' | 'value'>): Sql | null {
  const paid = plan.fields.find(({ name }) => name === 'paid_amount');
  const amount = value('amount');
  if (paid === undefined || amount === null || !hasField(plan, 'amount') || !paidAtOnce.has(normaliseHeader(paid.header))) return null;
  const refunded = hasField(plan, 'refunded_amount') ? sql` and coalesce(${value('refunded_amount')}, 0) = 0` : sql``;
  return sql`(${value('paid_amount')} = 0 and ${amount} > 0${refunded})`;
}

/** An order whose refund column says that only a part was paid back counts with the rest, whatever its status says. */
function unrefunded({ value, has }: { value: RuleContext['value']; has: (field: string) => boolean }): Sql {
  const amount = value('amount');
  if (!has('refunded_amount') || amount === null) return sql``;
  return sql` and not coalesce(${value('refunded_amount')} <> 0 and ${amount} > 0, false)`;
}

/** Payments are none beside what they are paid for, and what only moves money is none beside anything else. */
function typesThatAreNoSales(plan: TablePlan): string[] {
  const types = new Set(plan.fields.find(({ name }) => name === 'document_type')?.reading.words.values());
  if (types.size === 0) return [];
  const others = ['invoice', 'charge', 'return', 'payment', 'no_sale'].some((type) => types.has(type));
  return ['no_sale', ...(types.has('invoice') ? ['payment'] : []), ...(others ? ['transfer'] : [])];
}

/** Reasons by which an order is left out as a whole for what became of it. */
export const undone = [
  'status-cancelled',
  'cancelled-marked',
  'status-refunded',
  'refunded-marked',
  'status-pending',
  'payment-failed',
] as const;

/** True of a row that is itself a refund: below zero, and not only because its refund column exceeds its amount. */
export function isRefundRow(amount: Sql, refunded: Sql | null): Sql {
  return refunded === null ? sql`${amount} < 0` : sql`(${amount} < 0 and ${amount} <= -coalesce(abs(${refunded}), 0))`;
}

export function anyOf(conditions: readonly Sql[]): Sql {
  return sql`(${join(conditions, ' or ')})`;
}
