import { sql } from '../../engine/sql.ts';
import { withoutLegalForm } from '../../lib/company-names.ts';
import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import { both } from '../../lib/localized.ts';
import type { Section, TableSection } from '../../result/result.ts';
import { courseMonths } from '../../metrics/windows.ts';
import { saidBy } from '../../views/answer.ts';
import { monthColumn, monthOnColumn } from '../../views/month-columns.ts';
import type { ForecastInput } from '../parts/forecast-run.ts';
import { table } from '../../views/table.ts';

interface MonthBought {
  /** Its first day. */
  readonly month: IsoDate;
  /** 0 where nothing was bought; null where the files begin later. */
  readonly revenue: number | null;
  readonly before: number | null;
}

/** Who bought in fewer of them has no course to be seen. */
const fewestBought = 3;

/** The months of the first customer at risk, beside those of the year before: when it began to buy less. Null where nobody is at risk, or it bought in too few months. */
export async function largestMonthsSection(
  { engine, ingested: { asOf }, lang }: Pick<ForecastInput, 'engine' | 'ingested' | 'lang'>,
  sections: readonly Section[],
): Promise<TableSection | null> {
  const [largest] = saidBy(sections).rows('at_risk');
  if (largest === undefined || asOf === null) return null;
  const dayBefore = addDays(addMonths(addDays(asOf, 1), -12), -1);
  const bought = await engine.rows<{ month: IsoDate; revenue: number | null; so_far: number | null }>(sql`
    select
      cast(date_trunc('month', ordered_on::timestamp) as date) as month,
      sum(amount)::double precision as revenue,
      case when count(*) filter (where ordered_on <= ${dayBefore}::date) = 0 then 0
        else (sum(amount) filter (where ordered_on <= ${dayBefore}::date))::double precision end as so_far
    from order_totals
    where customer_id = ${String(largest['customer_id'])} and ordered_on <= ${asOf}::date
    group by cast(date_trunc('month', ordered_on::timestamp) as date)`);
  const [span] = await engine.rows<{ first: IsoDate | null }>(sql`
    select cast(date_trunc('month', min(ordered_on)::timestamp) as date) as first from order_totals`);
  const known = new Map(bought.map((row) => [row.month, row]));
  const inMonth = (month: IsoDate, of: 'revenue' | 'so_far' = 'revenue'): number | null => {
    const row = known.get(month);
    return row === undefined ? (month < (span?.first ?? month) ? null : 0) : row[of];
  };
  const last = `${asOf.slice(0, 7)}-01`;
  const months = Array.from({ length: courseMonths }, (_, index): MonthBought => {
    const month = addMonths(last, index + 1 - courseMonths);
    // A month that is not over stands beside as many days of the year before.
    return { month, revenue: inMonth(month), before: inMonth(addMonths(month, -12), month === last ? 'so_far' : 'revenue') };
  });
  const buying = months.filter(({ revenue, before }) => (revenue ?? 0) > 0 || (before ?? 0) > 0);
  if (buying.length < fewestBought) return null;
  const name = withoutLegalForm(String(largest['customer_name'] ?? largest['customer_id']));
  return table<MonthBought>(
    lang,
    {
      id: 'largest_months',
      title: both(`${name} month by month; light: a year before`, `${name}逐月购买额；浅色为上年同月`),
      name: both('First at risk', '高风险首位客户'),
      place: 'detail',
      glance: { first: ['month', 'revenue', 'before'], most: courseMonths, hidden: ['month_on'] },
      chart: { kind: 'columns', label: 'month', value: 'revenue', before: 'before' },
    },
    {
      month: monthColumn(
        both(
          'Calendar month; the last up to the as-of date, and so that of the year before.',
          '自然月；最后一个月截至截止日期，上年同月亦截至同日。',
        ),
      ),
      revenue: {
        title: both('Bought', '购买额'),
        type: 'money',
        better: 'high',
        basis: both('Order amounts of the month, returns taken off.', '当月订单金额合计，已扣除退货。'),
        value: ({ revenue }) => revenue,
      },
      before: {
        title: both('Year before', '上年同月'),
        type: 'money',
        basis: both('The same month a year before.', '上年同月的购买额。'),
        value: ({ before }) => before,
      },
      month_on: monthOnColumn,
    },
    months,
  );
}
