import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import { rankMeasures } from '../../metrics/reps/parts/rank-measures.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

const titles = new Map<string, (typeof rankMeasures)[number]>(rankMeasures.map((measure) => [measure.id, measure]));

/** What the composite of each rep is made of: every measure with its base, the median of the reps, points and weight. */
export async function measuresSection({ engine, lang }: RepsInput, { chosen, one }: People): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from rep_measures where ${chosen(sql`rep`)} order by rep, measure_order`);
  return table<ResultRow>(
    lang,
    {
      id: 'measures',
      title: both('Measures of each rep', '各销售的指标'),
      place: one === null ? 'detail' : 'answer',
      glance: {
        first: [...(one === null ? ['rep'] : []), 'measure', 'value', 'median', 'base', 'score', 'weight'],
        most: 20,
        hidden: ['shows'],
      },
    },
    {
      rep: repColumn,
      measure: {
        ...metricHeading('rep_measures', 'measure'),
        type: 'text',
        value: ({ measure }) => titles.get(String(measure))!.title,
        code: ({ measure = null }) => measure,
      },
      value: { ...metricHeading('rep_measures', 'value'), typeFrom: 'shows', value: ({ value = null }) => value },
      median: { ...metricHeading('rep_measures', 'median'), typeFrom: 'shows', value: ({ median = null }) => median },
      shows: {
        title: both('Kind of value', '数值类型'),
        type: 'id',
        basis: both('How the figures of the row are read.', '该行数值的格式。'),
        value: ({ measure }) => titles.get(String(measure))!.shows,
      },
      ...metricColumns('rep_measures', 'base', 'score', 'weight'),
    },
    rows,
  );
}
