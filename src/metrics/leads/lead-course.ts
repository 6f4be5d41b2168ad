import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type PoolRecords, poolRecords } from '../parameters.ts';
import { contactRecords } from './parts/contact-records.ts';
import { poolActivities } from './parts/pool-records.ts';
import { sameDayWithoutTime } from './parts/working-time.ts';

const unknown = both('The files do not tell.', '数据文件中没有。');
const attribute = (en: string, zh: string) =>
  column.text(both(en, zh), both('As the lead file has it.', '按线索表原样。'), { empty: unknown });
const instant = (title: readonly [string, string], meaning: readonly [string, string]) =>
  column.instant(both(...title), both(...meaning), { empty: unknown });

export const leadCourse = defineMetric({
  id: 'lead_course',
  question: both('What became of each lead, and when?', '每条线索结果如何，发生在何时？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    lead: attribute('Lead', '线索'),
    owner: column.text(
      both('Owner', '负责人'),
      both('Rep who has the lead by the lead file, else by the log.', '当前持有线索的销售：先按线索表，其次按流转记录。'),
      { empty: both('It lies in the pool.', '在公海中。') },
    ),
    pool: attribute('Pool', '公海'),
    source: attribute('Source', '来源'),
    batch: attribute('Batch', '批次'),
    industry: attribute('Industry', '行业'),
    region: attribute('Region', '区域'),
    size: attribute('Size', '规模'),
    product: attribute('Product', '意向产品'),
    cost: column.money(both('Cost', '获客成本'), both('What it cost to get the lead.', '获取该线索的成本。'), { empty: unknown }),
    created_at: instant(
      ['Created at', '创建时间'],
      [
        'When the lead came in: of the lead file, else when it first entered the pool.',
        '线索进入的时间：取线索表，没有时取首次进入公海的时间。',
      ],
    ),
    first_claimed_at: instant(
      ['First claimed', '首次领取时间'],
      [
        'First claim or assignment of the log; without a log that of the lead file, where it was never given back.',
        '流转记录中首次领取或分配的时间；没有记录时取线索表的分配时间（未曾退回的线索）。',
      ],
    ),
    held_since: instant(
      ['Held since', '当前持有起'],
      ['Last claim or assignment of a lead that has an owner.', '有负责人的线索最近一次领取或分配的时间。'],
    ),
    first_contact_at: instant(
      ['First contact', '首次跟进时间'],
      [
        'Earliest contact of lead file, log and activities, not before the lead came in.',
        '线索表、流转记录与跟进记录中最早的一次跟进（不早于创建时间）。',
      ],
    ),
    last_contact_at: instant(
      ['Last contact', '最后跟进时间'],
      ['Latest contact known of lead file, log and activities.', '线索表、流转记录与跟进记录中已知最晚的一次跟进。'],
    ),
    next_contact_at: instant(
      ['Next contact', '下次跟进时间'],
      [
        'The next contact that is planned: by the lead file, else by the newest contact; an older plan has been overtaken.',
        '计划的下一次跟进时间：取线索表，没有时取最近一次跟进所定；更早的计划已被取代。',
      ],
    ),
    expires_at: instant(
      ['Falls back at', '预计收回时间'],
      ['When the lead falls back to the pool, by the lead file.', '线索表中的预计收回时间。'],
    ),
    contacts: column.count(
      both('Contacts', '跟进次数'),
      both(
        'By the lead file; without it the larger of the contacts logged and the activities, of each time that a rep had the lead; 0 only where contacts are recorded.',
        '取线索表；没有时取每次持有期间流转记录与跟进记录中较多者；仅在有跟进记录可依时为 0。',
      ),
      {
        empty: both(
          'No contact is on record in any file; or the lead file has its day and no number.',
          '所有文件均无跟进记录；或线索表只有跟进时间、没有次数。',
        ),
      },
    ),
    claims: column.count(both('Claims', '领取次数'), both('Claims and assignments of the log.', '流转记录中的领取与分配次数。'), {
      empty: both('There is no log of the lead.', '没有该线索的流转记录。'),
    }),
    comebacks: column.count(
      both('Times back in the pool', '回到公海次数'),
      both('Returns and recycles of the log, without one those of the lead file.', '流转记录中的退回与回收次数；没有记录时取线索表。'),
      { empty: unknown },
    ),
    outcome: column.text(
      both('Outcome', '结果'),
      both(
        'converted: became a customer; lost: lost or judged invalid; open: neither yet. A lead marked both is converted.',
        'converted 已转化；lost 流失或无效；open 未决。同时标记的按已转化。',
      ),
    ),
    invalid: column.flag(
      both('Invalid', '是否无效'),
      both('Whether it was judged invalid (wrong number, duplicate …).', '是否被判无效（空号、重复等）。'),
    ),
    outcome_at: instant(['Outcome at', '结果时间'], ['When the lead converted or was lost.', '转化或流失、判无效的时间。']),
    age_days: column.count(
      both('Days', '天数'),
      both(
        'Whole days from coming in to the outcome; of open leads, and of lost ones without a date, to the as-of date.',
        '从创建到结果的整天数；未决的、以及没有日期的流失线索，算到统计日期。',
      ),
      {
        unit: 'days',
        empty: both(
          'The lead has no date of creation, converted without a date, or before it came in.',
          '没有创建时间；已转化但没有日期；或转化早于创建。',
        ),
      },
    ),
    timed_as: column.text(
      both('Counts over time as', '时间分析口径'),
      both(
        'converted, lost, or open: what has not happened yet at that age. Lost leads without a date never convert and stay among those at risk.',
        'converted、lost 或 open（到该天数尚未发生）。没有日期的流失线索不会转化，始终计入分母。',
      ),
      { empty: both('age_days is missing.', '天数缺失。') },
    ),
  },
  requires: [['leads.lead_id', 'leads.name', 'leads.company', 'pool_events.lead_id', 'customers.customer_id', 'pool_events.customer_id']],
  reads: ['lead_id', 'customer_id', 'at', 'next_at'].map((field) => `activities.${field}`),
  uses: [],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells'],
  source: 'Definition: one row a lead, from the lead file first, then from the log of the pool and the activities.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => courseQuery(records, as_of),
});

function courseQuery(records: PoolRecords, day: IsoDate | null): Sql {
  return sql`
    with logged as (
      select
        lead_id,
        min(first_at) as entered_at,
        min(from_at) as first_claimed_at,
        min(first_contact_at) as first_contact_at,
        max(last_contact_at) as last_contact_at,
        min(converted_at) as converted_at,
        max(last_invalid_at) as invalid_at,
        cast(sum(contacts) as bigint) as contacts,
        cast(sum(claims + assigns) as bigint) as claims,
        cast(sum(comebacks) as bigint) as comebacks
      from lead_log
      group by lead_id
    ),
    worked as (
      select lead_id, min("at") as first_contact_at, max("at") as last_contact_at, count(*) as contacts
      from (${poolActivities(records, day)}) as activities
      group by lead_id
    ),
    planned as (
      select activities.lead_id, max(activities.next_at) as next_contact_at
      from (${poolActivities(records, day)}) as activities
      inner join worked on worked.lead_id = activities.lead_id and worked.last_contact_at = activities."at"
      group by activities.lead_id
    ),
    held as (select lead_id, max(rep) as rep, max(from_at) as from_at from lead_spells where to_at is null group by lead_id),
    records as (${contactRecords(records, day)}),
    told as (
      select
        coalesce(given.lead_id, logged.lead_id) as lead_id, given.lead_id is not null as is_listed,
        coalesce(given.company, given.name) as lead, given.owner, given.pool, given.source, given.batch, given.industry, given.region, given.size, given.product,
        given.cost, given.expires_at, given.contacts as given_contacts, given.recycles, given.assigned_at, given.returned_at, given.next_contact_at,
        coalesce(given.created_at, logged.entered_at) as created_at,
        given.first_contact_at as given_first_at, logged.first_contact_at as logged_first_at,
        greatest(given.last_contact_at, given.first_contact_at, logged.last_contact_at) as told_last_at,
        logged.contacts as logged_contacts, logged.first_claimed_at, logged.claims, logged.comebacks,
        coalesce(given.converted_at, logged.converted_at) as converted_at,
        logged.invalid_at,
        coalesce(given.is_converted, false) or logged.converted_at is not null as converts,
        coalesce(given.is_invalid, false) or logged.invalid_at is not null as is_invalid,
        coalesce(given.is_lost, false) as is_lost
      from lead_file as given
      full join logged on logged.lead_id = given.lead_id
    ),
    together as (
      select
        told.lead_id, is_listed, lead, pool, source, batch, industry, region, size, product, cost, expires_at, given_contacts, recycles, assigned_at, returned_at,
        case when is_listed then told.owner else held.rep end as owner,
        held.from_at as held_from_at,
        created_at,
        coalesce(told.next_contact_at, case when told_last_at is null or ${saysNewest} then planned.next_contact_at end) as next_contact_at,
        given_first_at, logged_first_at, worked.first_contact_at as worked_first_at,
        greatest(told_last_at, worked.last_contact_at) as last_contact_at,
        greatest(logged_contacts, worked.contacts) as seen_contacts,
        first_claimed_at, claims, comebacks, converted_at, invalid_at, converts, is_invalid, is_lost
      from told
      left join worked on worked.lead_id = told.lead_id
      left join planned on planned.lead_id = told.lead_id
      left join held on held.lead_id = told.lead_id
    ),
    judged as (
      select
        together.*,
        case
          when converts then 'converted'
          when is_invalid or is_lost then 'lost'
          else 'open'
        end as outcome
      from together
    ),
    dated as (
      select
        judged.*,
        case when outcome = 'converted' then converted_at when outcome = 'lost' then invalid_at end as outcome_at
      from judged
    ),
    aged as (
      select
        dated.*,
        case
          when outcome = 'converted' and converted_at is null then null
          when outcome_at < created_at then null
          else coalesce(cast(outcome_at as date), ${day === null ? sql`cast(null as date)` : sql`${day}::date`}) - cast(created_at as date)
        end as age_days
      from dated
    )
    select
      lead_id, lead, owner, pool, source, batch, industry, region, size, product, cost, created_at,
      case when claims > 0 then first_claimed_at when coalesce(recycles, 0) = 0 and returned_at is null then assigned_at end as first_claimed_at,
      case when outcome = 'open' and owner is not null then greatest(assigned_at, held_from_at) end as held_since,
      ${notBefore('given_first_at', 'logged_first_at', 'worked_first_at')} as first_contact_at,
      last_contact_at, next_contact_at, expires_at,
      case
        when given_contacts is not null then given_contacts
        when seen_contacts > 0 then seen_contacts
        when last_contact_at is not null then null
        when records.logged > 0 or (records.noted > 0 and is_listed) then 0
      end as contacts,
      claims,
      coalesce(comebacks, recycles) as comebacks,
      outcome, outcome = 'lost' and is_invalid as invalid, outcome_at, age_days,
      case when age_days is null then null when outcome = 'lost' and outcome_at is null then 'open' else outcome end as timed_as
    from aged
    cross join (select logged, noted from records) as records`;
}

/** Holds where no contact of file or log is newer than the newest activity: a later one without a plan has ended that of the activity. */
const saysNewest = sql`(told_last_at <= worked.last_contact_at or ${sameDayWithoutTime('told_last_at', 'worked.last_contact_at')})`;

/** The earliest of these that is not before the lead came in; a date without a time may be that day's. */
function notBefore(...instants: readonly string[]): Sql {
  const each = instants.map((name) => {
    const at = identifier(name);
    return sql`case when created_at is null or ${at} >= created_at or ${sameDayWithoutTime(name, 'created_at')} then ${at} end`;
  });
  return sql`least(${join(each)})`;
}
