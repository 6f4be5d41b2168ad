import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { periodsOf } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison, poolRecords } from '../parameters.ts';
import { lastStart, monthlySteps } from '../windows.ts';
import { contactsUnknown } from './parts/contact-records.ts';
import { conversionRecords, noConversions } from './parts/conversion-records.ts';
import { poolCounts, spellColumns } from './parts/pool-window.ts';

const leads = { unit: 'leads' };
const begunLater = both('The leads of the files begin later.', '文件中的线索起始较晚。');
const noLog = both('There is no log of the pool, or it begins later.', '没有公海流转记录，或记录起始较晚。');

export const poolMonths = defineMetric({
  id: 'pool_months',
  question: both('How did conversion and utilisation of the pool move from month to month?', '线索转化与公海利用逐月如何变化？'),
  grain: ['last_day'],
  columns: {
    first_day: column.date(both('From', '起'), both('First day of the window.', '时段的第一天。')),
    last_day: column.date(
      both('To', '止'),
      both(
        'Last day of the window: as long as the period under review, 13 windows that each end a month after the one before; the last is that period.',
        '时段的最后一天：与统计期等长，共 13 个时段，逐月后移，最后一个即统计期。',
      ),
    ),
    entered: column.count(both('Came in', '新进线索'), both('Leads that came in during the window.', '该时段进入的线索数。'), {
      ...leads,
      empty: begunLater,
    }),
    cohort_converted: column.count(
      both('Came in and converted', '新进且已转化'),
      both('Those of them that converted by its end: all windows have had as long.', '其中在时段结束前转化的线索数，各时段时间相当。'),
      { ...leads, empty: both(`${begunLater.en} ${noConversions.en}`, `${begunLater['zh-CN']}${noConversions['zh-CN']}`) },
    ),
    available: column.count(
      both('Available', '可领取线索'),
      both(
        'Leads in the pool at the start, and those that came in or came back in the window, each once.',
        '期初公海存量，加该时段新进与回到公海的线索，一条计一次。',
      ),
      { ...leads, empty: noLog },
    ),
    utilised: column.count(
      both('Claimed and contacted', '领取并跟进'),
      both(
        'Those of them that a rep took in the window and contacted by its end.',
        '其中该时段被领取、且到时段结束前领取人已跟进的线索数。',
      ),
      { ...leads, empty: both(`${noLog.en} ${contactsUnknown.en}`, `${noLog['zh-CN']}${contactsUnknown['zh-CN']}`) },
    ),
  },
  requires: [],
  reads: ['pool_events.lead_id', 'pool_events.customer_id', 'pool_events.at'],
  uses: ['lead_course'],
  usesIfComputed: ['lead_spells'],
  source:
    'Definitions of pool_periods, in windows as long as the period under review that end month by month; of whole calendar months alone.',
  parameters: z.object({ as_of: asOf, comparison, pool_records: poolRecords }),
  sql: ({ as_of, comparison: asked, pool_records: records }) => {
    const after = periodsOf(asked, as_of)?.after;
    const windows = after === undefined ? [] : monthlySteps(after);
    const window = { from: sql`windows.starts_at`, to: sql`windows.ends_at` };
    const counts = poolCounts(window);
    const covered = (first: Sql, figure: Sql): Sql => sql`case when ${first} <= windows.begun_by then ${figure} end`;
    const leadsSince = sql`begun.leads_from`;
    return sql`
    with windows as (${windows.length === 0 ? noWindow : join(windows.map(windowRow), ' union all ')}),
    log as (select cast(min("at") as date) as log_from from pool_events where ${trusted(records.id)} is not null),
    begun as (
      select min(leads.leads_from) as leads_from, min(log.log_from) as log_from
      from (select cast(min(created_at) as date) as leads_from from lead_course) as leads
      cross join log
    ),
    outcomes as (${conversionRecords}),
    spells as (
      select windows.ends_at as spell_window, lead_id, ${spellColumns(window)}
      from lead_spells
      join windows on from_at < windows.ends_at and (to_at is null or to_at >= windows.starts_at)
      group by windows.ends_at, lead_id
    )
    select
      cast(windows.starts_at as date) as first_day,
      cast(windows.ends_at as date) - 1 as last_day,
      ${covered(leadsSince, counts.entered)} as entered,
      ${covered(leadsSince, sql`case when min(outcomes.conversions) > 0 then ${counts.cohortConverted} end`)} as cohort_converted,
      ${covered(sql`begun.log_from`, counts.available)} as available,
      ${covered(sql`begun.log_from`, counts.utilised)} as utilised
    from lead_course as course
    join windows on course.created_at is null or course.created_at < windows.ends_at
    left join spells on spells.spell_window = windows.ends_at and spells.lead_id = course.lead_id
    cross join begun
    cross join outcomes
    group by windows.starts_at, windows.ends_at, windows.begun_by, begun.leads_from, begun.log_from`;
  },
});

const noWindow = sql`
  select cast(null as timestamp) as starts_at, cast(null as timestamp) as ends_at, cast(null as date) as begun_by where false`;

function windowRow(window: Period): Sql {
  return sql`select ${window.from}::timestamp as starts_at, ${window.to}::timestamp as ends_at, ${lastStart(window)}::date as begun_by`;
}
