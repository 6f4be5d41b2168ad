import { errorOf, type TotalsTest } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import { amountText, percentText } from '../number-words.ts';

/** Forecasts this near to what came are as good as right. */
const near = 0.02;

/** Forecasts this far off are of no use. */
const uselessError = 0.5;

/** `16% too much`, `right`. */
function offBy(error: number, more: 'many' | 'much'): Localized {
  if (Math.abs(error) < near) return { en: 'right', 'zh-CN': '准确' };
  return tooHighOrLow(percentText(Math.abs(error)), error, { many: ['many', 'few'], much: ['much', 'little'] }[more]);
}

/** A size in words, by the sign of the error. */
export function tooHighOrLow(size: string, error: number, [more, less]: readonly string[]): Localized {
  return { en: `${size} too ${error > 0 ? more : less}`, 'zh-CN': `${error > 0 ? '偏高' : '偏低'} ${size}` };
}

/** How far orders, and revenue where it is known, were off, as part of a sentence; null where no order came. */
function ofTotals({ chosen, actual }: TotalsTest): Localized | null {
  const [orders, revenue] = [errorOf(chosen.orders, actual.orders), errorOf(chosen.revenue, actual.revenue)];
  if (orders === null) return null;
  const [ofOrders, ofRevenue] = [offBy(orders, 'many'), revenue === null ? null : offBy(revenue, 'much')];
  return {
    en: `orders were forecast ${ofOrders.en}${ofRevenue === null ? '' : ` and revenue ${ofRevenue.en}`}`,
    'zh-CN': `订单预测${ofOrders['zh-CN']}${ofRevenue === null ? '' : `，销售额预测${ofRevenue['zh-CN']}`}`,
  };
}

/** The same, and whether a model foresaw them or the last period stood for it. */
export function totalsClause(test: TotalsTest): Localized {
  const off = ofTotals(test);
  const expected = amountText(test.chosen.orders);
  if (off === null) return { en: `no order came where ${expected} were forecast`, 'zh-CN': `实际无订单，预测为 ${expected}` };
  if (test.chosen !== test.lastPeriod) return off;
  return { en: `${off.en} by the period before, for no model could be fitted`, 'zh-CN': `${off['zh-CN']}（无法拟合模型，沿用上期）` };
}

/** The same of one window, in one sentence, against the period before: by revenue, or by orders where no amount is known. */
export function windowVerdict({ origin, days }: { readonly origin: string; readonly days: number }, test: TotalsTest): Localized {
  const off = ofTotals(test);
  if (off === null) return { en: `In the ${days} days after ${origin} no order came.`, 'zh-CN': `${origin} 之后 ${days} 天内没有订单。` };
  const { chosen, lastPeriod, actual } = test;
  const key = errorOf(chosen.revenue, actual.revenue) === null ? 'orders' : 'revenue';
  const distance = (totals: TotalsTest['actual']): number => Math.abs(errorOf(totals[key], actual[key]) ?? 0);
  const naive = againstLastPeriod(distance(lastPeriod) - distance(chosen));
  return {
    en: `In the ${days} days after ${origin} ${off.en}; ${naive.en}.`,
    'zh-CN': `${origin} 之后 ${days} 天，${off['zh-CN']}；${naive['zh-CN']}。`,
  };
}

/** How the period before would have done, by how much farther off it was. */
function againstLastPeriod(lead: number): Localized {
  if (lead === 0) return { en: 'repeating the period before comes as near', 'zh-CN': '沿用上期同样接近' };
  return lead > 0
    ? { en: 'repeating the period before is farther off', 'zh-CN': '沿用上期偏差更大' }
    : { en: 'repeating the period before comes nearer', 'zh-CN': '沿用上期更接近实际' };
}

/** How far revenue, or orders where no amount is known, was off in all windows, and whether the period before came nearer; null where nothing came. */
export function totalsAdvice(tests: readonly TotalsTest[]): Localized | null {
  const isValued = tests.some(({ chosen, actual }) => errorOf(chosen.revenue, actual.revenue) !== null);
  const key = isValued ? 'revenue' : 'orders';
  const errors = tests.flatMap(({ chosen, lastPeriod, actual }) => {
    const [own, last] = [errorOf(chosen[key], actual[key]), errorOf(lastPeriod[key], actual[key])];
    return own === null || last === null ? [] : [{ own: Math.abs(own), last: Math.abs(last), isModel: chosen !== lastPeriod }];
  });
  if (errors.length === 0) return null;
  const sizes = errors.map(({ own }) => own);
  const [least, most] = [percentText(Math.min(...sizes)), percentText(Math.max(...sizes))];
  const [range, zhRange] = least === most ? [`by ${most}`, most] : [`by ${least} to ${most}`, `${least} 至 ${most}`];
  const nearer = errors.filter(({ own, last, isModel }) => isModel && last < own).length;
  const [what, zhWhat] = isValued ? ['revenue', '销售额'] : ['orders', '订单'];
  const [times, zhTimes] =
    errors.length === 1 ? ['the one past window', '唯一的历史窗口'] : [`${errors.length} past windows`, `${errors.length} 个历史窗口`];
  const end: Localized =
    nearer * 2 > errors.length
      ? { en: 'the figure of the period before came nearer, so plan with that', 'zh-CN': '沿用上期更接近实际，请以上期数字作计划' }
      : Math.max(...sizes) >= uselessError
        ? { en: 'that is too far off to plan with', 'zh-CN': '偏差过大，不宜用于计划' }
        : { en: `plan with at least that much to spare`, 'zh-CN': '作计划时请留出至少同样的余地' };
  return {
    en: `Over ${times} the forecast of ${what} was off ${range}; ${end.en}.`,
    'zh-CN': `${zhTimes}中，${zhWhat}预测偏差 ${zhRange}；${end['zh-CN']}。`,
  };
}

/** How far what customers are still worth can be believed, by the error of revenue in the hold-out, as part of a sentence. */
export function valueTrust(error: number | null): Localized {
  if (error === null) return { en: 'the past could not test this, so take it as rough', 'zh-CN': '该预测无法用历史检验，仅供参考' };
  const off = offBy(error, 'much');
  return { en: `tested on the past, revenue was forecast ${off.en}`, 'zh-CN': `用历史检验，销售额预测${off['zh-CN']}` };
}
