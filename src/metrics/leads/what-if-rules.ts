import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { wilson } from '../../stats/wilson.ts';
import { type PoolRule, poolRules } from '../choices.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period, pool } from '../parameters.ts';
import { whatIf } from '../what-if-parameter.ts';
import { mainAge } from './parts/main-age.ts';

const leads = { unit: 'leads' };
const notOfRefusals = both('A refused lead was not held.', '不予领取的不存在持有。');

export const whatIfRules = defineMetric({
  id: 'what_if_rules',
  question: both('What would other rules of the pool have changed, at least and at most?', '换一套公海规则，至少和至多会改变什么？'),
  grain: ['rule'],
  columns: {
    rule: column.id(both('Rule', '规则'), both('As in what_if_spells.', '同 what_if_spells。')),
    value: column.count(both('Value', '取值'), both('The value asked for.', '所设的值。')),
    affected: column.count(
      both('Holdings', '涉及次数'),
      both(
        'Holdings that the rule would have ended or refused if everybody had done as they did.',
        '若各人行为不变，会被收回或不予领取的次数。',
      ),
      { unit: 'times' },
    ),
    affected_low: column.count(
      both('At least', '至少'),
      both(
        'recycle_days: those not contacted any more, for who called later might have called in time; holding_limit: of each rep as many as the most that were held at once exceed the limit; daily_quota and claim_ban_days: none, for the rep may wait and take them later.',
        'recycle_days：此后再未跟进的（后来跟进的也可能提前跟进）；holding_limit：每位销售同时持有的最大数超出上限的部分；daily_quota 与 claim_ban_days：0（销售可稍后再取）。',
      ),
      { unit: 'times' },
    ),
    leads: column.count(both('Leads', '线索数'), both('Different leads among them.', '涉及的线索数。'), leads),
    reps: column.count(both('Reps', '销售数'), both('Different reps among them.', '涉及的销售数。')),
    first_on: column.date(both('First', '最早'), both('First day on which the rule would have acted.', '规则最早生效的日期。'), {
      empty: both('It would not have.', '不会生效。'),
    }),
    last_on: column.date(both('Last', '最晚'), both('Last such day.', '规则最晚生效的日期。'), {
      empty: both('It would not have.', '不会生效。'),
    }),
    still_held: column.count(both('Held today', '目前仍持有'), both('Those of them that the rep still has.', '其中目前仍被持有的次数。'), {
      unit: 'times',
    }),
    idle_days: column.count(
      both('Idle days', '闲置天数'),
      both(
        'Days that freed leads lay with a rep until the next contact, the end, or the as-of date.',
        '被收回的线索在销售手中闲置到下次跟进、结束或统计日期的天数。',
      ),
      { unit: 'days', empty: notOfRefusals },
    ),
    converted: column.count(
      both('Converted all the same', '实际已转化'),
      both(
        'Those of them that the rep converted after that day: at stake, as somebody else may or may not have.',
        '其中该日之后仍由该销售转化的次数：换规则后可能失去。',
      ),
      { unit: 'times' },
    ),
    claimable: column.count(
      both('Claimed by others, at most', '至多被他人领取'),
      both(
        'affected × the share of leads back in the pool that the log shows claimed again within as many days as the middle one of pool.ages says (upper end of its 95% interval); at least none.',
        '涉及次数 × 流转记录中回到公海的线索在 pool.ages 中间天数内再被领取的比例（95% 区间上限）；至少为 0。',
      ),
      { unit: 'times', empty: both('No lead has come back to the pool long enough ago.', '没有回到公海足够久的线索。') },
    ),
    gained: column.count(
      both('More conversions, at most', '至多多转化'),
      both(
        'claimable × the share of leads taken for a second time or more that converted within so many days (upper end of its 95% interval); at least none, and all of “converted” lost.',
        '至多被他人领取 × 二次及以上取得的线索在该天数内的转化比例（95% 区间上限）；至少为 0，且“实际已转化”全部失去。',
      ),
      { empty: both('No lead was taken for a second time long enough ago.', '没有足够久之前二次取得的线索。') },
    ),
    came_back: column.count(
      both('Came back', '回到公海'),
      both('Times that a lead came back to the pool that long ago.', '满该天数的回到公海次数。'),
      {
        unit: 'times',
      },
    ),
    claimed_again: column.count(
      both('Claimed again', '再被领取'),
      both('Those of them claimed again within so many days.', '其中在该天数内再被领取的次数。'),
      {
        unit: 'times',
      },
    ),
    taken_again: column.count(
      both('Taken again', '二次取得'),
      both('Leads taken for a second time or more that long ago.', '满该天数的二次及以上取得次数。'),
      {
        unit: 'times',
      },
    ),
    converted_again: column.count(
      both('Of those converted', '其中转化'),
      both('Those of them that converted within so many days.', '其中在该天数内转化的次数。'),
      { unit: 'times' },
    ),
  },
  requires: [],
  uses: ['what_if_spells'],
  usesIfComputed: ['lead_spells'],
  source: 'Definition: counts of what_if_spells, with bounds in place of what nobody can know; shares with Wilson intervals.',
  parameters: z.object({ as_of: asOf, period, pool, what_if: whatIf }),
  compute: async ({ as_of, pool: { ages }, what_if }, read) => {
    const age = mainAge(ages);
    const asked = poolRules.filter((rule) => what_if[rule] !== null);
    if (asked.length === 0) return [];
    const counts = await read(sql`
      select
        rule, count(*) as affected, count(*) filter (where next_contact_on is null and ended_by is distinct from 'convert') as untouched,
        count(*) filter (where ended_on is null) as still_held, count(*) filter (where ended_by = 'convert') as converted,
        sum(idle_days) as idle_days, min(happened_on) as first_on, max(happened_on) as last_on
      from what_if_spells group by rule`);
    const distinct = await read(sql`
      select rule, count(*) as leads from (select rule, lead_id, count(*) as times from what_if_spells group by rule, lead_id) as of_leads group by rule`);
    const reps = await read(sql`
      select rule, count(*) as reps, sum(most_over) as most_over
      from (select rule, rep, max(over_limit) as most_over from what_if_spells group by rule, rep) as of_reps group by rule`);
    const [history] = await read(sql`
      with spells as (
        select
          lead_id, spell_order, ended_by, cast(from_at as date) as from_on, cast(to_at as date) as to_on, cast(converted_at as date) as converted_on,
          lead(cast(from_at as date)) over (partition by lead_id order by spell_order) as next_on
        from lead_spells
        where rep is not null
      )
      select
        count(*) filter (where ${backLongAgo(as_of, age)}) as came_back,
        count(*) filter (where ${backLongAgo(as_of, age)} and next_on - to_on <= ${age}) as claimed_again,
        count(*) filter (where spell_order > 1 and ${as_of}::date - from_on >= ${age}) as taken_again,
        count(*) filter (where spell_order > 1 and ${as_of}::date - from_on >= ${age} and converted_on - from_on <= ${age}) as converted_again
      from spells`);
    const of = (rows: readonly Row[], rule: PoolRule): Row => rows.find((row) => row['rule'] === rule) ?? {};
    return asked.map((rule) =>
      ruleRow(rule, what_if[rule]!, { ...of(counts, rule), ...of(distinct, rule), ...of(reps, rule) }, history ?? {}),
    );
  },
});

function backLongAgo(day: string | null, age: number) {
  return sql`(ended_by = 'return' or ended_by = 'recycle') and ${day}::date - to_on >= ${age}`;
}

function ruleRow(rule: PoolRule, value: number, counts: Row, history: Row): Row {
  const count = (name: string, from = counts): number => Number(from[name] ?? 0);
  const affected = count('affected');
  const most = (part: string, whole: string): number | null => wilson(count(part, history), count(whole, history))?.high ?? null;
  const claims = most('claimed_again', 'came_back');
  const conversions = most('converted_again', 'taken_again');
  const claimable = claims === null ? null : Math.ceil(affected * claims);
  return {
    rule,
    value,
    affected,
    affected_low: leastOf(rule, counts),
    leads: count('leads'),
    reps: count('reps'),
    first_on: counts['first_on'] ?? null,
    last_on: counts['last_on'] ?? null,
    still_held: count('still_held'),
    idle_days: rule === 'recycle_days' ? count('idle_days') : null,
    converted: count('converted'),
    claimable,
    gained: claimable === null || conversions === null ? null : Math.ceil(claimable * conversions),
    came_back: count('came_back', history),
    claimed_again: count('claimed_again', history),
    taken_again: count('taken_again', history),
    converted_again: count('converted_again', history),
  };
}

function leastOf(rule: PoolRule, counts: Row): number {
  if (rule === 'recycle_days') return Number(counts['untouched'] ?? 0);
  return rule === 'holding_limit' ? Number(counts['most_over'] ?? 0) : 0;
}
