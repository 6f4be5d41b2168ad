import { sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultCell, TableSection } from '../../../result/result.ts';
import type { Columns } from '../../../views/columns.ts';
import { periodWords } from '../../../lib/period-words.ts';
import { table } from '../../../views/table.ts';
import type { TrackInput } from './run.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';
import type { Nesting } from './nested.ts';
import { type TrendPeriod, trendPeriods, type TrendTarget } from './trend-periods.ts';
import { addsUp } from './words.ts';

/** What the picture over time is of: the highest level, and the first metric of it. */
export interface TrendSubject {
  readonly level: string;
  readonly metric: string;
}

interface TrendRow {
  readonly [column: string]: ResultCell;
  readonly target_order: number;
  readonly scope: string;
  readonly key: string;
  readonly owner: string | null;
  readonly period_start: IsoDate;
  readonly period_end: IsoDate;
  readonly target: number | null;
  readonly actual: number | null;
  readonly base: number | null;
  readonly is_over: boolean;
}

/** So many periods are shown at most. */
const mostPeriods = 24;

/** Target periods of the last two years, one after the other, with actual and target of the level. */
export async function trendSection(
  { engine, lang, ingested: { asOf } }: TrackInput,
  { level, metric }: TrendSubject,
  nesting: Nesting,
): Promise<TableSection> {
  const rows = await engine.rows<TrendRow>(sql`
    select
      min(rows.target_order) as target_order, rows.scope, coalesce(rows.scope_key, '') as key, rows.owner, rows.period_start, rows.period_end,
      (sum(rows.value) filter (where slips.slip is null))::double precision as target, max(actuals.actual) as actual, max(actuals.base) as base,
      max(case when actuals.is_over then 1 else 0 end) = 1 as is_over
    from (
      select
        target_rows.*,
        row_number() over (
          partition by level, scope, scope_key, owner, parent, metric, ambition, period_start, period_end, value order by target_order
        ) as place
      from target_rows
    ) as rows
    inner join target_actuals as actuals on actuals.target_order = rows.target_order
    left join target_slips as slips on slips.target_order = rows.target_order
    where rows.place = 1 and rows.level = ${level} and rows.metric = ${metric} and rows.ambition = 'base'
      and rows.period_start <= ${asOf}::date and rows.period_end >= rows.period_start
    group by rows.scope, rows.scope_key, rows.owner, rows.period_start, rows.period_end
    order by target_order`);
  const targets = withoutHeld(rows, metric, nesting).map((row): TrendTarget => {
    const { target_order: order, period_start: from, period_end: to, target, actual, base, is_over: isOver } = row;
    return { order, whose: whoseOf(row), from, to, hasValue: target !== null, target, actual, base, isOver };
  });
  const periods = trendPeriods(targets, addsUp(metric)).slice(-mostPeriods);
  return table(
    lang,
    {
      id: 'trend',
      title: both(
        `${levelWords[level]!.en}, ${metricWords[metric]!.word.en}: period by period`,
        `${levelWords[level]!['zh-CN']}${metricWords[metric]!.word['zh-CN']}：逐期`,
      ),
      place: 'basis',
      glance: {
        most: mostPeriods,
        first: ['period', 'actual', 'target', 'attainment'],
        hidden: periods.every(({ isOver }) => isOver) ? ['is_over'] : [],
      },
      chart: { kind: 'columns', label: 'period', value: 'actual', against: 'target' },
    },
    columnsFor(metric),
    periods,
  );
}

/** A team is left out where one that it lies in has a target over the same days; before and after that it stands for itself. */
function withoutHeld(rows: readonly TrendRow[], metric: string, nesting: Nesting): TrendRow[] {
  const spans = groupedBy(rows, ({ period_start: from, period_end: to }) => `${from} ${to}`);
  return [...spans.values()].flatMap((own) => {
    const { period_start: from, period_end: to } = own[0]!;
    const there = rows.filter((row) => row.period_start <= to && row.period_end >= from);
    const holders = new Map(there.map((row) => [whoseOf(row), { scope: row.scope, key: row.key, owner: row.owner, metric }]));
    const held = nesting.within([...holders.values()]);
    return own.filter((row) => !held.has(holders.get(whoseOf(row))!));
  });
}

function whoseOf({ scope, key, owner }: TrendRow): string {
  return JSON.stringify([scope, key, owner]);
}

function columnsFor(metric: string): Columns<TrendPeriod> {
  const { shows } = metricWords[metric]!;
  const figure = { type: shows } as const;
  return {
    period: {
      title: both('Period', '期间'),
      type: 'text',
      basis: both('Target period, the last may be running.', '目标期间，最后一期可能尚在进行。'),
      value: ({ from, to }) => periodWords({ from, to: addDays(to, 1) }),
    },
    target: {
      ...figure,
      title: both('Target', '目标值'),
      basis: both(
        'Sum of the targets of the level, each day once: a team in another is not added, nor a year to its months; rates are averaged.',
        '该层级目标之和，每天只计一次：已包含在其他团队中的团队、已有各月的全年目标不再相加；比率取平均。',
      ),
      value: ({ target }) => target,
    },
    actual: {
      ...figure,
      better: 'high',
      title: both('Actual', '实际值'),
      basis: both(
        'Reached by the as-of date; blank where that of one of the targets cannot be told.',
        '截至统计日期的完成值；任一目标无法得知时留空。',
      ),
      value: ({ actual }) => actual,
    },
    attainment: {
      title: both('Attainment', '达成率'),
      type: 'ratio',
      basis: both('Actual ÷ target.', '实际值 ÷ 目标值。'),
      value: ({ target, actual }) => (target === null || actual === null || target <= 0 ? null : actual / target),
    },
    is_over: {
      title: both('Over', '已结束'),
      type: 'flag',
      basis: both('Whether the period is over.', '期间是否已结束。'),
      value: ({ isOver }) => isOver,
    },
  };
}
