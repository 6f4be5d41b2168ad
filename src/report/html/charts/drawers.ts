import type { ResultRows, TableSection } from '../../../result/result.ts';
import type { Lang } from '../../../lib/localized.ts';
import { inTime, linesOf, numberIn } from '../../chart-spans.ts';
import { betterOf } from '../../favourable.ts';
import { formatValue } from '../../format.ts';
import { cellOf, cellsOf } from '../../sections.ts';
import { columnsChart } from './columns.ts';
import type { Canvas, Drawing, Measured } from './drawing.ts';
import { funnelChart } from './funnel.ts';
import { limitsChart, type LimitsPoint } from './limits.ts';
import { linesChart } from './lines.ts';
import { paceChart } from './pace.ts';
import { paretoChart } from './pareto.ts';
import type { Figures } from './scale.ts';
import { waterfallChart } from './waterfall.ts';

/** Draws the picture in the room that there is; null where its figures say nothing. */
export type Drawer = (canvas: Canvas) => Drawing | null;

/** Of a table whose picture stands by itself; null for others, and where there are too few rows. */
export function drawerOf(section: TableSection, lang: Lang): Drawer | null {
  const { chart, rows, columns } = section;
  if (chart === null || rows.length < 2) return null;
  const titleOf = (id: string): string => columns.find((column) => column.id === id)?.title ?? '';
  const typeOf = (id: string): Figures => figuresOf(section, id);
  const measured = (id: string): Measured => ({ type: typeOf(id), better: betterOf(section, id) });
  const figures = (id: string | undefined): (number | null)[] =>
    Array.from(rows, (row) => (id === undefined ? null : numberIn(cellOf(row, id))));
  switch (chart.kind) {
    case 'columns': {
      const [against, before] = [figures(chart.against), figures(chart.before)];
      const points = pointsOf(rows, chart, lang).map((point, index) => ({ ...point, against: against[index]!, before: before[index]! }));
      return (canvas) => columnsChart(points, measured(chart.value), canvas);
    }
    case 'pace': {
      const { value, against, before, forecast, low, high } = chart;
      const courses = {
        figure: figures(value),
        against: figures(against),
        before: figures(before),
        forecast: figures(forecast),
        low: figures(low),
        high: figures(high),
      };
      const points = Array.from(rows, (row, index) => ({
        label: formatValue(cellOf(row, chart.label), 'text', lang),
        figure: courses.figure[index]!,
        against: courses.against[index]!,
        before: courses.before[index]!,
        forecast: courses.forecast[index]!,
        low: courses.low[index]!,
        high: courses.high[index]!,
      }));
      const titles = { figure: titleOf(value), against: titleOf(against), before: titleOf(before), forecast: titleOf(forecast) };
      return (canvas) => paceChart(points, titles, measured(value), canvas);
    }
    case 'limits': {
      const limits = chart.limits.map(figures);
      const [values, sizes, all] = [figures(chart.value), figures(chart.n), figures(chart.all)];
      const points = Array.from(rows).flatMap((row, index): LimitsPoint[] => {
        const [figure, n] = [values[index]!, sizes[index]!];
        if (figure === null || n === null) return [];
        const label = formatValue(cellOf(row, chart.label), 'text', lang);
        return [{ label, n, figure, limits: limits.map((limit) => limit[index]!), signal: String(cellOf(row, chart.signal) ?? 'none') }];
      });
      const titles = { n: titleOf(chart.n), figure: titleOf(chart.value), all: titleOf(chart.all) };
      return points.length < 3 ? null : (canvas) => limitsChart(points, all[0] ?? null, titles, typeOf(chart.value), canvas);
    }
    case 'waterfall':
      return (canvas) => waterfallChart(pointsOf(rows, chart, lang), measured(chart.value), canvas);
    case 'funnel':
      return (canvas) => funnelChart(pointsOf(rows, chart, lang), typeOf(chart.value), canvas);
    case 'pareto': {
      const shares = [...cellsOf(rows, chart.value)].flatMap((cell) => numberIn(cell) ?? []);
      return (canvas) => paretoChart(shares, canvas);
    }
    case 'lines': {
      const courses = linesOf(section, rows);
      if (courses.length === 0) return null;
      const labels = inTime([...rows], chart.label).map((row) => formatValue(cellOf(row, chart.label), 'text', lang));
      return (canvas) => linesChart(labels, courses, typeOf(chart.values[0]!), canvas);
    }
    default:
      return null;
  }
}

/** What the figures of a column are. */
export function figuresOf({ columns }: TableSection, id: string): Figures {
  const { type, counted_in: unit } = columns.find((column) => column.id === id) ?? { type: 'number' as const, counted_in: undefined };
  return unit === undefined ? type : { type, counted_in: unit };
}

function pointsOf(
  rows: ResultRows,
  { label, value }: { readonly label: string; readonly value: string },
  lang: Lang,
): { readonly label: string; readonly figure: number | null }[] {
  return Array.from(rows, (row) => ({ label: formatValue(cellOf(row, label), 'text', lang), figure: numberIn(cellOf(row, value)) }));
}
