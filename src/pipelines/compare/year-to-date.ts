import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { FactsSection, ResultRow } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { factsSection } from '../../views/facts.ts';
import { metricFact } from '../../views/of-metrics.ts';

/** The year up to the end of the period against the same days a year before, and the customer who changed most; null where the files do not reach back. */
export async function yearToDateSection({ engine, lang }: ViewContext): Promise<FactsSection | null> {
  const [row] = await engine.rows<ResultRow>(sql`
    select years.*, coalesce(profile.customer_name, years.customer_id) as customer_name
    from year_to_date as years
    left join customer_profile as profile on profile.customer_id = years.customer_id`);
  if (row === undefined || (row['difference'] ?? null) === null) return null;
  const fact = (id: string) => metricFact('year_to_date', id, { value: row[id] ?? null });
  return factsSection(
    lang,
    { id: 'year_to_date', title: both('Year to date against the year before', '本年累计与上年同期'), place: 'detail' },
    [
      ...['first_day', 'last_day', 'revenue', 'year_ago_revenue', 'difference', 'relative_difference', 'customer_id'].map(fact),
      {
        id: 'customer_name',
        title: both('Customer', '客户'),
        type: 'text',
        value: row['customer_name'] ?? null,
        basis: both('Whose revenue changed most, up or down.', '销售额变动最大（增或减）的客户。'),
      },
      ...['customer_difference', 'others_relative'].map(fact),
    ],
  );
}
