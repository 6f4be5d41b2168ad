import { sql } from '../../../engine/sql.ts';
import { alarmCycles, purchasesOfCycle } from '../../../forecast/churn/silence.ts';

/** Of `churn_status`: silent beyond the alarm, by a cycle of the customer's own. */
export const lateByOwnCycle = sql`churn_status.status = 'scored' and churn_status.purchases >= ${purchasesOfCycle} and churn_status.silent_cycles > ${alarmCycles}`;
