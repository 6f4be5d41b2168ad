import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultCell, ValueType } from '../../../result/result.ts';
import { monthsIn } from '../../../metrics/targets/parts/same-length.ts';
import { kindOfValue } from '../../../metrics/targets/parts/units.ts';

/** What targets are set for, by the values of the field targets.metric. */
export const metricWords: Readonly<Record<string, Localized>> = {
  revenue: both('revenue', '销售额'),
  payments: both('payments', '回款'),
  profit: both('profit', '利润'),
  orders: both('orders', '订单数'),
  quantity: both('quantity', '销量'),
  customers: both('customers buying', '成交客户数'),
  new_customers: both('new customers', '新客户数'),
  visits: both('visits', '拜访次数'),
  calls: both('calls', '电话量'),
  leads: both('new leads', '新增线索数'),
  conversion_rate: both('conversion', '转化率'),
  csat: both('satisfaction', '满意度'),
  nps: both('NPS', 'NPS'),
  retention_rate: both('retention', '客户留存率'),
  market_share: both('market share', '市场份额'),
  unknown: both('not understood', '无法识别'),
};

export const levelWords: Readonly<Record<string, Localized>> = {
  company: both('company', '公司'),
  team: both('team', '团队'),
  rep: both('rep', '个人'),
  customer: both('customer', '客户'),
  product: both('product', '产品'),
  unknown: both('unknown', '不明'),
};

export const ambitionWords: Readonly<Record<string, Localized>> = {
  base: both('base', '目标'),
  stretch: both('stretch', '冲刺'),
  challenge: both('challenge', '挑战'),
};

/** How a value of a metric is shown. */
export function shownAs(metric: ResultCell | undefined): ValueType {
  return { money: 'money', count: 'integer', rate: 'ratio', score: 'number' }[kindOfValue(String(metric))] as ValueType;
}

/** `2026-10`, `2026-Q4`, `2026`, else the first and the last day. */
export function periodText(from: ResultCell | undefined, to: ResultCell | undefined): string | null {
  if (typeof from !== 'string' || typeof to !== 'string') return typeof from === 'string' ? `${from}..` : null;
  const months = to < from ? null : monthsIn({ from, to });
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (months === 1) return from.slice(0, 7);
  if (months === 3 && month % 3 === 1) return `${year}-Q${(month + 2) / 3}`;
  if (months === 12 && month === 1) return year;
  return `${from}..${to}`;
}

/** Who has a target, as sentences call it. */
export function ownerText(owner: ResultCell | undefined): Localized {
  return typeof owner === 'string' ? both(owner, owner) : both('the company', '公司');
}
