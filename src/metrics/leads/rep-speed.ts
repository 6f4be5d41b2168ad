import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Pool, pool } from '../parameters.ts';
import { isBeforeRecords } from './parts/contact-records.ts';
import { endOf, waitingColumns, waitingTimes } from './parts/waiting-time.ts';
import { sameDayWithoutTime } from './parts/working-time.ts';

export const repSpeed = defineMetric({
  id: 'rep_speed',
  question: both('How long did each lead wait for whoever took it first?', '每条线索等待首次取得者跟进多久？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    rep: column.text(
      both('Rep', '销售'),
      both('Who took the lead first; who owns it, where nobody is known to have taken it.', '首次取得线索的销售；不知何人取得时为负责人。'),
    ),
    started_at: column.instant(
      both('Waits since', '等待起点'),
      both('When the rep got the lead; as in lead_speed, where that is not known.', '该销售取得线索的时间；未知时同 lead_speed。'),
    ),
    answer: column.text(
      both('Answer', '跟进情况'),
      both(
        'contacted: while the rep had it; waiting: the rep has the open lead and has not contacted it; missed: given back, recycled or passed on without a contact, whatever others did thereafter; closed: converted or lost without a contact; unknown: nobody knows whether or when the rep contacted it for the first time.',
        'contacted 持有期间已跟进；waiting 持有中、未决且未跟进；missed 未跟进即退回、被回收或转给他人（此后他人是否跟进不计）；closed 未跟进即已转化或流失；unknown 该销售是否跟进或首次跟进时间不明。',
      ),
    ),
    first_contact_at: column.instant(
      both('First contact', '首次跟进时间'),
      both('First contact while the rep had the lead.', '该销售持有期间的首次跟进。'),
      { empty: both('There is none, or nobody knows when.', '没有，或时间不明。') },
    ),
    ...waitingColumns,
    conversion_days: column.count(
      both('Days to convert', '转化天数'),
      both('Days from coming in to converting while the rep had it.', '从创建到在该销售持有期间转化的天数。'),
      { unit: 'days', empty: both('It has not converted then, or a date is missing.', '期间未转化或缺少日期。') },
    ),
  },
  requires: [],
  uses: ['lead_course', 'lead_speed', 'working_days'],
  usesIfComputed: ['lead_spells'],
  source:
    'Definition: from when a rep is first known to have got the lead to the first contact while that rep had it; a contact of somebody who had it later is none of the rep. Where no rep is known to have taken the lead, the wait of the lead (lead_speed) is that of its owner.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: settings }) => speedQuery(as_of, settings),
});

function speedQuery(day: IsoDate | null, settings: Pool): Sql {
  const waits = sql`
    select
      answered.*,
      from_at as started_at,
      case
        when answer = 'contacted' then first_contact_at
        when answer = 'waiting' then ${endOf(day)}
        when answer = 'missed' or ended_by = 'invalidate' then to_at
      end as until_at
    from answered`;
  const { tables, columns } = waitingTimes(waits, settings);
  return sql`
    with firsts as (select lead_id, min(spell_order) as spell_order from lead_spells where rep is not null group by lead_id),
    held as (
      select
        spells.lead_id, spells.rep, spells.from_at, spells.to_at, spells.ended_by, spells.converted_at, spells.last_contact_at, spells.contacts, course.outcome,
        spells.first_contact_at is not null as is_dated,
        case
          when spells.to_at is null or spells.first_contact_at <= spells.to_at or ${sameDayWithoutTime('spells.to_at', 'spells.first_contact_at')}
          then spells.first_contact_at
        end as first_contact_at,
        ${isBeforeRecords('spells.from_at', 'course.contacts_since')} as is_cut,
        case when course.timed_as = 'converted' and spells.converted_at is not null then course.age_days end as conversion_days
      from lead_spells as spells
      inner join firsts on firsts.lead_id = spells.lead_id and firsts.spell_order = spells.spell_order
      inner join lead_course as course on course.lead_id = spells.lead_id
    ),
    answered as (
      select
        held.*,
        case
          when is_cut then 'unknown'
          when first_contact_at is not null then 'contacted'
          when not is_dated and (last_contact_at is not null or contacts is null or contacts > 0) then 'unknown'
          when converted_at is not null then 'closed'
          when ended_by in ('return', 'recycle', 'pass') then 'missed'
          when ended_by is null and outcome = 'open' then 'waiting'
          else 'closed'
        end as answer
      from held
    ),
    ${tables}
    select lead_id, rep, started_at, answer, first_contact_at, ${columns}, conversion_days
    from measured
    union all
    select
      speed.lead_id, course.owner as rep, speed.started_at, speed.answer, course.first_contact_at,
      speed.working_hours, speed.calendar_hours, speed.waiting_hours, speed.in_time, speed.speed_band, speed.conversion_days
    from lead_speed as speed
    inner join lead_course as course on course.lead_id = speed.lead_id
    left join firsts on firsts.lead_id = speed.lead_id
    where firsts.lead_id is null and course.owner is not null`;
}
