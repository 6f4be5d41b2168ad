import { fill, type Lang } from '../../../lib/localized.ts';
import type { Chart, ResultColumn, ResultRow, TableSection } from '../../../result/result.ts';
import { inTime, linesOf, numberIn } from '../../chart-spans.ts';
import { timeLabels } from '../../html/charts/time-labels.ts';
import { describeChart } from '../../chart-words.ts';
import { betterOf } from '../../favourable.ts';
import { formatValue, titleWithUnit } from '../../format.ts';
import { cellOf, cellsOf } from '../../sections.ts';
import { reportWords } from '../../words.ts';
import type { ChartHead, ChartPlan, ChartSeries, DrawnKind, Look } from './chart-plan.ts';
import { chartWords } from './chart-sheet-words.ts';
import { limitsPlan } from './plan-limits.ts';
import { paretoPlan } from './plan-pareto.ts';
import { waterfallPlan } from './plan-waterfall.ts';
import { unitFor } from './units.ts';

/** More rows than this are told apart by nobody; those that come first are drawn. */
const mostBars = 15;
/** More periods than this are a line. */
const mostColumns = 24;
/** A waterfall of more steps is bars. */
const mostSteps = 14;
/** A curve of more points says nothing more. */
const mostPoints = 400;

type OneFigure = Extract<Chart, { value: string }>;

/** What a chart draws of a section; null where it has none, or fewer than two figures. Matrices and heat maps are shades of the cells themselves. */
export function chartPlan(section: TableSection, lang: Lang): ChartPlan | null {
  const { chart, rows } = section;
  if (chart === null || chart.kind === 'figures') return null;
  if (!('value' in chart)) return chart.kind === 'lines' ? linesPlan(section, lang) : null;
  if (chart.kind === 'pareto') return paretoPlan(headOf(section, chart, 'pareto', lang), [...cellsOf(rows, chart.value)], lang);
  const all = rows.slice(0, mostPoints);
  if (all.filter((row) => numberIn(cellOf(row, chart.value)) !== null).length < 2) return null;
  if (chart.kind === 'waterfall' && rows.length <= mostSteps)
    return waterfallPlan(
      headOf(section, chart, 'waterfall', lang),
      labelsOf(all, chart.label, lang),
      { figures: figuresOf(all, chart.value), better: betterOf(section, chart.value) },
      lang,
    );
  if (chart.kind === 'columns') return columnsPlan(section, chart, all, lang);
  if (chart.kind === 'limits') return limitsPlan(headOf(section, chart, 'limits', lang), chart, section, lang);
  if (chart.kind === 'pace') return pacePlan(section, chart, all, lang);
  return chart.kind === 'dots'
    ? dotsPlan(section, chart, all.slice(0, mostBars), lang)
    : barsPlan(section, chart, all.slice(0, mostBars), lang);
}

function headOf(section: TableSection, chart: OneFigure, kind: DrawnKind, lang: Lang): ChartHead {
  const value = columnOf(section, chart.value);
  return {
    kind,
    title: section.title,
    description: describeChart(section, lang),
    labelTitle: columnOf(section, chart.label).title,
    valueTitle: titleWithUnit(value, lang),
    type: value.type,
    ...(value.counted_in === undefined ? {} : { counted_in: value.counted_in }),
  };
}

function columnOf({ columns }: TableSection, id: string): ResultColumn {
  return columns.find((column) => column.id === id) ?? { id, title: id, type: 'number', unit: null, basis: null };
}

function labelsOf(rows: readonly ResultRow[], label: string, lang: Lang): string[] {
  return rows.map((row) => formatValue(cellOf(row, label), 'text', lang));
}

/** Labels of months with the year below the first of them. */
function timesOf(rows: readonly ResultRow[], label: string, lang: Lang): string[] {
  return timeLabels(labelsOf(rows, label, lang)).map(({ short, year }) => (year === null ? short : `${short}\n${year}`));
}

function figuresOf(rows: readonly ResultRow[], id: string): (number | null)[] {
  return rows.map((row) => numberIn(cellOf(row, id)));
}

function barsPlan(section: TableSection, chart: OneFigure, rows: readonly ResultRow[], lang: Lang): ChartPlan {
  const { valueTitle, ...head } = headOf(section, chart, 'bars', lang);
  const shown = section.rows.length > rows.length ? firstOf(valueTitle, rows.length, lang) : valueTitle;
  return inUnits(
    {
      ...head,
      labels: labelsOf(rows, chart.label, lang),
      series: [{ title: shown, figures: figuresOf(rows, chart.value), look: 'actual' }],
    },
    lang,
  );
}

function firstOf(title: string, n: number, lang: Lang): string {
  return fill(chartWords.firstRows, lang, { title, n });
}

/** The figure of each period or row, and what it is held against. */
function columnsPlan(section: TableSection, chart: Extract<Chart, { kind: 'columns' }>, rows: readonly ResultRow[], lang: Lang): ChartPlan {
  const { valueTitle, ...head } = headOf(section, chart, rows.length > mostColumns ? 'lines' : 'columns', lang);
  const ordered = inTime(rows, chart.label);
  const beside = (id: string | undefined, look: Look): ChartSeries[] =>
    id === undefined ? [] : [{ title: titleWithUnit(columnOf(section, id), lang), figures: figuresOf(ordered, id), look }];
  // What was earlier stands behind.
  const series: ChartSeries[] = [
    ...beside(chart.before, 'previous'),
    { title: valueTitle, figures: figuresOf(ordered, chart.value), look: 'actual' },
    ...beside(chart.against, 'target'),
  ];
  return inUnits({ ...head, labels: timesOf(ordered, chart.label, lang), series: series.filter(hasFigure) }, lang);
}

/** Sums over time, those of the target and of the year before, and what they will come to. */
function pacePlan(section: TableSection, chart: Extract<Chart, { kind: 'pace' }>, rows: readonly ResultRow[], lang: Lang): ChartPlan {
  const { valueTitle, ...head } = headOf(section, chart, 'lines', lang);
  const courses = [
    [chart.value, 'actual'],
    [chart.before, 'previous'],
    [chart.against, 'target'],
    [chart.forecast, 'forecast'],
    [chart.low, 'other'],
    [chart.high, 'other'],
  ] as const satisfies readonly (readonly [string, Look])[];
  const series = courses.map(([id, look]): ChartSeries => ({
    title: id === chart.value ? valueTitle : titleWithUnit(columnOf(section, id), lang),
    figures: figuresOf(rows, id),
    look,
  }));
  return inUnits({ ...head, joins: true, labels: timesOf(rows, chart.label, lang), series: series.filter(hasFigure) }, lang);
}

/** As a page draws the courses of a chart: the first is what was, then what it is held against. */
const courseLooks: readonly Look[] = ['actual', 'previous', 'target', 'forecast', 'other'];

function linesPlan(section: TableSection, lang: Lang): ChartPlan | null {
  const { chart, rows } = section;
  if (chart?.kind !== 'lines') return null;
  const courses = linesOf(section, rows.slice(0, mostPoints));
  const [first] = chart.values;
  if (courses.length === 0 || first === undefined) return null;
  const column = columnOf(section, first);
  const look = (index: number): Look => courseLooks[Math.min(index, courseLooks.length - 1)]!;
  return inUnits(
    {
      kind: 'lines',
      title: section.title,
      description: describeChart(section, lang),
      labelTitle: columnOf(section, chart.label).title,
      labels: labelsOf(inTime(rows.slice(0, mostPoints), chart.label), chart.label, lang),
      series: courses.map(({ title, figures }, index) => ({ title, figures, look: look(index) })),
      type: column.type,
      ...(column.counted_in === undefined ? {} : { counted_in: column.counted_in }),
    },
    lang,
  );
}

/** The estimate of each row with its interval, and hollow what it is held against. */
function dotsPlan(section: TableSection, chart: Extract<Chart, { kind: 'dots' }>, given: readonly ResultRow[], lang: Lang): ChartPlan {
  const { valueTitle, ...head } = headOf(section, chart, 'dots', lang);
  const [first] = given;
  const isInTime = /^\d{4}/.test(String(first === undefined ? '' : cellOf(first, chart.label)));
  const rows = isInTime ? inTime(given, chart.label) : given;
  const figures = figuresOf(rows, chart.value);
  const reach = (id: string, sign: 1 | -1): (number | null)[] =>
    figuresOf(rows, id).map((end, index) => {
      const figure = figures[index] ?? null;
      return end === null || figure === null ? null : Math.max(0, sign * (end - figure));
    });
  const shown = section.rows.length > rows.length ? firstOf(valueTitle, rows.length, lang) : valueTitle;
  const series: ChartSeries[] = [{ title: shown, figures, look: 'actual' }];
  if (chart.against !== undefined)
    series.push({
      title: titleWithUnit(columnOf(section, chart.against), lang),
      figures: figuresOf(rows, chart.against),
      look: 'previous',
    });
  return inUnits(
    {
      ...head,
      labels: labelsOf(rows, chart.label, lang),
      series: series.filter(hasFigure),
      interval: {
        below: { title: fill(chartWords.below, lang), figures: reach(chart.low, -1), look: 'hidden' },
        above: { title: fill(chartWords.above, lang), figures: reach(chart.high, 1), look: 'hidden' },
      },
    },
    lang,
  );
}

function hasFigure({ figures }: ChartSeries): boolean {
  return figures.some((figure) => figure !== null);
}

/** The same in a unit of which its figures are short numbers; the titles say which. */
export function inUnits(plan: ChartPlan, lang: Lang): ChartPlan {
  if (plan.counted_in !== undefined) return plan;
  const { size, name } = unitFor(
    plan.series.flatMap(({ figures }) => figures.flatMap((figure) => figure ?? [])),
    plan.type,
    lang,
  );
  if (name === null) return plan;
  const unit = fill(name, lang);
  const counted = (series: ChartSeries): ChartSeries => ({
    ...series,
    title: fill(reportWords.withUnit, lang, { title: series.title, unit }),
    figures: series.figures.map((figure) => (figure === null ? null : figure / size)),
  });
  const { interval } = plan;
  return {
    ...plan,
    series: plan.series.map(counted),
    ...(interval === undefined ? {} : { interval: { below: counted(interval.below), above: counted(interval.above) } }),
  };
}
