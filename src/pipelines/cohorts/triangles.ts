import { sql } from '../../engine/sql.ts';
import { groupedBy } from '../../lib/groups.ts';
import type { Localized } from '../../lib/localized.ts';
import type { CohortInput } from './run.ts';
import { ageTitle, periodOf } from './words.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import type { Column } from '../../views/columns.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

interface CohortCell {
  readonly [column: string]: ResultCell;
  readonly cohort_on: string;
  readonly age: number;
  readonly customers: number;
}

/** The latest cohorts of the first triangle that a screen shows. */
const seen = 12;

/** Titles are short enough for the name of a sheet. */
const shown: readonly (readonly [id: string, title: Localized])[] = [
  ['retention', { en: 'Retention: bought in the period', 'zh-CN': '留存率：当期有购买' }],
  ['survival', { en: 'Survival: bought then or later', 'zh-CN': '存续率：当期或之后有购买' }],
  ['revenue', { en: 'Revenue by cohort', 'zh-CN': '各批次销售额' }],
  ['revenue_per_customer', { en: 'Cumulative revenue a customer', 'zh-CN': '人均累计销售额' }],
];

/** One row a cohort, the latest first, with a column for each age: a triangle. Ages that no cohort has reached have no column; no amounts, no rows. */
export async function triangles({ engine, lang, unit }: CohortInput): Promise<TableSection[]> {
  const cells = await engine.rows<CohortCell>(
    sql`select cohort_on, age, customers, retention, survival, revenue, revenue_per_customer from cohort_cells order by cohort_on desc nulls last, age`,
  );
  const cohorts = groupedBy(cells, ({ cohort_on }) => cohort_on);
  return shown.map(([id, title]) => {
    const heading = metricHeading('cohort_cells', id);
    const known = cells.filter((cell) => cell[id] !== null);
    const ages = Array.from({ length: known.reduce((most, { age }) => Math.max(most, age), 0) + 1 }, (_, age) => age);
    const atAge = (age: number): Column<readonly CohortCell[]> => ({
      ...heading,
      title: ageTitle(unit, age),
      value: (cohort) => cohort[age]?.[id] ?? null,
    });
    return table(
      lang,
      {
        id,
        title,
        // In their first period all buy.
        ...(id === 'retention' ? { glance: { most: seen, hidden: ['p0'] } } : { place: 'detail' }),
        chart: { kind: 'heat', label: 'cohort', values: ages.map((age) => `p${age}`) },
      },
      {
        cohort: {
          ...metricHeading('cohort_cells', 'cohort_on'),
          type: 'text',
          value: ([first]) => periodOf(unit, first!.cohort_on),
        },
        customers: { ...metricHeading('cohort_cells', 'customers'), value: ([first]) => first!.customers },
        ...Object.fromEntries(ages.map((age) => [`p${age}`, atAge(age)])),
      },
      heading.type === 'money' && known.length === 0 ? [] : [...cohorts.values()],
    );
  });
}
