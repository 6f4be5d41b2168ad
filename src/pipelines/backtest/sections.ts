import type { Evaluation } from '../../forecast/churn/evaluation.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import { errorOf, type ForecastDecile, type Foreseen, type Totals } from '../../forecast/churn/totals.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { type Column, type Columns } from '../../views/columns.ts';
import { table } from '../../views/table.ts';
import { contenderTitle, methodTitle } from '../../views/forecast/words.ts';

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

/** The day after which a window is held out, in every section. */
export function originColumn<T>(day: (record: T) => string): Column<T> {
  return {
    title: { en: 'Held out after', 'zh-CN': '回测起点' },
    type: 'date',
    basis: { en: 'The forecast knows nothing of what came after this day.', 'zh-CN': '预测仅用截至该日的数据。' },
    value: day,
  };
}

const customers = { title: { en: 'Customers', 'zh-CN': '客户数' }, type: 'integer', unit: 'customers' } as const;

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
  return table<ContenderRow>(
    lang,
    {
      id: 'contenders',
      title: { en: 'Who told best who would stop', 'zh-CN': '各方法识别停购客户的效果' },
      chart: { kind: 'dots', label: 'contender', value: 'auc', low: 'auc_low', high: 'auc_high' },
    },
    {
      origin: originColumn(({ fold }) => fold.data.origin),
      contender: {
        title: { en: 'Contender', 'zh-CN': '方法' },
        type: 'text',
        basis: {
          en: 'A way to tell who will buy nothing in the window; the default is the one chosen with earlier windows alone.',
          'zh-CN': '判断窗口内谁不再购买的方法；默认方法仅依据更早的窗口选出。',
        },
        value: ({ evaluation, isDefault }) => `${isDefault ? usual : ''}${contenderTitle(evaluation.contender)[lang]}`,
      },
      kind: {
        title: { en: 'Kind', 'zh-CN': '类别' },
        type: 'text',
        basis: {
          en: 'Naive rules need no model; what is for reference is measured, but never chosen.',
          'zh-CN': '简单规则无需模型；仅供参考者只作比较，不会被选用。',
        },
        value: ({ evaluation, isDefault }) => (isDefault ? { en: 'default', 'zh-CN': '默认' } : kinds[evaluation.contender.kind]!)[lang],
      },
      customers: {
        ...customers,
        basis: { en: 'All customers with a purchase by that day.', 'zh-CN': '截至该日有购买的全部客户。' },
        value: ({ fold }) => fold.data.rows,
      },
      ...areaColumns<ContenderRow>(
        'auc',
        {
          title: { en: 'AUC', 'zh-CN': 'AUC' },
          basis: {
            en: 'How often a customer who then bought nothing ranked above one who bought; 0.5 is chance, 1 is perfect.',
            'zh-CN': '此后未购客户排在购买客户之前的概率；0.5 为随机，1 为完全正确。',
          },
        },
        ({ evaluation }) => evaluation.area,
      ),
      average_precision: {
        title: { en: 'Average precision', 'zh-CN': '平均精度' },
        type: 'number',
        basis: {
          en: 'Share of customers who stopped among those ranked highest, averaged over every customer who stopped.',
          'zh-CN': '从高到低排序时，逐个命中停购客户处的停购占比的平均值。',
        },
        value: ({ evaluation }) => evaluation.averagePrecision,
      },
      lift: {
        title: { en: 'Lift, top tenth', 'zh-CN': '前 10% 提升度' },
        type: 'number',
        basis: {
          en: 'Share that stopped in the tenth ranked highest ÷ share that stopped of all.',
          'zh-CN': '排序最高的 10% 客户的停购占比 ÷ 全部客户的停购占比。',
        },
        value: ({ evaluation }) => evaluation.lift,
      },
      brier: {
        title: { en: 'Brier score', 'zh-CN': 'Brier 分' },
        type: 'number',
        basis: {
          en: 'Mean squared error of the probabilities, 0 is perfect; null where a method only ranks.',
          'zh-CN': '概率的均方误差，0 为完全正确；只排序、不给概率的方法为空。',
        },
        value: ({ evaluation }) => evaluation.brier,
      },
      scored_customers: {
        title: { en: 'Scored', 'zh-CN': '可评估客户数' },
        type: 'integer',
        unit: 'customers',
        basis: {
          en: 'Customers neither lost nor too new on that day; null where the churn definition goes by the customer file.',
          'zh-CN': '当日既未流失也非历史不足的客户；流失定义依据客户文件时为空。',
        },
        value: ({ fold }) => fold.scored?.customers ?? null,
      },
      ...areaColumns<ContenderRow>(
        'auc_scored',
        {
          title: { en: 'AUC of those', 'zh-CN': '可评估客户的 AUC' },
          basis: { en: 'The AUC among the customers scored alone.', 'zh-CN': '仅就可评估客户计算的 AUC。' },
        },
        scored,
      ),
    },
    rows,
  );
}

/** An area under the curve with the ends of its interval. */
function areaColumns<T>(id: string, heading: Pick<Column<T>, 'title' | 'basis'>, area: (record: T) => AreaUnderCurve | null): Columns<T> {
  return {
    [id]: { ...heading, type: 'number', value: (record) => area(record)?.area ?? null },
    [`${id}_low`]: {
      title: { en: 'low', 'zh-CN': '下限' },
      type: 'number',
      basis: { en: 'Lower end of its 95 % interval.', 'zh-CN': '95% 区间下限。' },
      value: (record) => area(record)?.interval.low ?? null,
    },
    [`${id}_high`]: {
      title: { en: 'high', 'zh-CN': '上限' },
      type: 'number',
      basis: { en: 'Upper end of its 95 % interval.', 'zh-CN': '95% 区间上限。' },
      value: (record) => area(record)?.interval.high ?? null,
    },
  };
}

interface ForecastRow {
  readonly fold: Fold;
  readonly method: Foreseen;
}

/** Orders and revenue of each hold-out in total, by every method. */
export function forecastSection(folds: readonly Fold[], lang: Lang): TableSection {
  const money = { type: 'money' } as const;
  const number = { type: 'number', unit: 'purchases' } as const;
  const off = (forecast: (totals: Totals) => number | null): Column<ForecastRow> => ({
    title: { en: 'Off by', 'zh-CN': '偏差' },
    type: 'ratio',
    basis: { en: 'Forecast ÷ actual, less 1; null where nothing came.', 'zh-CN': '预测 ÷ 实际 − 1；实际为 0 时为空。' },
    value: ({ fold, method }) => errorOf(forecast(method), forecast(fold.forecast.actual)),
  });
  return table<ForecastRow>(
    lang,
    { id: 'forecast', title: { en: 'Forecast and actual, in total', 'zh-CN': '总量预测与实际' } },
    {
      origin: originColumn(({ fold }) => fold.data.origin),
      method: {
        title: { en: 'Method', 'zh-CN': '方法' },
        type: 'text',
        basis: {
          en: 'The purchase models that could be fitted, and the window before repeated.',
          'zh-CN': '可拟合的购买模型，以及沿用上一窗口的简单规则。',
        },
        value: ({ method }) => methodTitle(method.id)[lang],
      },
      is_default: {
        title: { en: 'Default', 'zh-CN': '默认' },
        type: 'flag',
        basis: { en: 'The method chosen with earlier windows alone.', 'zh-CN': '仅依据更早的窗口选出的方法。' },
        value: ({ fold, method }) => method.id === fold.forecast.chosen.id,
      },
      orders: {
        title: { en: 'Purchases forecast', 'zh-CN': '预测购买次数' },
        ...number,
        basis: { en: 'Expected purchase days of all customers in the window.', 'zh-CN': '全部客户在窗口内的预期购买天数合计。' },
        value: ({ method }) => method.orders,
      },
      actual_orders: {
        title: { en: 'Purchases', 'zh-CN': '实际购买次数' },
        ...number,
        basis: { en: 'Purchase days of the same customers that came.', 'zh-CN': '同一批客户的实际购买天数合计。' },
        value: ({ fold }) => fold.forecast.actual.orders,
      },
      orders_error: off(({ orders }) => orders),
      revenue: {
        title: { en: 'Revenue forecast', 'zh-CN': '预测销售额' },
        ...money,
        basis: {
          en: 'Expected purchases × expected value of a purchase of each customer; null where no order has an amount.',
          'zh-CN': '每位客户的预期购买次数 × 预期单次金额，再合计；订单均无金额时为空。',
        },
        value: ({ method }) => method.revenue,
      },
      actual_revenue: {
        title: { en: 'Revenue', 'zh-CN': '实际销售额' },
        ...money,
        basis: { en: 'Value of the purchases that came; null where none has an amount.', 'zh-CN': '实际购买的金额合计；均无金额时为空。' },
        value: ({ fold }) => fold.forecast.actual.revenue,
      },
      revenue_error: off(({ revenue }) => revenue),
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
  const columns = (side: (decile: ForecastDecile) => Totals, id: string, title: Localized, basis: Localized): Columns<DecileRow> => ({
    [`${id}_orders`]: {
      title: { en: `Purchases ${title.en}`, 'zh-CN': `${title['zh-CN']}购买次数` },
      type: 'number',
      unit: 'purchases',
      basis,
      value: ({ decile }) => side(decile).orders,
    },
    [`${id}_revenue`]: {
      title: { en: `Revenue ${title.en}`, 'zh-CN': `${title['zh-CN']}销售额` },
      type: 'money',
      basis,
      value: ({ decile }) => side(decile).revenue,
    },
  });
  return table<DecileRow>(
    lang,
    { id: 'forecast_deciles', title: { en: 'Forecast and actual, by tenths of the customers', 'zh-CN': '按客户十分位的预测与实际' } },
    {
      origin: originColumn(({ fold }) => fold.data.origin),
      decile: {
        title: { en: 'Tenth', 'zh-CN': '十分位' },
        type: 'integer',
        basis: { en: 'Tenths of the customers, those of whom most was expected first.', 'zh-CN': '按预期购买次数由高到低十等分。' },
        value: ({ decile }) => decile.decile,
      },
      customers: {
        ...customers,
        basis: { en: 'Customers of the tenth.', 'zh-CN': '该十分位的客户数。' },
        value: ({ decile }) => decile.customers,
      },
      ...columns(
        (decile) => decile.forecast,
        'forecast',
        { en: 'forecast', 'zh-CN': '预测' },
        { en: 'What the default expected of the tenth in the window.', 'zh-CN': '默认方法对该十分位在窗口内的预期。' },
      ),
      ...columns(
        (decile) => decile.actual,
        'actual',
        { en: 'actual', 'zh-CN': '实际' },
        { en: 'What its customers bought in the window.', 'zh-CN': '该十分位客户在窗口内的实际购买。' },
      ),
      ...columns(
        (decile) => decile.lastPeriod,
        'last_period',
        { en: 'of the last period', 'zh-CN': '上期' },
        { en: 'What they had bought in the window before.', 'zh-CN': '其在上一窗口内的购买。' },
      ),
    },
    folds.flatMap((fold) => fold.forecast.deciles.map((decile) => ({ fold, decile }))),
  );
}
