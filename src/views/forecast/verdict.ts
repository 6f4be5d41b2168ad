import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { standingOf } from '../../forecast/churn/ranking.ts';
import { errorOf } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import { amountText, percentText } from '../number-words.ts';
import { fewest } from './words.ts';

/** Forecasts this near to what came are as good as right. */
const near = 0.02;

/** What the latest hold-out shows, in one plain sentence, of which `backtest` has the figures; null where nothing could be held out. */
export function verdictOf(folds: readonly Fold[]): Localized | null {
  const [latest] = folds;
  if (latest === undefined) return null;
  const [ranking, totals] = [rankingClause(latest), totalsClause(latest)];
  return { en: `On the past, ${ranking.en}; ${totals.en}.`, 'zh-CN': `用历史检验，${ranking['zh-CN']}；${totals['zh-CN']}。` };
}

function rankingClause(fold: Fold): Localized {
  const { area } = judgedOf(fold).ranking;
  if (area === null)
    return { en: 'who stops could not be told, for all customers did the same', 'zh-CN': '客户表现一致，无法检验谁会停购' };
  const standing = standingOf(area);
  if (standing === 'chance')
    return { en: 'the churn list told no more than a coin who would stop', 'zh-CN': '流失名单识别停购客户并不比抛硬币准' };
  const share = percentText(area.area);
  const gone = goneAmong(fold);
  const found: Localized = {
    en: `the churn list put customers who stopped${gone.en} above those who stayed ${share} of the time`,
    'zh-CN': `流失名单把停购客户${gone['zh-CN']}排在留存客户之前的比例为 ${share}`,
  };
  if (standing === 'useful') return found;
  const few = fewest(area);
  return { en: `${found.en}, which may be chance with only ${few.en}`, 'zh-CN': `${found['zh-CN']}，但仅 ${few['zh-CN']}，可能出于偶然` };
}

/** Orders and revenue, as far as they are known; whether a model foresaw them or the last period stood for it. */
function totalsClause({ forecast: { chosen, actual, lastPeriod } }: Fold): Localized {
  const orders = errorOf(chosen.orders, actual.orders);
  if (orders === null)
    return {
      en: `no order came where ${amountText(chosen.orders)} were forecast`,
      'zh-CN': `实际无订单，预测为 ${amountText(chosen.orders)}`,
    };
  const revenue = errorOf(chosen.revenue, actual.revenue);
  const [ofOrders, ofRevenue] = [offBy(orders, 'many'), revenue === null ? null : offBy(revenue, 'much')];
  const [by, zhBy] =
    chosen === lastPeriod ? [' by the period before, for no model could be fitted', '（无法拟合模型，沿用上期）'] : ['', ''];
  return {
    en: `orders were forecast ${ofOrders.en}${ofRevenue === null ? '' : ` and revenue ${ofRevenue.en}`}${by}`,
    'zh-CN': `订单预测${ofOrders['zh-CN']}${ofRevenue === null ? '' : `，销售额预测${ofRevenue['zh-CN']}`}${zhBy}`,
  };
}

/** `16% too much`, `right`. */
export function offBy(error: number, more: 'many' | 'much'): Localized {
  if (Math.abs(error) < near) return { en: 'right', 'zh-CN': '准确' };
  const size = percentText(Math.abs(error));
  const less = { many: 'few', much: 'little' }[more];
  return { en: `${size} too ${error > 0 ? more : less}`, 'zh-CN': `${error > 0 ? '偏高' : '偏低'} ${size}` };
}

/** Said where those long gone are among the customers, who are easy to tell: who would have been scored that day cannot always be told. */
export function goneAmong({ scored }: Fold): Localized {
  return scored === null
    ? { en: ' (those long gone, too, who are easy to tell)', 'zh-CN': '（含早已流失、容易识别的客户）' }
    : { en: '', 'zh-CN': '' };
}
