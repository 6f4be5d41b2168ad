import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, categoryAxis, legend, valueAxis } from '../axes.ts';
import type { PlacedChart } from '../chart-data.ts';
import { colours, inks } from '../chart-plan.ts';
import { solid, stroke } from '../chart-text.ts';
import { axisScale, type Drawing, type Drawn, figuresOf, labelRotation } from '../drawing.ts';
import { numberReference } from '../series.ts';
import { axisFormat } from '../units.ts';
import { lineSeries } from './lines.ts';

/** A dot a row on its interval, and lighter what it is held against. */
export function dotsChart(chart: PlacedChart, drawing: Drawing): Drawn {
  const { lang } = drawing;
  const format = axisFormat(chart.plan.type, figuresOf(chart));
  // What it is held against lies below.
  const series = chart.series.toReversed().map((each, index) =>
    lineSeries(chart, each, index, {
      line: stroke(null),
      marker: each.look === 'actual' ? dot(solid(colours.actual)) : dot(solid(colours.previous)),
      ...(each.look === 'actual' ? { reach: reachOf(chart) } : {}),
    }),
  );
  return {
    drawings: [
      markup`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:lineChart>`,
    ],
    axes: [
      categoryAxis({ lang, isVertical: false, every: 1, rotation: labelRotation(chart, drawing) }),
      valueAxis({ lang, format, title: null, scale: axisScale(figuresOf(chart), { fromZero: isShare(chart) }) }),
    ],
    legend: legend(lang),
  };
}

function dot(fill: Markup): Markup {
  return markup`<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>${fill}${stroke(colours.actual, 1.25)}</c:spPr></c:marker>`;
}

/** The interval as a bar through the dot. */
function reachOf({ interval }: PlacedChart): Markup {
  if (interval === null) return markup``;
  return markup`<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${numberReference(interval.above.cells)}</c:plus><c:minus>${numberReference(interval.below.cells)}</c:minus><c:spPr>${stroke(inks.interval, 2.25)}</c:spPr></c:errBars>`;
}

/** Shares that are not all high are read against nothing. */
function isShare(chart: PlacedChart): boolean {
  return chart.plan.type === 'ratio' && Math.min(...figuresOf(chart)) < 0.5;
}
