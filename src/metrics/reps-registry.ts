import type { AnyMetric } from './define.ts';
import { repNames } from './reps/rep-names.ts';
import { repPeople } from './reps/rep-people.ts';
import { orderSales } from './reps/order-sales.ts';
import { repCustomers } from './reps/rep-customers.ts';
import { repTotals } from './reps/rep-totals.ts';
import { repDrivers } from './reps/rep-drivers.ts';
import { repGaps } from './reps/rep-gaps.ts';
import { repTargets } from './reps/rep-targets.ts';
import { repChanges } from './reps/rep-changes.ts';
import { repGoods } from './reps/rep-goods.ts';
import { repPrices } from './reps/rep-prices.ts';
import { dealMonths } from './reps/deal-months.ts';
import { dealRows } from './reps/deal-rows.ts';
import { repDeals } from './reps/rep-deals.ts';
import { repUnits } from './reps/rep-units.ts';
import { repMeasures } from './reps/rep-measures.ts';
import { repRanking } from './reps/rep-ranking.ts';
import { repExpected } from './reps/rep-expected.ts';
import { fallRecovery } from './reps/fall-recovery.ts';
import { customerNeeds } from './reps/customer-needs.ts';
import { dealFeatures } from './reps/deal-features.ts';
import { dealReasons } from './reps/deal-reasons.ts';
import { dealCompetitors } from './reps/deal-competitors.ts';
import { repAdvantages } from './reps/rep-advantages.ts';
import { winPatterns } from './reps/win-patterns.ts';
import { dealExamples } from './reps/deal-examples.ts';
import { contactCustomers } from './reps/contact-customers.ts';
import { contactEffects } from './reps/contact-effects.ts';
import { contactRows } from './reps/contact-rows.ts';
import { repCoaching } from './reps/rep-coaching.ts';
import { repActivities } from './reps/rep-activities.ts';
import { salesDays } from './reps/sales-days.ts';

/** Every metric of reps; a new one is one file, one test and one line here. */
export const repMetrics: readonly AnyMetric[] = [
  repNames,
  orderSales,
  salesDays,
  repPeople,
  repCustomers,
  repTotals,
  repDrivers,
  repTargets,
  repGaps,
  repChanges,
  repGoods,
  repPrices,
  dealRows,
  dealMonths,
  repDeals,
  dealFeatures,
  dealReasons,
  dealCompetitors,
  repAdvantages,
  winPatterns,
  dealExamples,
  contactRows,
  contactCustomers,
  contactEffects,
  repActivities,
  repCoaching,
  repUnits,
  repMeasures,
  repRanking,
  repExpected,
  fallRecovery,
  customerNeeds,
];
