import type { CustomerGroup } from '../../metrics/choices.ts';
import { cohortsCard } from './card.ts';
import { metricById } from '../../metrics/registry.ts';
import { cohortAnswer } from './answer.ts';
import { cohortFindings } from './findings.ts';
import { cohortOverview } from './overview.ts';
import { type CohortInput, cohortFields, computeCohorts } from './run.ts';
import { triangles } from './triangles.ts';
import { periodOf } from './words.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import type { Result, TableSection } from '../../result/result.ts';
import { type ListColumn, from, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import type { TableHead } from '../../views/table.ts';

export { cohortFields, type CohortInput };

/** Retention, survival, revenue and their projection by the period of the first purchase, and revenue retention per customer. */
export async function cohorts(input: CohortInput): Promise<Result> {
  const report = await computeCohorts(input);
  const sections = [
    await cohortOverview(input),
    ...(await triangles(input)),
    await averageSection(input),
    await projectionSection(input),
    await revenueRetentionSection(input),
    await revenueRetentionMonthsSection(input),
    ...(input.by === null ? [] : [await revenueGroupsSection(input, input.by)]),
    await cellsSection(input),
  ];
  return analysisResult(cohortsCard, input, {
    period: input.period,
    answer: cohortAnswer(sections, input.unit),
    sections,
    findings: await cohortFindings(input),
    notComputed: report.notComputed,
  });
}

/** All that a metric says of each age. */
function byAge(input: CohortInput, metric: string, head: TableHead): Promise<TableSection> {
  return list(input, { ...head, place: 'detail', of: metric, order: ascending(metric, 'age'), columns: allFrom(metric) });
}

function averageSection(input: CohortInput): Promise<TableSection> {
  return byAge(input, 'cohort_averages', {
    id: 'average',
    title: { en: 'Average over cohorts', 'zh-CN': '各批次平均' },
    chart: { kind: 'lines', label: 'age', values: ['retention', 'survival'] },
  });
}

function projectionSection(input: CohortInput): Promise<TableSection> {
  return byAge(input, 'cohort_projection', {
    id: 'projection',
    title: { en: 'Projection (sBG)', 'zh-CN': '存续预测（sBG）' },
    chart: { kind: 'lines', label: 'age', values: ['observed', 'projected', 'low', 'high'] },
  });
}

const netRetention = { kind: 'dots', value: 'net_retention', low: 'net_low', high: 'net_high' } as const;

function revenueRetentionSection(input: CohortInput): Promise<TableSection> {
  return list(input, {
    id: 'revenue_retention',
    title: { en: 'Revenue retention', 'zh-CN': '收入留存（GRR / NRR）' },
    of: 'revenue_retention',
    order: descending('revenue_retention', 'last_on'),
    place: 'detail',
    columns: allFrom('revenue_retention'),
    chart: { ...netRetention, label: 'last_on' },
  });
}

/** Twelve months up to the end of each month, whatever the cohorts are by. */
function revenueRetentionMonthsSection(input: CohortInput): Promise<TableSection> {
  const metric = 'revenue_retention_months';
  return list(input, {
    id: metric,
    title: { en: 'Revenue retention of twelve months, month by month', 'zh-CN': '12 个月收入留存逐月' },
    of: metric,
    order: ascending(metric, 'last_on'),
    place: 'detail',
    columns: allFrom(metric),
    chart: { kind: 'lines', label: 'last_on', values: ['net_retention', 'gross_retention'] },
  });
}

/** Largest groups first; who has none, by what the files say, is in the group without a name. */
function revenueGroupsSection(input: CohortInput, by: CustomerGroup): Promise<TableSection> {
  const metric = 'revenue_retention_groups';
  const heading = { ...metricHeading(metric, 'group_name'), title: metricHeading('customer_profile', by).title };
  return list(input, {
    id: 'revenue_retention_by',
    title: { en: 'Revenue retention by group', 'zh-CN': '分组收入留存' },
    of: metric,
    order: [...descending(metric, 'start_revenue'), ...ascending(metric, 'group_name')],
    columns: [
      own('group_name', heading, reads(metric, 'group_name'), (name = null) => (name === '' ? null : name)),
      ...allFrom(metric, 'group_name'),
    ],
    chart: { ...netRetention, label: 'group_name' },
  });
}

/** The triangles in long form, for other programs: one row a cohort and age. */
function cellsSection(input: CohortInput): Promise<TableSection> {
  return list(input, {
    id: 'cells',
    title: { en: 'Cohorts in long form', 'zh-CN': '批次明细（长表）' },
    of: 'cohort_cells',
    order: ascending('cohort_cells', 'cohort_on', 'age'),
    columns: [
      own('cohort', { ...metricHeading('cohort_cells', 'cohort_on'), type: 'text' }, reads('cohort_cells', 'cohort_on'), (day) =>
        periodOf(input.unit, day),
      ),
      own('period', metricHeading('cohort_cells', 'age'), reads('cohort_cells', 'age'), null),
      ...allFrom('cohort_cells', 'cohort_on', 'age'),
    ],
    glance: { most: 0 },
  });
}

/** All columns of a metric but these. */
function allFrom(metric: string, ...without: readonly string[]): ListColumn[] {
  return from(metric, ...Object.keys(metricById(metric).columns).filter((column) => !without.includes(column)));
}
