import { errorOf, type Foreseen, lastPeriod } from '../../../forecast/holdout.ts';
import type { Lang, Localized } from '../../../lib/localized.ts';
import type { HoldoutRow, ValueBasis } from './basis.ts';
import type { TableSection } from '../../../result/result.ts';
import type { FactText } from '../../../views/facts.ts';
import { windowVerdict } from '../../../views/forecast/totals-verdict.ts';
import { metricColumns, metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';

/** In one sentence how near the model came to what customers then bought. */
export function holdoutVerdict({ holdout, purchases }: ValueBasis): FactText {
  const chosen = holdout.find(({ method }) => method === purchases.model.id);
  const last = holdout.find(({ method }) => method === lastPeriod);
  const said = chosen === undefined || last === undefined ? null : sentence(chosen, last);
  return {
    id: 'holdout',
    title: { en: 'Back-test', 'zh-CN': '回测结论' },
    type: 'text',
    value: said,
    n: chosen?.customers ?? null,
    basis:
      said === null
        ? {
            en: 'No model could be tested: the orders reach back less than eight weeks, or the earlier half of them carries no model.',
            'zh-CN': '无法回测：订单历史不足八周，或前半段订单不足以拟合模型。',
          }
        : {
            en: 'The models are fitted on what was known on the day, and compared with what the same customers then bought; lifetime_value_holdout has all.',
            'zh-CN': '用当日已知数据拟合模型，与同一批客户之后的实际购买相比；详见 lifetime_value_holdout。',
          },
  };
}

function sentence(chosen: HoldoutRow, last: HoldoutRow): Localized {
  const foreseen = ({ method, foreseen_orders: orders, foreseen_revenue: revenue }: HoldoutRow): Foreseen => ({
    id: method,
    orders,
    revenue,
  });
  const actual = { orders: chosen.actual_orders, revenue: chosen.actual_revenue };
  const { origin, horizon_days: days } = chosen;
  return windowVerdict({ origin, days }, { chosen: foreseen(chosen), lastPeriod: foreseen(last), actual });
}

/** Every method against what came, the chosen one first; none where nothing could be held out. */
export function holdoutSection({ holdout, purchases }: ValueBasis, lang: Lang): TableSection[] {
  if (holdout.length === 0) return [];
  const isUsed = ({ method }: HoldoutRow): boolean => method === purchases.model.id;
  return [
    table<HoldoutRow>(
      lang,
      { id: 'lifetime_value_holdout', title: { en: 'Lifetime value, back-test', 'zh-CN': '生命周期价值回测' }, place: 'detail' },
      {
        ...metricColumns('value_holdout', 'method'),
        used: {
          title: { en: 'Used', 'zh-CN': '采用' },
          type: 'flag',
          basis: { en: 'Whether the lifetime values come from this model.', 'zh-CN': '生命周期价值是否由该模型得出。' },
          value: isUsed,
        },
        ...metricColumns('value_holdout', 'foreseen_orders', 'actual_orders'),
        orders_error: {
          title: { en: 'Error', 'zh-CN': '偏差' },
          type: 'ratio',
          basis: { en: 'Orders foreseen ÷ orders that came − 1: below 0 too few.', 'zh-CN': '预测订单数 ÷ 实际订单数 − 1，负值为低估。' },
          value: (row) => errorOf(row.foreseen_orders, row.actual_orders),
        },
        ...metricColumns('value_holdout', 'foreseen_revenue', 'actual_revenue'),
        revenue_error: {
          title: { en: 'Error of revenue', 'zh-CN': '销售额偏差' },
          type: 'ratio',
          basis: {
            en: 'Revenue foreseen ÷ revenue that came − 1: below 0 too little.',
            'zh-CN': '预测销售额 ÷ 实际销售额 − 1，负值为低估。',
          },
          value: (row) => errorOf(row.foreseen_revenue, row.actual_revenue),
        },
        squared_error: {
          ...metricHeading('value_holdout', 'squared_error'),
          title: { en: 'Mean squared error of a customer', 'zh-CN': '单客户订单均方误差' },
          value: (row) => row.squared_error,
        },
        ...metricColumns('value_holdout', 'customers'),
        origin: {
          ...metricHeading('value_holdout', 'origin'),
          title: { en: 'Known up to', 'zh-CN': '已知截至' },
          value: (row) => row.origin,
        },
        horizon_days: {
          ...metricHeading('value_holdout', 'horizon_days'),
          title: { en: 'Days held out', 'zh-CN': '回测天数' },
          value: (row) => row.horizon_days,
        },
      },
      holdout.toSorted((one, other) => Number(isUsed(other)) - Number(isUsed(one))),
    ),
  ];
}
