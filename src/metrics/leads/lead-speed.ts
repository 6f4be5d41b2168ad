import { z } from 'zod';
import { type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, type Pool, pool } from '../parameters.ts';
import { isBeforeRecords } from './parts/contact-records.ts';
import { endOf, waitingColumns, waitingTimes } from './parts/waiting-time.ts';
import { sameDayWithoutTime } from './parts/working-time.ts';

export const leadSpeed = defineMetric({
  id: 'lead_speed',
  question: both('How long did each lead wait for its first contact by anybody?', '每条线索等待首次跟进（不论何人）多久？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
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
    ...waitingColumns,
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
  source: 'Definition: first response in working hours; what comes in at night or on a day off waits from the next opening.',
  parameters: z.object({ as_of: asOf, pool }),
  sql: ({ as_of, pool: settings }) => speedQuery(as_of, settings),
});

function speedQuery(day: IsoDate | null, settings: Pool): Sql {
  const waits = sql`
    select
      begun.*,
      case when counted_from = 'created' then created_at else first_claimed_at end as started_at,
      case
        when answer = 'contacted' then first_contact_at
        when answer = 'waiting' then ${endOf(day)}
        when answer = 'closed' and outcome = 'lost' then outcome_at
      end as until_at
    from begun`;
  const { tables, columns } = waitingTimes(waits, settings);
  return sql`
    with begun as (
      select
        lead_id, outcome, outcome_at, created_at, first_claimed_at, first_contact_at,
        case when timed_as = 'converted' then age_days end as conversion_days,
        case
          when first_claimed_at is null then 'created'
          when first_contact_at < first_claimed_at and not ${sameDayWithoutTime('first_contact_at', 'first_claimed_at')} then 'created'
          else 'assigned'
        end as counted_from,
        case
          when ${isBeforeRecords('created_at', 'contacts_since')} then 'unknown'
          when first_contact_at is not null then 'contacted'
          when last_contact_at is not null or contacts is null or contacts > 0 then 'unknown'
          when outcome = 'open' then 'waiting'
          else 'closed'
        end as answer
      from lead_course
    ),
    ${tables}
    select lead_id, started_at, counted_from, answer, ${columns}, conversion_days
    from measured`;
}
