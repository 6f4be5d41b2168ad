import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, pool } from '../parameters.ts';
import { ageBandColumn, ageBandOf } from './parts/age-bands.ts';
import { mainAge } from './parts/main-age.ts';
import { takenLeads } from './parts/taken-leads.ts';
import { undatedLimit } from './parts/timed-outcomes.ts';

const times = { unit: 'times' };

export const repSegments = defineMetric({
  id: 'rep_segments',
  question: both('What came of the leads of each kind that each rep took?', '每位销售取得的各类线索结果如何？'),
  grain: ['rep', 'segment', 'came_back', 'age_band', 'is_newer'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who took or owns the leads.', '取得或持有线索的销售。')),
    segment: column.text(both('Segment', '分群'), both('As in lead_segments; empty for the others.', '同 lead_segments；其他为空文本。')),
    came_back: column.flag(
      both('Taken before', '曾被取得'),
      both('Whether a rep had the lead before, so that it came back or was passed on.', '此前是否有销售取得过（退回、回收或转手而来）。'),
    ),
    age_band: ageBandColumn,
    is_newer: column.flag(
      both('Newer half', '较新一半'),
      both('Whether it was taken after the middle day of all that are old enough.', '是否取得于全部满足天数的线索取得日的中位之后。'),
    ),
    taken: column.count(both('Taken', '取得'), both('Leads taken, each time counted.', '取得线索的次数。'), times),
    converted: column.count(
      both('Converted', '已转化'),
      both('Those that converted while the rep had them.', '其中在该销售手中转化的次数。'),
      times,
    ),
    undated: column.count(
      both('Converted without a date', '转化无日期'),
      both('Those of them of which it is not known after how many days.', '其中不知多少天后转化的次数。'),
      times,
    ),
    ageless: column.count(
      both('Others without a date', '其他无日期'),
      both('Those not converted of which it is not known when they were taken.', '未转化且不知何时取得的次数。'),
      times,
    ),
    old_enough: column.count(
      both('Old enough', '已满天数'),
      both('Leads taken at least as many days ago as the middle one of pool.ages says.', '取得至今不少于 pool.ages 中间天数的次数。'),
      times,
    ),
    converted_in_time: column.count(
      both('Converted by then', '天数内转化'),
      both('Those of them that converted within so many days.', '其中在该天数内转化的次数。'),
      times,
    ),
    oldest_days: column.count(
      both('Oldest', '最久存续'),
      both('The most days since it came in that a lead old enough had when it was taken.', '已满天数的线索取得时距进入的最多天数。'),
      { unit: 'days', empty: both('None is old enough, or when they came in is not known.', '没有已满天数的，或进入时间不详。') },
    ),
  },
  requires: [['pool_events.rep', 'leads.owner']],
  uses: ['lead_course', 'lead_segments'],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells'],
  source: 'Definition: as in rep_conversion, by kind of lead; only leads followed to the same age are counted as old enough.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: { ages } }) => {
    const age = mainAge(ages);
    return sql`
    with taken as (${takenLeads(as_of, null)}),
    aged as (
      select
        taken.lead_id, taken.rep, taken.is_first, taken.outcome, taken.age_days, taken.timed_as, taken.lead_age_days,
        ${as_of}::date - cast(taken_at as date) as known_days
      from taken
    ),
    told as (select count(*) - count(lead_age_days) <= ${undatedLimit} * count(*) as tells_ages from aged),
    middle as (
      select floor(percentile_cont(0.5) within group (order by (case when known_days >= ${age} then known_days end)::double precision)) as known_days
      from aged
    ),
    kinds as (
      select
        aged.rep, aged.outcome, aged.age_days, aged.timed_as, aged.lead_age_days, aged.known_days,
        coalesce(segments.segment, '') as segment,
        not aged.is_first as came_back,
        case when told.tells_ages then ${ageBandOf('lead_age_days')} else 0 end as age_band,
        coalesce(aged.known_days < middle.known_days, false) as is_newer
      from aged
      left join lead_segments as segments on segments.lead_id = aged.lead_id
      cross join (select known_days from middle) as middle
      cross join (select tells_ages from told) as told
    )
    select
      rep, segment, came_back, age_band, is_newer,
      count(*) as taken,
      count(*) filter (where outcome = 'converted') as converted,
      count(*) filter (where outcome = 'converted' and age_days is null) as undated,
      count(*) filter (where outcome <> 'converted' and age_days is null) as ageless,
      count(*) filter (where known_days >= ${age}) as old_enough,
      count(*) filter (where known_days >= ${age} and timed_as = 'converted' and age_days <= ${age}) as converted_in_time,
      max(case when known_days >= ${age} and age_band > 0 then lead_age_days end) as oldest_days
    from kinds
    group by rep, segment, came_back, age_band, is_newer`;
  },
});
