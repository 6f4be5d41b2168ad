import { sql } from '../../../engine/sql.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection } from '../../../result/result.ts';
import { from, own, reads } from '../../../views/list-columns.ts';
import { list } from '../../../views/list.ts';
import { ascending } from '../../../views/list-source.ts';
import { metricColumns, metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import type { SplitInput } from './run.ts';

/** The share of each month, as it is used and by each way. */
export function seasonSection(input: SplitInput): Promise<TableSection> {
  return list(input, {
    id: 'season',
    title: both('Share of each month', '各月占比'),
    of: 'split_months',
    order: ascending('split_months', 'month'),
    columns: [
      own('month', { ...metricHeading('split_months', 'month'), type: 'text' }, reads('split_months', 'month'), (month) =>
        String(month).slice(0, 7),
      ),
      ...from('split_months', 'share', 'learned', 'low', 'high', 'working_days', 'by_days', 'even'),
    ],
    glance: { first: ['month', 'share', 'low', 'high', 'by_days', 'even'], most: 12 },
    chart: { kind: 'columns', label: 'month', value: 'share' },
  });
}

/** The months of each product beside those of the company. */
export async function seasonProductsSection({ engine, lang }: SplitInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select owner, month_number, mean_share, learned_years from season_shares where level = 'product' order by owner, month_number`);
  const products = [...groupedBy(rows, ({ owner }) => owner).values()].toSorted((one, other) => peakOf(other) - peakOf(one));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return table<readonly ResultRow[]>(
    lang,
    {
      id: 'season_products',
      title: both('Months of each product', '各产品的月份分布'),
      place: 'detail',
      chart: { kind: 'heat', label: 'product', values: months.map((month) => `m${month}`) },
    },
    {
      product: { ...metricHeading('season_shares', 'owner'), title: both('Product', '产品'), value: ([first]) => first!['owner'] ?? null },
      learned_years: { ...metricHeading('season_shares', 'learned_years'), value: ([first]) => first!['learned_years'] ?? null },
      ...Object.fromEntries(
        months.map((month) => [
          `m${month}`,
          {
            ...metricHeading('season_shares', 'mean_share'),
            title: both(`Month ${month}`, `第 ${month} 月`),
            value: (seasons: readonly ResultRow[]): ResultCell =>
              seasons.find(({ month_number: number }) => number === month)?.['mean_share'] ?? null,
          },
        ]),
      ),
    },
    products,
  );
}

function peakOf(rows: readonly ResultRow[]): number {
  return Math.max(...rows.map(({ mean_share: share }) => Number(share)));
}

/** Held-out years, the latest first: how far each way was off. */
export async function seasonCheckSection({ engine, lang }: SplitInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select
      held_from, held_to, max(learned_years) as learned_years,
      max(misplaced) filter (where method = 'learned') as learned,
      max(misplaced) filter (where method = 'even') as even,
      max(misplaced) filter (where method = 'working-days') as working_days
    from season_checks
    group by held_from, held_to
    order by held_from desc nulls last`);
  const misplaced = metricHeading('season_checks', 'misplaced');
  return table<ResultRow>(
    lang,
    { id: 'season_check', title: both('Held-out years: part in the wrong month', '留出检验：落在错误月份的比例'), place: 'detail' },
    {
      ...metricColumns('season_checks', 'held_from', 'held_to', 'learned_years'),
      learned: { ...misplaced, title: both('Learned', '历史季节性'), value: ({ learned = null }) => learned },
      even: { ...misplaced, title: both('Even', '平均'), value: ({ even = null }) => even },
      working_days: { ...misplaced, title: both('Working days', '按工作日'), value: ({ working_days: days = null }) => days },
    },
    rows,
  );
}
