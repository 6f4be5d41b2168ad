import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, legend, valueAxis } from '../axes.ts';
import type { PlacedChart, PlacedSeries } from '../chart-data.ts';
import { colours } from '../chart-plan.ts';
import { solid, stroke } from '../chart-text.ts';
import { axisScale, type Drawing, type Drawn } from '../drawing.ts';
import { figures, seriesHead } from '../series.ts';

/** The share held by the largest so many, with the point of the first fifth. */
export function paretoChart(chart: PlacedChart, { lang }: Drawing): Drawn {
  const last = Number(chart.labels.values.at(-1));
  const series = chart.series.map((each, index) => curve(chart, each, index));
  return {
    drawings: [
      markup`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}<c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:scatterChart>`,
    ],
    axes: [
      valueAxis({
        lang,
        format: '#,##0',
        title: chart.plan.labelTitle,
        is: 'category',
        scale: { ...axisScale([0, last]), high: last },
      }),
      valueAxis({ lang, format: '0%', title: null, scale: { low: 0, high: 1, step: 0.2 } }),
    ],
    legend: legend(lang),
  };
}

function curve(chart: PlacedChart, series: PlacedSeries, index: number): Markup {
  const isPoint = series.look === 'good';
  const marker = isPoint
    ? markup`<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${solid(colours.good)}${stroke(null)}</c:spPr></c:marker>`
    : markup`<c:marker><c:symbol val="none"/></c:marker>`;
  const line = stroke(isPoint ? null : colours.actual, 2.25);
  return markup`<c:ser>${seriesHead(index, series)}<c:spPr>${line}</c:spPr>${marker}${figures('xVal', { cells: chart.labels })}${figures('yVal', series)}<c:smooth val="0"/></c:ser>`;
}
