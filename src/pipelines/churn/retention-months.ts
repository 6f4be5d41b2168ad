import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';

/** 客户保持率 of twelve months, up to the as-of date and to the ends of the months before it, the earliest first; what the data do not cover is left out. */
export async function retentionMonthsSection({ engine, lang }: ViewContext): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from retention_months where customers_before is not null order by last_on`);
  return table<ResultRow>(
    lang,
    {
      id: 'retention_months',
      title: both('Retention of twelve months, month by month', '12 个月客户保持率逐月'),
      place: 'detail',
      chart: { kind: 'lines', label: 'last_on', values: ['retention_rate'] },
    },
    {
      ...metricColumns('retention_months', 'last_on', 'customers_before', 'kept'),
      ...rateColumns(
        'retention_rate',
        {
          title: both('Retention', '客户保持率'),
          basis: both(
            'Kept ÷ customers before. Months that follow each other share eleven of their twelve: how far they differ is not tested.',
            '保持客户数 ÷ 前 12 个月客户数。相邻两月有 11 个月重叠，差异不作检验。',
          ),
        },
        ({ kept, customers_before: before }) => rateOf(kept, before),
      ),
    },
    rows,
  );
}
