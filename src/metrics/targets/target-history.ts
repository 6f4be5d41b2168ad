import { z } from 'zod';
import { join, sql } from '../../engine/sql.ts';
import type { Read } from '../../forecast/read.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { daysIn, mostSteps, type Span, stepsBack } from './parts/same-length.ts';
import { additiveMetrics, countedMetrics, scopeDayFields, scopeDays } from './parts/scope-days.ts';

export const targetHistory = defineMetric({
  id: 'target_history',
  question: both(
    'What was reached, of what targets are set for, in the periods of the same length before?',
    '目标所涉的指标在此前同样长度的各期间实际达到多少？',
  ),
  grain: ['metric', 'scope', 'scope_key', 'period_start', 'period_end'],
  columns: {
    metric: column.id(both('Metric', '指标'), both('As in target_rows.', '同 target_rows。')),
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
        'revenue, payments, profit, quantity: sums of order lines; orders, new_customers (by first order), visits, calls, leads: counts; customers: different buyers; csat: mean; nps: promoters less detractors of 100; conversion_rate: converted over new leads.',
        'revenue、payments、profit、quantity：订单行合计；orders、new_customers（按首单）、visits、calls、leads：计数；customers：不同购买客户数；csat：平均分；nps：推荐者与贬损者占比之差；conversion_rate：转化数 ÷ 新增线索数。',
      ),
      { empty: both('Of an average: there is nothing to average.', '平均类指标：没有可平均的记录。') },
    ),
    n: column.count(
      both('n', '样本数'),
      both(
        'Of an average or a rate its base; of a sum the days with a record, of a count itself.',
        '平均与比率类为其基数；合计类为有记录的天数；计数类即其本身。',
      ),
    ),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: scopeDayFields,
  uses: ['target_rows', 'rep_names'],
  usesIfComputed: ['customer_orders', 'customer_profile'],
  source:
    'Definition: whole months go back by months, other periods by days, 60 steps at most; a period counts from the first record of the scope on (one that lacks at most its first tenth, too), and what has no record in it then is 0.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of: until }, rows) => {
    const spans = await spansOfTargets(rows);
    if (spans.length === 0 || until === null) return [];
    const [first] = await rows(sql`with ${scopeDays(until)} select min(day) as day from scope_days`);
    if (typeof first?.['day'] !== 'string') return [];
    const windows = windowsBefore(spans, first['day'], until);
    return windows.length === 0 ? [] : reached(await rows(query(windows, until)), windows);
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

/** What each scope has in each window, and when it has its first record. */
function query(windows: readonly Span[], until: IsoDate) {
  const list = join(
    windows.map(({ from, to }) => sql`select ${from}::date as period_start, ${to}::date as period_end`),
    ' union all ',
  );
  return sql`
    with ${scopeDays(until)},
    windows as (${list}),
    firsts as (select metric, scope, scope_key, min(day) as first_on from scope_days group by metric, scope, scope_key),
    items as (
      select
        days.metric, days.scope, days.scope_key, windows.period_start, windows.period_end, days.item,
        sum(days.added) as added, sum(days.divided) as divided, count(*) as records
      from windows
      join scope_days as days on days.day between windows.period_start and windows.period_end
      group by days.metric, days.scope, days.scope_key, windows.period_start, windows.period_end, days.item
    ),
    sums as (
      select metric, scope, scope_key, period_start, period_end, sum(added) as added, sum(divided) as divided, sum(records) as records, count(item) as items
      from items
      group by metric, scope, scope_key, period_start, period_end
    )
    select
      firsts.metric, firsts.scope, firsts.scope_key, firsts.first_on, sums.period_start, sums.period_end, sums.added, sums.divided, sums.records, sums.items
    from firsts
    left join sums on sums.metric = firsts.metric and sums.scope = firsts.scope and sums.scope_key = firsts.scope_key
    order by firsts.metric, firsts.scope, firsts.scope_key, sums.period_start, sums.period_end`;
}

/** One row a scope and window from its first record on; a window without any record has nothing in it. */
function reached(found: readonly Row[], windows: readonly Span[]): Row[] {
  const scopes = groupedBy(found, (row) => JSON.stringify([row['metric'], row['scope'], row['scope_key']]));
  return [...scopes.values()].flatMap((records) => {
    const { metric = null, scope = null, scope_key = null, first_on: first } = records[0]!;
    const byWindow = new Map(records.map((row) => [`${row['period_start']} ${row['period_end']}`, row]));
    return windows
      .filter((window) => isCovered(window, String(first)))
      .map(({ from, to }) => {
        const row = byWindow.get(`${from} ${to}`);
        return { metric, scope, scope_key, period_start: from, period_end: to, ...valueOf(String(metric), row) };
      });
  });
}

function valueOf(metric: string, row: Row | undefined): { readonly value: number | null; readonly n: number } {
  const number = (name: string): number => Number(row?.[name] ?? 0);
  if (countedMetrics.has(metric)) return { value: number('items'), n: number('items') };
  if (additiveMetrics.has(metric)) return { value: number('added'), n: number('records') };
  const base = number('divided');
  return { value: base === 0 ? null : number('added') / base, n: base };
}
