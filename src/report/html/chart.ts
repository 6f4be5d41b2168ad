import type { ResultRows, TableSection } from '../../result/result.ts';
import type { Lang } from '../../lib/localized.ts';
import { formatValue } from '../format.ts';
import { cellOf, cellsOf } from '../sections.ts';
import { inTime, linesOf, numberIn } from '../chart-spans.ts';
import { describeChart } from '../chart-words.ts';
import { columnsChart } from './charts/columns.ts';
import type { Canvas, Drawing } from './charts/drawing.ts';
import { linesChart } from './charts/lines.ts';
import { paretoChart } from './charts/pareto.ts';
import { waterfallChart } from './charts/waterfall.ts';
import { type Markup, markup } from './markup.ts';

const widths = { wide: 960, narrow: 350 };

/** A waterfall of more steps is drawn beside the rows. */
export const mostSteps = 14;

/** The picture of a table in a wide and a narrow drawing, of which a page shows one; null where it has none of its own. */
export function chartFigure(section: TableSection, lang: Lang): Markup | null {
  const draw = drawer(section, lang);
  if (draw === null) return null;
  const description = describeChart(section, lang);
  const drawings = (['wide', 'narrow'] as const).map((size) => {
    const drawing = draw({ width: widths[size], isNarrow: size === 'narrow', lang });
    return drawing === null
      ? null
      : markup`<svg class="${size}" role="img" viewBox="0 0 ${widths[size]} ${Math.ceil(drawing.height)}" width="${widths[size]}" height="${Math.ceil(drawing.height)}"><title>${section.title}</title><desc>${description}</desc>${drawing.marks}</svg>`;
  });
  return drawings.every((each) => each === null) ? null : markup`<figure>${drawings}</figure>`;
}

/** True where the picture goes with the rows, a bar or a dot beside each. */
export function isDrawnInRows({ chart, rows, total }: TableSection): boolean {
  if (chart === null) return false;
  if (chart.kind === 'columns') return !namesYears(rows, chart.label);
  return chart.kind === 'bars' || chart.kind === 'funnel' || chart.kind === 'dots' || (chart.kind === 'waterfall' && total > mostSteps);
}

/** Labels of time name a year. */
function namesYears(rows: ResultRows, label: string): boolean {
  const [first] = rows.slice(0, 1);
  return first !== undefined && /\d{4}/.test(String(cellOf(first, label) ?? ''));
}

function drawer(section: TableSection, lang: Lang): ((canvas: Canvas) => Drawing | null) | null {
  const { chart, rows, columns } = section;
  if (chart === null || isDrawnInRows(section) || rows.length < 2) return null;
  const column = (id: string) => columns.find((each) => each.id === id);
  switch (chart.kind) {
    case 'columns': {
      const { against } = chart;
      const lines = Array.from(rows, (row) => (against === undefined ? null : numberIn(cellOf(row, against))));
      const points = pointsOf(rows, chart.label, chart.value, lang).map((point, index) => ({ ...point, against: lines[index] ?? null }));
      return (canvas) => columnsChart(points, column(chart.value)?.type ?? 'number', canvas);
    }
    case 'waterfall': {
      const points = pointsOf(rows, chart.label, chart.value, lang);
      return (canvas) => waterfallChart(points, column(chart.value)?.type ?? 'number', canvas);
    }
    case 'pareto': {
      const figures = [...cellsOf(rows, chart.value)].flatMap((cell) => numberIn(cell) ?? []);
      return (canvas) => paretoChart(figures, canvas);
    }
    case 'lines': {
      const courses = linesOf(section, rows);
      if (courses.length === 0) return null;
      const labels = inTime([...rows], chart.label).map((row) => formatValue(cellOf(row, chart.label), 'text', lang));
      return (canvas) => linesChart(labels, courses, column(chart.values[0]!)?.type ?? 'number', canvas);
    }
    default:
      return null;
  }
}

function pointsOf(
  rows: ResultRows,
  label: string,
  value: string,
  lang: Lang,
): { readonly label: string; readonly figure: number | null }[] {
  return Array.from(rows, (row) => ({ label: formatValue(cellOf(row, label), 'text', lang), figure: numberIn(cellOf(row, value)) }));
}
