import { both, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { monthsIn } from '../../metrics/targets/parts/same-length.ts';
import type { Slip } from '../../metrics/targets/parts/units.ts';
import type { ResultCell, ResultRow, ValueType } from '../../result/result.ts';
import { amountText, moneyText, percentText } from '../../views/number-words.ts';

type Words = Readonly<Record<string, Localized>>;

interface MetricWords {
  /** As a cell has it. */
  readonly title: Localized;
  /** As a sentence has it. */
  readonly word: Localized;
  readonly shows: ValueType;
}

function metric(en: string, zh: string, shows: ValueType): MetricWords {
  const word = en === 'NPS' ? en : `${en.charAt(0).toLowerCase()}${en.slice(1)}`;
  return { title: both(en, zh), word: both(word, zh), shows };
}

/** What targets are set for, by the values of the field targets.metric: what each is called, and how its figures are shown. */
export const metricWords: Readonly<Record<string, MetricWords>> = {
  revenue: metric('Revenue', '销售额', 'money'),
  payments: metric('Payments', '回款', 'money'),
  profit: metric('Profit', '利润', 'money'),
  orders: metric('Orders', '订单数', 'number'),
  quantity: metric('Quantity', '销量', 'number'),
  customers: metric('Customers who bought', '成交客户数', 'number'),
  new_customers: metric('New customers', '新增客户数', 'number'),
  visits: metric('Visits', '拜访次数', 'number'),
  calls: metric('Calls', '电话量', 'number'),
  leads: metric('New leads', '新增线索数', 'number'),
  conversion_rate: metric('Conversion', '转化率', 'ratio'),
  csat: metric('Satisfaction', '满意度', 'number'),
  nps: metric('NPS', 'NPS', 'number'),
  retention_rate: metric('Retention', '客户留存率', 'ratio'),
  market_share: metric('Market share', '市场份额', 'ratio'),
  unknown: metric('Not understood', '无法识别', 'number'),
};

/** As cells have them. */
export const metricTitles: Words = Object.fromEntries(Object.entries(metricWords).map(([id, { title }]) => [id, title]));

export const levelWords: Words = {
  company: both('Company', '公司'),
  team: both('Team', '团队'),
  rep: both('Rep', '个人'),
  customer: both('Customer', '客户'),
  product: both('Product', '产品'),
  unknown: both('Unknown', '不明'),
};

/** Levels in the order in which they are read. */
export const levels: readonly string[] = Object.keys(levelWords);

export const ambitionWords: Words = {
  base: both('Target', '目标'),
  stretch: both('Stretch', '冲刺'),
  challenge: both('Challenge', '挑战'),
};

/** How the figures of a metric are shown; satisfaction and NPS of which the target is a share are shares. */
export function shownAs(metricId: ResultCell | undefined, target: ResultCell | undefined = null): ValueType {
  const isShare = (metricId === 'csat' || metricId === 'nps') && typeof target === 'number' && Math.abs(target) <= 1;
  return isShare ? 'ratio' : (metricWords[String(metricId)] ?? metricWords['unknown']!).shows;
}

/** A value of a target in a sentence. */
export function valueText(metricId: ResultCell | undefined, value: number, money: MoneyDisplay | undefined): string {
  const shows = shownAs(metricId, value);
  if (shows === 'money') return moneyText(value, money);
  return shows === 'ratio' ? percentText(value) : amountText(value);
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

/** Whose target it is, and for which period: `Amy, 2026-10`. */
export function whoseText({ owner, period_start: from, period_end: to }: ResultRow): Localized {
  const [who, period] = [ownerText(owner), periodText(from, to)];
  return period === null ? who : both(`${who.en}, ${period}`, `${who['zh-CN']} ${period}`);
}

/** Why a target has a value that its metric cannot have, and what to do. */
export const slipWords: Readonly<Record<Slip, { readonly why: Localized; readonly fix: Localized }>> = {
  in_percent: {
    why: both('it is written in %, and its metric is an amount', '写成百分比，而该指标是数额'),
    fix: both('write the amount, or name the metric that is a rate', '请填写数额，或改用比率类指标'),
  },
  below_one: {
    why: both('money below 1: a share, or an amount without its unit', '金额小于 1：应为比例，或漏写单位'),
    fix: both('write the whole amount, or add a column Unit (thousand, million)', '请填写完整金额，或增加“单位”列（万元、亿元）'),
  },
  rate_above_one: {
    why: both('the rate is above 100%', '比率超过 100%'),
    fix: both('write the unit % or 85% as 0.85', '请注明单位 %，或把 85% 写作 0.85'),
  },
  out_of_scale: {
    why: both('the metric cannot have that value: it is below 0 or outside the scale', '该指标不可能取此值：为负或超出量表范围'),
    fix: both('correct the value', '请更正目标值'),
  },
};

/** A value that its metric cannot have, as the file means it. */
export function slipText(slip: Slip, value: number): string {
  return slip === 'in_percent' ? percentText(value) : String(value);
}
