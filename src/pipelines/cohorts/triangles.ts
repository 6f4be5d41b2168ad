import { glanceOf } from '../../views/table.ts';
import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { periodLabel, periodNumber } from '../../metrics/retention/parts/cohort-calendar.ts';
import type { ResultCell, ResultColumn, TableSection } from '../../result/result.ts';
import type { CohortInput } from './settings.ts';
import { ageTitle } from './words.ts';
import { resultColumn } from '../metric-section.ts';

interface CohortCell {
  readonly [column: string]: ResultCell;
  readonly cohort_on: string;
  readonly age: number;
  readonly customers: number;
}

const shown = ['retention', 'survival', 'revenue', 'revenue_per_customer'] as const;

type Shown = (typeof shown)[number];

/** Short enough for the name of a sheet. */
const titles: Readonly<Record<Shown, Localized>> = {
  retention: { en: 'Retention: bought in the period', 'zh-CN': '留存率：当期有购买' },
  survival: { en: 'Survival: bought then or later', 'zh-CN': '存续率：当期或之后有购买' },
  revenue: { en: 'Revenue by cohort', 'zh-CN': '各批次销售额' },
  revenue_per_customer: { en: 'Cumulative revenue a customer', 'zh-CN': '人均累计销售额' },
};

/** One row a cohort, the latest first, with a column for each age: a triangle. Ages that no cohort has reached have no column; no amounts, no rows. */
export async function triangles(input: CohortInput): Promise<TableSection[]> {
  const cells = await input.engine.rows<CohortCell>(
    sql`select cohort_on, age, customers, retention, survival, revenue, revenue_per_customer from cohort_cells order by cohort_on desc nulls last, age`,
  );
  const cohorts = new Map<string, CohortCell[]>();
  for (const cell of cells) cohorts.set(cell.cohort_on, [...(cohorts.get(cell.cohort_on) ?? []), cell]);
  const priced = cells.some((cell) => cell['revenue'] !== null);
  return shown.map((name) => triangle(input, name, priced || name === 'retention' || name === 'survival' ? [...cohorts.values()] : []));
}

function triangle({ unit, lang }: CohortInput, name: Shown, cohorts: readonly (readonly CohortCell[])[]): TableSection {
  const oldest = cohorts.flat().reduce((most, cell) => (cell[name] === null ? most : Math.max(most, cell.age)), 0);
  const ages = Array.from({ length: oldest + 1 }, (_, age) => age);
  const declared = resultColumn({ metric: 'cohort_cells', column: name }, lang);
  const columns: ResultColumn[] = [
    { ...resultColumn({ metric: 'cohort_cells', column: 'cohort_on', as: 'cohort' }, lang), type: 'text' },
    resultColumn({ metric: 'cohort_cells', column: 'customers' }, lang),
    ...ages.map((age) => ({ ...declared, id: `p${age}`, title: ageTitle(unit, age)[lang] })),
  ];
  const rows = cohorts.map((cells): Record<string, ResultCell> => {
    const values = new Map(cells.map((cell) => [cell.age, cell[name] ?? null]));
    return {
      cohort: periodLabel(unit, periodNumber(unit, cells[0]!.cohort_on)),
      customers: cells[0]!.customers,
      ...Object.fromEntries(ages.map((age) => [`p${age}`, values.get(age) ?? null])),
    };
  });
  return { id: name, title: titles[name][lang], kind: 'table', columns, rows, total: rows.length, glance: glanceOf(), chart: null };
}
