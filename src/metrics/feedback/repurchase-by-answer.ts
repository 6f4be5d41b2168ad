import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays, addMonths } from '../../lib/dates.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Row } from '../../lib/rows.ts';
import type { Proportion } from '../../stats/proportions.ts';
import { stratifiedDifference } from '../../stats/stratified-difference.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { satisfaction } from '../satisfaction-parameter.ts';
import { exactSum } from './parts/exact-sum.ts';
import { fewAnswers } from './parts/survey-review.ts';

const nobody = { empty: both('Nobody answered so.', '没有客户这样回答。') };
const noDifference = {
  empty: both('It is the first group, or no group by value holds customers of both.', '为首组，或没有一个价值组同时含有两组客户。'),
};

/** Years back from which answers are taken: one a customer, its latest whose days after are over. */
const lookBack = 24;

const groups = { nps: ['promoter', 'passive', 'detractor'], csat: ['satisfied', 'neutral', 'dissatisfied'] } as const;

export const repurchaseByAnswer = defineMetric({
  id: 'repurchase_by_answer',
  question: both('Do content customers buy again more often?', '满意的客户是否更常复购？'),
  grain: ['answer_group'],
  columns: {
    answer_group: column.id(
      both('Answer', '回答'),
      both(
        'promoter, passive, detractor by the NPS answer; without any satisfied, neutral, dissatisfied by overall satisfaction.',
        '按 NPS 分为 promoter、passive、detractor；没有 NPS 时按总体满意度分为 satisfied、neutral、dissatisfied。',
      ),
    ),
    group_order: column.count(both('Order', '顺序'), both('The most content first.', '最满意的在前。')),
    window_days: column.count(both('Days after', '观察天数'), both('Days after the answer that are looked at.', '回答之后观察的天数。'), {
      unit: 'days',
    }),
    customers: column.count(
      both('Customers', '客户数'),
      both(
        `Customers by the latest of their answers of the ${lookBack} months whose days after are over by the as-of date.`,
        `按 ${lookBack} 个月内、观察期已满的最近一次回答归组的客户数。`,
      ),
      { unit: 'customers' },
    ),
    buyers: column.count(
      both('Bought again', '复购客户数'),
      both('Those of them with an order in these days.', '其中观察期内有订单的客户数。'),
      {
        unit: 'customers',
      },
    ),
    rate: column.ratio(both('Bought again, share', '复购率'), both('Bought again ÷ customers.', '复购客户数 ÷ 客户数。'), {
      better: 'high',
      ...nobody,
    }),
    rate_low: column.ratio(both('Bought again, low', '复购率下限'), both('95% interval of Wilson.', 'Wilson 95% 区间下限。'), nobody),
    rate_high: column.ratio(both('Bought again, high', '复购率上限'), both('Upper end of it.', '区间上限。'), nobody),
    revenue: column.average(
      both('Revenue per customer', '人均销售额'),
      both('Revenue of these days ÷ customers.', '观察期内销售额 ÷ 客户数。'),
      { better: 'high', ...nobody },
    ),
    revenue_before: column.average(
      both('Revenue per customer before', '此前人均销售额'),
      both('Revenue of the twelve months before the answer ÷ customers.', '回答之前 12 个月销售额 ÷ 客户数。'),
      nobody,
    ),
    difference: column.points(
      both('Rate against the first group', '与首组复购率之差'),
      both(
        'Rate of the group less that of the most content one, among customers who bought alike in the year before (thirds by revenue, and none; Mantel–Haenszel). An association, not a cause.',
        '与最满意一组的复购率之差，在回答前一年购买额相近的客户之间比较（按销售额三等分，另加无销售额者；Mantel–Haenszel）。仅为相关，不代表因果。',
      ),
      noDifference,
    ),
    difference_low: column.points(both('Difference, low', '差异下限'), both('95% interval of Sato.', 'Sato 95% 区间下限。'), noDifference),
    difference_high: column.points(both('Difference, high', '差异上限'), both('Upper end of it.', '区间上限。'), noDifference),
    verdict: column.id(
      both('Verdict', '结论'),
      both(
        `more_than_chance: the interval leaves out 0; cannot_tell: fewer than ${fewAnswers} customers in either group, or fewer than 30 and no difference seen; else within_chance.`,
        `more_than_chance 区间不含 0；cannot_tell 任一组不足 ${fewAnswers} 位，或不足 30 位且看不出差别；其余 within_chance。`,
      ),
      noDifference,
    ),
  },
  requires: [['feedback.nps', 'feedback.csat'], ['feedback.customer_id'], ['feedback.at'], ['orders.customer_id'], ['orders.ordered_at']],
  uses: ['feedback_rows', 'order_totals'],
  source: 'Mantel & Haenszel (1959); Sato (1989), Biometrics 45, 1323-1324; rates: Wilson (1927).',
  parameters: z.object({ as_of: asOf, satisfaction }),
  compute: async ({ as_of: asOfDate, satisfaction: { rebuy_days: days } }, read) => {
    if (asOfDate === null) return [];
    const [last, first] = [addDays(asOfDate, -days), addMonths(asOfDate, -lookBack)];
    for (const measure of ['nps', 'csat'] as const) {
      const group = measure === 'nps' ? sql`nps_group` : sql`csat_group`;
      const customers = await read(sql`
        with answers as (
          select
            customer_id, ${group} as answer_group, day,
            row_number() over (partition by customer_id order by day desc nulls last, feedback_order) as place
          from feedback_rows
          where ${group} is not null and customer_id is not null and day >= ${first}::date and day <= ${last}::date
        ),
        latest as (select customer_id, answer_group, day from answers where place = 1)
        select
          latest.customer_id, latest.answer_group,
          count(*) filter (where (orders.amount >= 0 or orders.amount is null) and orders.ordered_on > latest.day and orders.ordered_on - latest.day <= ${days}) as orders_after,
          sum(orders.amount) filter (where orders.ordered_on > latest.day and orders.ordered_on - latest.day <= ${days}) as revenue_after,
          sum(orders.amount) filter (where orders.ordered_on <= latest.day and latest.day - orders.ordered_on < 365) as revenue_before
        from latest
        left join order_totals as orders on orders.customer_id = latest.customer_id
        group by latest.customer_id, latest.answer_group
        order by latest.customer_id`);
      if (customers.length > 0) return rowsOf(customers, groups[measure], days);
    }
    return [];
  },
});

function rowsOf(customers: readonly Row[], names: readonly string[], days: number): Row[] {
  const strata = strataOf(customers);
  const counted = groupedBy(customers, (row) => String(row['answer_group']));
  const [best] = names;
  return names.map((name, index) => {
    const own = counted.get(name) ?? [];
    const buyers = own.filter(isBuyer).length;
    const interval = wilson(buyers, own.length);
    const compared = index === 0 ? null : differenceOf(strata, counted.get(best!) ?? [], own);
    const few = Math.min(own.length, counted.get(best!)?.length ?? 0);
    const mean = (figure: string): number | null =>
      own.length === 0 ? null : exactSum(own.map((row) => Number(row[figure] ?? 0))) / own.length;
    return {
      answer_group: name,
      group_order: index + 1,
      window_days: days,
      customers: own.length,
      buyers,
      rate: own.length === 0 ? null : buyers / own.length,
      rate_low: interval?.low ?? null,
      rate_high: interval?.high ?? null,
      revenue: mean('revenue_after'),
      revenue_before: mean('revenue_before'),
      difference: compared?.value ?? null,
      difference_low: compared?.interval.low ?? null,
      difference_high: compared?.interval.high ?? null,
      verdict: compared === null ? null : verdictOf(compared.interval, few),
    };
  });
}

function verdictOf({ low, high }: { readonly low: number; readonly high: number }, few: number): string {
  if (few < fewAnswers) return 'cannot_tell';
  if (low > 0 || high < 0) return 'more_than_chance';
  return few < 30 ? 'cannot_tell' : 'within_chance';
}

function isBuyer(row: Row): boolean {
  return Number(row['orders_after']) > 0;
}

/** By customer: 0 without revenue in the year before, else the third by it, 1 the least. Equal amounts are in one third. */
function strataOf(customers: readonly Row[]): ReadonlyMap<unknown, number> {
  const before = (row: Row): number => Number(row['revenue_before'] ?? 0);
  const amounts = customers
    .map(before)
    .filter((amount) => amount > 0)
    .toSorted((one, other) => one - other);
  const cuts = [1, 2].map((third) => amounts[Math.ceil((third * amounts.length) / 3) - 1] ?? 0);
  return new Map(customers.map((row) => [row['customer_id'], before(row) <= 0 ? 0 : 1 + cuts.filter((cut) => before(row) > cut).length]));
}

function differenceOf(strata: ReadonlyMap<unknown, number>, first: readonly Row[], second: readonly Row[]) {
  const within = (rows: readonly Row[], stratum: number): Proportion => {
    const own = rows.filter((row) => strata.get(row['customer_id']) === stratum);
    return { successes: own.filter(isBuyer).length, trials: own.length };
  };
  return stratifiedDifference([0, 1, 2, 3].map((stratum) => [within(first, stratum), within(second, stratum)]));
}
