import { fill } from '../lib/localized.ts';
import { rowsSeen } from '../lib/usual-rows.ts';
import type { TableSection } from '../result/result.ts';
import { tableTexts } from './column-texts.ts';
import type { ReportOptions } from './contract.ts';
import { formatCount, titleWithUnit } from './format.ts';
import { chosenRows } from './sections.ts';
import type { Terminal } from './terminal.ts';
import { padTo, widthOf, wrapTitle, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { reportWords } from './words.ts';

const widestTitle = 32;
const leastValue = 24;

/** Every row as a block of lines `title  value`, a blank line between them; long values go on below their beginning. */
export function recordLines(section: TableSection, options: ReportOptions, { lang, width, paint }: Terminal): string[] {
  const rows = chosenRows(section, options, rowsSeen(section.glance.most) ?? Infinity);
  if (rows.length === 0) return [paint.dim(`  ${fill(reportWords.noRows, lang)}`)];
  const columns = section.columns.filter(({ id }) => !section.glance.hidden.includes(id));
  const titles = columns.map((column) => visible(titleWithUnit(column, lang)));
  const titleWidth = Math.min(widestTitle, Math.floor(width / 2), Math.max(...titles.map(widthOf)));
  const texts = tableTexts(rows, columns, lang).map((cells) => cells.map(visible));
  const fields = titles.map((title) => wrapTitle(title, titleWidth).map((line) => padTo(line, titleWidth, 'left')));
  const room = Math.max(leastValue, width - titleWidth - 4);
  const lines = Array.from({ length: rows.length }, (_, row) => [
    ...(row === 0 ? [] : ['']),
    ...fields.flatMap((title, index) => sideBySide(title, wrapToWidth(texts[index]?.[row] ?? '', room), ' '.repeat(titleWidth))),
  ]).flat();
  const more = section.total - rows.length;
  const said = fill(reportWords.moreRows, lang, { n: formatCount(more) });
  return more > 0 ? [...lines, paint.dim(fill(reportWords.allOfIt, lang, { more: said }))] : lines;
}

function sideBySide(title: readonly string[], value: readonly string[], blank: string): string[] {
  const height = Math.max(title.length, value.length);
  return Array.from({ length: height }, (_, line) => `  ${title[line] ?? blank}  ${value[line] ?? ''}`.trimEnd());
}
