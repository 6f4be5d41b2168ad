import { fill, type Lang } from '../../lib/localized.ts';
import { rowsSeen } from '../../lib/usual-rows.ts';
import type { ResultColumn, ResultRow, ResultRows, TableSection } from '../../result/result.ts';
import { tableTexts } from '../column-texts.ts';
import type { ReportOptions } from '../contract.ts';
import { formatCount, isNumeric, missing, titleWithUnit } from '../format.ts';
import { cellOf, chosenRows } from '../sections.ts';
import { widthOf } from '../text-width.ts';
import { reportWords } from '../words.ts';
import { isDrawnInRows } from './chart.ts';
import { figuresOf } from './charts/drawers.ts';
import { drawingsInRows } from './charts/in-rows.ts';
import { shortNames } from '../../lib/company-names.ts';
import { type Content, type Markup, markup } from './markup.ts';
import { type Shade, shadesOf } from './shades.ts';
import { fitsPhone, pageColumns, widthOfColumn } from './table-columns.ts';
import { htmlWords } from './words.ts';

/** Rows that are read at one glance; more of them can be sorted and filtered. */
export const usualRows = 12;

/** Texts up to this width stay in one line. */
const shortText = 14;
const shortName = 22;
const shortHead = 8;

/** Where a table stands: in a chapter it has its first columns alone, and cells that name a chapter lead to it. */
export interface TablePlace {
  readonly isChapter: boolean;
  readonly chapters: ReadonlySet<string>;
}

/** A table with its rows as people read them, and the drawing of each row. */
export function tableMarkup(section: TableSection, options: ReportOptions, lang: Lang, place: TablePlace): Markup {
  const rows = rowsOnPage(section, options);
  if (section.total === 0) return markup`<p class="note">${fill(reportWords.noRows, lang)}</p>`;
  const drawnType = figuresOf(section, section.chart !== null && 'value' in section.chart ? section.chart.value : '');
  const drawings = isDrawnInRows(section) && section.chart !== null ? drawingsInRows(section.chart, rows, drawnType, lang) : null;
  const shown = pageColumns(section, rows, lang, { isDrawn: drawings !== null, isChapter: place.isChapter });
  const { columns, sentences, below } = shown;
  const all = [...columns, ...sentences];
  const texts = shownTexts(section, rows, all, lang);
  const shade = shadesOf(section, rows);
  const isSortable = rows.length > usualRows;
  const looks = all.map((column, index) =>
    styleOf(column, texts[index] ?? [], { isSentence: sentences.includes(column), isFirst: index === 0 }),
  );
  const head = all.map((column, index) => headCell(column, { isSortable, isFirst: index === 0, lang }));
  const drawn = drawings !== null && markup`<th scope="col" class="drawn">${chartTitle(section)}${drawings.axis}</th>`;
  const body = Array.from(rows, (row, index) => {
    const cells = all.map((column, at) => {
      const look = {
        text: texts[at]?.[index] ?? '',
        style: looks[at]!,
        shade: shade(row, column.id),
        value: valueOf(row, column, isSortable),
      };
      const id = below.get(column.id);
      const under = id === undefined || cellOf(row, id.id) === null ? null : markup` <small>${String(cellOf(row, id.id))}</small>`;
      if (at === 0) {
        const styles = [...(look.style === 'short' ? ['short'] : []), ...(isUrgent(row, column, section) ? ['urgent'] : [])];
        const style = styles.length > 0 && markup` class="${styles.join(' ')}"`;
        return markup`<th scope="row"${style}${look.value}>${look.text}${under}</th>`;
      }
      return bodyCell(column, look, markup`${linked(row, column, section, look.text, place)}${under}`, lang);
    });
    return markup`<tr>${cells}${drawings !== null && markup`<td class="drawn">${drawings.cells[index] ?? null}</td>`}</tr>\n`;
  });
  const isMap = section.chart?.kind === 'heat' || section.chart?.kind === 'matrix';
  const kind = fitsPhone(shown, rows, lang) ? 'plain' : isMap ? 'map' : 'stack';
  const table = markup`<table class="${[kind, ...(isSortable ? ['sortable'] : [])].join(' ')}"><thead><tr>${head}${drawn}</tr></thead><tbody>\n${body}</tbody></table>`;
  const filter = isSortable && markup`<p class="filter" hidden><label>${fill(htmlWords.filter, lang)} <input type="search"></label></p>`;
  return markup`${filter}<div class="scroll" role="region" aria-label="${section.title}" tabindex="0">${table}</div>${leftOut(section, rows, options, lang)}`;
}

/** The rows of a table that a page shows. */
export function rowsOnPage(section: TableSection, options: ReportOptions): ResultRows {
  return chosenRows(section, options, Math.min(usualRows, rowsSeen(section.glance.most) ?? usualRows));
}

function headCell(
  column: ResultColumn,
  { isSortable, isFirst, lang }: { readonly isSortable: boolean; readonly isFirst: boolean; readonly lang: Lang },
): Markup {
  const title = titleWithUnit(column, lang);
  const styles = [...(isNumeric(column.type) && !isFirst ? ['number'] : []), ...(widthOf(title) <= shortHead ? ['short'] : [])];
  const style = styles.length > 0 && markup` class="${styles.join(' ')}"`;
  const help = column.basis !== null && markup` title="${column.basis}"`;
  return markup`<th scope="col"${style}${help}>${isSortable ? markup`<button type="button">${title}</button>` : title}</th>`;
}

interface CellLook {
  readonly text: string;
  readonly style: string;
  readonly shade: Shade | null;
  readonly value: Content;
}

function bodyCell(column: ResultColumn, { text, style, shade, value }: CellLook, content: Content, lang: Lang): Markup {
  const styles = [style, shade?.style ?? ''].filter((each) => each !== '').join(' ');
  const isGap = shade !== null && text === '0' && !shade.style.includes('same');
  return markup`<td${styles !== '' && markup` class="${styles}"`} data-title="${titleWithUnit(column, lang)}"${value}>${shade?.mark ?? null}${isGap ? missing : content}</td>`;
}

function styleOf(
  column: ResultColumn,
  texts: readonly string[],
  { isSentence, isFirst }: { readonly isSentence: boolean; readonly isFirst: boolean },
): string {
  if (isSentence) return 'sentence';
  if (isNumeric(column.type) && !isFirst) return 'number';
  return widthOfColumn(texts, column) <= (isFirst ? shortName : shortText) ? 'short' : '';
}

/** The texts of the cells, column by column: names of companies without their legal form, nothing in the empty corner of a heat map, and its shares without decimals. */
function shownTexts(section: TableSection, rows: ResultRows, columns: readonly ResultColumn[], lang: Lang): string[][] {
  const { chart } = section;
  const values = chart?.kind === 'heat' ? chart.values : [];
  return tableTexts(rows, columns, lang).map((texts, index) => {
    const { id, type } = columns[index]!;
    if (values.includes(id)) return texts.map((text) => (text === missing ? '' : type === 'ratio' ? wholePercent(text) : text));
    return type === 'text' ? shortNames(texts) : texts;
  });
}

function wholePercent(text: string): string {
  const share = Math.round(Number.parseFloat(text.replaceAll(',', '').replace('−', '-')));
  return `${String(share).replace('-', '−')}%`;
}

/** Whether the code of a cell is that of what cannot wait; its word and mark say so, too. */
function isUrgent(row: ResultRow, { id }: ResultColumn, { columns }: TableSection): boolean {
  return columns.some((column) => column.code_of === id && cellOf(row, column.id) === 'urgent');
}

/** A cell whose code is that of a chapter leads there. */
function linked(row: ResultRow, { id }: ResultColumn, { columns }: TableSection, text: string, { chapters }: TablePlace): Content {
  const code = columns.find((column) => column.code_of === id);
  const target = code === undefined ? null : cellOf(row, code.id);
  return typeof target === 'string' && chapters.has(target) ? markup`<a href="#${target}">${text}</a>` : text;
}

/** What a script sorts by; nothing where there is none. */
function valueOf(row: ResultRow, { id, type }: ResultColumn, isSortable: boolean): Content {
  const value = row[id];
  return isSortable && isNumeric(type) && typeof value === 'number' && markup` data-value="${value}"`;
}

function chartTitle({ chart, columns }: TableSection): string {
  return chart !== null && 'value' in chart ? (columns.find(({ id }) => id === chart.value)?.title ?? '') : '';
}

function leftOut({ id, total }: TableSection, rows: ResultRows, { longLists }: ReportOptions, lang: Lang): Content {
  const more = total - rows.length;
  const file = longLists?.files.get(id);
  if (longLists !== undefined && file !== undefined) {
    const counts = { n: formatCount(more), most: formatCount(longLists.most), file };
    return markup`<p class="note">${fill(htmlWords.allBeside, lang, counts)}</p>`;
  }
  return more > 0 && markup`<p class="note">${fill(htmlWords.allInWorkbook, lang, { n: formatCount(more) })}</p>`;
}
