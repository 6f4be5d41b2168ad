import { sql } from '../../../engine/sql.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { FactText } from '../../../views/facts.ts';
import { numberOf } from '../../../views/number-of.ts';
import type { ScoreInput } from '../scoring.ts';
import type { Figures, ValueBasis } from './basis.ts';

interface ForecastRow {
  readonly customers: number;
  readonly probability_alive: number;
  readonly expected_orders: number;
  readonly expected_value: number | null;
  readonly discounted_value: number | null;
  readonly total_orders_low: number;
  readonly total_orders_high: number;
  readonly total_value_low: number | null;
  readonly total_value_high: number | null;
  readonly draws: number;
}

interface Totals {
  readonly customers: number;
  readonly alive: number;
  readonly orders: number;
  /** Customers whose value is known, and what they are expected to bring. */
  readonly valued: number;
  readonly revenue: number;
  readonly discounted: number;
}

const nothing: Totals = { customers: 0, alive: 0, orders: 0, valued: 0, revenue: 0, discounted: 0 };

function add(totals: Totals, row: ForecastRow): Totals {
  const { customers, expected_value: value, discounted_value: discounted } = row;
  const known = value === null || discounted === null ? null : { value, discounted };
  return {
    customers: totals.customers + customers,
    alive: totals.alive + customers * row.probability_alive,
    orders: totals.orders + customers * row.expected_orders,
    valued: totals.valued + (known === null ? 0 : customers),
    revenue: totals.revenue + customers * (known?.value ?? 0),
    discounted: totals.discounted + customers * (known?.discounted ?? 0),
  };
}

/** What all customers together are expected to bring, and what they have brought. */
export async function totalFacts({ engine }: ScoreInput, { margin }: ValueBasis): Promise<FactText[]> {
  const rows = await engine.rows<ForecastRow & Figures>(sql`
    select customers, probability_alive, expected_orders, expected_value, discounted_value, total_orders_low, total_orders_high,
      total_value_low, total_value_high, draws
    from value_forecasts order by history_id`);
  const [overview] = await engine.rows<Figures>(sql`select revenue from revenue_overview`);
  const [share, revenue, first] = [margin.margin, numberOf(overview?.['revenue']), rows[0]];
  const totals = rows.reduce(add, nothing);
  const { customers, valued } = totals;
  const lifetime = share === null || valued === 0 ? null : totals.discounted * share;
  const historical = share === null || revenue === null ? null : revenue * share;
  const complete = valued === customers;
  const intervals = intervalBasis(first?.draws ?? 0);
  return [
    {
      id: 'lifetime_value',
      title: { en: 'Lifetime value, still to come', 'zh-CN': '生命周期价值（未来）' },
      type: 'money',
      value: lifetime,
      n: valued,
      ...lifetimeInterval(complete ? first : undefined, totals, share),
      basis: {
        en: `Sum over the customers: revenue expected within the horizon, discounted, × margin. ${intervals.en}`,
        'zh-CN': `各客户合计：预测期内预期销售额折现后 × 利润率。${intervals['zh-CN']}`,
      },
    },
    {
      id: 'historical_value',
      title: { en: 'Historical value', 'zh-CN': '历史价值' },
      type: 'money',
      value: historical,
      basis: { en: 'Revenue so far, returns taken off, × margin.', 'zh-CN': '至今净销售额 × 利润率。' },
    },
    {
      id: 'total_value',
      title: { en: 'Historical and lifetime value', 'zh-CN': '历史与未来价值合计' },
      type: 'money',
      value: lifetime === null || historical === null ? null : lifetime + historical,
      basis: { en: 'The two above.', 'zh-CN': '以上两项之和。' },
    },
    {
      id: 'expected_orders',
      title: { en: 'Expected orders', 'zh-CN': '预期订单数' },
      type: 'number',
      value: customers === 0 ? null : totals.orders,
      unit: 'purchases',
      n: customers,
      low: first?.total_orders_low ?? null,
      high: first?.total_orders_high ?? null,
      basis: {
        en: `Days with a purchase within the horizon, of all customers together; new customers are not in it. ${intervals.en}`,
        'zh-CN': `预测期内全部现有客户有购买的天数合计，不含新客户。${intervals['zh-CN']}`,
      },
    },
    {
      id: 'expected_value',
      title: { en: 'Expected value', 'zh-CN': '预期销售额' },
      type: 'money',
      value: valued === 0 ? null : totals.revenue,
      n: valued,
      low: complete ? (first?.total_value_low ?? null) : null,
      high: complete ? (first?.total_value_high ?? null) : null,
      basis: {
        en: `Revenue within the horizon, not discounted. ${intervals.en}`,
        'zh-CN': `预测期内的销售额，未折现。${intervals['zh-CN']}`,
      },
    },
    {
      id: 'customers_alive',
      title: { en: 'Customers still alive', 'zh-CN': '预计存活客户数' },
      type: 'number',
      value: customers === 0 ? null : totals.alive,
      unit: 'customers',
      n: customers,
      basis: { en: 'Sum of P(alive).', 'zh-CN': '存活概率之和。' },
    },
  ];
}

/** Of all customers together: that of the expected value, discounted in proportion. */
function lifetimeInterval(
  row: ForecastRow | undefined,
  { revenue, discounted }: Totals,
  share: number | null,
): Pick<FactText, 'low' | 'high'> {
  const factor = share === null || revenue === 0 ? null : (discounted / revenue) * share;
  const scaled = (end: number | null): number | null => (factor === null || end === null ? null : end * factor);
  return { low: scaled(row?.total_value_low ?? null), high: scaled(row?.total_value_high ?? null) };
}

function intervalBasis(draws: number): Localized {
  return {
    en: `95% prediction interval from ${draws} simulated futures with a fixed seed; it holds if the models are right.`,
    'zh-CN': `95% 预测区间由 ${draws} 次模拟得出（随机种子固定），以模型成立为前提。`,
  };
}
