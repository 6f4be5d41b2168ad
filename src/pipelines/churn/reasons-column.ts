import { type Sql, sql } from '../../engine/sql.ts';
import { type ListColumn, ownOf, reads } from '../../views/list-columns.ts';
import { type Falls, fallsOf, testedCustomers, windowAmounts } from '../../forecast/churn/falls.ts';
import { amountText, listed } from '../../views/number-words.ts';
import { reasonsOf } from '../parts/reason-texts.ts';
import { silenceColumns } from '../parts/standing-words.ts';
import type { ForecastInput, ForecastRun } from '../parts/forecast-run.ts';
import { alarmCycles } from '../../forecast/churn/silence.ts';

const tested = amountText(testedCustomers);

const heading = {
  title: { en: 'Reasons', 'zh-CN': '原因' },
  type: 'text',
  basis: {
    en: `What differs from before or from the standard; in the lists of risk at least what the probability rests on. A customer silent for more than ${alarmCycles} usual gaps is at least watched, and at risk where its spend or frequency fell, whatever the probability says ("listed for its silence"); where it counts with 10 points more than the model says, both are named. Spend and frequency: last two horizons against the four before, per horizon, where p < 0.05 (spend of the first ${tested} customers of a list by value at risk).`,
    'zh-CN': `与此前或标准相比的变化；风险名单至少列出概率所依据的购买情况。沉默超过通常间隔 ${alarmCycles} 倍的客户，无论概率高低至少列入关注，金额或频率显著下降的列入高风险（“因沉默列入”）；计入的概率比模型概率高 10 个百分点以上时，两者均列出。金额与频率：最近两个窗口对比此前四个窗口，折算为每个窗口，仅列 p < 0.05 者（金额检验每个名单按风险金额取前 ${tested} 位客户）。`,
  },
} as const;

const firstHeading = {
  title: { en: 'First reason', 'zh-CN': '首要原因' },
  type: 'text',
  basis: { en: 'The first of the reasons, for a line of its own.', 'zh-CN': '原因中的第一项，供单独引用。' },
} as const;

const read = [
  ...reads('churn_lists', 'customer_id', 'list_id', 'probability', 'probability_counted', 'usual_probability', 'by_silence'),
  ...reads('customer_scores', 'tier'),
  ...reads('churn_status', ...silenceColumns, 'silence_days', 'silent_cycles', 'overdue_after_days', 'first_on', 'last_on'),
  ...reads('churn_windows', 'recent_exposure', 'before_exposure', 'recent_purchases', 'before_purchases'),
  ...reads('churn_breadth', 'recent_kinds', 'before_kinds', 'kind_of_goods'),
  ...reads('churn_feedback', 'csat', 'csat_scale', 'nps', 'open_complaints', 'oldest_complaint_days'),
  ...reads('churn_contacts', 'contact_days'),
  ...reads('churn_flags', 'overdue_amount'),
];

/**
 * What stands out of each customer of a list, as text. `customers` selects those of the list as `customer_id`; with `driver`, what the
 * probability rests on is said where neither silence nor a fall stands out; with `withFirst`, the first reason stands in a column of its own, too.
 */
export async function reasonsColumn(
  input: ForecastInput,
  { asOf, horizonDays, read: readRows }: ForecastRun,
  { customers, driver, withFirst }: { readonly customers: Sql; readonly driver: boolean; readonly withFirst: boolean },
): Promise<ListColumn[]> {
  const { lang, churn, money } = input;
  const amounts = await windowAmounts(
    readRows,
    { origin: asOf, horizonDays },
    sql`
      select churn_lists.customer_id
      from churn_lists join (${customers}) as listed on listed.customer_id = churn_lists.customer_id
      where churn_lists.place <= ${testedCustomers}`,
  );
  // The tests take time, and a cell is made each time it is looked at.
  const known = new Map<string, Falls>();
  const falls = (record: Parameters<typeof fallsOf>[0]): Falls => {
    const id = String(record['customer_id']);
    const own = amounts.get(id);
    const found = known.get(id) ?? fallsOf(record, own, horizonDays);
    if (own !== undefined) known.set(id, found);
    return found;
  };
  const options = { lang, money, driver, horizonDays, watch: churn.watch, careDays: churn.care_days };
  const reasons = (record: Parameters<typeof fallsOf>[0]): string[] => reasonsOf(record, falls(record), options);
  return [
    ownOf('reasons', heading, read, (record) => listed(reasons(record), lang)),
    ...(withFirst ? [ownOf('first_reason', firstHeading, read, (record) => reasons(record)[0] ?? null)] : []),
  ];
}
