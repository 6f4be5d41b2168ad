import { z } from 'zod';
import { type Sql, sql, trusted } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type PoolRecords, poolRecords } from '../parameters.ts';
import { contactRecords, isBeforeRecords } from './parts/contact-records.ts';
import { poolActivities } from './parts/pool-records.ts';
import { sameDayWithoutTime } from './parts/working-time.ts';

const notKnown = both('There is none, or nobody knows when.', '没有，或时间不明。');

export const leadSpells = defineMetric({
  id: 'lead_spells',
  question: both('Who held each lead, from when to when, and how did it end?', '每条线索由谁持有、起止何时、如何结束？'),
  grain: ['lead_id', 'spell_order'],
  columns: {
    lead_id: leadId,
    spell_order: column.count(both('Number', '第几次'), both('1 for the first time that a rep had the lead.', '首次被持有为 1。')),
    rep: column.text(both('Rep', '销售'), both('Who claimed or was given the lead.', '领取或被分配的销售。'), {
      empty: both('The log does not say.', '流转记录未注明。'),
    }),
    taken_by: column.text(both('Taken by', '取得方式'), both('claim or assign.', 'claim 领取，assign 分配。')),
    from_at: column.instant(both('From', '起'), both('When the rep got the lead.', '取得线索的时间。')),
    to_at: column.instant(both('To', '止'), both('When it ended, or the lead went to another rep.', '结束或转给他人的时间。'), {
      empty: both('The rep still holds the lead, or nobody knows when it ended.', '仍在持有，或结束时间不明。'),
    }),
    ended_by: column.text(
      both('Ended by', '结束方式'),
      both(
        'return, recycle, convert, invalidate; pass: it went to another rep without coming back to the pool.',
        'return 退回、recycle 回收、convert 转化、invalidate 判无效；pass 未回公海直接转给他人。',
      ),
      { empty: both('The rep still holds the lead.', '仍在持有。') },
    ),
    converted_at: column.instant(both('Converted', '转化'), both('When it converted while the rep had it.', '该销售持有期间转化的时间。'), {
      empty: both('It did not then, or nobody knows when.', '期间未转化，或时间不明。'),
    }),
    first_contact_at: column.instant(
      both('First contact', '首次跟进'),
      both('First contact in that time: of log, activities and lead file.', '期间的首次跟进：取流转记录、跟进记录与线索表。'),
      { empty: notKnown },
    ),
    last_contact_at: column.instant(both('Last contact', '最后跟进'), both('Last contact in that time.', '期间的最后一次跟进。'), {
      empty: notKnown,
    }),
    contacts: column.count(
      both('Contacts', '跟进次数'),
      both(
        'Contacts in that time: the larger of those logged and the activities; without a log the number of the lead file; at least those that it has a date of. 0 only where contacts are recorded.',
        '期间的跟进次数：流转记录与跟进记录中较多者；没有流转记录时取线索表的次数；线索表有跟进时间的至少计入。仅在有跟进记录可依时为 0。',
      ),
      {
        empty: both(
          'No contact is on record in any file; or that time began more than 30 days before the first; or the lead file alone has some, and does not tell who had the lead then.',
          '所有文件均无跟进记录；或持有早于最早一次跟进记录 30 天以上；或仅线索表有记录，无法判断当时由谁持有。',
        ),
      },
    ),
  },
  requires: [['pool_events.lead_id', 'leads.assigned_at', 'pool_events.customer_id', 'customers.assigned_at']],
  reads: ['lead_id', 'customer_id', 'at'].map((field) => `activities.${field}`),
  uses: [],
  usesIfComputed: ['lead_file', 'lead_log'],
  source:
    'Definition: from a claim or an assignment to the first return, recycle, conversion or invalidation that follows, else to the next claim; a lead without a log has one spell from its assignment, where it has an owner. What only the lead file knows of the end (a conversion, invalid) ends the spell in which it fell. The first order of a customer ends it only where nothing else does: the rep holds the customer on until it goes back or to another rep.',
  parameters: z.object({ as_of: asOf, pool_records: poolRecords }),
  sql: ({ as_of, pool_records: records }) => spellsQuery(records, as_of),
});

function spellsQuery(records: PoolRecords, day: IsoDate | null): Sql {
  // A customer that has ordered may be held on until the rules take it back.
  const holdsOn = records.of === 'customers';
  const closes = holdsOn ? sql`converts and to_at is null` : sql`converts`;
  const ends = holdsOn ? sql`` : sql`, converted_at`;
  return sql`
    with records as (${contactRecords(records, day)}),
    logged as (select lead_id from lead_log group by lead_id),
    ended as (
      select
        lead_id, spell_order, rep, claims, from_at, returned_at, recycled_at, converted_at, invalid_at, first_contact_at, last_contact_at, contacts,
        least(returned_at, recycled_at, invalid_at${ends}) as ended_at,
        lead(from_at) over (partition by lead_id order by spell_order) as next_at,
        count(converted_at) over (partition by lead_id) as conversions
      from lead_log
    ),
    worked as (
      select activities.lead_id, count(*) as contacts, min(activities."at") as first_contact_at, max(activities."at") as last_contact_at
      from (${poolActivities(records, day)}) as activities
      inner join lead_file as given on given.lead_id = activities.lead_id
      where activities."at" >= given.assigned_at or ${sameDayWithoutTime('activities."at"', 'given.assigned_at')}
      group by activities.lead_id
    ),
    spells as (
      select
        ended.lead_id, spell_order, rep, case when claims > 0 then 'claim' else 'assign' end as taken_by, from_at, next_at,
        coalesce(ended_at, next_at, ended.converted_at) as to_at,
        case
          when ended_at is null then case when next_at is not null then 'pass' when ended.converted_at is not null then 'convert' end
          when ended_at = ended.converted_at then 'convert'
          when ended_at = ended.invalid_at then 'invalidate'
          when ended_at = ended.recycled_at then 'recycle'
          else 'return'
        end as ended_by,
        case when ended_at is null or ended.converted_at <= ended_at then ended.converted_at end as logged_converted_at,
        ended.first_contact_at, ended.last_contact_at, ended.contacts, ended.conversions
      from ended
      where spell_order > 0
      union all
      select
        given.lead_id, 1 as spell_order, given.owner as rep, 'assign' as taken_by, given.assigned_at as from_at,
        cast(null as timestamp) as next_at, cast(null as timestamp) as to_at, cast(null as varchar) as ended_by,
        cast(null as timestamp) as logged_converted_at,
        worked.first_contact_at, worked.last_contact_at,
        greatest(
          worked.contacts,
          case when given.last_contact_at < given.assigned_at and not ${sameDayWithoutTime('given.last_contact_at', 'given.assigned_at')} then 0 else given.contacts end,
          0
        ) as contacts,
        0 as conversions
      from lead_file as given
      left join logged on logged.lead_id = given.lead_id
      left join worked on worked.lead_id = given.lead_id
      where logged.lead_id is null and given.owner is not null and given.assigned_at is not null
    ),
    told as (
      select
        spells.*,
        given.lead_id is not null and not given.is_outdated as is_listed, given.contacts as file_contacts,
        given.first_contact_at as file_first_at, given.last_contact_at as file_last_at,
        ${isWithin('given.first_contact_at')} as holds_first,
        ${isWithin('given.last_contact_at')} as holds_last,
        case
          when conversions > 0 or not coalesce(given.is_converted, false) then false
          when given.converted_at is null then next_at is null and to_at is null
          else (${hasBegunBy('from_at', 'given.converted_at')} or ${holdsOn ? sql`false` : sql`spell_order = 1`})
            and (next_at is null or not ${hasBegunBy('next_at', 'given.converted_at')})
            and (to_at is null or to_at >= given.converted_at or ${sameDayWithoutTime('given.converted_at', 'to_at')})
        end as converts,
        given.converted_at as file_converted_at,
        coalesce(given.is_invalid, false) and next_at is null and to_at is null as is_invalid
      from spells
      left join lead_file as given on given.lead_id = spells.lead_id
    )
    select
      lead_id, spell_order, rep, taken_by, from_at,
      case when ${closes} then file_converted_at else to_at end as to_at,
      case when ${closes} then 'convert' when is_invalid then 'invalidate' else ended_by end as ended_by,
      coalesce(logged_converted_at, case when converts then file_converted_at end) as converted_at,
      least(first_contact_at, case when holds_first then file_first_at end) as first_contact_at,
      greatest(last_contact_at, case when holds_last then file_last_at end, case when holds_first then file_first_at end) as last_contact_at,
      case
        when contacts > 0 then contacts
        when holds_first and holds_last and file_first_at < file_last_at then 2
        when holds_first or holds_last then 1
        when records.logged > 0 and not ${isBeforeRecords('from_at', 'records.first_day')} then 0
        when records.noted = 0 or not is_listed then null
        when file_first_at is null and file_last_at is null and coalesce(file_contacts, 0) = 0 then 0
        when file_last_at < from_at or file_first_at >= next_at then 0
      end as contacts
    from told
    cross join (select logged, noted, first_day from records) as records`;
}

/** Holds for a spell that had begun by then; of a day without a time, by the end of it. */
function hasBegunBy(from: string, instant: string): Sql {
  return sql`(${trusted(from)} <= ${trusted(instant)} or ${sameDayWithoutTime(instant, from)})`;
}

/** Holds for what happened while the rep had the lead, or thereafter before anybody else did. */
function isWithin(instant: string): Sql {
  return sql`coalesce(${hasBegunBy('from_at', instant)} and (next_at is null or not ${hasBegunBy('next_at', instant)}), false)`;
}
