import type { ResultRows, TableSection } from '../../result/result.ts';
import type { Lang } from '../../lib/localized.ts';
import { cellOf } from '../sections.ts';
import { goesWithRows } from '../chart-spans.ts';
import { describeChart } from '../chart-words.ts';
import { drawerOf } from './charts/drawers.ts';
import { type Markup, markup } from './markup.ts';

/** How wide a picture is: alone on a wide page, beside another, and on a phone. */
export type Room = 'whole' | 'half';

const widths = { whole: 960, half: 464, narrow: 350 };

/** A waterfall of more steps is drawn beside the rows. */
export const mostSteps = 14;

/** The picture of a table in a wide and a narrow drawing, of which a page shows one; null where it has none of its own. */
export function chartFigure(section: TableSection, lang: Lang, room: Room = 'whole'): Markup | null {
  const draw = isDrawnInRows(section) ? null : drawerOf(section, lang);
  if (draw === null) return null;
  const description = describeChart(section, lang);
  const drawings = (['wide', 'narrow'] as const).map((size) => {
    const width = widths[size === 'wide' ? room : 'narrow'];
    const drawing = draw({ width, isNarrow: size === 'narrow', lang });
    const height = drawing === null ? 0 : Math.ceil(drawing.height);
    return (
      drawing !== null &&
      markup`<svg class="${size}" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${section.title}</title><desc>${description}</desc>${drawing.marks}</svg>`
    );
  });
  return drawings.every((each) => each === false) ? null : markup`<figure>${drawings}</figure>`;
}

/** True where the picture goes with the rows, a bar or a dot beside each. */
export function isDrawnInRows({ chart, rows, total }: TableSection): boolean {
  if (chart === null || !goesWithRows(chart)) return false;
  if (chart.kind === 'columns') return !namesYears(rows, chart.label);
  return chart.kind === 'bars' || chart.kind === 'dots' || (chart.kind === 'waterfall' && total > mostSteps);
}

/** Labels of time name a year. */
function namesYears(rows: ResultRows, label: string): boolean {
  const [first] = rows.slice(0, 1);
  return first !== undefined && /\d{4}/.test(String(cellOf(first, label) ?? ''));
}
