import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import type { ViewContext } from '../../views/context.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { meaningHeading, nameHeading } from './customers.ts';

/** How customers come and go, by the column of the metric that counts them. */
const counts = [
  { id: 'new_customers', metric: 'period_totals' },
  { id: 'won_back', metric: 'customer_turnover' },
  { id: 'lost', metric: 'customer_turnover' },
  { id: 'active', metric: 'customer_turnover' },
] as const;

/** Customers new, won back and lost in either period, lost by the rule of `churn`: who is between two orders is not. */
export async function turnoverSection({ engine, lang }: ViewContext): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select turnover.*, totals.new_customers
    from customer_turnover as turnover join period_totals as totals on totals.period = turnover.period`);
  const of = (period: string, id: string) => rows.find((row) => row['period'] === period)?.[id] ?? null;
  const figure = (title: ReturnType<typeof both>, period: string) => ({
    title,
    type: 'integer' as const,
    unit: 'customers',
    basis: both('Of the period; blank where the files begin too late to tell.', '该期客户数；数据起点过晚、无从判断时为空。'),
    value: ({ id }: (typeof counts)[number]) => of(period, id),
  });
  return table<(typeof counts)[number]>(
    lang,
    {
      id: 'turnover',
      title: both('Customers new, won back and lost', '新客户、挽回与流失'),
      place: 'basis',
      glance: { first: ['title', 'before', 'after', 'meaning'], hidden: ['measure'] },
    },
    {
      title: { ...nameHeading, value: ({ id, metric }) => metricHeading(metric, id).title },
      before: figure(both('Before', '对比期'), 'before'),
      after: figure(both('After', '本期'), 'after'),
      meaning: { ...meaningHeading, value: ({ id, metric }) => metricHeading(metric, id).basis },
      measure: {
        title: both('Measure', '指标'),
        type: 'id',
        basis: both('The same in every language.', '各语言相同。'),
        value: ({ id }) => codeOf(id),
      },
    },
    rows.length === 0 ? [] : counts,
  );
}
