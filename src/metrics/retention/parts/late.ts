import { type Sql, sql } from '../../../engine/sql.ts';
import { alarmCycles, leastOverdueDays, purchasesOfCycle } from '../../../forecast/churn/silence.ts';

/**
 * Days of silence beyond which a customer with gaps of its own is overdue: its longest gap, but no more than the alarm number of its mean gaps,
 * so that one long pause of old does not hide it. Without a longest gap, the alarm alone.
 */
export function overdueAfter(longest: Sql, mean: Sql): Sql {
  return sql`greatest(least(${longest}::double precision, ${alarmCycles} * ${mean}::double precision), ${leastOverdueDays}::double precision)`;
}

/** Of `churn_status`: silent beyond the alarm, by a cycle of the customer's own. */
export const lateByOwnCycle = sql`churn_status.status = 'scored' and churn_status.purchases >= ${purchasesOfCycle} and churn_status.silent_cycles > ${alarmCycles} and churn_status.silence_days > churn_status.overdue_after_days`;
