import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { periodLabel, periodNumber } from '../../metrics/retention/parts/cohort-calendar.ts';
import { metricById } from '../../metrics/registry.ts';
import type { Result, TableSection } from '../../result/result.ts';
import { blankResult } from '../blank-result.ts';
import { cohortFindings } from './findings.ts';
import { cohortOverview } from './overview.ts';
import { cohortFields, type CohortInput, computeCohorts } from './settings.ts';
import { triangles } from './triangles.ts';
import { metricSection, type Pick } from '../metric-section.ts';

export { cohortFields, type CohortInput };

/** Retention, survival, revenue and their projection by the period of the first purchase, and revenue retention per customer. */
export async function cohorts(input: CohortInput): Promise<Result> {
  const { ingested, lang, engine, period } = input;
  const report = await computeCohorts(input);
  return {
    ...blankResult('cohorts', lang),
    as_of: ingested.asOf,
    period,
    engine: engine.dialect,
    inputs: [...ingested.inputs],
    sections: [
      await cohortOverview(input),
      ...(await triangles(input)),
      await averageSection(input),
      await projectionSection(input),
      await revenueRetentionSection(input),
      ...(input.by === null ? [] : [await revenueGroupsSection(input, input.by)]),
      await cellsSection(input),
    ],
    findings: [...ingested.findings, ...(await cohortFindings(input))],
    not_computed: report.notComputed.map(({ metric, needs }) => ({ metric, needs: [...needs] })),
  };
}

function all(metric: string, leaving: readonly string[] = []): Pick[] {
  return Object.keys(metricById(metric).columns)
    .filter((column) => !leaving.includes(column))
    .map((column) => ({ metric, column }));
}

/** All columns of a metric, in the order the clause says. */
function whole({ engine, lang }: CohortInput, id: string, title: Localized, metric: string, order: Sql): Promise<TableSection> {
  return metricSection(engine, { id, title: title[lang], lang, picks: all(metric), from: sql`${identifier(metric)} order by ${order}` });
}

function averageSection(input: CohortInput): Promise<TableSection> {
  return whole(input, 'average', { en: 'Average over cohorts', 'zh-CN': '各批次平均' }, 'cohort_averages', sql`cohort_averages.age`);
}

function projectionSection(input: CohortInput): Promise<TableSection> {
  return whole(
    input,
    'projection',
    { en: 'Projection (sBG)', 'zh-CN': '存续预测（sBG）' },
    'cohort_projection',
    sql`cohort_projection.age`,
  );
}

function revenueRetentionSection(input: CohortInput): Promise<TableSection> {
  const title = { en: 'Revenue retention', 'zh-CN': '收入留存（GRR / NRR）' };
  return whole(input, 'revenue_retention', title, 'revenue_retention', sql`revenue_retention.last_on desc nulls last`);
}

/** Largest groups first. */
async function revenueGroupsSection(input: CohortInput, by: string): Promise<TableSection> {
  const { lang } = input;
  const title = { en: 'Revenue retention by group', 'zh-CN': '分组收入留存' };
  const order = sql`revenue_retention_groups.start_revenue desc nulls last, revenue_retention_groups.group_name`;
  const section = await whole(input, 'revenue_retention_by', title, 'revenue_retention_groups', order);
  const named = metricById('customer_profile').columns[by];
  const columns = section.columns.map((column) =>
    column.id === 'group_name' && named !== undefined ? { ...column, title: named.title[lang] } : column,
  );
  const rows = Array.from(section.rows, (row) => ({ ...row, group_name: row['group_name'] === '' ? null : (row['group_name'] ?? null) }));
  return { ...section, columns, rows };
}

/** The triangles in long form, for other programs: one row a cohort and age. */
async function cellsSection({ engine, lang, unit }: CohortInput): Promise<TableSection> {
  const section = await metricSection(engine, {
    id: 'cells',
    title: { en: 'Cohorts in long form', 'zh-CN': '批次明细（长表）' }[lang],
    lang,
    picks: [
      { metric: 'cohort_cells', column: 'cohort_on', as: 'cohort' },
      { metric: 'cohort_cells', column: 'age', as: 'period' },
      ...all('cohort_cells', ['cohort_on', 'age']),
    ],
    from: sql`cohort_cells order by cohort_cells.cohort_on, cohort_cells.age`,
  });
  const columns = section.columns.map((column) => (column.id === 'cohort' ? { ...column, type: 'text' as const } : column));
  const rows = Array.from(section.rows, (row) => ({ ...row, cohort: periodLabel(unit, periodNumber(unit, String(row['cohort']))) }));
  return { ...section, columns, rows };
}
