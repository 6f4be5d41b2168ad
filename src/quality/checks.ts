import type { Check } from './check.ts';
import { customerTotals } from './checks/customer-totals.ts';
import { customersWithoutOrders } from './checks/customers-without-orders.ts';
import { dealDates } from './checks/deal-dates.ts';
import { dealStages } from './checks/deal-stages.ts';
import { duplicateLines } from './checks/duplicate-lines.ts';
import { feedbackDates } from './checks/feedback-dates.ts';
import { nearNames } from './checks/near-names.ts';
import { negativeAmounts } from './checks/negative-amounts.ts';
import { sharedRepNames } from './checks/shared-rep-names.ts';

/** Every check of loaded data, in the order in which their findings are shown. */
export const checks: readonly Check[] = [
  duplicateLines,
  negativeAmounts,
  customersWithoutOrders,
  customerTotals,
  dealDates,
  dealStages,
  feedbackDates,
  nearNames,
  sharedRepNames,
];
