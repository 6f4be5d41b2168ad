import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { addDays, type Period } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { periodsOf, type Side, sides } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, comparison, poolRecords } from '../parameters.ts';
import { contactsUnknown, unlessUnknown } from './parts/contact-records.ts';
import { conversionRecords, noConversions } from './parts/conversion-records.ts';
import { inPool, poolCounts, type PoolWindow, spellColumns, withinWindow } from './parts/pool-window.ts';

const leads = { unit: 'leads' };
const noLog = { ...leads, empty: both('There is no log of the pool.', '没有公海流转记录。') };

export const poolPeriods = defineMetric({
  id: 'pool_periods',
  question: both(
    'What came into the pool, what was taken out of it and what became of it in two periods?',
    '两个时期公海各进入、领走多少线索，结果如何？',
  ),
  grain: ['period'],
  columns: {
    period: column.text(both('Period', '时期'), both('before or after.', 'before 上期，after 本期。')),
    first_day: column.date(both('From', '起'), both('First day of the period.', '时期的第一天。'), {
      empty: both('Nothing is dated.', '没有日期。'),
    }),
    last_day: column.date(both('To', '止'), both('Last day of the period.', '时期的最后一天。'), {
      empty: both('Nothing is dated.', '没有日期。'),
    }),
    pool_start: column.count(
      both('In the pool at the start', '期初公海存量'),
      both(
        'Leads that had come in, that nobody held and that had no outcome when the period began; customers also where they were back after their first order.',
        '期初已进入、无人持有且尚无结果的线索数；公海客户含首单后已回到公海的。',
      ),
      noLog,
    ),
    pool_end: column.count(
      both('In the pool at the end', '期末公海存量'),
      both('The same when the period ended.', '期末口径相同。'),
      noLog,
    ),
    entered: column.count(both('Came in', '新进线索'), both('Leads that came in during the period.', '本期进入的线索数。'), leads),
    available: column.count(
      both('Available', '可领取线索'),
      both(
        'Leads in the pool at the start, and those that came in or came back in the period, each once.',
        '期初公海存量，加本期新进与回到公海的线索，一条计一次。',
      ),
      noLog,
    ),
    claimed: column.count(
      both('Claimed', '被领取线索'),
      both(
        'Leads available that a rep claimed or was given in the period, each once.',
        '可领取线索中本期被领取或分配的线索数，一条计一次。',
      ),
      noLog,
    ),
    utilised: column.count(
      both('Claimed and contacted', '领取并跟进'),
      both('Those of them that were also contacted by whoever took them, by the end of the period.', '其中到期末领取人已跟进的线索数。'),
      {
        ...leads,
        empty: both(`${noLog.empty.en} ${contactsUnknown.en}`, `${noLog.empty['zh-CN']}${contactsUnknown['zh-CN']}`),
      },
    ),
    held: column.count(
      both('Held', '被持有线索'),
      both('Times that a rep held a lead in the period: begun before or in it.', '本期处于持有状态的次数（期前或期内开始）。'),
      { unit: 'times', empty: noLog.empty },
    ),
    returned: column.count(both('Given back', '主动退回'), both('Those of them that ended in a return.', '其中以主动退回结束的次数。'), {
      unit: 'times',
      empty: noLog.empty,
    }),
    recycled: column.count(both('Recycled', '被回收'), both('Those of them that the rules took back.', '其中被规则收回的次数。'), {
      unit: 'times',
      empty: noLog.empty,
    }),
    contacted: column.count(
      both('Contacted', '被跟进线索'),
      both(
        'Leads whose first or last contact, or a contact while held, lies in the period.',
        '首次、最后一次或持有期间的跟进落在本期的线索数。',
      ),
      { ...leads, empty: contactsUnknown },
    ),
    converted: column.count(
      both('Converted', '本期转化'),
      both(
        'Leads that became customers in the period, whenever they came in; those without a date are not among them.',
        '本期转为客户的线索数，不论何时进入；没有转化日期的不计。',
      ),
      {
        ...leads,
        empty: both(
          `More than one in twenty of the converted leads has no date. ${noConversions.en}`,
          `超过二十分之一的已转化线索没有日期。${noConversions['zh-CN']}`,
        ),
      },
    ),
    invalid: column.count(both('Invalid', '判无效'), both('Leads that were judged invalid in the period.', '本期被判无效的线索数。'), {
      ...leads,
      empty: both('More than one in twenty of the invalid leads has no date.', '超过二十分之一的无效线索没有日期。'),
    }),
    cohort_converted: column.count(
      both('Came in and converted', '新进且已转化'),
      both(
        'Leads that came in during the period and converted by its end, so that both periods have had as long; conversions without a date count, too.',
        '本期进入且在本期结束前转化的线索数，两期时间相当；没有日期的转化也计入。',
      ),
      { ...leads, empty: noConversions },
    ),
    cohort_invalid: column.count(
      both('Came in and invalid', '新进且无效'),
      both('Leads that came in during the period and are invalid.', '本期进入且已判无效的线索数。'),
      leads,
    ),
    costed: column.count(
      both('With a cost', '有成本的线索'),
      both('Leads that came in during the period and have a cost.', '本期进入且有成本的线索数。'),
      leads,
    ),
    costed_converted: column.count(
      both('With a cost and converted', '有成本且已转化'),
      both('Those of them that have converted by the as-of date.', '其中截至统计日期已转化的线索数。'),
      { ...leads, empty: noConversions },
    ),
    cost: column.money(both('Cost', '获客成本'), both('Cost of the leads that came in.', '本期新进线索的成本。'), {
      empty: both('No lead that came in has a cost.', '本期新进线索均无成本。'),
    }),
  },
  requires: [],
  reads: ['pool_events.lead_id', 'pool_events.customer_id'],
  uses: ['lead_course'],
  usesIfComputed: ['lead_spells'],
  source:
    'Definition: 公海利用率 = claimed and contacted ÷ (in the pool at the start + came in + came back), 领取率 = claimed ÷ the same, 回收率 = recycled ÷ held; in half-open periods.',
  parameters: z.object({ as_of: asOf, comparison, pool_records: poolRecords }),
  sql: ({ as_of, comparison: asked, pool_records: records }) => {
    const periods = periodsOf(asked, as_of);
    return sql`
    with logs as (select count(*) as events from pool_events where ${trusted(records.id)} is not null),
    outcomes as (${conversionRecords}),
    ${join(sides.map((side) => sql`${spellsTable(side)} as (${spellsIn(periods?.[side])})`))}
    ${join(
      sides.map((side) => countsOf(side, periods?.[side])),
      ' union all ',
    )}`;
  },
});

function spellsTable(side: Side): Sql {
  return side === 'before' ? sql`spells_before` : sql`spells_after`;
}

function windowOf(period: Period | undefined): PoolWindow {
  return { from: sql`${period?.from}::timestamp`, to: sql`${period?.to}::timestamp` };
}

/** Of each lead: whether it was held at both ends of the period, and what happened to it in between. */
function spellsIn(period: Period | undefined): Sql {
  const window = windowOf(period);
  const { from, to } = window;
  const within = (instant: Sql): Sql => withinWindow(instant, window);
  const overlaps = sql`(from_at < ${to} and (to_at is null or to_at >= ${from}))`;
  return sql`
    select
      lead_id,
      ${spellColumns(window)},
      max(case when from_at < ${to} and (to_at is null or to_at >= ${to}) then 1 else 0 end) as held_at_end,
      max(case when ${within(sql`first_contact_at`)} or ${within(sql`last_contact_at`)} then 1 else 0 end) as contacted,
      count(*) filter (where ${overlaps}) as held
    from lead_spells
    group by lead_id`;
}

function countsOf(side: Side, period: Period | undefined): Sql {
  const window = windowOf(period);
  const { from, to } = window;
  const spells = spellsTable(side);
  const within = (instant: Sql): Sql => withinWindow(instant, window);
  const counts = poolCounts(window);
  const counted = (what: Sql): Sql => sql`count(*) filter (where ${what})`;
  const logged = (figure: Sql): Sql => sql`case when min(logs.events) > 0 then ${figure} end`;
  const recorded = (figure: Sql): Sql => sql`case when min(outcomes.conversions) > 0 then ${figure} end`;
  const dated = (what: Sql, figure: Sql): Sql => unlessUnknown(counted(sql`${what} and outcome_at is null`), counted(what), figure);
  return sql`
    select
      ${side} as period,
      ${period?.from}::date as first_day,
      ${period === undefined ? null : addDays(period.to, -1)}::date as last_day,
      ${logged(counted(inPool(from, sql`held_at_start`)))} as pool_start,
      ${logged(counted(inPool(to, sql`held_at_end`)))} as pool_end,
      ${counts.entered} as entered,
      ${logged(counts.available)} as available,
      ${logged(counts.claimed)} as claimed,
      ${logged(counts.utilised)} as utilised,
      ${logged(sql`coalesce(sum(held), 0)`)} as held,
      ${logged(sql`coalesce(sum(returned), 0)`)} as returned,
      ${logged(sql`coalesce(sum(recycled), 0)`)} as recycled,
      ${unlessUnknown(
        counted(sql`last_contact_at is null and course.contacts is null and (contacts_since is null or contacts_since > ${from})`),
        sql`count(*)`,
        counted(sql`${within(sql`course.first_contact_at`)} or ${within(sql`last_contact_at`)} or contacted = 1`),
      )} as contacted,
      ${recorded(dated(sql`outcome = 'converted'`, counted(sql`outcome = 'converted' and ${within(sql`outcome_at`)}`)))} as converted,
      ${dated(sql`invalid`, counted(sql`invalid and ${within(sql`outcome_at`)}`))} as invalid,
      ${recorded(counts.cohortConverted)} as cohort_converted,
      ${counted(sql`invalid and ${within(sql`created_at`)}`)} as cohort_invalid,
      ${counted(sql`cost is not null and ${within(sql`created_at`)}`)} as costed,
      ${recorded(counted(sql`cost is not null and outcome = 'converted' and ${within(sql`created_at`)}`))} as costed_converted,
      sum(case when ${within(sql`created_at`)} then cost end) as cost
    from lead_course as course
    left join ${spells} on ${spells}.lead_id = course.lead_id
    cross join (select events from logs) as logs
    cross join (select conversions from outcomes) as outcomes`;
}
