import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import type { Fold } from './folds.ts';
import { errorOf, type ForecastDecile, type Foreseen, type Totals } from './forecast.ts';
import type { Evaluation } from '../churn/contenders.ts';
import { plainTable, type PlainColumn } from '../table-section.ts';

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
  const scored = ({ fold, evaluation, isDefault }: ContenderRow): AreaUnderCurve | null =>
    (isDefault ? fold.scored?.area : fold.scored?.areas.get(evaluation.contender)) ?? null;
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
      scored_customers: {
        title: { en: 'Scored', 'zh-CN': '可评估客户数' },
        type: 'integer',
        unit: 'customers',
        value: ({ fold }) => fold.scored?.customers ?? null,
      },
      auc_scored: { title: { en: 'AUC of those', 'zh-CN': '可评估客户的 AUC' }, type: 'number', value: (row) => scored(row)?.area ?? null },
      auc_scored_low: { title: { en: 'low', 'zh-CN': '下限' }, type: 'number', value: (row) => scored(row)?.interval.low ?? null },
      auc_scored_high: { title: { en: 'high', 'zh-CN': '上限' }, type: 'number', value: (row) => scored(row)?.interval.high ?? null },
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
  const number = { type: 'number', unit: 'purchases' } as const;
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
      unit: 'purchases',
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
