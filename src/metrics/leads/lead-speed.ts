import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { minutesOfWorkday } from '../../lib/working-calendar.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Pool, pool } from '../parameters.ts';
import { speedBandColumn } from './parts/speed-bands.ts';
import { sameDayWithoutTime, secondOfDay, workedSeconds } from './parts/working-time.ts';

const hours = { unit: 'hours' };
const notContacted = { ...hours, empty: both('No contact is on record.', '没有跟进记录。') };

export const leadSpeed = defineMetric({
  id: 'lead_speed',
  question: both('How long did each lead wait for its first contact?', '每条线索等待首次跟进多久？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    rep: column.text(both('Rep', '销售'), both('Who took the lead first, else who owns it.', '首次取得线索的销售，没有则为负责人。'), {
      empty: both('Nobody took it.', '无人取得。'),
    }),
    started_at: column.instant(
      both('Waits since', '等待起点'),
      both(
        'When it was claimed or assigned for the first time; when it came in, where that is not known or where it was contacted before.',
        '首次领取或分配的时间；未知或此前已跟进时取创建时间。',
      ),
    ),
    counted_from: column.text(
      both('Counted from', '计时起点'),
      both('assigned: first claim or assignment; created: when it came in.', 'assigned 首次领取或分配；created 创建时间。'),
    ),
    answer: column.text(
      both('Answer', '跟进情况'),
      both(
        'contacted; waiting: open and not contacted; closed: converted or lost without a contact; unknown: nobody knows whether or when it was contacted for the first time.',
        'contacted 已跟进；waiting 未决且未跟进；closed 未跟进即已转化或流失；unknown 是否跟进或首次跟进时间不明。',
      ),
    ),
    working_hours: column.number(
      both('Working hours', '工作小时'),
      both(
        'Working hours (pool.calendar) from then to the first contact; nights and days off do not count.',
        '从起点到首次跟进的工作小时（pool.calendar），夜间与休息日不计。',
      ),
      notContacted,
    ),
    calendar_hours: column.number(
      both('Hours by the clock', '自然小时'),
      both('All hours from then to the first contact.', '从起点到首次跟进的全部小时。'),
      notContacted,
    ),
    waiting_hours: column.number(
      both('Waiting', '已等待'),
      both(
        'Working hours that an open lead without a contact has waited by the end of the as-of date.',
        '未决且未跟进的线索到统计日期结束已等待的工作小时。',
      ),
      { ...hours, empty: both('It was contacted, or is closed.', '已跟进或已结束。') },
    ),
    in_time: column.flag(
      both('In time', '是否及时'),
      both(
        'Whether it was contacted within pool.service_hours; a lead that waited longer than that was not.',
        '是否在 pool.service_hours 内跟进；等待已超过时限的为否。',
      ),
      { empty: speedBandColumn.empty },
    ),
    speed_band: column.text(speedBandColumn.title, speedBandColumn.meaning, { empty: speedBandColumn.empty }),
    conversion_days: column.count(
      both('Days to convert', '转化天数'),
      both('Days from coming in to becoming a customer.', '从创建到转化的天数。'),
      {
        unit: 'days',
        empty: both('It has not converted, or a date is missing.', '未转化或缺少日期。'),
      },
    ),
  },
  requires: [['leads.created_at', 'leads.assigned_at', 'pool_events.at', 'customers.created_on', 'customers.assigned_at']],
  uses: ['lead_course', 'working_days'],
  usesIfComputed: ['lead_spells'],
  source: 'Definition: first response in working hours; what comes in at night or on a day off waits from the next opening.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: settings }) => speedQuery(as_of, settings),
});

function speedQuery(day: IsoDate | null, { calendar, service_hours }: Pool): Sql {
  const end = sql`${day === null ? null : addDays(day, 1)}::timestamp`;
  const limit = sql`${service_hours * 3600}::double precision`;
  const workday = minutesOfWorkday(calendar) * 60;
  const late = sql`seconds > ${limit}`;
  return sql`
    with days as (select day, working_minutes, minutes_before from working_days),
    begun as (
      select
        course.lead_id, coalesce(spells.rep, course.owner) as rep, course.outcome, course.outcome_at, course.first_contact_at,
        (course.last_contact_at is not null or course.contacts is null or course.contacts > 0) as is_contact_unknown,
        case when course.timed_as = 'converted' then course.age_days end as conversion_days,
        case
          when first_claimed_at is null then 'created'
          when course.first_contact_at < first_claimed_at and not ${sameDayWithoutTime('course.first_contact_at', 'first_claimed_at')} then 'created'
          else 'assigned'
        end as counted_from,
        created_at, first_claimed_at
      from lead_course as course
      left join lead_spells as spells on spells.lead_id = course.lead_id and spells.spell_order = 1
    ),
    started as (
      select
        begun.*,
        case when counted_from = 'created' then created_at else first_claimed_at end as started_at,
        case
          when first_contact_at is not null then 'contacted'
          when is_contact_unknown then 'unknown'
          when outcome = 'open' then 'waiting'
          else 'closed'
        end as answer
      from begun
    ),
    spans as (
      select
        started.*,
        greatest(
          started_at,
          coalesce(first_contact_at, case when outcome = 'open' then ${end} when outcome = 'lost' then outcome_at end, started_at)
        ) as until_at,
        (answer = 'contacted' or answer = 'waiting' or (answer = 'closed' and outcome = 'lost' and outcome_at is not null)) as is_known
      from started
      where started_at is not null
    ),
    placed as (select spans.*, cast(started_at as date) as first_day, cast(until_at as date) as last_day from spans),
    measured as (
      select
        placed.*,
        ${workedSeconds(calendar, 'closing', 'until_at')} - ${workedSeconds(calendar, 'opening', 'started_at')} as seconds,
        cast(last_day - first_day as bigint) * 86400 + ${secondOfDay('until_at')} - ${secondOfDay('started_at')} as clock_seconds
      from placed
      inner join days as opening on opening.day = placed.first_day
      inner join days as closing on closing.day = placed.last_day
    )
    select
      lead_id, rep, started_at, counted_from, answer,
      case when answer = 'contacted' then seconds::double precision / 3600 end as working_hours,
      case when answer = 'contacted' then clock_seconds::double precision / 3600 end as calendar_hours,
      case when answer = 'waiting' then seconds::double precision / 3600 end as waiting_hours,
      case when answer = 'contacted' then not (${late}) when is_known and ${late} then false end as in_time,
      case
        when answer <> 'contacted' then case when is_known and ${late} then 'never' end
        when not (${late}) then 'in_time'
        when seconds <= ${workday} then 'one_day'
        when seconds <= ${workday * 3} then 'three_days'
        else 'later'
      end as speed_band,
      conversion_days
    from measured`;
}
