import { glanceOf } from '../../views/table.ts';
import { identifier, sql } from '../../engine/sql.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultColumn, TableSection } from '../../result/result.ts';
import type { ChurnReasonsOf } from './reason-texts.ts';
import type { ChurnInput } from './settings.ts';
import { alarmCycles, type LateCustomers, leastProbability } from './silence.ts';
import { oneDecimal } from '../../views/number-words.ts';
import { lostWords } from './words.ts';
import { type Pick, resultColumn } from '../metric-section.ts';
import { tiersOf } from '../score/settings.ts';

/** The lists; every customer with a purchase is in exactly one. */
export const churnLists = ['at_risk', 'watch', 'active', 'lost', 'too_new'] as const;

export type ChurnList = (typeof churnLists)[number];

const titles: Readonly<Record<ChurnList, Localized>> = {
  at_risk: { en: 'At risk, most value first', 'zh-CN': '高风险客户（按风险金额排序）' },
  watch: { en: 'To be watched', 'zh-CN': '关注客户' },
  active: { en: 'Active', 'zh-CN': '正常客户' },
  lost: { en: 'Lost', 'zh-CN': '已流失客户' },
  too_new: { en: 'Too little history, not scored', 'zh-CN': '历史不足、未评估的客户' },
};

function from(metric: string, ...columns: string[]): Pick[] {
  return columns.map((column) => ({ metric, column }));
}

const who = [...from('customer_profile', 'customer_id', 'customer_name', 'owner'), ...from('customer_scores', 'tier')];
const silence = from('churn_status', 'silence_days', 'cycle_days', 'silent_cycles');
const further = [
  ...from('churn_status', 'purchases', 'first_on', 'last_on', 'value', 'lost_after_days'),
  ...from('churn_windows', 'recent_purchases', 'before_purchases', 'recent_value', 'before_value', 'recent_exposure', 'before_exposure'),
  ...from('churn_breadth', 'recent_kinds', 'before_kinds'),
  ...from('churn_feedback', 'open_complaints', 'csat', 'nps'),
  ...from('churn_contacts', 'contact_days'),
  ...from('churn_flags', 'overdue_amount'),
  ...from('customer_profile', 'team', 'level', 'industry', 'region'),
];

/** A column of the list itself, which no metric declares. */
interface OwnColumn {
  readonly own: keyof typeof ownColumns;
}

const ownColumns = {
  probability: {
    title: { en: 'No purchase', 'zh-CN': '不购概率' },
    type: 'ratio',
    basis: { en: 'Probability that nothing is bought within the horizon.', 'zh-CN': '预测窗口内不再购买的概率。' },
  },
  value_at_risk: {
    title: { en: 'Value at risk', 'zh-CN': '风险金额' },
    type: 'money',
    basis: {
      en: 'Probability of no purchase × the value of the horizon at its own pace.',
      'zh-CN': '不购概率 × 窗口内按自身节奏的预期购买额。',
    },
  },
  reasons: {
    title: { en: 'Reasons', 'zh-CN': '原因' },
    type: 'text',
    basis: {
      en: `What differs from before or from the standard; in the lists of risk at least what the probability rests on. A customer silent for more than ${alarmCycles} own cycles is at least watched, and at risk where its spend or frequency fell, whatever the probability says ("listed for its silence"). Spend and frequency: last two horizons against the four before, per horizon, where p < 0.05 (spend of the first 2,000 customers of a list by value at risk).`,
      'zh-CN': `与此前或标准相比的变化；风险名单至少列出概率所依据的购买情况。沉默超过自身周期 ${alarmCycles} 倍的客户，无论概率高低至少列入关注，金额或频率显著下降的列入高风险（“因沉默列入”）。金额与频率：最近两个窗口对比此前四个窗口，折算为每个窗口，仅列 p < 0.05 者（金额检验每个名单按风险金额取前 2,000 位客户）。`,
    },
  },
  lost_by: {
    title: { en: 'Lost by', 'zh-CN': '流失依据' },
    type: 'text',
    basis: { en: 'What makes the customer count as lost.', 'zh-CN': '判定为流失的依据。' },
  },
  why: {
    title: { en: 'Why', 'zh-CN': '未评估原因' },
    type: 'text',
    basis: { en: 'Why nothing can be said of the customer yet.', 'zh-CN': '暂时无法评估的原因。' },
  },
} as const;

const scored = [
  ...who,
  { own: 'value_at_risk' },
  { own: 'probability' },
  { own: 'reasons' },
  ...silence,
  ...from('churn_status', 'expected_value'),
  ...further,
] as const;

const columnsOfList: Readonly<Record<ChurnList, readonly (Pick | OwnColumn)[]>> = {
  at_risk: scored,
  watch: scored,
  active: scored,
  lost: [
    ...who,
    ...from('churn_status', 'value', 'last_on'),
    ...silence,
    { own: 'lost_by' },
    ...from('churn_flags', 'lost_on', 'lost_reason'),
    ...from('churn_status', 'lost_after_days', 'purchases', 'first_on'),
    ...from('customer_profile', 'team', 'level', 'industry', 'region'),
  ],
  too_new: [
    ...who,
    ...from('churn_status', 'value', 'first_on', 'last_on', 'purchases', 'silence_days'),
    { own: 'why' },
    ...from('customer_profile', 'team', 'level', 'industry', 'region'),
  ],
};

const orders: Readonly<Record<ChurnList, ReturnType<typeof sql>>> = {
  at_risk: sql`churn_lists.value_at_risk desc nulls last, churn_lists.probability desc nulls last`,
  watch: sql`churn_lists.value_at_risk desc nulls last, churn_lists.probability desc nulls last`,
  active: sql`churn_status.expected_value desc nulls last`,
  lost: sql`churn_status.value desc nulls last`,
  too_new: sql`churn_status.value desc nulls last`,
};

const joined = [
  'churn_status',
  'customer_profile',
  'customer_scores',
  'churn_windows',
  'churn_breadth',
  'churn_feedback',
  'churn_contacts',
  'churn_flags',
];

/** The customers of one list with all that is known of them; `reasons` explains those that are scored. */
export async function listSection(input: ChurnInput, list: ChurnList, reasons: ChurnReasonsOf): Promise<TableSection> {
  const { engine, lang } = input;
  const columns = columnsOfList[list];
  const picks = columns.flatMap((column) => ('own' in column ? [] : [column]));
  const rows = await engine.rows<Record<string, ResultCell>>(sql`
    select churn_lists.probability, churn_lists.value_at_risk, churn_lists.by_silence, churn_status.lost_by,
      churn_breadth.kind_of_goods, churn_feedback.csat_scale, churn_feedback.oldest_complaint_days,
      ${joinPicks(picks)}
    from churn_lists
    ${leftJoins()}
    where churn_lists.list_id = ${list}
    order by ${orders[list]}, churn_lists.customer_id`);
  const tiers = tiersOf(input);
  const late = await lateOf(input);
  const products = rows.some((row) => row['kind_of_goods'] === 'product');
  const declared = columns.map((column): ResultColumn =>
    'own' in column ? ownColumn(column.own, lang, late) : columnOf(column, lang, products),
  );
  return {
    id: list,
    title: titles[list][lang],
    kind: 'table',
    columns: declared,
    rows: rows.map((row) => {
      const cells: Record<string, ResultCell> = { ...row };
      cells['tier'] = typeof row['tier'] === 'number' ? (tiers[row['tier'] - 1]?.name ?? null) : null;
      cells['reasons'] = columns === scored ? reasons(row, cells['tier'], list !== 'active') : null;
      cells['lost_by'] = row['lost_by'] === null ? null : (lostWords[String(row['lost_by'])]?.[lang] ?? null);
      cells['why'] = list === 'too_new' ? whyTooNew(row, input)[lang] : null;
      return Object.fromEntries(declared.map(({ id }) => [id, cells[id] ?? null]));
    }),
    total: rows.length,
    glance: glanceOf(),
    chart: null,
  };
}

/** Where no line has a category, products are counted, and called so. */
const titlesOfProducts: ReadonlyMap<string, Localized> = new Map([
  ['recent_kinds', { en: 'Recent products', 'zh-CN': '近期产品数' }],
  ['before_kinds', { en: 'Products before', 'zh-CN': '前期产品数' }],
]);

function columnOf(pick: Pick, lang: Lang, products: boolean): ResultColumn {
  const column = resultColumn(pick, lang, pick.column === 'tier');
  return { ...column, title: (products ? titlesOfProducts.get(pick.column)?.[lang] : undefined) ?? column.title };
}

function ownColumn(id: keyof typeof ownColumns, lang: Lang, late: LateCustomers): ResultColumn {
  const { title, type, basis } = ownColumns[id];
  const more = id === 'value_at_risk' ? valueOfLate(late)[lang] : '';
  return { id, title: title[lang], type, unit: null, basis: `${basis[lang]}${more}` };
}

function valueOfLate(late: LateCustomers): Localized {
  const least = oneDecimal(100 * leastProbability(late));
  return {
    en: ` For a customer silent for more than ${alarmCycles} own cycles (three purchase days or more) with a probability of at least ${least}%: the share of those as late as that in past windows who then bought nothing, (${late.silent} + 1) ÷ (${late.customers} + 2).`,
    'zh-CN': `沉默超过自身周期 ${alarmCycles} 倍的客户（购买至少三天），概率按不低于 ${least}% 计：历史窗口中同样沉默的客户里此后一个窗口未再购买的比例，（${late.silent} + 1）÷（${late.customers} + 2）。`,
  };
}

async function lateOf({ engine }: ChurnInput): Promise<LateCustomers> {
  const [row] = await engine.rows<{ customers: number; silent: number }>(
    sql`select max(late_customers) as customers, max(late_silent) as silent from churn_lists`,
  );
  return { customers: row?.customers ?? 0, silent: row?.silent ?? 0 };
}

function joinPicks(picks: readonly Pick[]): ReturnType<typeof sql> {
  return picks
    .map(({ metric, column }) => sql`${identifier(metric)}.${identifier(column)}`)
    .reduce((before, next) => sql`${before}, ${next}`);
}

function leftJoins(): ReturnType<typeof sql> {
  return joined
    .map((metric) => sql`left join ${identifier(metric)} on ${identifier(metric)}.customer_id = churn_lists.customer_id`)
    .reduce((before, next) => sql`${before} ${next}`);
}

function whyTooNew(row: Record<string, ResultCell>, { churn }: ChurnInput): Localized {
  if (row['purchases'] === 1) return { en: 'bought once', 'zh-CN': '仅购买一次' };
  return { en: `first purchase less than ${churn.min_age_days} days ago`, 'zh-CN': `首购不足 ${churn.min_age_days} 天` };
}
