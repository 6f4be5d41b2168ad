import { sql } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultCell, TableSection } from '../../../result/result.ts';
import type { Columns } from '../../../views/columns.ts';
import { periodWords } from '../../../views/period-words.ts';
import { table } from '../../../views/table.ts';
import type { TrackInput } from './run.ts';
import { levelWords, metricWords } from '../parts/target-words.ts';

/** What the picture over time is of: the highest level, and the first metric of it. */
export interface TrendSubject {
  readonly level: string;
  readonly metric: string;
}

interface TrendRow {
  readonly [column: string]: ResultCell;
  readonly period_start: IsoDate;
  readonly period_end: IsoDate;
  readonly target: number | null;
  readonly actual: number | null;
  readonly is_over: boolean;
}

/** Target periods of the last two years, one after the other, with actual and target of the level. */
export async function trendSection(
  { engine, lang, ingested: { asOf } }: TrackInput,
  { level, metric }: TrendSubject,
): Promise<TableSection> {
  const rows = await engine.rows<TrendRow>(sql`
    with own as (
      select
        rows.period_start, rows.period_end, rows.value, actuals.actual, actuals.is_over,
        min(rows.period_end - rows.period_start) over (partition by rows.owner) as shortest
      from target_rows as rows
      inner join target_actuals as actuals on actuals.target_order = rows.target_order
      where rows.level = ${level} and rows.metric = ${metric} and rows.ambition = 'base' and rows.period_start <= ${asOf}::date
    )
    select
      period_start, period_end, sum(value)::double precision as target, sum(actual) as actual, max(case when is_over then 1 else 0 end) = 1 as is_over
    from own
    where period_end - period_start <= shortest + 3
    group by period_start, period_end
    order by period_start desc, period_end desc
    limit 24`);
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
        most: 12,
        first: ['period', 'actual', 'target', 'attainment'],
        hidden: rows.every(({ is_over }) => is_over) ? ['is_over'] : [],
      },
      chart: { kind: 'columns', label: 'period', value: 'actual', against: 'target' },
    },
    columnsFor(metric),
    rows.toReversed(),
  );
}

function columnsFor(metric: string): Columns<TrendRow> {
  const { shows } = metricWords[metric]!;
  const figure = { type: shows } as const;
  return {
    period: {
      title: both('Period', '期间'),
      type: 'text',
      basis: both('Target period, the last may be running.', '目标期间，最后一期可能尚在进行。'),
      value: ({ period_start, period_end }) => periodWords({ from: period_start, to: addDays(period_end, 1) }),
    },
    target: {
      ...figure,
      title: both('Target', '目标值'),
      basis: both('Sum of the targets of the level.', '该层级目标之和。'),
      value: ({ target }) => target,
    },
    actual: {
      ...figure,
      title: both('Actual', '实际值'),
      basis: both('Reached by the as-of date.', '截至统计日期的完成值。'),
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
      value: ({ is_over }) => is_over,
    },
  };
}
