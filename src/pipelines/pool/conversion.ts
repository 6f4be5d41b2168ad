import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { Chart, ResultRow, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import type { Columns, Heading } from '../../views/columns.ts';
import { notSaidCode } from '../../views/not-said.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { conversionTitle } from './conversion-title.ts';
import { inOrderOfEvidence } from './conversion-order.ts';
import { dimensionTitles, groupName, measureColumn, verdictWords } from './group-words.ts';
import type { PoolInput } from './run.ts';

const metric = 'lead_conversion';

/** Groups of leads: all leads first, then the dimension that tells most. */
export async function conversionGroups({ engine }: Pick<PoolInput, 'engine'>): Promise<readonly ResultRow[]> {
  return inOrderOfEvidence(await engine.rows<ResultRow>(sql`select * from lead_conversion order by dimension, value`));
}

/** Conversion of these groups at equal age, each against all others. */
export function conversionSection({ lang }: PoolInput, rows: readonly ResultRow[]): TableSection {
  const [all] = rows;
  const timed = all?.['measure'] !== 'rate';
  const figure = timed ? 'incidence' : 'rate';
  return table<ResultRow>(
    lang,
    {
      id: 'conversion',
      name: both('Conversion by group', '分组转化'),
      title: conversionTitle(rows),
      chart: chartOf(figure),
      glance: {
        most: 12,
        first: ['dimension', 'value', 'leads', figure, 'others', 'verdict'],
        hidden: ['measure', ...(timed ? ['rate_low', 'rate_high'] : [])],
      },
    },
    {
      ...groupedBy,
      ...metricColumns(metric, 'leads', 'converted', 'lost', 'open_leads', 'undated', 'rate', 'rate_low', 'rate_high'),
      ...titledByAge(numberOf(all?.['age'])),
      ...metricColumns(metric, 'others', 'difference', 'difference_low', 'difference_high', 'p_adjusted', 'alike_p'),
      verdict: {
        ...metricHeading(metric, 'verdict'),
        value: ({ verdict = null }) => (verdict === null ? null : verdictWords[String(verdict)]!),
        code: ({ verdict = null }) => verdict,
      },
      ...(all?.['costed'] ? metricColumns(metric, 'costed', 'cost_per_lead', 'cost_per_customer') : {}),
      ...metricColumns(metric, 'median_days', 'median_low_days', 'median_high_days', 'naive'),
      measure: { ...metricHeading(metric, 'measure'), type: 'text', ...measureColumn },
    },
    rows,
  );
}

/** Every group at every age of the settings, for other programs and for who asks. */
export async function conversionByAgeSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`select * from conversion_by_age order by case dimension when 'all' then 1 else 2 end, dimension, value, age`,
  );
  return table<ResultRow>(
    lang,
    { id: 'conversion_by_age', title: both('Conversion by age', '各天数内的转化率'), place: 'detail' },
    {
      ...groupedBy,
      ...metricColumns('conversion_by_age', 'age', 'leads', 'followed', 'incidence', 'incidence_low', 'incidence_high'),
    },
    rows,
  );
}

const groupedBy: Columns<ResultRow> = {
  dimension: {
    ...metricHeading(metric, 'dimension'),
    value: ({ dimension }) => dimensionTitles[String(dimension)]!,
    code: ({ dimension = null }) => codeOf(dimension),
  },
  value: {
    ...metricHeading(metric, 'value'),
    basis: both('As the lead file has it; “not said” where it leaves it blank.', '按线索表原样；为空的记为“未填写”。'),
    value: groupName,
    code: ({ dimension, value }) => (dimension !== 'all' && value === '' ? notSaidCode : null),
  },
};

/** The share by the age and its bounds, under titles that say which age. */
function titledByAge(age: number | null): Columns<ResultRow> {
  const heading = (column: string, more: Localized): Heading => ({
    ...metricHeading(metric, column),
    title: both(`By day ${age ?? '?'}${more.en}`, `${age ?? '?'} 天内转化${more['zh-CN']}`),
  });
  const column = (id: string, more: Localized): Columns<ResultRow> => ({
    [id]: { ...heading(id, more), value: (row) => row[id] ?? null },
  });
  return {
    ...column('incidence', both('', '率')),
    ...column('incidence_low', both(', low', '率下限')),
    ...column('incidence_high', both(', high', '率上限')),
  };
}

function chartOf(figure: 'incidence' | 'rate'): Chart {
  return { kind: 'dots', label: 'value', value: figure, low: `${figure}_low`, high: `${figure}_high`, against: 'others' };
}
