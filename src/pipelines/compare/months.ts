import { sql } from '../../engine/sql.ts';
import { addMonths, type IsoDate } from '../../lib/dates.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { periodWords } from '../../lib/period-words.ts';
import { table } from '../../views/table.ts';

/** Two years, and the month that the last one is held against. */
const mostMonths = 25;

/** The months up to the last day of the period, the earliest first; a month without an order has sold nothing, it is not left out. */
export async function monthsSection({ engine, lang }: ViewContext, lastDay: IsoDate): Promise<TableSection> {
  const known = await engine.rows<ResultRow & { month: IsoDate }>(sql`select * from month_totals order by month`);
  return table(
    lang,
    {
      id: 'months',
      title: both('Month by month', '逐月'),
      place: 'detail',
      glance: {
        first: ['month', 'revenue', 'customers', 'new_customers', 'orders', 'average_order', 'margin'],
        most: mostMonths,
        hidden: ['month_on'],
      },
      chart: { kind: 'columns', label: 'month', value: 'revenue' },
    },
    {
      month: {
        title: both('Month', '月份'),
        type: 'text',
        basis: both('Calendar month; the last may be running.', '自然月，最后一个月可能尚在进行。'),
        value: ({ month }) => periodWords(monthFrom(String(month))),
      },
      ...metricColumns('month_totals', 'revenue', 'customers', 'new_customers', 'orders', 'returns', 'average_order', 'profit', 'margin'),
      month_on: { ...metricHeading('month_totals', 'month'), value: ({ month }) => month ?? null },
    },
    filled(known, lastDay).slice(-mostMonths),
  );
}

function monthFrom(month: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: month, to: addMonths(month, 1) };
}

/** The rows from the first month to that of the last day, with those that nothing was sold in. */
function filled(known: readonly (ResultRow & { month: IsoDate })[], lastDay: IsoDate): ResultRow[] {
  const rows: ResultRow[] = [];
  const byMonth = new Map(known.map((row) => [row.month, row]));
  const [first] = known;
  if (first === undefined) return rows;
  for (let month = first.month; month <= lastDay; month = addMonths(month, 1))
    rows.push(byMonth.get(month) ?? { month, revenue: 0, customers: 0, new_customers: 0, orders: 0, returns: 0 });
  return rows;
}
