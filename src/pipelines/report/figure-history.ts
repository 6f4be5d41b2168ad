import { addMonths, type Period } from '../../lib/dates.ts';
import { both, type Lang } from '../../lib/localized.ts';
import { courseMonths } from '../../metrics/windows.ts';
import type { TableSection } from '../../result/result.ts';
import { table } from '../../views/table.ts';
import { courseOf } from './figure-course.ts';
import type { Figure } from './figures.ts';
import { monthsOfSales, plus } from './made/sales-months.ts';
import type { Runs } from './runs.ts';

interface Earlier {
  readonly id: string;
  readonly title: Figure['title'];
  readonly type: Figure['type'];
  /** First day of the month that it is of or ends in. */
  readonly month: string;
  readonly value: number | null;
  readonly target: number | null;
}

/** The months of each figure up to that of the period, where their commands tell them; null where the period is no month, or none is told. */
export function historySection(figures: readonly Figure[], runs: Runs, period: Period | null, lang: Lang): TableSection | null {
  if (period === null || addMonths(period.from, 1) !== period.to || !period.from.endsWith('-01')) return null;
  const rows = figures.flatMap((figure) => evenSteps(coursesOf(figure, runs, period.from).slice(-courseMonths)));
  if (rows.length === 0) return null;
  return table<Earlier>(
    lang,
    {
      id: 'figure_history',
      title: both('The figures month by month', '关键数字逐月'),
      place: 'detail',
      glance: { first: ['figure', 'month', 'value', 'target'], most: 0, hidden: ['id', 'shows'] },
    },
    {
      figure: { title: both('Figure', '指标'), type: 'text', basis: both('What is measured', '指标名称'), value: ({ title }) => title },
      month: {
        title: both('Month', '月份'),
        type: 'date',
        basis: both('First day of the month', '当月第一天'),
        value: ({ month }) => month,
      },
      value: {
        title: both('Value', '数值'),
        type: 'number',
        typeFrom: 'shows',
        basis: both('Of the month', '当月数值'),
        value: ({ value }) => value,
      },
      target: {
        title: both('Target', '目标'),
        type: 'number',
        typeFrom: 'shows',
        basis: both('Of the month', '当月目标'),
        value: ({ target }) => target,
      },
      id: { title: both('Id', '标识'), type: 'id', basis: both('Of the figure', '指标标识'), value: ({ id }) => id },
      shows: {
        title: both('Type', '类型'),
        type: 'id',
        basis: both('How the value is shown', '数值的显示方式'),
        value: ({ type }) => type,
      },
    },
    rows,
  );
}

/** Fewer are no course. */
const fewest = 3;

/** The last of them that lie equally far apart, for a column each would tell of a course where there is none; none where they are fewer than three. */
function evenSteps(course: readonly Earlier[]): readonly Earlier[] {
  const months = course.map(({ month }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
  const steps = months.slice(1).map((month, index) => month - months[index]!);
  const uneven = steps.findLastIndex((step) => step !== steps.at(-1));
  const even = course.slice(uneven + 1);
  return even.length < fewest ? [] : even;
}

/** What is drawn of a figure, where that is not the figure itself as it was told then. */
const drawn: Readonly<Record<string, Pick<Earlier, 'title' | 'type'>>> = {
  turnover: { title: both('Customers lost', '流失客户数'), type: 'integer' },
  pipeline: { title: both('Open deals, by dates', '在手商机（按日期）'), type: 'money' },
  nps: { title: both('NPS by quarter', '净推荐值逐季'), type: 'number' },
  csat: { title: both('CSAT by quarter', '满意率逐季'), type: 'ratio' },
};

function coursesOf(figure: Figure, runs: Runs, last: string): Earlier[] {
  const { id, title, type } = { ...figure, ...drawn[figure.id] };
  const row = (month: string, value: number | null, target: number | null = null): Earlier => ({ id, title, type, month, value, target });
  if (id === 'revenue') return monthsOfSales(runs).map(({ month, actual, target }) => row(month, actual, target));
  if (id === 'year_to_date') {
    let sum: number | null = 0;
    return monthsOfSales(runs)
      .filter(({ month }) => month.slice(0, 4) === last.slice(0, 4))
      .map(({ month, actual }) => row(month, (sum = plus(sum, actual))));
  }
  return courseOf(runs, id).map(({ month, value }) => row(month, value));
}
