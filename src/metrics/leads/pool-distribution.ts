import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, pool } from '../parameters.ts';
import { contactsUnknown, unlessUnknown } from './parts/contact-records.ts';
import { isInPlay } from './parts/in-play.ts';
import { fallsBackOn } from './parts/falls-back-on.ts';

const leads = { unit: 'leads' };

/** Attributes of a lead that tell what lies in the pool, as they stand in the files. */
const attributes = ['pool', 'industry', 'region', 'source', 'size', 'product'] as const;

/** By how long ago the leads came in, and how often they have come back. */
const bands = ['age', 'comebacks'] as const;

export const poolDistribution = defineMetric({
  id: 'pool_distribution',
  question: both('What lies in the pool now?', '公海中现在有哪些线索？'),
  grain: ['dimension', 'member'],
  columns: {
    dimension: column.text(
      both('By', '维度'),
      both(
        'all, pool, industry, region, source, size, product, age or comebacks; until_recycling: of leads that reps hold, by when they fall back to the pool.',
        'all 全部、pool 公海、industry 行业、region 区域、source 来源、size 规模、product 意向产品、age 在库天数、comebacks 回公海次数；until_recycling 为销售在手线索距收回的天数。',
      ),
    ),
    member: column.text(
      both('Value', '取值'),
      both(
        'As the lead file has it; of age the days since coming in, of comebacks the times back in the pool, of until_recycling the days until it falls back (of the lead file, else by pool.recycle_days; due: it should have by now).',
        '按线索表原样；age 为创建以来的天数段，comebacks 为回到公海的次数，until_recycling 为距收回的天数段（取线索表，没有时按 pool.recycle_days；due 为应已收回）。',
      ),
    ),
    member_order: column.count(
      both('Place', '次序'),
      both('Place of days or a number of times back among those; 0 of others.', '天数段与次数的先后；其他为 0。'),
    ),
    leads: column.count(
      both('Leads', '线索数'),
      both(
        'Open leads without an owner, of until_recycling those with one; customers of a pool also where they came back after their first order.',
        '没有负责人的未决线索数，until_recycling 为有负责人的；公海客户含首单后回到公海的。',
      ),
      leads,
    ),
    share: column.ratio(
      both('Share', '占比'),
      both(
        'Of all leads in the pool, of until_recycling of all that reps hold; the rest of a dimension has no value in the files.',
        '占公海全部线索（until_recycling 占在手线索）的比例；同一维度其余线索在文件中没有取值。',
      ),
    ),
    median_age_days: column.number(
      both('Median age', '在库天数中位数'),
      both('Days since coming in to the as-of date.', '从创建到统计日期的天数。'),
      {
        unit: 'days',
        empty: both('None of them has a date.', '均没有创建时间。'),
      },
    ),
    never_contacted: column.count(
      both('Never contacted', '从未跟进'),
      both('Those without a contact on record.', '其中没有跟进记录的线索数。'),
      {
        ...leads,
        empty: contactsUnknown,
      },
    ),
  },
  requires: [['leads.owner', 'pool_events.lead_id', 'customers.owner', 'pool_events.customer_id']],
  uses: ['lead_course'],
  source:
    'Definition: open leads that nobody owns on the as-of date, by what the files say of them; those that reps hold by when they fall back.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: { recycle_days: recycleDays } }) => {
    const of = (dimension: string, member: Sql, order: Sql): Sql => sql`
      select ${dimension} as dimension, ${member} as member, ${order} as member_order, age_days, is_new, is_unclear from lying where ${member} is not null`;
    return sql`
    with lying as (
      select
        pool, industry, region, source, size, product, age_days, ${isNew} as is_new, ${isUnclear} as is_unclear, 'all' as everything,
        ${band('age_days', ages)} as age,
        ${bandOrder('age_days', ages)} as age_order,
        case when comebacks is null then null when comebacks = 0 then '0' when comebacks = 1 then '1' when comebacks = 2 then '2' else '3+' end as comebacks,
        least(comebacks, 3) as comebacks_order
      from lead_course
      where ${isInPlay} and owner is null
    ),
    held as (
      select age_days, ${isNew} as is_new, ${isUnclear} as is_unclear, ${fallsBackOn(recycleDays)} - ${as_of}::date as days_left
      from lead_course
      where ${isInPlay} and owner is not null
    ),
    totals as (select count(*) filter (where owner is null) as lying_leads, count(*) filter (where owner is not null) as held_leads from lead_course where ${isInPlay}),
    grouped as (
      ${of('all', sql`everything`, sql`0`)}
      union all ${join(
        attributes.map((name) => of(name, identifier(name), sql`0`)),
        ' union all ',
      )}
      union all ${join(
        bands.map((name) => of(name, identifier(name), identifier(`${name}_order`))),
        ' union all ',
      )}
      union all
      select
        'until_recycling' as dimension, case when days_left < 0 then 'due' else ${band('days_left', daysLeft)} end as member,
        case when days_left < 0 then 0 else ${bandOrder('days_left', daysLeft)} end as member_order, age_days, is_new, is_unclear
      from held
      where days_left is not null
    )
    select
      dimension, member,
      max(member_order) as member_order,
      count(*) as leads,
      count(*)::double precision / case when dimension = 'until_recycling' then min(totals.held_leads) else min(totals.lying_leads) end as share,
      percentile_cont(0.5) within group (order by age_days::double precision) as median_age_days,
      ${unlessUnknown(sql`sum(is_unclear)`, sql`count(*)`, sql`sum(is_new)`)} as never_contacted
    from grouped
    cross join (select lying_leads, held_leads from totals) as totals
    group by dimension, member`;
  },
});

const isNew = sql`case when last_contact_at is null and contacts = 0 then 1 else 0 end`;
const isUnclear = sql`case when last_contact_at is null and contacts is null then 1 else 0 end`;

/** Last days of the bands that leads in the pool, and those held, are counted in. */
const ages = [7, 30, 90, 180] as const;
const daysLeft = [3, 7, 14, 30] as const;

/** `0–7`, `8–30` … `181+`; null where the days are not known. */
function band(days: string, lasts: readonly number[]): Sql {
  const each = lasts.map(
    (last, index) => sql`when ${identifier(days)} <= ${last}::integer then ${`${index === 0 ? 0 : lasts[index - 1]! + 1}–${last}`}`,
  );
  return sql`case when ${identifier(days)} is null then null ${join(each, ' ')} else ${`${lasts.at(-1)! + 1}+`} end`;
}

/** Its place among the bands, from 1. */
function bandOrder(days: string, lasts: readonly number[]): Sql {
  const each = lasts.map((last, index) => sql`when ${identifier(days)} <= ${last}::integer then ${index + 1}::integer`);
  return sql`case when ${identifier(days)} is null then null ${join(each, ' ')} else ${lasts.length + 1}::integer end`;
}
