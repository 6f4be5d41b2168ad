import type { Fold } from '../../forecast/churn/folds.ts';
import type { ForecastDecile } from '../../forecast/churn/totals.ts';
import { errorOf, type Foreseen, type Totals } from '../../forecast/holdout.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import type { Column, Columns } from '../../views/columns.ts';
import { table } from '../../views/table.ts';
import { methodTitle } from '../../views/forecast/words.ts';
import { originColumn } from '../parts/origin-column.ts';

const customers = { title: { en: 'Customers', 'zh-CN': '客户数' }, type: 'integer', unit: 'customers' } as const;

interface ForecastRow {
  readonly fold: Fold;
  readonly method: Foreseen;
}

/** Orders and revenue of each hold-out in total, by every method. */
export function forecastSection(folds: readonly Fold[], lang: Lang): TableSection {
  const money = { type: 'money' } as const;
  const number = { type: 'number', unit: 'purchases' } as const;
  const off = (title: Localized, forecast: (totals: Totals) => number | null): Column<ForecastRow> => ({
    title,
    type: 'ratio',
    basis: { en: 'Forecast ÷ actual, less 1; null where nothing came.', 'zh-CN': '预测 ÷ 实际 − 1；实际为 0 时为空。' },
    value: ({ fold, method }) => errorOf(forecast(method), forecast(fold.forecast.actual)),
  });
  return table<ForecastRow>(
    lang,
    {
      id: 'forecast',
      title: { en: 'Forecast and actual by every method, of known customers', 'zh-CN': '各方法对已有客户的预测与实际' },
      place: 'detail',
      glance: { first: ['origin', 'method', 'revenue_error', 'orders_error', 'revenue', 'actual_revenue'] },
    },
    {
      origin: originColumn(({ fold }) => fold.data.origin),
      method: {
        title: { en: 'Method', 'zh-CN': '方法' },
        type: 'text',
        basis: {
          en: 'The purchase models that could be fitted, and the window before repeated: what customers known when it began bought in it.',
          'zh-CN': '可拟合的购买模型，以及沿用上一窗口的简单规则（上一窗口开始时的已有客户在其中的购买）。',
        },
        value: ({ method }) => methodTitle(method.id)[lang],
        code: ({ method }) => codeOf(method.id),
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
        title: { en: 'Actual purchases', 'zh-CN': '实际购买次数' },
        ...number,
        basis: {
          en: 'Purchase days that came, of the same customers; those who first bought in the window are not in it.',
          'zh-CN': '同一批客户的实际购买天数合计，不含窗口内的新客户。',
        },
        value: ({ fold }) => fold.forecast.actual.orders,
      },
      orders_error: off({ en: 'Purchases off by', 'zh-CN': '购买次数偏差' }, ({ orders }) => orders),
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
        title: { en: 'Actual revenue', 'zh-CN': '实际销售额' },
        ...money,
        basis: {
          en: 'Value of the purchases that came, of the same customers; null where none has an amount.',
          'zh-CN': '同一批客户实际购买的金额合计；均无金额时为空。',
        },
        value: ({ fold }) => fold.forecast.actual.revenue,
      },
      revenue_error: off({ en: 'Revenue off by', 'zh-CN': '销售额偏差' }, ({ revenue }) => revenue),
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
    {
      id: 'forecast_deciles',
      title: { en: 'Forecast and actual, by tenths of the customers', 'zh-CN': '按客户十分位的预测与实际' },
      place: 'detail',
    },
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
        {
          en: 'What those of them who were known when the window before began had bought in it.',
          'zh-CN': '其中上一窗口开始时已有购买者在该窗口内的购买。',
        },
      ),
    },
    folds.flatMap((fold) => fold.forecast.deciles.map((decile) => ({ fold, decile }))),
  );
}
