import type { Period } from '../../../lib/dates.ts';
import { addMonths } from '../../../lib/dates.ts';
import { both, type Lang } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { courseMonths } from '../../../metrics/windows.ts';
import { monthColumn, monthOnColumn } from '../../../views/month-columns.ts';
import { table } from '../../../views/table.ts';
import { rowsOf, type Runs, tableOf } from '../runs.ts';
import { wholeYear } from '../whole-target.ts';

/** The sales of a month, those of the same month a year before, and the target; null where there is none. */
export interface SalesMonth {
  /** Its first day. */
  readonly month: string;
  readonly actual: number | null;
  readonly before: number | null;
  readonly target: number | null;
}

/** All months from the first of the files to that in which the period ends, the earliest first. */
export function monthsOfSales(runs: Runs): SalesMonth[] {
  const months = [...rowsOf(runs, 'compare', 'months')];
  const sales = new Map(months.map((row) => [String(row['month_on']), numberOf(row['revenue'])]));
  const targets = new Map([...rowsOf(runs, 'targets track', 'trend')].map((row) => [String(row['period']), numberOf(row['target'])]));
  return months.map((row) => {
    const month = String(row['month_on']);
    return {
      month,
      actual: numberOf(row['revenue']),
      before: sales.get(addMonths(month, -12)) ?? null,
      target: targets.get(String(row['month'])) ?? null,
    };
  });
}

/** Fewer say nothing of a course. */
const fewestMonths = 3;

/** The months up to the end of the period, a year of them and the one it is held against. */
function monthsSection(runs: Runs, lang: Lang): TableSection | null {
  const months = monthsOfSales(runs).slice(-courseMonths);
  if (months.length < fewestMonths) return null;
  const hasTarget = months.some(({ target }) => target !== null);
  const hasBefore = months.some(({ before }) => before !== null);
  return table(
    lang,
    {
      id: 'trend',
      title: hasBefore
        ? both(
            `Sales month by month; light: a year before${hasTarget ? '; line: target' : ''}`,
            `逐月销售额；浅色为上年同月${hasTarget ? '，横线为目标' : ''}`,
          )
        : both(`Sales month by month${hasTarget ? '; line: target' : ''}`, `逐月销售额${hasTarget ? '；横线为目标' : ''}`),
      glance: { first: ['month', 'actual', 'target', 'attainment', 'before'], most: courseMonths, hidden: ['month_on'] },
      chart: {
        kind: 'columns',
        label: 'month',
        value: 'actual',
        ...(hasTarget ? { against: 'target' } : {}),
        ...(hasBefore ? { before: 'before' } : {}),
      },
    },
    {
      month: monthColumn(both('Calendar month; the last may be running.', '自然月，最后一个月可能尚在进行。')),
      actual: {
        title: both('Sales', '销售额'),
        type: 'money',
        better: 'high',
        basis: both(
          'Order amounts of the month, returns taken off; section months of compare.',
          '当月订单金额合计，已扣除退货；取自 compare 的 months。',
        ),
        value: ({ actual }) => actual,
      },
      target: {
        title: both('Target', '目标'),
        type: 'money',
        basis: both(
          'Target for the month of the company, else of the highest level that has one; section trend of targets track.',
          '公司当月目标，没有时取有目标的最高层级；取自 targets track 的 trend。',
        ),
        value: ({ target }) => target,
      },
      attainment: {
        title: both('Attainment', '达成率'),
        type: 'ratio',
        basis: both('Sales ÷ target.', '销售额 ÷ 目标。'),
        value: ({ actual, target }) => (actual === null || target === null || target <= 0 ? null : actual / target),
      },
      before: {
        title: both('Year before', '上年同月'),
        type: 'money',
        basis: both('Sales of the same month a year before.', '上年同月销售额。'),
        value: ({ before }) => before,
      },
      month_on: monthOnColumn,
    },
    months,
  );
}

/** The months against their targets; the periods of the targets where these are not set by month. */
export function trendSection(runs: Runs, lang: Lang): TableSection | null {
  const trend = tableOf(runs, 'targets track', 'trend');
  const isByMonth = monthsOfSales(runs).some(({ target }) => target !== null);
  return trend === null || isByMonth ? monthsSection(runs, lang) : trend;
}

interface PaceRow {
  readonly month: string;
  readonly actual: number | null;
  readonly target: number | null;
  readonly before: number | null;
  readonly forecast: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The sums of the calendar year up to each of its months, beside those of the target and of the year before, and where they are heading; null without a target of the year. */
export function paceSection(runs: Runs, period: Period | null, lang: Lang): TableSection | null {
  const year = wholeYear(runs);
  const [goal, forecast, low, high] = ['target', 'forecast', 'low', 'high'].map((id) => numberOf(year?.[id]));
  const from = `${(period?.from ?? '').slice(0, 4)}-01-01`;
  const all = monthsOfSales(runs);
  const known = all.filter(({ month }) => month >= from);
  if (period === null || goal === null || goal === undefined || known.length < fewestMonths || known[0]?.month !== from) return null;
  const rows: PaceRow[] = [];
  let actual: number | null = 0;
  let target: number | null = 0;
  let before: number | null = 0;
  for (let index = 0; index < 12; index += 1) {
    const month = addMonths(from, index);
    const own = known.find((each) => each.month === month);
    const earlier = all.find((each) => each.month === addMonths(month, -12))?.actual ?? null;
    actual = own === undefined ? actual : plus(actual, own.actual);
    target = index === 11 ? goal : plus(target, own?.target ?? null);
    before = plus(before, earlier);
    const isLast = index === 11;
    const isToday = own !== undefined && index === known.length - 1;
    const heading = (end: number | null | undefined): number | null => (isLast ? (end ?? null) : isToday ? actual : null);
    const isOver = known.length === 12;
    rows.push({
      month,
      actual: own === undefined ? null : actual,
      target,
      before,
      forecast: isOver ? null : heading(forecast),
      low: isOver ? null : heading(low),
      high: isOver ? null : heading(high),
    });
  }
  const sum = (
    title: { readonly en: string; readonly 'zh-CN': string },
    basis: { readonly en: string; readonly 'zh-CN': string },
    value: (row: PaceRow) => number | null,
  ) => ({ title, type: 'money' as const, better: 'high' as const, basis, value });
  // A year of another beginning, or what is not counted by the day of the order, is no sum of these months.
  const reached = rows[known.length - 1]?.actual ?? null;
  const told = numberOf(year?.['actual']);
  if (reached === null || told === null || Math.abs(reached - told) > 1e-6 * Math.max(1, Math.abs(told))) return null;
  return table<PaceRow>(
    lang,
    {
      id: 'pace',
      title: both('Sales of the year so far', '本年累计销售额'),
      glance: { first: ['month', 'actual', 'target', 'before', 'forecast'], most: 12 },
      chart: {
        kind: 'pace',
        label: 'month',
        value: 'actual',
        against: 'target',
        before: 'before',
        forecast: 'forecast',
        low: 'low',
        high: 'high',
      },
    },
    {
      month: monthColumn(both('Calendar month.', '自然月。')),
      actual: sum(both('Actual', '实际'), both('Sum of the months so far.', '截至该月的累计。'), (row) => row.actual),
      target: sum(
        both('Target', '目标'),
        both('Sum of the targets of the months; of the year at its end.', '各月目标累计；年末为全年目标。'),
        (row) => row.target,
      ),
      before: sum(both('Year before', '上年'), both('The same sum a year before.', '上年同期累计。'), (row) => row.before),
      forecast: sum(
        both('Forecast', '预测'),
        both('End of the year as targets track expects it.', '年末预测，取自 targets track。'),
        (row) => row.forecast,
      ),
      low: sum(both('Forecast, low', '预测下限'), both('Lower end of its interval.', '预测区间下限。'), (row) => row.low),
      high: sum(both('Forecast, high', '预测上限'), both('Upper end of its interval.', '预测区间上限。'), (row) => row.high),
    },
    rows,
  );
}

/** What is not known of one part is not known of the sum. */
export function plus(sum: number | null, part: number | null): number | null {
  return sum === null || part === null ? null : sum + part;
}
