import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import type { Read } from '../../forecast/read.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { daysIn, mostSteps, type Span, stepsBack } from './parts/same-length.ts';
import { lateStart, reachedTables, sinceDay, valueReached } from './parts/reached.ts';

export const targetHistory = defineMetric({
  id: 'target_history',
  question: both(
    'What was reached, of what targets are set for, in the periods of the same length before?',
    '目标所涉的指标在此前同样长度的各期间实际达到多少？',
  ),
  grain: ['counted_as', 'scope', 'scope_key', 'period_start', 'period_end'],
  columns: {
    counted_as: column.id(both('Counted as', '计数口径'), both('As in target_rows.', '同 target_rows。')),
    scope: column.id(
      both('Counted by', '计入范围'),
      both('As in target_rows; of every metric the company is there, too.', '同 target_rows；每个指标均另含公司合计。'),
    ),
    scope_key: column.text(both('Of', '范围取值'), both('As in target_rows; blank for the company.', '同 target_rows；公司为空文本。')),
    period_start: column.date(both('From', '开始'), both('First day.', '第一天。')),
    period_end: column.date(
      both('To', '结束'),
      both('Last day, at most the as-of date. Only periods that the data cover.', '最后一天，不晚于截止日期。仅含数据覆盖的期间。'),
    ),
    value: column.number(
      both('Reached', '实际值'),
      both(
        'What target_actuals would say of a target for this period, in the unit that counted_as has.',
        '若为该期间设目标，target_actuals 给出的实际值；单位按计数口径。',
      ),
      { empty: both('Of an average or a rate: there is nothing to divide by.', '平均与比率类：没有可作分母的记录。') },
    ),
    n: column.count(
      both('n', '样本数'),
      both(
        'Of an average or a rate its base; of sums and counts the days with a record.',
        '平均与比率类为其基数；合计与计数类为有记录的天数。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: ['market.industry', 'market.year', 'market.size'],
  uses: ['target_rows', 'target_days'],
  source:
    'Definition: whole months go back by months, other periods by days, 60 steps at most; a period counts from the first record of the scope on (one that lacks at most its first tenth, too), and what has no record in it then is 0.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of: until }, rows) => {
    const spans = await spansOfTargets(rows);
    if (spans.length === 0 || until === null) return [];
    const [found] = await rows(sql`select min(day) as first_day from target_days`);
    if (typeof found?.['first_day'] !== 'string') return [];
    const windows = windowsBefore(spans, found['first_day'], until);
    return windows.length === 0 ? [] : (await rows(query(windows))).filter(isKnown).map(rowOf);
  },
});

async function spansOfTargets(rows: Read): Promise<Span[]> {
  const found = await rows(sql`
    select period_start, period_end from target_rows
    where period_start is not null and period_end >= period_start group by period_start, period_end order by period_start, period_end`);
  return found.map((row) => ({ from: String(row['period_start']), to: String(row['period_end']) }));
}

/** Every period that lies so many steps before a target, and is over, each once. */
function windowsBefore(spans: readonly Span[], first: IsoDate, until: IsoDate): Span[] {
  const found = new Map<string, Span>();
  for (const span of spans) {
    for (let steps = 1; steps <= mostSteps; steps += 1) {
      const window = stepsBack(span, steps);
      if (!isCovered(window, first)) break;
      if (window.to <= until) found.set(`${window.from} ${window.to}`, window);
    }
  }
  return [...found.values()].toSorted((one, other) =>
    one.from === other.from ? compare(one.to, other.to) : compare(one.from, other.from),
  );
}

function isCovered(window: Span, first: IsoDate): boolean {
  return first <= addDays(window.from, Math.floor(daysIn(window) / 10));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What each scope reached in each window, and when it has its first record. */
function query(windows: readonly Span[]): Sql {
  const list = join(
    windows.map(({ from, to }) => sql`select ${from}::date as first_day, ${to}::date as last_day`),
    ' union all ',
  );
  return sql`
    with windows as (${list}),
    firsts as (
      select metric as counted_as, scope, scope_key, min(day) as first_on, 0 as same_order from target_days group by metric, scope, scope_key
    ),
    wholes as (
      select
        row_number() over (order by counted_as, scope, scope_key, first_day, last_day, same_order) as asked_id,
        counted_as, scope, scope_key, first_on, first_day, last_day,
        ${sinceDay({ countedAs: sql`counted_as`, first: sql`first_day`, last: sql`last_day` })} as since
      from firsts
      cross join windows
    ),
    asked as (select asked_id, counted_as, scope, scope_key, since, last_day as until, last_day from wholes),
    ${reachedTables},
    valued as (
      select
        wholes.counted_as, wholes.scope, wholes.scope_key, wholes.first_on, wholes.first_day, wholes.last_day, wholes.since,
        reached.part, reached.base, reached.size, coalesce(reached.base, reached.records) as n
      from wholes
      inner join reached on reached.asked_id = wholes.asked_id
    )
    select counted_as, scope, scope_key, first_on, first_day, last_day, since, n, ${valueReached} as value_reached
    from valued
    order by counted_as, scope, scope_key, first_day, last_day`;
}

/** Whether the days that a metric looks at for a window are those from the first record of the scope on. */
function isKnown({ first_on, first_day, last_day, since }: Row): boolean {
  const [first, from, looked] = [String(first_on), String(first_day), String(since)];
  return looked === from ? isCovered({ from, to: String(last_day) }, first) : first <= addDays(looked, lateStart);
}

function rowOf({
  counted_as = null,
  scope = null,
  scope_key = null,
  first_day: from = null,
  last_day: to = null,
  value_reached: value = null,
  n = null,
}: Row): Row {
  return { counted_as, scope, scope_key, period_start: from, period_end: to, value, n };
}
