import type { Localized } from '../lib/localized.ts';
import type { Fold } from './backtest-folds.ts';
import { amountText, percentText } from './churn-text.ts';

/** Forecasts this near to what came are as good as right. */
const near = 0.02;

/** What the latest hold-out shows, in one plain sentence; null where nothing could be held out. */
export function verdictOf(folds: readonly Fold[]): Localized | null {
  const [latest] = folds;
  if (latest === undefined) return null;
  const ranking = rankingVerdict(latest);
  const orders = ordersVerdict(latest);
  const day = latest.data.origin;
  return {
    en: `Held out ${latest.data.horizonDays} days after ${day}: ${ranking.en}; ${orders.en}.`,
    'zh-CN': `以 ${day} 之后 ${latest.data.horizonDays} 天回测：${ranking['zh-CN']}；${orders['zh-CN']}。`,
  };
}

function rankingVerdict({ own, bestNaive }: Fold): Localized {
  const area = own.area?.area;
  if (area === undefined) return { en: 'who stops cannot be ranked, all customers did the same', 'zh-CN': '客户表现一致，无法检验排序' };
  const naive = bestNaive?.area?.area;
  const title = bestNaive?.contender.title;
  const against: Localized =
    naive === undefined || title === undefined
      ? { en: '', 'zh-CN': '' }
      : area > naive
        ? { en: `, better than ${title.en} (${naive.toFixed(3)})`, 'zh-CN': `，优于“${title['zh-CN']}”（${naive.toFixed(3)}）` }
        : {
            en: `, no better than the naive rule ${title.en} (${naive.toFixed(3)})`,
            'zh-CN': `，不优于简单规则“${title['zh-CN']}”（${naive.toFixed(3)}）`,
          };
  return {
    en: `a customer who stops ranks above one who stays ${percentText(area)} of the time (AUC ${area.toFixed(3)}, ${own.contender.title.en})${against.en}`,
    'zh-CN': `停购客户排在留存客户之前的概率为 ${percentText(area)}（AUC ${area.toFixed(3)}，${own.contender.title['zh-CN']}）${against['zh-CN']}`,
  };
}

function ordersVerdict({ forecast: { chosen, actual, lastPeriod } }: Fold): Localized {
  const error = actual.orders === 0 ? null : chosen.orders / actual.orders - 1;
  const figures = `${amountText(chosen.orders)} / ${amountText(actual.orders)}`;
  if (error === null)
    return { en: `no order came, ${amountText(chosen.orders)} were forecast`, 'zh-CN': `实际无订单，预测 ${amountText(chosen.orders)}` };
  const closer = chosen !== lastPeriod && Math.abs(lastPeriod.orders - actual.orders) < Math.abs(chosen.orders - actual.orders);
  const naive = closer
    ? {
        en: `, farther off than repeating the last period (${amountText(lastPeriod.orders)})`,
        'zh-CN': `，不如沿用上期（${amountText(lastPeriod.orders)}）准确`,
      }
    : { en: '', 'zh-CN': '' };
  const size = percentText(Math.abs(error));
  if (Math.abs(error) < near)
    return {
      en: `${chosen.title.en} forecasts orders right (${figures})${naive.en}`,
      'zh-CN': `${chosen.title['zh-CN']} 对订单的预测准确（${figures}）${naive['zh-CN']}`,
    };
  return error < 0
    ? {
        en: `the models under-predict orders by ${size} (${chosen.title.en}, ${figures})${naive.en}`,
        'zh-CN': `模型低估订单 ${size}（${chosen.title['zh-CN']}，预测/实际 ${figures}）${naive['zh-CN']}`,
      }
    : {
        en: `the models over-predict orders by ${size} (${chosen.title.en}, ${figures})${naive.en}`,
        'zh-CN': `模型高估订单 ${size}（${chosen.title['zh-CN']}，预测/实际 ${figures}）${naive['zh-CN']}`,
      };
}
