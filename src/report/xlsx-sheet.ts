import type { PageSetup, Row, stream, Style } from 'exceljs';
import { columnLetters } from '../lib/column-letters.ts';
import { fill, type Lang } from '../lib/localized.ts';
import type { ResultCell, ValueType } from '../result/result.ts';
import { formatValue } from './format.ts';
import { columnSide, columnStyle, sheetText, sheetValue } from './xlsx-cells.ts';
import { cutToWidth, mayExceed, widthOf, wrapToWidth } from './text-width.ts';
import { reportWords } from './words.ts';

export type WorkbookWriter = stream.xlsx.WorkbookWriter;

export interface SheetColumn {
  readonly title: string;
  readonly type: ValueType;
  /** Of each row, where they differ. */
  readonly types?: readonly ValueType[];
  /** For programs: there, but not seen. */
  readonly hidden?: boolean;
}

const widest = 60;
const narrowest = 8;
const titleWidth = 16;
/** Room for the arrow of the filter. */
const arrow = 3;
/** Widths are judged by the first rows. */
const measuredRows = 500;

/** A font without a name would be shown in whatever face the program falls back to. */
export const font = { name: 'Calibri', family: 2, size: 11 } as const;

/** White on dark blue: a contrast of 8.7 to 1. */
export function headStyle(type: ValueType): Partial<Style> {
  return {
    font: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } },
    alignment: { vertical: 'middle', wrapText: true, ...columnSide(type) },
  };
}

/** One table: bold header and key columns frozen, a filter, typed cells, ready to print. */
export function addTableSheet(
  workbook: WorkbookWriter,
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly ResultCell[])[],
  lang: Lang,
  keyColumns: number,
): void {
  const widths = columns.map((column, index) => columnWidth(column, rows, index, lang));
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: keyColumns, ySplit: 1 }],
    pageSetup: {
      ...printSetup(),
      printTitlesRow: '1:1',
      ...pagesAcross(
        widths.map((width, index) => (columns[index]?.hidden === true ? 0 : width)),
        keyColumns,
      ),
    },
    headerFooter: { oddFooter: pageFooter(lang) },
  });
  sheet.columns = widths.map((width, index) => (columns[index]?.hidden === true ? { width, hidden: true } : { width }));
  const titles = columns.map((column) => sheetText(column.title));
  const head = sheet.addRow(titles);
  head.height = lineHeight * Math.max(1, ...titles.map((title, index) => wrapToWidth(title, (widths[index] ?? widest) - arrow).length)) + 3;
  columns.forEach((column, index) => (head.getCell(index + 1).style = headStyle(column.type)));
  head.commit();
  const styles = columns.map((column, index) => columnStyle(column.type, valuesOf(rows, index)));
  for (const [position, row] of rows.entries()) {
    const line = sheet.addRow([]);
    let tallest = 1;
    columns.forEach((column, index) => {
      const type = column.types?.[position] ?? column.type;
      const value = sheetValue(row[index] ?? null, type, lang);
      if (value === null) return;
      const cell = line.getCell(index + 1);
      cell.value = value;
      const lines = typeof value === 'string' ? linesOf(value, widths[index] ?? widest) : 1;
      const style = column.types === undefined ? styles[index] : columnStyle(type, [row[index] ?? null]);
      cell.style = lines > 1 ? wrapped : (style ?? {});
      tallest = Math.max(tallest, lines);
    });
    setHeight(line, tallest);
    line.commit();
  }
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } };
  sheet.commit();
}

const wrapped: Partial<Style> = { alignment: { vertical: 'top', horizontal: 'left', wrapText: true } };
const lineHeight = 15;
/** Excel allows 409 points. */
const mostLines = 27;

/** Lines that a text takes in a column that wraps, at most 27. */
export function linesOf(text: string, width: number): number {
  if (!text.includes('\n') && !mayExceed(text, width)) return 1;
  let lines = 0;
  for (const line of text.slice(0, mostLines * widest).split('\n')) lines += Math.max(1, Math.ceil(widthOf(line) / width));
  return Math.min(lines, mostLines);
}

/** Programs differ in whether they fit the height to wrapped text, so it is said; single lines keep the default. */
export function setHeight(row: Row, lines: number): void {
  if (lines > 1) row.height = lineHeight * lines;
}

function* valuesOf(rows: readonly (readonly ResultCell[])[], index: number): Generator<ResultCell> {
  for (const row of rows) yield row[index] ?? null;
}

function columnWidth(column: SheetColumn, rows: readonly (readonly ResultCell[])[], index: number, lang: Lang): number {
  let width = Math.max(narrowest, Math.min(widthOf(column.title), titleWidth) + arrow);
  for (const row of rows.slice(0, measuredRows)) {
    const text = formatValue(row[index] ?? null, column.type, lang);
    width = Math.max(width, widthOf(cutToWidth(text.split('\n', 1)[0] ?? '', widest)) + 2);
  }
  return Math.min(width, widest);
}

/** A4 across, one page wide and as many long as it takes. */
export function printSetup(): Partial<PageSetup> {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4; exceljs declares the names as a const enum, which is not there at run time
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

/** Characters across a page that can still be read: 6-point type on A4. */
const legible = 240;

/** More pages across where one would be too small to read, the key columns on each. */
function pagesAcross(widths: readonly number[], keyColumns: number): Partial<PageSetup> {
  const sum = (some: readonly number[]): number => some.reduce((total, width) => total + width, 0);
  if (sum(widths) <= legible) return {};
  const key = sum(widths.slice(0, keyColumns));
  const repeated = keyColumns > 0 && key <= legible / 2;
  return {
    fitToWidth: Math.ceil((sum(widths) - key) / (legible - (repeated ? key : 0))),
    ...(repeated ? { printTitlesColumn: `A:${columnLetters(keyColumns)}` } : {}),
  };
}

export function pageFooter(lang: Lang): string {
  return `&C${fill(reportWords.page, lang, { page: '&P', pages: '&N' })}`;
}
