import type { FieldMappings } from '../overrides.ts';
import { hasField, type TablePlan } from '../table-plan.ts';
import { headNumbers } from './head-values.ts';

const ofReturns = /refund|return|credit[ _-]?(?:note|memo)|chargeback|退款|退货|退回|退单|销退|红字/i;
const ofSales = /order|sale|invoice|transaction|payment|订单|销售|交易|明细账|流水|发票|returning|incl|including|net|含退/i;
const ofBoth =
  /(?:sales?|order|invoice)s?[ _-]?(?:returns?|refunds?)$|^(?:refunded|returned)[ _-]?orders?|退(?:货|款)订单|(?:订单|销售|交易)退(?:货|款|回)|销售退/i;

/**
 * A table of the shape of orders whose file or sheet is named after returns, all above zero: what was paid back. It is subtracted, and that is
 * said (`refund-troubles.ts`).
 */
export function withReturnFiles<P extends TablePlan>(plan: P, said: FieldMappings): P {
  if (plan.entity.id !== 'orders') return plan;
  const { rows } = said.overridesOf('orders', 'amount');
  if (rows !== null) return rows === 'returns' ? { ...plan, returns: 'all' } : plan;
  const name = plan.table.sheet ?? (plan.table.file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const isNamed = ofReturns.test(name) && (!ofSales.test(name) || ofBoth.test(name));
  if (!isNamed || hasField(plan, 'document_type') || hasField(plan, 'is_return')) return plan;
  const amount = ['amount', 'paid_amount', 'quantity'].map((field) => plan.fields.find((own) => own.name === field)).find(Boolean);
  if (amount === undefined) return plan;
  const amounts = headNumbers(plan, amount).filter((value) => value !== null && value !== 0);
  return amounts.length > 0 && amounts.every((value) => value! > 0) ? { ...plan, returns: 'all' } : plan;
}
