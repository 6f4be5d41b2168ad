import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import { countsOf, poolRates } from './rates.ts';

const shown = ['conversion_rate', 'utilisation_rate'];

/** Conversion and utilisation in windows as long as the period, month by month, the earliest first; what neither leads nor log cover is left out. */
export async function rateMonthsSection({ engine, lang }: ViewContext): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from pool_months where entered is not null or available is not null order by last_day`);
  const rates = poolRates.filter(({ id }) => shown.includes(id));
  return table<ResultRow>(
    lang,
    {
      id: 'rate_months',
      title: both('Conversion and utilisation month by month', '转化率与利用率逐月'),
      place: 'detail',
      glance: { first: ['first_day', 'last_day', 'entered', ...shown] },
      chart: { kind: 'lines', label: 'last_day', values: shown },
    },
    {
      ...metricColumns('pool_months', 'first_day', 'last_day', 'entered', 'cohort_converted', 'available', 'utilised'),
      ...Object.assign(
        {},
        ...rates.map((rate) =>
          rateColumns<ResultRow>(rate.id, rate, (row) => {
            const counts = countsOf(rate, row);
            return rateOf(counts?.successes, counts?.trials);
          }),
        ),
      ),
    },
    rows,
  );
}
