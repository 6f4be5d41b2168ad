import type { FieldMappings } from '../overrides.ts';
import { type FieldPlan, hasField, type TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';

const speaksOfReturns = /return|refund|credit|revers|退|冲/i;

/**
 * Rows that point at another order (原订单号, Original Order). Below zero they are returns by their amount; above zero they are returns where the
 * header says so, or where no row of the kind is below zero and none exceeds the order it points at. Types that say which rows are
 * returns go before. How many there are, and how much money, is said once the rows are loaded (`refund-troubles.ts`).
 */
export function withPointingRows<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const pointer = plan.fields.find(({ name }) => name === 'original_order_id');
  if (plan.entity.id !== 'orders' || pointer === undefined) return plan;
  const { rows } = said.overridesOf('orders', 'original_order_id');
  if (rows !== null) return rows === 'returns' ? { ...plan, returns: 'pointing' } : plan;
  return areReturns(plan, pointer) ? { ...plan, returns: 'pointing' } : plan;
}

function areReturns(plan: TablePlan, pointer: FieldPlan): boolean {
  if (typesTell(plan)) return false;
  const amount = ['amount', 'paid_amount', 'quantity'].map((name) => plan.fields.find((field) => field.name === name)).find(Boolean);
  const order = plan.fields.find(({ name }) => name === 'order_id');
  if (amount === undefined) return false;
  const amounts = headNumbers(plan, amount);
  const ids = order === undefined ? [] : headTexts(plan, order.index);
  const totals = new Map<string, number>();
  ids.forEach((id, at) => totals.set(id, (totals.get(id) ?? 0) + (amounts[at] ?? 0)));
  const pointing = headTexts(plan, pointer.index).flatMap((original, at) =>
    original === '' || original === ids[at] ? [] : [{ original, amount: amounts[at] ?? 0 }],
  );
  if (!pointing.some((row) => row.amount > 0)) return false;
  if (speaksOfReturns.test(pointer.header)) return true;
  return !pointing.some((row) => row.amount < 0 || row.amount > (totals.get(row.original) ?? row.amount));
}

/** Whether a type or a flag of the table says which rows are returns. */
function typesTell(plan: TablePlan): boolean {
  const type = plan.fields.find(({ name }) => name === 'document_type');
  return hasField(plan, 'is_return') || (type !== undefined && [...type.reading.words.values()].includes('return'));
}
