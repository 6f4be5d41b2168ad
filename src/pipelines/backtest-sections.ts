import type { Lang, Localized } from '../lib/localized.ts';
import type { FactsSection, TableSection } from '../result/result.ts';
import { calibrationRows, largestError } from './backtest-calibration.ts';
import type { Fold } from './backtest-folds.ts';
import type { ForecastDecile, Foreseen, Totals } from './backtest-forecast.ts';
import { verdictOf } from './backtest-verdict.ts';
import type { Evaluation } from './churn-contenders.ts';
import { areaOf, factsSection, type PlainFact } from './churn-facts.ts';
import type { ChurnRun } from './churn-settings.ts';
import { plainTable, type PlainColumn } from './table-section.ts';

/** The verdict in one sentence, and the figures it rests on. */
export function verdictSection(folds: readonly Fold[], run: ChurnRun, lang: Lang): FactsSection {
  const [latest] = folds;
  const facts: PlainFact[] = [
    {
      id: 'verdict',
      title: { en: 'Verdict', 'zh-CN': '结论' },
      type: 'text',
      value: verdictOf(folds) ?? {
        en: `the data are too short: a back-test needs ${run.horizonDays} days of orders before ${run.horizonDays} days to hold out`,
        'zh-CN': `数据时间跨度不足：回测需要 ${run.horizonDays} 天历史，外加 ${run.horizonDays} 天留出期`,
      },
    },
    { id: 'folds', title: { en: 'Hold-outs', 'zh-CN': '回测次数' }, type: 'integer', value: folds.length },
    { id: 'horizon', title: { en: 'Horizon', 'zh-CN': '预测窗口' }, type: 'integer', value: run.horizonDays, unit: 'days' },
    ...(latest === undefined ? [] : latestFacts(latest)),
  ];
  return factsSection('verdict', { en: 'Verdict', 'zh-CN': '回测结论' }, lang, facts);
}

function latestFacts(fold: Fold): PlainFact[] {
  const { own, bestNaive, forecast, data } = fold;
  const rows = calibrationRows(fold);
  const area = (id: string, title: Localized, of: Evaluation | null): PlainFact => ({
    id,
    title,
    type: 'number',
    ...areaOf(of?.area),
  });
  return [
    { id: 'held_out_after', title: { en: 'Latest held out after', 'zh-CN': '最近一次回测起点' }, type: 'date', value: data.origin },
    { id: 'scored_by', title: { en: 'Scored by', 'zh-CN': '评估方法' }, type: 'text', value: own.contender.title },
    area('auc', { en: 'AUC', 'zh-CN': 'AUC' }, own),
    {
      ...area('auc_naive', { en: 'AUC of the best naive rule', 'zh-CN': '最佳简单规则的 AUC' }, bestNaive),
      ...(bestNaive === null ? {} : { basis: bestNaive.contender.title }),
    },
    {
      id: 'orders_error',
      title: { en: 'Orders: forecast off by', 'zh-CN': '订单预测偏差' },
      type: 'ratio',
      value: errorOf(forecast.chosen.orders, forecast.actual.orders),
      basis: forecast.chosen.title,
    },
    {
      id: 'revenue_error',
      title: { en: 'Revenue: forecast off by', 'zh-CN': '销售额预测偏差' },
      type: 'ratio',
      value: errorOf(forecast.chosen.revenue, forecast.actual.revenue),
    },
    {
      id: 'calibration_error',
      title: { en: 'Largest calibration error', 'zh-CN': '最大校准误差' },
      type: 'ratio',
      value: largestError(rows, 'day'),
      basis: { en: 'Over the tenths of the customers, as predicted on the day.', 'zh-CN': '各十分位中的最大差异，按当日预测。' },
    },
    {
      id: 'corrected_error',
      title: { en: 'The same, corrected', 'zh-CN': '校准后最大误差' },
      type: 'ratio',
      value: largestError(rows, 'corrected'),
      basis: {
        en: 'After the correction that this window teaches, learned from other customers.',
        'zh-CN': '按该窗口校准后（由其他客户学习得到）。',
      },
    },
  ];
}

/** Forecast by actual, less 1; null where nothing came. */
function errorOf(forecast: number, actual: number): number | null {
  return actual === 0 ? null : forecast / actual - 1;
}

interface ContenderRow {
  readonly fold: Fold;
  readonly evaluation: Evaluation;
  readonly isDefault: boolean;
}

const kinds: Readonly<Record<string, Localized>> = {
  model: { en: 'model', 'zh-CN': '模型' },
  naive: { en: 'naive rule', 'zh-CN': '简单规则' },
  reference: { en: 'for reference', 'zh-CN': '仅供参考' },
};

/** How each contender ranked the customers of each hold-out; the default, chosen before the fact, first. */
export function contendersSection(folds: readonly Fold[], lang: Lang): TableSection {
  const rows = folds.flatMap((fold): ContenderRow[] => [
    { fold, evaluation: fold.own, isDefault: true },
    ...fold.evaluations
      .toSorted((one, other) => (other.area?.area ?? -1) - (one.area?.area ?? -1))
      .map((evaluation) => ({ fold, evaluation, isDefault: false })),
  ]);
  const usual = { en: 'the default: ', 'zh-CN': '默认：' }[lang];
  return plainTable<ContenderRow>(
    { id: 'contenders', title: { en: 'Who told best who would stop', 'zh-CN': '各方法识别停购客户的效果' }, lang },
    {
      origin: { title: { en: 'Held out after', 'zh-CN': '回测起点' }, type: 'date', value: ({ fold }) => fold.data.origin },
      contender: {
        title: { en: 'Contender', 'zh-CN': '方法' },
        type: 'text',
        value: ({ evaluation, isDefault }) => `${isDefault ? usual : ''}${evaluation.contender.title[lang]}`,
      },
      kind: {
        title: { en: 'Kind', 'zh-CN': '类别' },
        type: 'text',
        value: ({ evaluation, isDefault }) => (isDefault ? { en: 'default', 'zh-CN': '默认' } : kinds[evaluation.contender.kind]!)[lang],
      },
      customers: { title: { en: 'Customers', 'zh-CN': '客户数' }, type: 'integer', unit: 'customers', value: ({ fold }) => fold.data.rows },
      auc: { title: { en: 'AUC', 'zh-CN': 'AUC' }, type: 'number', value: ({ evaluation }) => evaluation.area?.area ?? null },
      auc_low: { title: { en: 'low', 'zh-CN': '下限' }, type: 'number', value: ({ evaluation }) => evaluation.area?.interval.low ?? null },
      auc_high: {
        title: { en: 'high', 'zh-CN': '上限' },
        type: 'number',
        value: ({ evaluation }) => evaluation.area?.interval.high ?? null,
      },
      average_precision: {
        title: { en: 'Average precision', 'zh-CN': '平均精度' },
        type: 'number',
        value: ({ evaluation }) => evaluation.averagePrecision,
      },
      lift: { title: { en: 'Lift, top tenth', 'zh-CN': '前 10% 提升度' }, type: 'number', value: ({ evaluation }) => evaluation.lift },
      brier: { title: { en: 'Brier score', 'zh-CN': 'Brier 分' }, type: 'number', value: ({ evaluation }) => evaluation.brier },
    },
    rows,
  );
}

interface ForecastRow {
  readonly fold: Fold;
  readonly method: Foreseen;
}

/** Orders and revenue of each hold-out in total, by every method. */
export function forecastSection(folds: readonly Fold[], lang: Lang): TableSection {
  const money = { type: 'money' } as const;
  const number = { type: 'number', unit: 'days' } as const;
  return plainTable<ForecastRow>(
    { id: 'forecast', title: { en: 'Forecast and actual, in total', 'zh-CN': '总量预测与实际' }, lang },
    {
      origin: { title: { en: 'Held out after', 'zh-CN': '回测起点' }, type: 'date', value: ({ fold }) => fold.data.origin },
      method: { title: { en: 'Method', 'zh-CN': '方法' }, type: 'text', value: ({ method }) => method.title[lang] },
      is_default: {
        title: { en: 'Default', 'zh-CN': '默认' },
        type: 'flag',
        value: ({ fold, method }) => method.id === fold.forecast.chosen.id,
      },
      orders: { title: { en: 'Purchases forecast', 'zh-CN': '预测购买次数' }, ...number, value: ({ method }) => method.orders },
      actual_orders: { title: { en: 'Purchases', 'zh-CN': '实际购买次数' }, ...number, value: ({ fold }) => fold.forecast.actual.orders },
      orders_error: {
        title: { en: 'Off by', 'zh-CN': '偏差' },
        type: 'ratio',
        value: ({ fold, method }) => errorOf(method.orders, fold.forecast.actual.orders),
      },
      revenue: { title: { en: 'Revenue forecast', 'zh-CN': '预测销售额' }, ...money, value: ({ method }) => method.revenue },
      actual_revenue: { title: { en: 'Revenue', 'zh-CN': '实际销售额' }, ...money, value: ({ fold }) => fold.forecast.actual.revenue },
      revenue_error: {
        title: { en: 'Off by', 'zh-CN': '偏差' },
        type: 'ratio',
        value: ({ fold, method }) => errorOf(method.revenue, fold.forecast.actual.revenue),
      },
    },
    folds.flatMap((fold) => fold.forecast.methods.map((method) => ({ fold, method }))),
  );
}

interface DecileRow {
  readonly fold: Fold;
  readonly decile: ForecastDecile;
}

/** The same by tenths of the customers, those of whom most was expected first. */
export function forecastDecilesSection(folds: readonly Fold[], lang: Lang): TableSection {
  const columns = (side: (decile: ForecastDecile) => Totals, id: string, title: Localized): Record<string, PlainColumn<DecileRow>> => ({
    [`${id}_orders`]: {
      title: { en: `Purchases ${title.en}`, 'zh-CN': `${title['zh-CN']}购买次数` },
      type: 'number',
      unit: 'days',
      value: ({ decile }) => side(decile).orders,
    },
    [`${id}_revenue`]: {
      title: { en: `Revenue ${title.en}`, 'zh-CN': `${title['zh-CN']}销售额` },
      type: 'money',
      value: ({ decile }) => side(decile).revenue,
    },
  });
  return plainTable<DecileRow>(
    { id: 'forecast_deciles', title: { en: 'Forecast and actual, by tenths of the customers', 'zh-CN': '按客户十分位的预测与实际' }, lang },
    {
      origin: { title: { en: 'Held out after', 'zh-CN': '回测起点' }, type: 'date', value: ({ fold }) => fold.data.origin },
      decile: { title: { en: 'Tenth', 'zh-CN': '十分位' }, type: 'integer', value: ({ decile }) => decile.decile },
      customers: {
        title: { en: 'Customers', 'zh-CN': '客户数' },
        type: 'integer',
        unit: 'customers',
        value: ({ decile }) => decile.customers,
      },
      ...columns((decile) => decile.forecast, 'forecast', { en: 'forecast', 'zh-CN': '预测' }),
      ...columns((decile) => decile.actual, 'actual', { en: 'actual', 'zh-CN': '实际' }),
      ...columns((decile) => decile.lastPeriod, 'last_period', { en: 'of the last period', 'zh-CN': '上期' }),
    },
    folds.flatMap((fold) => fold.forecast.deciles.map((decile) => ({ fold, decile }))),
  );
}
