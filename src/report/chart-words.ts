import { fill, type Lang } from '../lib/localized.ts';
import type { TableSection } from '../result/result.ts';
import { formatValue } from './format.ts';
import { cellOf } from './sections.ts';
import { reportWords } from './words.ts';

/** So many rows are told to who cannot see the picture; all of them stand in the table. */
const mostTold = 12;

/** What a listener needs: the first labels with their figures. */
export function describeChart({ chart, columns, rows }: TableSection, lang: Lang): string {
  if (chart === null || !('value' in chart)) return columns.map(({ title }) => title).join(fill(reportWords.listSeparator, lang));
  const shape = columns.find(({ id }) => id === chart.value) ?? 'number';
  const told = rows
    .slice(0, mostTold)
    .map((row) => `${formatValue(cellOf(row, chart.label), 'text', lang)} ${formatValue(cellOf(row, chart.value), shape, lang)}`);
  return told.join(fill(reportWords.listSeparator, lang));
}
