import { fill, type Lang } from '../../lib/localized.ts';
import { rowsSeen } from '../../lib/usual-rows.ts';
import type { ResultColumn, ResultRows, TableSection } from '../../result/result.ts';
import { tableTexts } from '../column-texts.ts';
import type { ReportOptions } from '../contract.ts';
import { formatCount, isNumeric, titleWithUnit } from '../format.ts';
import { cellsOf, chosenRows } from '../sections.ts';
import { sentenceColumns, terminalColumns } from '../terminal-columns.ts';
import { widthOf } from '../text-width.ts';
import { reportWords } from '../words.ts';
import { isDrawnInRows } from './chart.ts';
import { drawingsInRows } from './charts/in-rows.ts';
import { type Content, type Markup, markup } from './markup.ts';
import { htmlWords } from './words.ts';

/** Rows that are read at one glance; more of them can be sorted and filtered. */
export const usualRows = 12;

/** So many columns of text, in characters, stand side by side on a wide page. */
const room = 118;
const roomOfDrawing = 22;
const roomOfSentences = 30;

/** A table with its rows as people read them: the columns of the first glance, others as far as there is room, sentences, and the drawing of each row. */
export function tableMarkup(section: TableSection, options: ReportOptions, lang: Lang): Markup {
  const rows = chosenRows(section, options, Math.min(usualRows, rowsSeen(section.glance.most) ?? usualRows));
  if (section.total === 0) return markup`<p class="note">${fill(reportWords.noRows, lang)}</p>`;
  const drawings = isDrawnInRows(section) && section.chart !== null ? drawingsInRows(section.chart, rows) : null;
  const sentences = sentenceColumns(section);
  const columns = fitting(section, rows, lang, room - (drawings === null ? 0 : roomOfDrawing) - sentences.length * roomOfSentences);
  const all = [...columns, ...sentences];
  const texts = tableTexts(rows, all, lang);
  const shades = shadesOf(section, rows, columns);
  const isShort = all.map((column, place) => widthOfColumn(texts[place] ?? [], column) <= shortText);
  const isSortable = rows.length > usualRows;
  const head = all.map((column) => headCell(column, isSortable, lang));
  const drawn = drawings !== null && markup`<th class="drawn"><span class="unseen">${chartTitle(section)}</span></th>`;
  const body = Array.from(rows, (row, index) => {
    const cells = all.map((column, place) => {
      const content = texts[place]?.[index] ?? '';
      if (place === 0)
        return markup`<th scope="row"${isShort[0] === true && markup` class="short"`}${valueOf(row, column, isSortable)}>${content}</th>`;
      const styles = [
        isNumeric(column.type) ? 'number' : isShort[place] === true ? 'short' : '',
        sentences.includes(column) ? 'sentence' : '',
        shades(column.id, row[column.id] ?? null),
      ];
      const style = styles.filter((each) => each !== '').join(' ');
      return markup`<td${style !== '' && markup` class="${style}"`} data-title="${column.title}"${valueOf(row, column, isSortable)}>${content}</td>`;
    });
    return markup`<tr>${cells}${drawings !== null && markup`<td class="drawn">${drawings[index] ?? null}</td>`}</tr>\n`;
  });
  const table = markup`<table class="${isSortable ? 'stack sortable' : 'stack'}"><thead><tr>${head}${drawn}</tr></thead><tbody>\n${body}</tbody></table>`;
  const filter = isSortable && markup`<p class="filter" hidden><label>${fill(htmlWords.filter, lang)} <input type="search"></label></p>`;
  return markup`${filter}<div class="scroll" role="region" aria-label="${section.title}" tabindex="0">${table}</div>${leftOut(section, rows, lang)}`;
}

function headCell(column: ResultColumn, isSortable: boolean, lang: Lang): Markup {
  const title = titleWithUnit(column, lang);
  const style = isNumeric(column.type) && markup` class="number"`;
  const help = column.basis !== null && markup` title="${column.basis}"`;
  return markup`<th scope="col"${style}${help}>${isSortable ? markup`<button type="button">${title}</button>` : title}</th>`;
}

/** What a script sorts by; nothing where there is none. */
function valueOf(row: Readonly<Record<string, unknown>>, { id, type }: ResultColumn, isSortable: boolean): Content {
  const value = row[id];
  return isSortable && isNumeric(type) && typeof value === 'number' && markup` data-value="${value}"`;
}

function chartTitle({ chart, columns }: TableSection): string {
  return chart !== null && 'value' in chart ? (columns.find(({ id }) => id === chart.value)?.title ?? '') : '';
}

/** The columns of the first glance, and others, as far as there is room; three there are always. */
function fitting(section: TableSection, rows: ResultRows, lang: Lang, width: number): readonly ResultColumn[] {
  const { columns } = terminalColumns(section);
  const texts = tableTexts(rows, columns, lang);
  let used = 0;
  const shown: ResultColumn[] = [];
  for (const [index, column] of columns.entries()) {
    const widest = widthOfColumn(texts[index] ?? [], column);
    used += Math.min(widestText, widest) + gap;
    if (shown.length >= leastColumns && used > width) break;
    shown.push(column);
  }
  return shown;
}

const leastColumns = 3;
const widestText = 28;
/** Characters between two columns. */
const gap = 2;
/** Texts up to this width stay in one line. */
const shortText = 14;

function widthOfColumn(texts: readonly string[], { title }: ResultColumn): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), Math.min(10, widthOf(title)));
}

/** Five shades for the figures of a heat map or a matrix, '' for every other cell. */
function shadesOf({ chart }: TableSection, rows: ResultRows, columns: readonly ResultColumn[]): (id: string, cell: unknown) => string {
  if (chart === null || (chart.kind !== 'heat' && chart.kind !== 'matrix')) return () => '';
  const ids = chart.values.filter((id) => columns.some((column) => column.id === id));
  const figures = ids.flatMap((id) => [...cellsOf(rows, id)]).filter((cell): cell is number => typeof cell === 'number');
  const [low, high] = [
    figures.reduce((least, each) => Math.min(least, each), Infinity),
    figures.reduce((most, each) => Math.max(most, each), -Infinity),
  ];
  return (id, cell) => {
    if (!ids.includes(id) || typeof cell !== 'number') return '';
    return `heat heat-${high > low ? Math.min(5, 1 + Math.floor(((cell - low) / (high - low)) * 5)) : 3}`;
  };
}

function leftOut({ total }: TableSection, rows: ResultRows, lang: Lang): Content {
  const more = total - rows.length;
  return more > 0 && markup`<p class="note">${fill(htmlWords.allInWorkbook, lang, { n: formatCount(more) })}</p>`;
}
