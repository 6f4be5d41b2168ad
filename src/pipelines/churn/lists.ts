import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { Glance, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { from, type ListColumn, own, reads, worded, wordOf } from '../../views/list-columns.ts';
import { list, listedKeys } from '../../views/list.ts';
import { ascending, descending, type Order } from '../../views/list-source.ts';
import { oneDecimal } from '../../views/number-words.ts';
import type { ListOrder } from '../../views/forecast/order-verdict.ts';
import { tierNames, tiersOf } from '../parts/scoring.ts';
import { tierCode } from '../parts/scoring-words.ts';
import { actionColumn, stateColumns } from '../parts/state-column.ts';
import { reasonsColumn } from './reasons-column.ts';
import type { ForecastInput, ForecastRun } from '../parts/forecast-run.ts';
import { alarmCycles, type LateCustomers, leastProbability } from '../../forecast/churn/silence.ts';
import { lostWords } from './words.ts';

/** The lists; every customer with a purchase is in exactly one. */
export const churnLists = ['at_risk', 'watch', 'active', 'lost', 'too_new'] as const;

type ChurnList = (typeof churnLists)[number];

const titles: Readonly<Record<ChurnList, Localized>> = {
  at_risk: { en: 'At risk, most value first', 'zh-CN': '高风险客户（金额大的在前）' },
  watch: { en: 'To be watched', 'zh-CN': '关注客户' },
  active: { en: 'Not at risk, by their purchases', 'zh-CN': '购买上暂无风险的客户' },
  lost: { en: 'Lost', 'zh-CN': '已流失客户' },
  too_new: { en: 'Too little history, not scored', 'zh-CN': '历史不足、未评估的客户' },
};

const byRisk = descending('churn_lists', 'value_at_risk', 'probability');
const byValue = descending('churn_status', 'expected_value');

const orders: Readonly<Record<ChurnList, readonly Order[]>> = {
  at_risk: byRisk,
  watch: byRisk,
  active: byValue,
  lost: descending('churn_status', 'value'),
  too_new: descending('churn_status', 'value'),
};

const whom: Glance['first'] = ['customer_name', 'customer_id', 'owner'];
const standing = ['probability_counted', 'tier', 'silence_days', 'cycle_days', 'state', 'open_complaints', 'overdue_amount', 'purchases'];
const risk: Glance['first'] = [...whom, 'value_at_risk', ...standing];
const value: Glance['first'] = [...whom, 'expected_value', ...standing];

const first: Readonly<Record<ChurnList, Glance['first']>> = {
  at_risk: risk,
  watch: risk,
  active: [...whom, 'expected_value', ...standing],
  lost: [...whom, 'value', 'last_on', 'silence_days', 'lost_by', 'lost_reason'],
  too_new: [...whom, 'value', 'first_on', 'last_on', 'why'],
};

/** The customers of every list with all that is known of them. */
export async function listSections(input: ForecastInput, run: ForecastRun, by: ListOrder): Promise<TableSection[]> {
  const late = await lateOf(input);
  const kinds = await kindColumns(input);
  const sections: TableSection[] = [];
  for (const id of churnLists) {
    const isRisk = id === 'at_risk' || id === 'watch';
    const chosen = isRisk && by !== 'risk' ? { order: byValue, first: value } : { order: orders[id], first: first[id] };
    const request = {
      id,
      title: titles[id],
      of: 'churn_lists',
      by: 'customer_id',
      where: sql`churn_lists.list_id = ${id}`,
      order: [...chosen.order, ...ascending('churn_lists', 'customer_id')],
      glance: { first: chosen.first, below: ['reasons', 'action'], hidden: isRisk ? ['first_reason'] : [] },
      place: isRisk ? ('answer' as const) : ('detail' as const),
    };
    const scored = async (): Promise<ListColumn[]> =>
      scoredColumns(
        input,
        await reasonsColumn(input, run, { customers: listedKeys(input, request), driver: id !== 'active', withFirst: isRisk }),
        late,
        kinds,
      );
    const further = id === 'lost' ? lostColumns(input) : id === 'too_new' ? newColumns(input) : await scored();
    sections.push(await list(input, { ...request, columns: [...who(input), ...further, ...groups] }));
  }
  return sections;
}

function who(input: ForecastInput): ListColumn[] {
  return [
    ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
    ...worded(from('customer_scores', 'tier'), tierNames(input), tierCode),
  ];
}

/** The state, and what to do by it and the tier. */
function stateAction(input: ForecastInput): ListColumn[] {
  return [...stateColumns(input.lang), actionColumn(tiersOf(input))];
}

const silence = from('churn_status', 'silence_days', 'cycle_days', 'longest_gap_days', 'overdue_after_days', 'silent_cycles');
const groups = from('customer_profile', 'team', 'level', 'industry', 'region');

function scoredColumns(
  input: ForecastInput,
  reasons: readonly ListColumn[],
  late: LateCustomers,
  kinds: readonly ListColumn[],
): ListColumn[] {
  return [
    ...from('churn_lists', 'value_at_risk').map((column) => ({ ...column, basis: stakeBasis(late) })),
    ...from('churn_lists', 'probability'),
    ...reasons,
    ...from('churn_lists', 'probability_counted', 'usual_probability'),
    ...stateAction(input),
    ...silence,
    ...from('churn_status', 'expected_value', 'purchases', 'first_on', 'last_on', 'value', 'lost_after_days'),
    ...from('churn_windows', 'recent_purchases', 'before_purchases', 'recent_value', 'before_value', 'recent_exposure', 'before_exposure'),
    ...kinds,
    ...from('churn_feedback', 'open_complaints', 'csat', 'nps'),
    ...from('churn_contacts', 'contact_days'),
    ...from('churn_flags', 'overdue_amount'),
  ];
}

function lostColumns(input: ForecastInput): ListColumn[] {
  const words = lostWords(input.lang);
  return [
    ...from('churn_status', 'value', 'last_on'),
    ...silence,
    own(
      'lost_by',
      lostBy,
      reads('churn_status', 'lost_by'),
      (cell = null) => wordOf(words, cell),
      (cell = null) => codeOf(cell),
    ),
    ...from('churn_flags', 'lost_on', 'lost_reason'),
    ...stateAction(input),
    ...from('churn_status', 'lost_after_days', 'purchases', 'first_on'),
  ];
}

function newColumns({ churn, lang }: ForecastInput): ListColumn[] {
  const once = { en: 'bought once', 'zh-CN': '仅购买一次' }[lang];
  const recently = { en: `first purchase less than ${churn.min_age_days} days ago`, 'zh-CN': `首购不足 ${churn.min_age_days} 天` }[lang];
  return [
    ...from('churn_status', 'value', 'first_on', 'last_on', 'purchases', 'silence_days'),
    own(
      'why',
      why,
      reads('churn_status', 'purchases'),
      (purchases) => (purchases === 1 ? once : recently),
      (purchases) => (purchases === 1 ? 'bought_once' : 'too_recent'),
    ),
  ];
}

const lostBy = {
  title: { en: 'Lost by', 'zh-CN': '流失依据' },
  type: 'text',
  basis: { en: 'What makes the customer count as lost.', 'zh-CN': '判定为流失的依据。' },
} as const;

const why = {
  title: { en: 'Why', 'zh-CN': '未评估原因' },
  type: 'text',
  basis: { en: 'Why nothing can be said of the customer yet.', 'zh-CN': '暂时无法评估的原因。' },
} as const;

function stakeBasis(late: LateCustomers): Localized {
  const least = oneDecimal(100 * leastProbability(late));
  return {
    en: `Chance of no order × usual spend of the horizon. A customer silent for more than ${alarmCycles} usual gaps (three purchase days or more) counts with a probability of at least ${least}%: the share of those as late as that in past windows who then bought nothing, (${late.silent} + 1) ÷ (${late.customers} + 2).`,
    'zh-CN': `不购概率 × 窗口内通常购买额。沉默超过通常间隔 ${alarmCycles} 倍的客户（购买至少三天），概率按不低于 ${least}% 计：历史窗口中同样沉默的客户里此后一个窗口未再购买的比例，（${late.silent} + 1）÷（${late.customers} + 2）。`,
  };
}

async function lateOf({ engine }: ForecastInput): Promise<LateCustomers> {
  const [row] = await engine.rows<{ customers: number | null; silent: number | null }>(
    sql`select max(late_customers) as customers, max(late_silent) as silent from churn_scores`,
  );
  return { customers: row?.customers ?? 0, silent: row?.silent ?? 0 };
}

/** Where no line has a category, products are counted, and called so. */
const productTitles: ReadonlyMap<string, Localized> = new Map([
  ['recent_kinds', { en: 'Recent products', 'zh-CN': '近期产品数' }],
  ['before_kinds', { en: 'Products before', 'zh-CN': '前期产品数' }],
]);

async function kindColumns({ engine }: ForecastInput): Promise<ListColumn[]> {
  const columns = from('churn_breadth', 'recent_kinds', 'before_kinds');
  const [row] = await engine.rows<{ kind: string | null }>(sql`select max(kind_of_goods) as kind from churn_breadth`);
  return row?.kind === 'product' ? columns.map((column) => ({ ...column, title: productTitles.get(column.id) ?? column.title })) : columns;
}
