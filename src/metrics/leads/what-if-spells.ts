import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { PoolRule } from '../choices.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period, type PoolRecords, poolRecords, type WhatIf } from '../parameters.ts';
import { whatIf } from '../what-if-parameter.ts';
import { inPeriod } from './parts/in-period.ts';
import { freedTables } from './parts/what-if/freed.ts';
import { banTable, limitTables, quotaTable } from './parts/what-if/refused.ts';

export const whatIfSpells = defineMetric({
  id: 'what_if_spells',
  question: both(
    'Which holdings of leads would other rules of the pool have ended or refused, and when?',
    '换一套公海规则，哪些持有会被提前收回或不予领取，发生在何时？',
  ),
  grain: ['lead_id', 'spell_order', 'rule'],
  columns: {
    lead_id: leadId,
    spell_order: column.count(both('Number', '第几次'), both('As in lead_spells.', '同 lead_spells。')),
    rule: column.id(
      both('Rule', '规则'),
      both(
        'recycle_days: the lead would have fallen back; holding_limit, daily_quota, claim_ban_days: the rep would not have got it.',
        'recycle_days 会被收回；holding_limit、daily_quota、claim_ban_days 当时不能取得。',
      ),
    ),
    rep: column.text(both('Rep', '销售'), both('Who had the lead.', '持有线索的销售。')),
    from_on: column.date(both('Taken on', '取得日期'), both('When the rep got it.', '取得线索的日期。')),
    happened_on: column.date(
      both('Freed or refused on', '收回或拒绝日期'),
      both('When it would have fallen back; of a refusal the day on which it was taken.', '会被收回的日期；不予领取的为当时的取得日期。'),
    ),
    ended_on: column.date(both('Ended on', '实际结束'), both('When the rep really had it no more.', '实际结束持有的日期。'), {
      empty: both('The rep still has it.', '仍在持有。'),
    }),
    ended_by: column.id(
      both('Ended by', '结束方式'),
      both('As in lead_spells; convert where it converted from that day on.', '同 lead_spells；自该日起转化的为 convert。'),
      {
        empty: both('The rep still has it.', '仍在持有。'),
      },
    ),
    next_contact_on: column.date(
      both('Contacted after that', '此后跟进'),
      both('First contact after that day while the rep had it.', '该日之后持有期间的首次跟进。'),
      { empty: both('There was none.', '没有。') },
    ),
    idle_days: column.count(
      both('Idle days', '闲置天数'),
      both('Days from then to that contact, else to the end, or to the as-of date.', '从该日到此后的跟进、结束或统计日期的天数。'),
      { unit: 'days', empty: both('Of a refusal there are none.', '不予领取的没有。') },
    ),
    over_limit: column.count(
      both('Over the limit', '超出数'),
      both('By how many leads the rep would have been over the holding limit with it.', '取得后超出保有量上限的条数。'),
      { unit: 'leads', empty: both('Of other rules there is none.', '其他规则没有。') },
    ),
  },
  requires: [['pool_events.lead_id', 'pool_events.customer_id']],
  reads: [
    ...['event', 'at', 'rep'].map((field) => `pool_events.${field}`),
    ...['lead_id', 'customer_id', 'at'].map((field) => `activities.${field}`),
  ],
  uses: [],
  usesIfComputed: ['lead_spells'],
  source:
    'Definition: the log as it stands, judged by other rules: days without contact are counted from the day the rep got the lead or last contacted it, holdings at the moment of each claim or assignment; with recycle_days, holdings end where that rule would have ended them.',
  parameters: z.object({ as_of: asOf, period, pool_records: poolRecords, what_if: whatIf }),
  sql: ({ as_of, period: asked, pool_records: records, what_if: rules }) => spellsQuery({ day: as_of, asked, records, rules }),
});

interface Asked {
  readonly day: IsoDate | null;
  readonly asked: Period | null;
  readonly records: PoolRecords;
  readonly rules: WhatIf;
}

function spellsQuery({ day, asked, records, rules }: Asked): Sql {
  const { recycle_days: recycleDays, holding_limit: limit, daily_quota: quota, claim_ban_days: banDays } = rules;
  const idle = sql`coalesce(next_contact_on, cast(to_at as date), ${day}::date) - freed_on`;
  const judged: readonly (readonly [rule: PoolRule, tables: Sql | null, rows: Sql])[] = [
    [
      'recycle_days',
      recycleDays === null ? null : freedTables(records, day, recycleDays),
      rowsOf('recycle_days', { table: 'freed', idle }),
    ],
    [
      'holding_limit',
      limit === null ? null : limitTables(limit, recycleDays !== null),
      rowsOf('holding_limit', { table: 'over_limit', over: sql`leads_over` }),
    ],
    ['daily_quota', quota === null ? null : quotaTable(quota), rowsOf('daily_quota', { table: 'over_quota' })],
    ['claim_ban_days', banDays === null ? null : banTable(banDays), rowsOf('claim_ban_days', { table: 'in_ban' })],
  ];
  const wanted = judged.flatMap(([, tables, rows]) => (tables === null ? [] : [{ tables, rows }]));
  // Of no rule there is no row.
  const parts =
    wanted.length > 0 ? wanted.map(({ rows }) => rows) : [sql`${rowsOf('recycle_days', { table: 'spells' })} where lead_id is null`];
  return sql`
    with spells as (select * from lead_spells where rep is not null)
    ${join(
      wanted.map(({ tables }) => sql`, ${tables}`),
      '',
    )}
    select * from (${join(parts, ' union all ')}) as judged where ${inPeriod(sql`from_at`, asked)}`;
}

interface RuleRows {
  /** Spells that the rule would have ended or refused. */
  readonly table: 'freed' | 'over_limit' | 'over_quota' | 'in_ban' | 'spells';
  readonly idle?: Sql;
  readonly over?: Sql;
}

function rowsOf(rule: PoolRule, { table, idle, over }: RuleRows): Sql {
  const isFreed = table === 'freed';
  const day = isFreed ? sql`freed_on` : sql`cast(from_at as date)`;
  return sql`
    select
      lead_id, spell_order, ${rule} as rule, rep, from_at, cast(from_at as date) as from_on,
      ${day} as happened_on, cast(to_at as date) as ended_on,
      case when converted_at >= ${day} then 'convert' else ended_by end as ended_by,
      ${isFreed ? sql`next_contact_on` : sql`cast(null as date)`} as next_contact_on, ${idle ?? sql`cast(null as bigint)`} as idle_days,
      ${over ?? sql`cast(null as bigint)`} as over_limit
    from ${identifier(table)}`;
}
