import type { AnyMetric } from './define.ts';
import { goodsChoice } from './products/goods-choice.ts';
import { goodsLines } from './products/goods-lines.ts';
import { goodsSold } from './products/goods-sold.ts';
import { upgradeSteps } from './products/upgrade-steps.ts';
import { basketCounts } from './products/basket-counts.ts';
import { basketRules } from './products/basket-rules.ts';
import { crossSellRates } from './products/cross-sell-rates.ts';
import { editionOrders } from './products/edition-orders.ts';
import { customerUpgrades } from './products/customer-upgrades.ts';
import { offerTests } from './products/offer-tests.ts';
import { offerContests } from './products/offer-contests.ts';
import { customerOffers } from './products/customer-offers.ts';

/** Every metric of products; a new one is one file, one test and one line here. */
export const productMetrics: readonly AnyMetric[] = [
  goodsChoice,
  goodsLines,
  goodsSold,
  upgradeSteps,
  basketCounts,
  basketRules,
  offerTests,
  offerContests,
  customerOffers,
  editionOrders,
  customerUpgrades,
  crossSellRates,
];
