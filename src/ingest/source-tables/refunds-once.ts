import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { amountTerms } from '../derived-fields.ts';
import { isRefundRow } from '../judging-rules.ts';
import { reasonCode } from '../row-reasons.ts';
import type { SourcePlan } from './plan.ts';

/** A row below zero that is none only because its own refund column exceeds its amount. */
function isRefund(plan: SourcePlan): Sql {
  const reduced = amountTerms(plan).now.some(({ by }) => by === 'refunds');
  return isRefundRow(sql`amount`, reduced ? sql`refunded_amount` : null);
}

/** What refunds are matched with their order by; null where the table has nothing for it. */
export function refundedOrder(stored: readonly string[]): Sql | null {
  const ids = ['original_order_id', 'order_id'].filter((name) => stored.includes(name)).map(identifier);
  if (ids.length === 0 || !['amount', 'refunded_amount'].every((name) => stored.includes(name))) return null;
  return sql`coalesce(${join(ids)})`;
}

/** Judged rows of which a refund that the refund column of its order holds already does not count; as `netRefundRows` does for files. */
export function refundsOnce(plan: SourcePlan, stored: readonly string[], columns: readonly Sql[], judged: Sql): Sql {
  const order = refundedOrder(stored);
  if (order === null) return judged;
  const refund = isRefund(plan);
  const keys = join([order, ...(stored.includes('customer_id') ? [sql`customer_id`] : []), sql`_reason`]);
  const whole = plan.perOrder.fields.has('refunded_amount') ? sql`max` : sql`sum`;
  const back = sql`sum(case when ${refund} then -amount else 0 end) over (partition by ${keys})`;
  const taken = sql`coalesce(${whole}(case when ${refund} then null else abs(refunded_amount) end) over (partition by ${keys}), 0)`;
  return sql`select ${join([...columns])}, rowid, case when _reason = 0 and ${order} is not null and ${refund} and ${back} <= ${taken}
      then ${reasonCode('refund-in-column')} else _reason end as _reason from (${judged}) as before_refunds`;
}
