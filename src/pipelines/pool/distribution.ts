import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

/** In the order in which a reader asks. */
const dimensions: Readonly<Record<string, Localized>> = {
  all: both('All', '全部'),
  age: both('Days since coming in', '在库天数'),
  comebacks: both('Times back', '回公海次数'),
  until_recycling: both('In hand: days until recycling', '在手：距收回天数'),
  pool: both('Pool', '公海'),
  source: both('Source', '来源'),
  industry: both('Industry', '行业'),
  size: both('Size', '规模'),
  region: both('Region', '区域'),
  product: both('Product', '意向产品'),
};

/** What lies in the pool now: open leads that nobody owns, by what is known of them; and those held by when they fall back. */
export async function distributionSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from pool_distribution order by member_order, leads desc nulls last, member`);
  const ordered = Object.keys(dimensions).flatMap((name) => rows.filter((row) => row['dimension'] === name));
  return table<ResultRow>(
    lang,
    {
      id: 'distribution',
      title: both('What lies in the pool now', '公海线索分布'),
      glance: { first: ['by', 'member', 'leads', 'share', 'median_age_days', 'never_contacted'], most: 20, hidden: [] },
    },
    {
      by: {
        title: both('By', '维度'),
        type: 'text',
        basis: both('What the leads are told apart by.', '按什么区分线索。'),
        value: (row) => dimensions[String(row['dimension'])] ?? null,
        code: (row) => row['dimension'] ?? null,
      },
      member: {
        ...metricHeading('pool_distribution', 'member'),
        value: memberName,
        code: ({ dimension, member = null }) => (dimension === 'until_recycling' && member === 'due' ? member : null),
      },
      ...metricColumns('pool_distribution', 'leads', 'share', 'median_age_days', 'never_contacted'),
    },
    ordered,
  );
}

function memberName({ dimension, member = null }: ResultRow): Localized | ResultRow[string] {
  if (dimension === 'all') return dimensions['all']!;
  return dimension === 'until_recycling' && member === 'due' ? both('due already', '应已收回') : member;
}
