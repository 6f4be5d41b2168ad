import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, categoryAxis, legend, valueAxis } from '../axes.ts';
import type { PlacedChart, PlacedSeries } from '../chart-data.ts';
import { colours, type Look } from '../chart-plan.ts';
import { stroke } from '../chart-text.ts';
import { axisScale, type Drawing, type Drawn, figuresOf } from '../drawing.ts';
import { categories, figures, seriesHead } from '../series.ts';
import { axisFormat } from '../units.ts';

const widths: Readonly<Partial<Record<Look, number>>> = { actual: 2.25, previous: 1.5, target: 1.25, forecast: 1.75 };
const noMarker = markup`<c:marker><c:symbol val="none"/></c:marker>`;
/** A share that never falls below this is told apart better without the way up to it. */
const highShare = 0.5;

/** A line a series, its gaps open; a forecast is dashed. */
export function linesChart(chart: PlacedChart, { lang }: Drawing): Drawn {
  const all = figuresOf(chart);
  const format = axisFormat(chart.plan.type, all);
  const isHigh = chart.plan.type === 'ratio' && Math.min(...all) >= highShare;
  const series = chart.series.map((each, index) =>
    lineSeries(chart, each, index, {
      line: stroke(colours[each.look], widths[each.look] ?? 1, each.look === 'forecast' || each.look === 'other' ? 'dash' : 'solid'),
      marker: noMarker,
    }),
  );
  return {
    drawings: [
      markup`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:lineChart>`,
    ],
    axes: [
      categoryAxis({ lang, isVertical: false, every: null }),
      valueAxis({ lang, format, title: null, scale: axisScale(all, { fromZero: !isHigh }), betweenLabels: false }),
    ],
    legend: legend(lang),
  };
}

/** A series of a chart of lines, with what is drawn of it. */
export function lineSeries(
  chart: PlacedChart,
  series: PlacedSeries,
  index: number,
  look: { readonly line: Markup; readonly marker: Markup; readonly reach?: Markup },
): Markup {
  return markup`<c:ser>${seriesHead(index, series)}<c:spPr>${look.line}</c:spPr>${look.marker}${look.reach ?? null}${categories(chart)}${figures('val', series)}<c:smooth val="0"/></c:ser>`;
}
