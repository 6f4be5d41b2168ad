import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { netPromoterInterval, netPromoterScore } from '../../stats/net-promoter.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { lastCompletePeriod, periodLabel, periodNumber, periodNumberOf, periodStart } from '../retention/parts/cohort-calendar.ts';

const noAnswers = { empty: both('Nobody answered in the quarter.', '该季度没有回答。') };
const noOrders = { empty: both('There was no order in the quarter, or more complaints than orders.', '该季度没有订单，或投诉多于订单。') };

/** Quarters that are looked back on, the one of the day among them. */
const mostQuarters = 12;

export const satisfactionQuarters = defineMetric({
  id: 'satisfaction_quarters',
  question: both('How did satisfaction and complaints go from quarter to quarter?', '满意度与投诉逐季如何变化？'),
  grain: ['quarter_on'],
  columns: {
    quarter_on: column.date(both('First day', '首日'), both('First day of the quarter.', '季度第一天。')),
    quarter: column.text(both('Quarter', '季度'), both('Calendar quarter.', '自然季度。')),
    is_over: column.flag(both('Over', '已结束'), both('Whether the quarter is over by the as-of date.', '截止日时该季度是否已结束。')),
    answers: column.count(both('Answers', '回答数'), both('Answers to the NPS question.', 'NPS 问题的回答数。')),
    nps: column.number(both('NPS', '净推荐值'), both('100 × (promoters − detractors) ÷ answers.', '100 ×（推荐者 − 贬损者）÷ 回答数。'), {
      better: 'high',
      ...noAnswers,
    }),
    nps_low: column.number(
      both('NPS, low', '净推荐值下限'),
      both('95% interval, as in nps_groups.', '95% 区间下限，同 nps_groups。'),
      noAnswers,
    ),
    nps_high: column.number(both('NPS, high', '净推荐值上限'), both('Upper end of it.', '区间上限。'), noAnswers),
    csat_answers: column.count(
      both('Satisfaction answers', '满意度回答数'),
      both('Answers on overall satisfaction.', '总体满意度的回答数。'),
    ),
    csat: column.ratio(both('Satisfied', '满意率'), both('Satisfied answers ÷ answers.', '满意的回答数 ÷ 回答数。'), {
      better: 'high',
      ...noAnswers,
    }),
    csat_low: column.ratio(both('Satisfied, low', '满意率下限'), both('95% interval of Wilson.', 'Wilson 95% 区间下限。'), noAnswers),
    csat_high: column.ratio(both('Satisfied, high', '满意率上限'), both('Upper end of it.', '区间上限。'), noAnswers),
    complaints: column.count(both('Complaints', '投诉数'), both('Complaints that came in.', '收到的投诉数。'), { better: 'low' }),
    orders: column.count(both('Orders', '订单数'), both('Orders of the quarter, returns not counted.', '该季度的订单数，退货不计。'), {
      unit: 'orders',
    }),
    complaint_rate: column.ratio(both('Complaints per order', '投诉率（按订单）'), both('Complaints ÷ orders.', '投诉数 ÷ 订单数。'), {
      better: 'low',
      ...noOrders,
    }),
    complaint_rate_low: column.ratio(
      both('Complaints per order, low', '投诉率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noOrders,
    ),
    complaint_rate_high: column.ratio(both('Complaints per order, high', '投诉率上限'), both('Upper end of it.', '区间上限。'), noOrders),
  },
  requires: [['feedback.at']],
  uses: ['feedback_rows'],
  usesIfComputed: ['order_totals'],
  source: 'Definition: the figures of nps_groups, csat_groups and complaint_groups by calendar quarter, up to the as-of date.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of: day }, rows) => {
    if (day === null) return [];
    const counted = await rows(sql`
      with events as (
        select ${periodNumberOf('quarter', 'day')} as quarter_number, kind, nps_group, csat_group, 0 as orders from feedback_rows where day is not null
        union all
        select ${periodNumberOf('quarter', 'ordered_on')} as quarter_number, null as kind, null as nps_group, null as csat_group, 1 as orders
        from order_totals
        where ordered_on is not null and (amount >= 0 or amount is null)
      )
      select
        quarter_number,
        count(*) filter (where nps_group = 'promoter') as promoters,
        count(*) filter (where nps_group = 'passive') as passives,
        count(*) filter (where nps_group = 'detractor') as detractors,
        count(csat_group) as csat_answers,
        count(*) filter (where csat_group = 'satisfied') as satisfied,
        count(*) filter (where kind = 'complaint') as complaints,
        count(*) filter (where orders = 0) as feedback,
        sum(orders)::bigint as orders
      from events
      group by quarter_number
      order by quarter_number`);
    const last = periodNumber('quarter', day);
    const known = new Map(counted.map((row) => [Number(row['quarter_number']), row]));
    const first = counted.find((row) => Number(row['feedback']) > 0)?.['quarter_number'];
    if (first === undefined) return [];
    const from = Math.max(Number(first), last - mostQuarters + 1);
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => {
      const number = from + index;
      const of = (name: string): number => Number(known.get(number)?.[name] ?? 0);
      const promoters = { promoters: of('promoters'), passives: of('passives'), detractors: of('detractors') };
      const [nps, csat] = [netPromoterInterval(promoters), wilson(of('satisfied'), of('csat_answers'))];
      const rate = of('orders') > 0 && of('complaints') <= of('orders') ? wilson(of('complaints'), of('orders')) : null;
      return {
        quarter_on: periodStart('quarter', number),
        quarter: periodLabel('quarter', number),
        is_over: number <= lastCompletePeriod('quarter', day),
        answers: promoters.promoters + promoters.passives + promoters.detractors,
        nps: netPromoterScore(promoters),
        nps_low: nps?.low ?? null,
        nps_high: nps?.high ?? null,
        csat_answers: of('csat_answers'),
        csat: csat === null ? null : of('satisfied') / of('csat_answers'),
        csat_low: csat?.low ?? null,
        csat_high: csat?.high ?? null,
        complaints: of('complaints'),
        orders: of('orders'),
        complaint_rate: rate === null ? null : of('complaints') / of('orders'),
        complaint_rate_low: rate?.low ?? null,
        complaint_rate_high: rate?.high ?? null,
      };
    });
  },
});
