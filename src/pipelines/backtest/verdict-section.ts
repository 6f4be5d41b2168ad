import type { Fold } from '../../forecast/churn/folds.ts';
import type { Ranking } from '../../forecast/churn/ranking.ts';
import { errorOf } from '../../forecast/holdout.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { FactsSection } from '../../result/result.ts';
import { tooShort } from './answer.ts';
import { calibrationFacts } from './calibration-facts.ts';
import { factsSection, type FactText } from '../../views/facts.ts';
import { areaOf, scoredArea } from '../../views/forecast/area-facts.ts';
import { verdictOf } from '../../views/forecast/verdict.ts';
import { contenderTitle, methodTitle, spendText } from '../../views/forecast/words.ts';
import type { ForecastRun } from '../parts/forecast-run.ts';

/** What a screen shows unasked: no statistics; of those that churn would have scored where they are known. */
function firstOf(latest: Fold | undefined): string[] {
  const suffix = latest?.kept ? '_scored' : '';
  return ['folds', 'horizon', 'held_out_after', `stop_predicted${suffix}`, `stop_observed${suffix}`];
}

/** The verdict in one sentence, and the figures it rests on. */
export function verdictSection(folds: readonly Fold[], run: ForecastRun, lang: Lang): FactsSection {
  const [latest] = folds;
  const facts: FactText[] = [
    {
      id: 'verdict',
      title: { en: 'Verdict', 'zh-CN': '结论' },
      type: 'text',
      value: verdictOf(folds) ?? tooShort(run.horizonDays),
      basis: {
        en: 'The latest back-test: forecast with what was known on the day, against what came; its figures follow.',
        'zh-CN': '最近一次回测：仅用当日已知数据预测，再与实际对比；所依据的数字见下。',
      },
    },
    {
      id: 'folds',
      title: { en: 'Back-tests', 'zh-CN': '回测次数' },
      type: 'integer',
      value: folds.length,
      basis: { en: 'Past windows that were forecast, one before the other.', 'zh-CN': '依次向前、用来回测的历史窗口数。' },
    },
    {
      id: 'horizon',
      title: { en: 'Horizon', 'zh-CN': '预测窗口' },
      type: 'integer',
      value: run.horizonDays,
      unit: 'days',
      basis: { en: 'Days in which purchases are looked for.', 'zh-CN': '观察购买的天数。' },
    },
    ...(latest === undefined ? [] : latestFacts(latest)),
  ];
  return factsSection(lang, { id: 'verdict', title: { en: 'The latest window', 'zh-CN': '最近一次回测' }, first: firstOf(latest) }, facts);
}

function latestFacts(fold: Fold): FactText[] {
  const { own, all, scored, forecast, data } = fold;
  const { chosen, lastPeriod, actual } = forecast;
  const error = (id: string, title: Localized, value: number | null, basis: Localized): FactText => ({
    id,
    title,
    type: 'ratio',
    value,
    basis,
  });
  return [
    {
      id: 'held_out_after',
      title: { en: 'Latest held out after', 'zh-CN': '最近一次回测起点' },
      type: 'date',
      value: data.origin,
      basis: { en: 'Nothing that became known after this day is used.', 'zh-CN': '该日之后才知道的数据一概不用。' },
    },
    {
      id: 'scored_by',
      title: { en: 'Scored by', 'zh-CN': '评估方法' },
      type: 'text',
      value: contenderTitle(own.contender),
      basis: { en: 'The method chosen with what was known on that day.', 'zh-CN': '仅依据当日已知数据选定的方法。' },
    },
    {
      id: 'auc',
      title: { en: 'AUC', 'zh-CN': 'AUC' },
      type: 'number',
      ...areaOf(all.area),
      basis: { en: 'Of all customers with a purchase.', 'zh-CN': '全部有购买的客户。' },
    },
    ...naiveFacts('', all),
    scoredArea(fold),
    ...(scored === null ? [] : naiveFacts('_scored', scored)),
    error(
      'orders_error',
      { en: 'Orders: forecast off by', 'zh-CN': '订单预测偏差' },
      errorOf(chosen.orders, actual.orders),
      by(methodTitle(chosen.id)),
    ),
    error(
      'orders_error_last_period',
      { en: 'Orders: last period off by', 'zh-CN': '沿用上期的订单偏差' },
      errorOf(lastPeriod.orders, actual.orders),
      repeated,
    ),
    error(
      'revenue_error',
      { en: 'Revenue: forecast off by', 'zh-CN': '销售额预测偏差' },
      errorOf(chosen.revenue, actual.revenue),
      chosen === lastPeriod || forecast.spend === null ? revenueOff : spendText(forecast.spend),
    ),
    error(
      'revenue_error_last_period',
      { en: 'Revenue: last period off by', 'zh-CN': '沿用上期的销售额偏差' },
      errorOf(lastPeriod.revenue, actual.revenue),
      repeated,
    ),
    ...calibrationFacts(fold),
  ];
}

const repeated = {
  en: 'What customers known when the window before began bought in it ÷ what came of those known when this one began, less 1.',
  'zh-CN': '上一窗口开始时的已有客户在该窗口内的购买 ÷ 本窗口已有客户的实际购买 − 1。',
};

const revenueOff = { en: 'Revenue forecast ÷ revenue that came, less 1.', 'zh-CN': '预测销售额 ÷ 实际销售额 − 1。' };

const noRule = { en: 'No naive rule could be measured.', 'zh-CN': '没有可供比较的简单规则。' };

const gained = {
  en: 'AUC of the method less that of the best naive rule, on the same customers.',
  'zh-CN': '同一批客户中，评估方法的 AUC 减去最佳简单规则的 AUC。',
};

/** The area of the best naive rule, and how much higher that of the default is. */
function naiveFacts(suffix: '' | '_scored', { area, naive, gain }: Ranking): FactText[] {
  const [ofThose, zhOfThose] = suffix === '' ? ['', ''] : [', of those', '（可评估客户）'];
  return [
    {
      id: `auc_naive${suffix}`,
      title: { en: `Best naive rule${ofThose}`, 'zh-CN': `最佳简单规则的 AUC${zhOfThose}` },
      type: 'number',
      ...areaOf(naive?.area),
      basis: naive === null ? noRule : contenderTitle(naive.contender),
    },
    {
      id: `auc_gain${suffix}`,
      title: { en: `AUC gained on it${ofThose}`, 'zh-CN': `相对其 AUC 提升${zhOfThose}` },
      type: 'number',
      value: gain?.difference ?? null,
      n: gain === null || area === null ? null : area.events + area.others,
      low: gain?.interval.low ?? null,
      high: gain?.interval.high ?? null,
      basis: gained,
    },
  ];
}

function by(method: Localized): Localized {
  return {
    en: `By ${method.en}: purchases forecast divided by those that came, less 1.`,
    'zh-CN': `方法：${method['zh-CN']}；预测购买次数 ÷ 实际购买次数 − 1。`,
  };
}
