import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, categoryAxis, valueAxis } from '../axes.ts';
import type { PlacedChart, PlacedSeries } from '../chart-data.ts';
import { colours } from '../chart-plan.ts';
import { solid, stroke } from '../chart-text.ts';
import { axisScale, type Drawing, type Drawn, figuresOf, valueLabels } from '../drawing.ts';
import { categories, figures, seriesHead } from '../series.ts';
import { axisFormat } from '../units.ts';

/** A bar a row from 0, the first at the top, its figure at its end. */
export function barsChart(chart: PlacedChart, { lang }: Drawing): Drawn {
  const format = axisFormat(chart.plan.type, figuresOf(chart));
  const bars = chart.series.map((series, index) => barSeries(chart, series, index, valueLabels({ lang, format, place: 'outEnd' })));
  const title = chart.series.map(({ title: each }) => each).join(' · ');
  return {
    drawings: [
      markup`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars}<c:gapWidth val="45"/><c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:barChart>`,
    ],
    axes: [
      categoryAxis({ lang, isVertical: true, every: 1 }),
      valueAxis({ lang, format, title, isHorizontal: true, scale: axisScale(figuresOf(chart), { room: 0.06 }) }),
    ],
    legend: null,
  };
}

/** A series of bars or columns; what is hidden has no fill. */
export function barSeries(chart: PlacedChart, series: PlacedSeries, index: number, labels: Markup | null): Markup {
  const fill = series.look === 'hidden' ? markup`<a:noFill/>` : solid(colours[series.look]);
  return markup`<c:ser>${seriesHead(index, series)}<c:spPr>${fill}${stroke(null)}</c:spPr><c:invertIfNegative val="0"/>${labels}${categories(chart)}${figures('val', series)}</c:ser>`;
}
