import { type Markup, markup } from '../../html/markup.ts';
import { ground } from './axes.ts';
import type { PlacedChart } from './chart-data.ts';
import type { DrawnKind } from './chart-plan.ts';
import { textProperties } from './chart-text.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { barsChart } from './kinds/bars.ts';
import { columnsChart } from './kinds/columns.ts';
import { dotsChart } from './kinds/dots.ts';
import { limitsChart } from './kinds/limits.ts';
import { linesChart } from './kinds/lines.ts';
import { paretoChart } from './kinds/pareto.ts';
import { waterfallChart } from './kinds/waterfall.ts';

const kinds: Readonly<Record<DrawnKind, (chart: PlacedChart, drawing: Drawing) => Drawn>> = {
  columns: columnsChart,
  bars: barsChart,
  lines: linesChart,
  limits: limitsChart,
  waterfall: waterfallChart,
  dots: dotsChart,
  pareto: paretoChart,
};

/** The part of a chart: without a title, which is a cell above it; gaps stay gaps, but for sums that are known at some times only. */
export function chartPart(chart: PlacedChart, drawing: Drawing): Markup {
  const { drawings, axes, legend } = kinds[chart.plan.kind](chart, drawing);
  const { lang } = drawing;
  return markup`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${lang === 'en' ? 'en-US' : 'zh-CN'}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${drawings}${axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="${chart.plan.joins === true ? 'span' : 'gap'}"/></c:chart>${ground}${textProperties({ lang })}</c:chartSpace>`;
}
