import { errorOf, type TotalsTest } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import { amountText, percentText } from '../number-words.ts';

/** Forecasts this near to what came are as good as right. */
const near = 0.02;

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
  if (off === null) return nothingCame(test.chosen.orders);
  if (test.chosen !== test.lastPeriod) return off;
  return { en: `${off.en} by the period before, for no model could be fitted`, 'zh-CN': `${off['zh-CN']}（无法拟合模型，沿用上期）` };
}

function nothingCame(expected: number | null): Localized {
  if (expected === null)
    return {
      en: 'orders could not be forecast, for no model could be fitted and no customer had been known for a window',
      'zh-CN': '无法预测订单：无法拟合模型，且此前一个窗口之初尚无客户',
    };
  const number = amountText(expected);
  return { en: `no order came where ${number} were forecast`, 'zh-CN': `实际无订单，预测为 ${number}` };
}

/** The same of one window, in one sentence, against the period before: by revenue, or by orders where no amount is known. */
export function windowVerdict({ origin, days }: { readonly origin: string; readonly days: number }, test: TotalsTest): Localized {
  const off = ofTotals(test);
  if (off === null) return { en: `In the ${days} days after ${origin} no order came.`, 'zh-CN': `${origin} 之后 ${days} 天内没有订单。` };
  const { chosen, lastPeriod, actual } = test;
  const key = errorOf(chosen.revenue, actual.revenue) === null ? 'orders' : 'revenue';
  const [own, last] = [errorOf(chosen[key], actual[key]), errorOf(lastPeriod[key], actual[key])];
  const naive = againstLastPeriod(own === null || last === null ? null : Math.abs(last) - Math.abs(own));
  return {
    en: `In the ${days} days after ${origin} ${off.en}; ${naive.en}.`,
    'zh-CN': `${origin} 之后 ${days} 天，${off['zh-CN']}；${naive['zh-CN']}。`,
  };
}

/** How what known customers had bought in the period before would have done, by how much farther off it was; null where nobody was known then. */
function againstLastPeriod(lead: number | null): Localized {
  if (lead === null)
    return {
      en: 'no customer had been known long enough to hold the period before against it',
      'zh-CN': '客户历史不足，无法与上期比较',
    };
  if (lead === 0)
    return {
      en: 'what known customers had bought in the period before comes as near',
      'zh-CN': '沿用上期已有客户的购买同样接近',
    };
  return lead > 0
    ? { en: 'what known customers had bought in the period before is farther off', 'zh-CN': '沿用上期已有客户的购买偏差更大' }
    : { en: 'what known customers had bought in the period before comes nearer', 'zh-CN': '沿用上期已有客户的购买更接近实际' };
}

/** How far what customers are still worth can be believed, by the error of revenue in the hold-out, as part of a sentence. */
export function valueTrust(error: number | null): Localized {
  if (error === null) return { en: 'the past could not test this, so take it as rough', 'zh-CN': '该预测无法用历史检验，仅供参考' };
  const off = offBy(error, 'much');
  return { en: `tested on the past, revenue was forecast ${off.en}`, 'zh-CN': `用历史检验，销售额预测${off['zh-CN']}` };
}
