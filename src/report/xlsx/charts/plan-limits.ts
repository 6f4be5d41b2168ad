import { fill, type Lang } from '../../../lib/localized.ts';
import type { Chart, ResultRow, TableSection } from '../../../result/result.ts';
import { numberIn } from '../../chart-spans.ts';
import { formatValue } from '../../format.ts';
import { cellOf } from '../../sections.ts';
import type { ChartHead, ChartPlan, ChartSeries, Look } from './chart-plan.ts';
import { chartWords } from './chart-sheet-words.ts';

/** So many rows beyond the limits are named; the others are dots. */
const mostNamed = 8;

/** Rates over the sizes that they are of, between the limits of chance; whoever is beyond them is a series of their own, with their name. */
export function limitsPlan(
  head: ChartHead,
  chart: Extract<Chart, { kind: 'limits' }>,
  { columns, rows }: TableSection,
  lang: Lang,
): ChartPlan | null {
  const sizeOf = (row: ResultRow): number => numberIn(cellOf(row, chart.n)) ?? 0;
  const sorted = [...rows]
    .filter((row) => numberIn(cellOf(row, chart.value)) !== null && numberIn(cellOf(row, chart.n)) !== null)
    .toSorted((one, other) => sizeOf(one) - sizeOf(other));
  if (sorted.length < 2) return null;
  const course = (title: string, id: string, look: Look, isOf: (row: ResultRow) => boolean = () => true): ChartSeries => ({
    title,
    look,
    figures: sorted.map((row) => (isOf(row) ? numberIn(cellOf(row, id)) : null)),
  });
  const signalOf = (row: ResultRow): string => String(cellOf(row, chart.signal) ?? 'none');
  const named = sorted.filter((row) => signalOf(row) !== 'none').slice(-mostNamed);
  const title = (id: string): string => columns.find((column) => column.id === id)?.title ?? id;
  const [lowest, low, high, highest] = chart.limits;
  const { valueTitle, ...rest } = head;
  return {
    ...rest,
    labelTitle: title(chart.n),
    labels: sorted.map(sizeOf),
    series: [
      course(`${valueTitle} · ${fill(chartWords.withinLimits, lang)}`, chart.value, 'actual', (row) => !named.includes(row)),
      ...named.map((row) =>
        course(
          formatValue(cellOf(row, chart.label), 'text', lang),
          chart.value,
          signalOf(row).startsWith('far_') ? 'bad' : 'target',
          (each) => each === row,
        ),
      ),
      course(title(chart.all), chart.all, 'previous'),
      ...[low, high].map((id) => course(fill(chartWords.limit95, lang), id, 'forecast')),
      ...[lowest, highest].map((id) => course(fill(chartWords.limit998, lang), id, 'other')),
    ].filter(({ figures }) => figures.some((figure) => figure !== null)),
  };
}
