import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { standingOf } from '../../forecast/churn/ranking.ts';
import { errorOf } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import { percentText } from '../../views/number-words.ts';
import { verdictOf } from '../../views/forecast/verdict.ts';
import { contenderTitle } from '../../views/forecast/words.ts';

/** How near the forecasts came on the past, what to go by, and how far the totals can be trusted. */
export function backtestAnswer(folds: readonly Fold[], horizonDays: number): Localized[] {
  const [latest] = folds;
  const verdict = verdictOf(folds);
  if (latest === undefined || verdict === null) return [tooShort(horizonDays)];
  const trusted = totalsTrust(folds);
  return [verdict, goBy(latest), ...(trusted === null ? [] : [trusted])];
}

export function tooShort(horizonDays: number): Localized {
  return {
    en: `The data are too short: a back-test needs ${horizonDays} days of orders before ${horizonDays} days to hold out; try a shorter --horizon.`,
    'zh-CN': `数据时间跨度不足：回测需要 ${horizonDays} 天历史，外加 ${horizonDays} 天留出期；可用 --horizon 缩短窗口。`,
  };
}

/** Whether the order of the list is to be followed, the naive rule that does better, or the value. */
function goBy(fold: Fold): Localized {
  const { area, naive, gain } = judgedOf(fold).ranking;
  const standing = area === null ? 'unsure' : standingOf(area);
  const rule = naive === null ? null : contenderTitle(naive.contender);
  if (rule !== null && gain !== null && gain.interval.high < 0)
    return {
      en: `Go by the simple rule “${rule.en}” rather than by the list: it told more.`,
      'zh-CN': `请按简单规则“${rule['zh-CN']}”而非名单顺序跟进：其识别效果更好。`,
    };
  if (standing === 'chance')
    return { en: 'Go by the value of customers, not by their probability.', 'zh-CN': '请按客户金额而非概率安排跟进。' };
  if (standing === 'unsure')
    return {
      en: 'Take the order of the list for a hint and call those with the most value first.',
      'zh-CN': '名单顺序仅作提示，请先联系金额大的客户。',
    };
  if (rule === null || gain === null) return { en: 'Work down the churn list in its order.', 'zh-CN': '可按流失名单的顺序跟进。' };
  return gain.interval.low > 0
    ? {
        en: `Work down the churn list in its order: it tells more than the simple rule “${rule.en}”.`,
        'zh-CN': `可按流失名单的顺序跟进：优于简单规则“${rule['zh-CN']}”。`,
      }
    : {
        en: `Work down the churn list in its order; the simple rule “${rule.en}” does as well.`,
        'zh-CN': `可按流失名单的顺序跟进；简单规则“${rule['zh-CN']}”效果相当。`,
      };
}

/** Forecasts this far off are of no use. */
const uselessError = 0.5;

/** How far revenue, or orders where no amount is known, was off in all windows, and whether the period before came nearer; null where nothing came. */
function totalsTrust(folds: readonly Fold[]): Localized | null {
  const isValued = folds.some(({ forecast }) => errorOf(forecast.chosen.revenue, forecast.actual.revenue) !== null);
  const key = isValued ? 'revenue' : 'orders';
  const errors = folds.flatMap(({ forecast: { chosen, lastPeriod, actual } }) => {
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
