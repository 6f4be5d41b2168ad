import type { Style, Worksheet } from 'exceljs';
import { columnLetters } from '../../lib/column-letters.ts';
import { breathe } from '../../lib/breathe.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import { formatValue } from '../format.ts';
import { columnStyle, sheetText, sheetValue } from './cells.ts';
import type { Book } from './book.ts';
import { taken } from './charts/package-parts.ts';
import { distinctHeads } from './charts/table-part.ts';
import { addShades, barsOf, fillOf } from './marks.ts';
import { pageOf } from './page.ts';
import { createLineCounter, lineHeight, linesOf, setHeight, widest } from './lines.ts';
import { headRowOf, plainHead, type SheetColumn, type TableSheet } from './plan.ts';
import type { SheetRows } from './rows.ts';
import { font, headStyle, linkColour, quietStyle, titleStyle } from './styles.ts';
import { cutToWidth, widthOf, wrapToWidth } from '../text-width.ts';
import { reportWords } from '../words.ts';

/** Between two looks at whether the run is to stop; the archive goes on with what was written at each of them. */
const rowsABreath = 100;
const narrowest = 8;
const titleWidth = 16;
const chartHeight = 305;
/** Room for the arrow of the filter. */
const arrow = 3;
/** Widths are judged by the first rows. */
const measuredRows = 500;

/** One table below its title, message and picture: bold header and key columns in view, a filter, typed cells, ready to print. */
export async function addTableSheet(book: Book, given: TableSheet, signal?: AbortSignal): Promise<void> {
  const heads = distinctHeads(given.columns.map(({ title }) => title)).map(sheetText);
  const plan = { ...given, columns: given.columns.map((column, index) => ({ ...column, title: heads[index] ?? '' })) };
  const { name, columns, rows, lang, keyColumns, chart = null } = plan;
  const headRow = headRowOf(plan);
  const widths = columns.map((column, index) => columnWidth(column, rows, index, lang));
  const page = pageOf(plan, widths);
  const sheet = book.workbook.addWorksheet(name, {
    state: plan.isHidden === true ? 'hidden' : 'visible',
    // A head below a picture cannot stay in view without it; that of a table stands in place of the letters of its columns.
    views: [{ state: 'frozen', xSplit: keyColumns, ySplit: chart === null ? headRow : 0, showGridLines: false }],
    pageSetup: page.setup,
    headerFooter: book.edges,
    ...(plan.isDetail === true ? { properties: { tabColor: { argb: 'FFC3CAD4' } } } : {}),
  });
  sheet.columns = widths.map((width, index) => (columns[index]?.hidden === true ? { width, hidden: true } : { width }));
  addTitle(sheet, plan, widths, { ...titleStyle, font: { ...titleStyle.font, ...book.look.headline } });
  addMessage(sheet, book, plan, page.columns);
  for (let row = plainHead; row < headRow; row += 1) sheet.addRow([]).commit();
  addHead(sheet, columns, widths);
  await addBody(sheet, plan, widths, signal);
  const rowsBelow = { from: headRow + 1, to: headRow + Math.max(1, rows.length) };
  addShades(sheet, plan.marks, rowsBelow);
  book.finish(sheet, {
    charts: chart === null ? [] : [{ plan: chart, at: [0, plainHead], size: [page.chartWidth, chartHeight] }],
    ...(columns.length === 0 ? {} : { table: { id: plan.id, area: `A${headRow}:${columnLetters(columns.length)}${rowsBelow.to}`, heads } }),
    bars: barsOf(plan.marks, rowsBelow),
  });
  sheet.commit();
}

/** What the sheet holds, and in its last printed column the way back. */
function addMessage(sheet: Worksheet, book: Book, { message, lang }: TableSheet, lastColumn: number): void {
  const row = sheet.addRow([sheetText(message)]);
  row.getCell(1).style = quietStyle;
  const link = row.getCell(Math.max(2, lastColumn));
  link.value = { text: fill(reportWords.backTo, lang, { sheet: book.cover }), hyperlink: `#'${book.cover}'!A1` };
  link.style = { font: { ...font, color: { argb: linkColour } }, alignment: { horizontal: 'right' } };
  row.commit();
}

/** How much wider a title is than cells, and how much higher its lines are. */
const titleScale = 1.4;

/** A title that is wider than what is printed is wrapped over its columns; a narrower one runs on as far as it needs. */
function addTitle(sheet: Worksheet, { title, columns, printed }: TableSheet, widths: readonly number[], style: Partial<Style>): void {
  const to = Math.min(widths.length, printed === 'all' ? Infinity : printed);
  const seen = widths.slice(0, to).map((width, index) => (columns[index]?.hidden === true ? 0 : width));
  const lines = linesOf(title, seen.reduce((total, width) => total + width, 0) / titleScale);
  if (lines === 1 || to < 2) return addTextRow(sheet, title, style);
  const row = sheet.addRow([sheetText(title)]);
  row.getCell(1).style = { ...style, alignment: { vertical: 'top', wrapText: true } };
  sheet.mergeCells(`A${row.number}:${columnLetters(to)}${row.number}`);
  row.height = lineHeight * titleScale * lines;
  row.commit();
}

function addTextRow(sheet: Worksheet, text: string, style: Partial<Style>): void {
  const row = sheet.addRow([sheetText(text)]);
  row.getCell(1).style = style;
  row.commit();
}

function addHead(sheet: Worksheet, columns: readonly SheetColumn[], widths: readonly number[]): void {
  const titles = columns.map((column) => sheetText(column.title));
  const head = sheet.addRow(titles);
  head.height = lineHeight * Math.max(1, ...titles.map((title, index) => wrapToWidth(title, (widths[index] ?? widest) - arrow).length)) + 3;
  columns.forEach((column, index) => (head.getCell(index + 1).style = headStyle(column.type)));
  head.commit();
}

async function addBody(
  sheet: Worksheet,
  { columns, rows, lang, marks }: TableSheet,
  widths: readonly number[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const styles = columns.map((column, index) =>
    column.types === undefined && column.type !== 'money' ? columnStyle(column, rows.column(index)) : null,
  );
  const filled = createFilledStyles();
  const linesIn = createLineCounter();
  let position = -1;
  for (const row of rows) {
    position += 1;
    if (position % rowsABreath === rowsABreath - 1) {
      await breathe(signal);
      await taken(sheet);
    }
    const line = sheet.addRow([]);
    let tallest = 1;
    columns.forEach((column, index) => {
      const own = row[index] ?? null;
      const shape = column.types === undefined ? column : { ...column, type: column.types[position] ?? column.type };
      const value = sheetValue(own, shape, lang);
      if (value === null) return;
      const cell = line.getCell(index + 1);
      cell.value = value;
      const lines = typeof value === 'string' ? linesIn(value, widths[index] ?? widest) : 1;
      const style = styles[index] ?? columnStyle(shape, [own]);
      cell.style = filled(lines > 1 ? wrapped : style, fillOf(marks, index, position));
      tallest = Math.max(tallest, lines);
    });
    setHeight(line, tallest);
    line.commit();
  }
}

const wrapped: Partial<Style> = { alignment: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true } };

/** A style with a fill, the same object each time: exceljs compares a style that it has not seen with all others. */
function createFilledStyles(): (style: Partial<Style>, fill: Style['fill'] | null) => Partial<Style> {
  const made = new Map<Partial<Style>, Map<Style['fill'], Partial<Style>>>();
  return (style, own) => {
    if (own === null) return style;
    const ofStyle = made.get(style) ?? new Map<Style['fill'], Partial<Style>>();
    const both = ofStyle.get(own) ?? { ...style, fill: own };
    made.set(style, ofStyle.set(own, both));
    return both;
  };
}

function columnWidth(column: SheetColumn, rows: SheetRows, index: number, lang: Lang): number {
  let width = Math.max(narrowest, Math.min(widthOf(column.title), titleWidth) + arrow);
  let measured = 0;
  for (const cell of rows.column(index)) {
    if ((measured += 1) > measuredRows) break;
    const text = formatValue(cell, column, lang);
    width = Math.max(width, widthOf(cutToWidth(text.split('\n', 1)[0] ?? '', widest)) + 2);
  }
  return Math.min(width, widest);
}
