import type { Fold } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import { type ListOrder, orderAdvice, orderTest } from '../../views/forecast/order-verdict.ts';
import { verdictOf } from '../../views/forecast/verdict.ts';
import { type AdviceOptions, totalsAdvice } from './totals-advice.ts';

/** How near the forecasts came on the past, what to go by, and how far the totals can be trusted. */
export function backtestAnswer(folds: readonly Fold[], order: ListOrder, options: AdviceOptions): Localized[] {
  const verdict = verdictOf(folds);
  if (verdict === null) return [tooShort(options.horizonDays)];
  const totals = totalsAdvice(folds, options);
  return [verdict, orderAdvice(orderTest(folds), order), ...(totals === null ? [] : [totals])];
}

export function tooShort(horizonDays: number): Localized {
  return {
    en: `The data are too short: a back-test needs ${horizonDays} days of orders before ${horizonDays} days to hold out; try a shorter --horizon.`,
    'zh-CN': `数据时间跨度不足：回测需要 ${horizonDays} 天历史，外加 ${horizonDays} 天回测期；可用 --horizon 缩短窗口。`,
  };
}
