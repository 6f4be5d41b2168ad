import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period, pool } from '../parameters.ts';
import { contactsUnknown, isUncontactedSince, isUnknownSince, unlessUnknown } from './parts/contact-records.ts';
import { conversionRecords, noConversions } from './parts/conversion-records.ts';
import { holdingRecords } from './parts/holding-records.ts';
import { isInPlay } from './parts/in-play.ts';
import { takenSpells } from './parts/taken-spells.ts';

const times = {
  unit: 'times',
  empty: both(
    'The files do not tell who took which lead when: a list without a log forgets who had the leads of the pool.',
    '文件中没有何人何时取得线索的记录：没有流转记录时，公海线索的历任持有人不在线索表中。',
  ),
};
const loggedTimes = {
  unit: 'times',
  empty: both('There is no log of the pool: the files do not tell how a rep lost a lead.', '没有公海流转记录，不知道线索如何离开该销售。'),
};
const contactTimes = {
  unit: 'times',
  empty: both(`${contactsUnknown.en} ${times.empty.en}`, `${contactsUnknown['zh-CN']}${times.empty['zh-CN']}`),
};
const leads = { unit: 'leads' };

export const repLeads = defineMetric({
  id: 'rep_leads',
  question: both(
    'How does each rep work the leads: taken, contacted, converted, given back, kept?',
    '每位销售如何处理线索：领取、跟进、转化、退回、持有？',
  ),
  grain: ['rep'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who claimed, was given or holds the leads.', '领取、被分配或持有线索的销售。')),
    team: column.text(both('Team', '团队'), both('Of the list of reps.', '取自销售人员表。'), {
      empty: both('There is no list of reps, or the rep is not in it.', '没有销售人员表，或其中没有该销售。'),
    }),
    taken: column.count(
      both('Taken', '取得'),
      both('Leads claimed or given, each time counted; with a period those of it.', '领取或被分配的次数；给出期间时只计其间的。'),
      times,
    ),
    convertible: column.count(
      both('Not converted before', '此前未转化'),
      both(
        'Those of them that had not converted before: what share of them the rep converted can be told.',
        '其中此前尚未转化的次数，即转化率的分母。',
      ),
      times,
    ),
    claimed: column.count(both('Claimed', '主动领取'), both('Those of them claimed.', '其中主动领取的次数。'), times),
    contacted: column.count(
      both('Contacted', '已跟进'),
      both('Those taken that have a contact while held.', '取得的线索中持有期间有跟进的次数。'),
      contactTimes,
    ),
    converted: column.count(
      both('Converted', '已转化'),
      both('Those taken that converted while held.', '取得的线索中持有期间转化的次数。'),
      { unit: 'times', empty: both(`${noConversions.en} ${times.empty.en}`, `${noConversions['zh-CN']}${times.empty['zh-CN']}`) },
    ),
    invalid: column.count(
      both('Invalid', '无效'),
      both('Those taken that were judged invalid while held.', '取得的线索中持有期间判无效的次数。'),
      times,
    ),
    returned: column.count(
      both('Given back', '退回'),
      both('Those taken that the rep gave back.', '取得的线索中主动退回的次数。'),
      loggedTimes,
    ),
    recycled: column.count(
      both('Recycled', '被回收'),
      both('Those taken that the rules took back.', '取得的线索中被规则收回的次数。'),
      loggedTimes,
    ),
    recycled_uncontacted: column.count(
      both('Recycled without contact', '未跟进即被回收'),
      both('Those of them that were never contacted.', '其中从未跟进的次数。'),
      contactTimes,
    ),
    passed_on: column.count(
      both('Passed on', '转给他人'),
      both('Those taken that went to another rep without coming back to the pool.', '取得的线索中未回公海直接转给他人的次数。'),
      loggedTimes,
    ),
    other_pools: column.count(
      both('From other pools', '取自其他公海'),
      both(
        'Those taken of other pools than the one of which the rep took most (rep_pools).',
        '取得的线索中不属于该销售取得最多的公海的次数（rep_pools）。',
      ),
      { unit: 'times', empty: both(`There is one pool at most. ${times.empty.en}`, `至多只有一个公海。${times.empty['zh-CN']}`) },
    ),
    held: column.count(
      both('Held', '在手线索'),
      both(
        'Open leads that the rep has on the as-of date; customers of a pool also where they were handed out again after their first order.',
        '统计日期该销售持有的未决线索数；公海客户含首单后再次领取、分配的。',
      ),
      leads,
    ),
    held_uncontacted: column.count(
      both('Held without contact', '在手未跟进'),
      both('Those of them without a contact since the rep got them.', '其中取得后没有跟进的线索数。'),
      {
        ...leads,
        empty: contactsUnknown,
      },
    ),
    holding_limit: column.count(
      both('Holding limit', '保有量上限'),
      both('The capacity in the list of reps, else the limit of the settings.', '销售人员表中的上限，没有时取设置中的上限。'),
      { ...leads, empty: both('There is none.', '没有上限。') },
    ),
    over_limit: column.count(
      both('Over the limit', '超出上限'),
      both('Leads held beyond the limit; 0 within it.', '超出上限的在手线索数；未超出为 0。'),
      {
        ...leads,
        empty: both('There is no limit.', '没有上限。'),
      },
    ),
  },
  requires: [['pool_events.rep', 'leads.owner', 'customers.owner']],
  reads: ['reps.name', 'reps.team', 'reps.capacity'],
  uses: ['lead_course'],
  usesIfComputed: ['lead_file', 'lead_log', 'lead_spells', 'rep_pools'],
  source: 'Definition: counts of spells (lead_spells) by the rep who had them, and of the open leads that the rep holds.',
  parameters: z.object({ as_of: asOf, period, pool }),
  sql: ({ period: asked, pool: { holding_limit } }) => {
    const counts = Object.entries(takenCounts);
    const limit = sql`coalesce(listed.capacity, ${holding_limit}::bigint)`;
    return sql`
    with outcomes as (${conversionRecords}),
    records as (${holdingRecords}),
    spells as (${takenSpells(asked)}),
    taken as (
      select spells.rep, ${join(counts.map(([name, count]) => sql`${count} as ${identifier(name)}`))}
      from spells
      cross join (select conversions from outcomes) as outcomes
      cross join (select logged from records) as records
      cross join (select count(*) as pools from (select pool from rep_pools group by pool) as each_pool) as pools
      left join (select rep, pool as own_pool from rep_pools where is_own) as own on own.rep = spells.rep
      group by spells.rep
    ),
    holding as (
      select
        owner as rep,
        count(*) as held,
        ${unlessUnknown(
          sql`count(*) filter (where ${isUnknownSince('held_since')})`,
          sql`count(*)`,
          sql`count(*) filter (where ${isUncontactedSince('held_since')})`,
        )} as held_uncontacted
      from lead_course
      where ${isInPlay} and owner is not null
      group by owner
    ),
    listed as (select name as rep, max(team) as team, max(capacity) as capacity from reps where name is not null group by name),
    known as (select case when records.forgotten = 0 then spells.spells else 0 end as spells, records.logged from (select count(*) as spells from lead_spells) as spells cross join (select logged, forgotten from records) as records),
    names as (select rep from taken union select rep from holding)
    select
      names.rep, listed.team,
      ${join(counts.map(([name]) => sql`case when taken.rep is not null then taken.${identifier(name)} when known.spells > 0${leftByLog.has(name) ? sql` and known.logged > 0` : sql``} then 0 end as ${identifier(name)}`))},
      coalesce(holding.held, 0) as held,
      case when holding.rep is null then 0 else holding.held_uncontacted end as held_uncontacted,
      ${limit} as holding_limit,
      case when ${limit} is not null then greatest(coalesce(holding.held, 0) - ${limit}, 0) end as over_limit
    from names
    left join taken on taken.rep = names.rep
    left join holding on holding.rep = names.rep
    left join listed on listed.rep = names.rep
    cross join (select spells, logged from known) as known`;
  },
});

/** What is counted of the leads that a rep took; of contacts only where at most one in twenty is not known. */
const takenCounts = {
  taken: sql`count(*)`,
  convertible: sql`count(outcome)`,
  claimed: sql`count(*) filter (where taken_by = 'claim')`,
  contacted: unlessUnknown(sql`count(*) filter (where contacts is null)`, sql`count(*)`, sql`count(*) filter (where contacts > 0)`),
  converted: sql`case when min(outcomes.conversions) > 0 then count(*) filter (where outcome = 'converted') end`,
  invalid: sql`count(*) filter (where ended_by = 'invalidate')`,
  returned: logged(sql`count(*) filter (where ended_by = 'return')`),
  recycled: logged(sql`count(*) filter (where ended_by = 'recycle')`),
  recycled_uncontacted: logged(
    unlessUnknown(
      sql`count(*) filter (where ended_by = 'recycle' and contacts is null)`,
      sql`count(*) filter (where ended_by = 'recycle')`,
      sql`count(*) filter (where ended_by = 'recycle' and contacts = 0)`,
    ),
  ),
  passed_on: logged(sql`count(*) filter (where ended_by = 'pass')`),
  other_pools: sql`case when min(pools.pools) > 1 then count(*) filter (where spells.pool <> own_pool) end`,
} as const;

/** Only a log tells how a rep lost a lead: a list has the leads that somebody kept. */
function logged(count: Sql): Sql {
  return sql`case when min(records.logged) > 0 then ${count} end`;
}

const leftByLog: ReadonlySet<string> = new Set(['returned', 'recycled', 'recycled_uncontacted', 'passed_on']);
