import type { Fold } from '../../forecast/churn/folds.ts';
import { errorOf, type Totals } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { amountText, moneyText, percentRange } from '../../views/number-words.ts';

/** Forecasts this far off are of no use. */
const uselessError = 0.5;

export interface AdviceOptions {
  /** What customers known when the latest horizon began brought in it. */
  readonly latest: Totals;
  readonly horizonDays: number;
  readonly money?: MoneyDisplay | undefined;
}

/**
 * How far the revenue of known customers, or their orders where no amount is known, was off in all windows, whether what known customers had
 * brought in the window before came nearer, and what new customers brought besides; null where nothing came.
 */
export function totalsAdvice(folds: readonly Fold[], { latest, horizonDays, money }: AdviceOptions): Localized | null {
  const isValued = folds.some(({ forecast: { chosen, actual } }) => errorOf(chosen.revenue, actual.revenue) !== null);
  const key = isValued ? 'revenue' : 'orders';
  const said = (value: number): string => (isValued ? moneyText(value, money) : amountText(value));
  const errors = folds.flatMap(({ forecast: { chosen, lastPeriod, actual } }) => {
    const [own, last] = [errorOf(chosen[key], actual[key]), errorOf(lastPeriod[key], actual[key])];
    return own === null ? [] : [{ own: Math.abs(own), last: last && Math.abs(last), isModel: chosen !== lastPeriod }];
  });
  if (errors.length === 0) return null;
  const sizes = errors.map(({ own }) => own);
  const range = percentRange(Math.min(...sizes), Math.max(...sizes));
  const held = errors.filter(({ last }) => last !== null);
  const nearer = held.filter(({ own, last, isModel }) => isModel && last! < own).length;
  const [what, zhWhat] = isValued ? ['revenue', '销售额'] : ['orders', '订单'];
  const [times, zhTimes] =
    errors.length === 1 ? ['the one past window', '唯一的历史窗口'] : [`${errors.length} past windows`, `${errors.length} 个历史窗口`];
  const now = latest[key];
  const [figure, zhFigure] =
    now === null ? ['', ''] : [` (${said(now)} in the last ${horizonDays} days)`, `（最近 ${horizonDays} 天为 ${said(now)}）`];
  const end: Localized =
    nearer * 2 > held.length
      ? {
          en: `what known customers had brought in the window before came nearer, so plan with that${figure}`,
          'zh-CN': `上一窗口已有客户的${zhWhat}更接近实际，请以此作计划${zhFigure}`,
        }
      : Math.max(...sizes) >= uselessError
        ? { en: 'that is too far off to plan with', 'zh-CN': '偏差过大，不宜用于计划' }
        : { en: `plan with at least that much to spare`, 'zh-CN': '作计划时请留出至少同样的余地' };
  const news = newcomers(
    folds.flatMap(({ newcomers: { [key]: brought } }) => brought ?? []),
    said,
  );
  return {
    en: `Over ${times} the forecast of ${what} of the customers known by then was off by ${range}; ${end.en}${news.en}.`,
    'zh-CN': `${zhTimes}中，对当时已有客户的${zhWhat}预测偏差 ${range}；${end['zh-CN']}${news['zh-CN']}。`,
  };
}

/** New customers stand in neither figure: `; new customers brought 69,668 to 179,858 more`. */
function newcomers(brought: readonly number[], said: (value: number) => string): Localized {
  if (brought.length === 0) return { en: '', 'zh-CN': '' };
  const range = rangeOf(brought, said);
  return { en: `; new customers brought ${range.en} more`, 'zh-CN': `；新客户另带来 ${range['zh-CN']}` };
}

/** `69,668 to 179,858`, or the one figure. */
function rangeOf(values: readonly number[], said: (value: number) => string): Localized {
  const [least, most] = [said(Math.min(...values)), said(Math.max(...values))];
  return least === most ? { en: most, 'zh-CN': most } : { en: `${least} to ${most}`, 'zh-CN': `${least} 至 ${most}` };
}
