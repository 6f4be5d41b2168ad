import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, legend, valueAxis } from '../axes.ts';
import type { PlacedChart, PlacedSeries } from '../chart-data.ts';
import { colours, inks } from '../chart-plan.ts';
import { solid, stroke } from '../chart-text.ts';
import { axisScale, type Drawing, type Drawn, figuresOf, nameLabels } from '../drawing.ts';
import { figures, seriesHead } from '../series.ts';
import { axisFormat } from '../units.ts';

/** A funnel plot: dots, those beyond the limits with their names, and the limits as broken lines. */
export function limitsChart(chart: PlacedChart, { lang }: Drawing): Drawn {
  const all = figuresOf(chart);
  const sizes = chart.labels.values.map(Number);
  const series = chart.series.map((each, index) => seriesOf(chart, each, index, nameLabels(lang)));
  const seen = new Set<string>();
  // A limit above and one below have one name; who is named at the dot needs no other.
  const leftOut = chart.series.flatMap(({ title, look }, index) => (isNamed(look) || seen.size === seen.add(title).size ? [index] : []));
  return {
    drawings: [
      markup`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}<c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:scatterChart>`,
    ],
    axes: [
      valueAxis({ lang, format: '#,##0', title: chart.plan.labelTitle, is: 'category', scale: axisScale(sizes, { room: 0.1 }) }),
      valueAxis({ lang, format: axisFormat(chart.plan.type, all), title: null, scale: axisScale(all) }),
    ],
    legend: legend(lang, leftOut),
  };
}

function isNamed(look: PlacedSeries['look']): boolean {
  return look === 'bad' || look === 'target';
}

function seriesOf(chart: PlacedChart, series: PlacedSeries, index: number, names: Markup): Markup {
  const { look } = series;
  const isDot = look === 'actual' || isNamed(look);
  const dash = look === 'previous' ? 'solid' : look === 'forecast' ? 'dash' : 'sysDot';
  const line = isDot ? stroke(null) : stroke(inks.interval, 1, dash);
  const marker = isDot
    ? markup`<c:marker><c:symbol val="circle"/><c:size val="${look === 'bad' ? 9 : 7}"/><c:spPr>${solid(colours[look])}${stroke(null)}</c:spPr></c:marker>`
    : markup`<c:marker><c:symbol val="none"/></c:marker>`;
  return markup`<c:ser>${seriesHead(index, series)}<c:spPr>${line}</c:spPr>${marker}${isNamed(look) && names}${figures('xVal', { cells: chart.labels })}${figures('yVal', series)}<c:smooth val="0"/></c:ser>`;
}
