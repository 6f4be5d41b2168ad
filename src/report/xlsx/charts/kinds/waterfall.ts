import { markup } from '../../../html/markup.ts';
import { axisIds, categoryAxis, valueAxis } from '../axes.ts';
import type { PlacedChart } from '../chart-data.ts';
import { axisScale, type Drawing, type Drawn, figuresOf, labelRotation } from '../drawing.ts';
import { axisFormat } from '../units.ts';
import { barSeries } from './bars.ts';

/** Columns on columns that are not seen. */
export function waterfallChart(chart: PlacedChart, drawing: Drawing): Drawn {
  const { lang } = drawing;
  const format = axisFormat(chart.plan.type, figuresOf(chart));
  const bars = chart.series.map((series, index) => barSeries(chart, series, index, null));
  return {
    drawings: [
      markup`<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${bars}<c:gapWidth val="35"/><c:overlap val="100"/><c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:barChart>`,
    ],
    axes: [
      categoryAxis({ lang, isVertical: false, every: 1, rotation: labelRotation(chart, drawing) }),
      valueAxis({ lang, format, title: chart.plan.labelTitle, scale: axisScale(reached(chart)) }),
    ],
    legend: null,
  };
}

/** How far the columns on each label reach, above 0 and below it. */
function reached({ plan }: PlacedChart): number[] {
  return plan.labels.flatMap((_, index) => {
    const parts = plan.series.flatMap(({ figures }) => figures[index] ?? []);
    const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
    return [sum(parts.filter((part) => part > 0)), sum(parts.filter((part) => part < 0))];
  });
}
