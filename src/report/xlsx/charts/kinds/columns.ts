import { type Markup, markup } from '../../../html/markup.ts';
import { axisIds, categoryAxis, legend, valueAxis } from '../axes.ts';
import type { PlacedChart } from '../chart-data.ts';
import { colours } from '../chart-plan.ts';
import { stroke } from '../chart-text.ts';
import { type Drawn, type Drawing, axisScale, figuresOf, labelRotation, valueLabels } from '../drawing.ts';
import { lineSeries } from './lines.ts';
import { barSeries } from './bars.ts';
import { axisFormat } from '../units.ts';

/** Pixels that a figure needs, so that it does not lie over its neighbour. */
const labelRoom = 32;

/** A column a label, and what it is held against as a dash over it. */
export function columnsChart(chart: PlacedChart, drawing: Drawing): Drawn {
  const { lang } = drawing;
  const format = axisFormat(chart.plan.type, figuresOf(chart));
  const columns = chart.series.filter(({ look }) => look !== 'target');
  const isLabelled = drawing.width / (chart.labels.values.length * columns.length) >= labelRoom;
  const lines = chart.series.filter(({ look }) => look === 'target').map((series, index) => dashes(chart, series, columns.length + index));
  const bars = columns.map((series, index) =>
    barSeries(
      chart,
      series,
      index,
      series.look === 'actual' && isLabelled ? valueLabels({ lang, format, place: lines.length > 0 ? 'inBase' : 'outEnd' }) : null,
    ),
  );
  const ids = markup`<c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/>`;
  return {
    drawings: [
      markup`<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars}<c:gapWidth val="50"/><c:overlap val="25"/>${ids}</c:barChart>`,
      ...(lines.length === 0
        ? []
        : [markup`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/>${ids}</c:lineChart>`]),
    ],
    axes: [
      categoryAxis({ lang, isVertical: false, every: null, rotation: labelRotation(chart, drawing) }),
      valueAxis({ lang, format, title: null, scale: axisScale(figuresOf(chart), { room: lines.length > 0 ? 0 : 0.06 }) }),
    ],
    legend: legend(lang),
  };
}

function dashes(chart: PlacedChart, series: PlacedChart['series'][number], index: number): Markup {
  const size = Math.max(6, Math.min(20, Math.round(400 / chart.labels.values.length)));
  const marker = markup`<c:marker><c:symbol val="dash"/><c:size val="${size}"/><c:spPr><a:solidFill><a:srgbClr val="${colours.target}"/></a:solidFill>${stroke(null)}</c:spPr></c:marker>`;
  return lineSeries(chart, series, index, { line: stroke(null), marker });
}
