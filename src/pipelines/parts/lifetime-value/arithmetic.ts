import type { Localized } from '../../../lib/localized.ts';
import { spendOf } from '../../../forecast/value/spenders.ts';
import type { Value } from '../../../metrics/parameters.ts';
import { discountPerUnit } from '../../../stats/purchases/time-unit.ts';
import type { Figures, ValueBasis } from './basis.ts';
import { numberOf } from '../../../views/number-of.ts';

/** The figures of one customer put into the formulas, by the id of the fact they lead to. */
export function customerArithmetic(
  figures: Readonly<Record<string, Figures>>,
  { discount, horizon_months: months }: Value,
  { purchases, spend, margin }: ValueBasis,
): Map<string, Localized> {
  const of = (metric: string, column: string): number | null => numberOf(figures[metric]?.[column]);
  const lifetime = (column: string): number | null => of('lifetime_value', column);
  const share = margin.margin;
  const [p = null, q = null, v = null] = spend.map((row) => row.value);
  const steps = new Map<string, Localized>();
  const add = (id: string, text: string | null): void => {
    if (text !== null) steps.set(id, { en: `${text}.`, 'zh-CN': `${text}。` });
  };
  const [model] = purchases.rows;
  const x = of('value_histories', 'repeat_days');
  if (model !== undefined && model.value !== null && x !== null) {
    const given = purchases.rows.map((row) => `${row.parameter} = ${short(row.value)}`).join(', ');
    const weeks = (column: string): string => short((of('value_histories', column) ?? 0) / 7);
    const history = `x = ${x}, t_x = ${weeks('recency_days')}, T = ${weeks('age_days')}`;
    steps.set('expected_orders', {
      en: `${model.model} (${given}; weeks) at ${history}, ${months} months ahead.`,
      'zh-CN': `${model.model}（${given}；单位：周），${history}，未来 ${months} 个月。`,
    });
  }
  if (p !== null && q !== null && v !== null) {
    const known = spendOf({ valued_days: of('value_histories', 'valued_days') ?? 0, valued_sum: of('value_histories', 'valued_sum') });
    // Repeat purchases without a value above 0 say nothing: the customer counts as a new one.
    const count = known.mean > 0 ? known.x : 0;
    const formula = `${short(p)} × (${short(v)} + ${count} × ${short(count > 0 ? known.mean : 0)}) ÷ (${short(p)} × ${count} + ${short(q)} − 1)`;
    add('purchase_value', product(formula, lifetime('purchase_value')));
  }
  add('expected_value', chain([lifetime('expected_orders'), lifetime('purchase_value')], lifetime('expected_value')));
  add('discounted_value', chain([lifetime('discounted_orders'), lifetime('purchase_value')], lifetime('discounted_value')));
  add('lifetime_value', chain([lifetime('discounted_value'), share], lifetime('lifetime_value')));
  add('historical_value', chain([of('customer_profile', 'revenue'), share], lifetime('historical_value')));
  add('simple_value', chain(simpleFactors(of, share), of('simple_lifetime_value', 'simple_value')));
  steps.set('discounted_orders', {
    en: `${(100 * discount).toFixed(2)}% a year is ${(100 * discountPerUnit(discount, 'month')).toFixed(4)}% a month; lifetime_value_months has every month.`,
    'zh-CN': `年折现率 ${(100 * discount).toFixed(2)}% 折合每月 ${(100 * discountPerUnit(discount, 'month')).toFixed(4)}%，逐月数据见 lifetime_value_months。`,
  });
  return steps;
}

function simpleFactors(of: (metric: string, column: string) => number | null, share: number | null): (number | null)[] {
  return [
    of('customer_profile', 'average_order'),
    of('customer_profile', 'orders_per_year'),
    of('simple_lifetime_value', 'lifetime_years'),
    share,
  ];
}

function product(formula: string, result: number | null): string | null {
  return result === null ? null : `${formula} = ${short(result)}`;
}

function chain(factors: readonly (number | null)[], result: number | null): string | null {
  return product(factors.map(short).join(' × '), result);
}

/** Two decimals, or four significant digits where that would lose them. */
function short(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) < 10 ? String(Number(value.toPrecision(4))) : String(Number(value.toFixed(2)));
}
