import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { inPeriod } from './parts/in-period.ts';

const leads = { unit: 'leads' };

/** A model learns no more from more of them. */
const mostLeads = 50_000;

/** By this share of the conversions a lead that has not converted is taken for one that does not. */
const oldShare = 0.9;

export const leadTraining = defineMetric({
  id: 'lead_training',
  question: both('Of which leads is the outcome known, to learn from?', '哪些线索结果已知，可用于学习？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    converted: column.flag(both('Converted', '是否转化'), both('Whether it became a customer.', '是否已转为客户。')),
    place: column.count(both('Place', '次序'), both('In a mixed order that the ids alone decide.', '仅由编号决定的打乱次序。')),
    known_leads: column.count(
      both('Known leads', '结果已知的线索数'),
      both(
        `All leads whose outcome is known, the same in every row; of more than 50,000 the first of that order are here.`,
        `结果已知的全部线索数，各行相同；超过 50,000 条时取该次序中靠前的。`,
      ),
      leads,
    ),
    against: column.id(
      both('Against', '对照'),
      both(
        'Which leads count as not converted, the same in every row. old: where conversions are dated, of the leads that came in at least least_days before the as-of date all that did not convert, lost or open; younger ones are left out, whatever became of them. lost: those marked lost or invalid, open ones are left out. all: where none is marked so, every lead that did not convert.',
        '哪些线索算作未转化，各行相同。old：转化有日期时，创建至统计日期不少于 least_days 天的线索中未转化的（流失或未决），更新的线索无论结果均不计；lost：标记为流失或无效的，未决的不计；all：没有此类标记时，全部未转化的。',
      ),
    ),
    least_days: column.count(
      both('Least days', '最短天数'),
      both('Nine in ten conversions came within so many days, the same in every row.', '九成转化发生在该天数内，各行相同。'),
      { unit: 'days', empty: both('Conversions have no dates.', '转化没有日期。') },
    ),
  },
  requires: [],
  uses: ['lead_course'],
  source: 'Definition: leads of lead_course with a known outcome; with a period those that came in during it.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => sql`
    with asked as (
      select
        lead_id, outcome, age_days,
        ${as_of === null ? sql`cast(null as date)` : sql`${as_of}::date`} - cast(created_at as date) as known_days
      from lead_course
      where ${inPeriod(sql`created_at`, asked)}
    ),
    limits as (
      select
        count(*) filter (where outcome = 'lost') as lost_leads,
        cast(ceil(percentile_cont(${oldShare}) within group (order by (case when outcome = 'converted' then age_days end)::double precision)) as bigint) as least_days
      from asked
    ),
    known as (
      select
        lead_id, outcome = 'converted' as converted, least_days,
        case when least_days is not null then 'old' when lost_leads > 0 then 'lost' else 'all' end as against
      from asked
      cross join limits
      where case
        when least_days is not null then known_days >= least_days
        when lost_leads > 0 then outcome <> 'open'
        else true
      end
    ),
    numbered as (
      select known.*, mod(row_number() over (order by lead_id) * 48271, 2147483647) as mix, count(*) over () as known_leads from known
    ),
    shuffled as (
      select numbered.*, row_number() over (order by mod(mix * mix, 2147483647), lead_id) as place from numbered
    )
    select lead_id, converted, place, known_leads, against, least_days from shuffled where place <= ${mostLeads}`,
});
