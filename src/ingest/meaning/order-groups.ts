import type { TablePlan } from '../table-plan.ts';
import { headTexts } from './head-values.ts';
import { addTo } from '../../lib/groups.ts';

/** What tells orders apart beside their number, as far as it is the same on all lines of an order. */
export interface OrderKeys {
  readonly customer: boolean;
  readonly day: boolean;
}

export interface OrderGroups {
  /** The records (from 0) of each order of several lines in the head of a table; lines that are equal in every cell count once. */
  readonly orders: readonly (readonly number[])[];
  /** Which order each record belongs to, for records with an order number. */
  readonly orderOf: ReadonlyMap<number, string>;
  readonly keys: OrderKeys;
}

/** Of orders, so many at least have one and the same day on all of their lines where a day tells orders apart. */
const mostlyOneDay = 0.8;

const farApart = 60 * 86_400_000;

/** The orders of several lines in the head of a table; none where it has no order numbers. */
export function orderGroups(plan: TablePlan): OrderGroups {
  const texts = (field: string): readonly string[] | null => {
    const own = plan.fields.find(({ name }) => name === field);
    return own === undefined ? null : headTexts(plan, own.index);
  };
  const ids = texts('order_id');
  const customers = texts('customer_id') ?? texts('customer');
  const days = texts('ordered_at')?.map((text) => text.split(/[ T]/)[0]!) ?? null;
  if (ids === null) return { orders: [], orderOf: new Map(), keys: { customer: customers !== null, day: days !== null } };
  const byOrder = grouped(ids, [customers]);
  const several = [...byOrder.groups.values()].filter((records) => records.length > 1);
  const ofDays = several.map((records) => records.map((record) => days?.[record] ?? '')).filter((own) => !areFarApart(own));
  const day = days !== null && ofDays.filter(isOne).length >= ofDays.length * mostlyOneDay;
  const { groups, orderOf } = day ? grouped(ids, [customers, days]) : byOrder;
  const orders = [...groups.values()].map((records) => withoutRepeated(plan, records)).filter((records) => records.length > 1);
  return { orders, orderOf, keys: { customer: customers !== null, day } };
}

/** Records by their order and what else tells it apart; a blank says what the line before it in the order says. */
function grouped(
  ids: readonly string[],
  others: readonly (readonly string[] | null)[],
): { groups: Map<string, number[]>; orderOf: Map<number, string> } {
  const groups = new Map<string, number[]>();
  const orderOf = new Map<number, string>();
  const last = new Map<string, string[]>();
  ids.forEach((id, record) => {
    if (id === '') return;
    const said = last.get(id) ?? [];
    const own = others.map((texts, index) => texts?.[record] || said[index] || '');
    last.set(id, own);
    const key = JSON.stringify([id, ...own]);
    orderOf.set(record, key);
    addTo(groups, key, record);
  });
  return { groups, orderOf };
}

function withoutRepeated({ table }: TablePlan, records: readonly number[]): number[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const text = JSON.stringify(table.head[record]);
    return !seen.has(text) && seen.add(text);
  });
}

/** Days that lie months apart are those of two orders of one number. */
function areFarApart(days: readonly string[]): boolean {
  const times = days.map((day) => Date.parse(day));
  return Math.max(...times) - Math.min(...times) > farApart;
}

export function isOne(values: readonly unknown[]): boolean {
  return values.every((value) => value === values[0]);
}
