import type { PageSetup, Row, stream, Style, Worksheet } from 'exceljs';
import { columnLetters } from '../lib/column-letters.ts';
import { breathe } from '../lib/breathe.ts';
import { fill, type Lang } from '../lib/localized.ts';
import type { ResultCell, ValueType } from '../result/result.ts';
import { formatValue, isLargeMoney } from './format.ts';
import { columnSide, columnStyle, sheetText, sheetValue } from './xlsx-cells.ts';
import { addMarks, fillOf, type SheetMarks } from './xlsx-marks.ts';
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

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  /** One line below the title. */
  readonly message: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly ResultCell[])[];
  readonly lang: Lang;
  /** How many of the first columns stay in view. */
  readonly keyColumns: number;
  /** How many of the first columns are printed. */
  readonly printed: number | 'all';
  /** For looking things up: one page of it is printed. */
  readonly isDetail?: boolean;
  /** There, but out of sight until somebody unhides it. */
  readonly isHidden?: boolean;
  readonly marks?: SheetMarks;
}

/** Title, message and header. */
export const headRows = 3;

/** Between two looks at whether the run is to stop. */
const rowsABreath = 2_000;
const widest = 60;
const narrowest = 8;
const titleWidth = 16;
/** Room for the arrow of the filter. */
const arrow = 3;
/** Widths are judged by the first rows. */
const measuredRows = 500;

/** A font without a name would be shown in whatever face the program falls back to. */
export const font = { name: 'Calibri', family: 2, size: 11 } as const;

export const titleStyle: Partial<Style> = { font: { ...font, bold: true, size: 14 } };
export const quietStyle: Partial<Style> = { font: { ...font, color: { argb: 'FF5B6673' } }, alignment: { vertical: 'top' } };

/** White on dark blue: a contrast of 8.7 to 1. */
export function headStyle(type: ValueType): Partial<Style> {
  return {
    font: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } },
    alignment: { vertical: 'middle', wrapText: true, ...columnSide(type) },
  };
}

/** One table below its title and message: bold header and key columns frozen, a filter, typed cells, ready to print. */
export async function addTableSheet(workbook: WorkbookWriter, plan: TableSheet, signal?: AbortSignal): Promise<void> {
  const { name, columns, rows, lang, keyColumns } = plan;
  const widths = columns.map((column, index) => columnWidth(column, rows, index, lang));
  const sheet = workbook.addWorksheet(name, {
    state: plan.isHidden === true ? 'hidden' : 'visible',
    views: [{ state: 'frozen', xSplit: keyColumns, ySplit: headRows, showGridLines: false }],
    pageSetup: pageOf(plan, widths),
    headerFooter: { oddFooter: pageFooter(lang) },
    ...(plan.isDetail === true ? { properties: { tabColor: { argb: 'FFC3CAD4' } } } : {}),
  });
  sheet.columns = widths.map((width, index) => (columns[index]?.hidden === true ? { width, hidden: true } : { width }));
  addTitle(sheet, plan, widths);
  addTextRow(sheet, plan.message, quietStyle);
  addHead(sheet, columns, widths);
  await addBody(sheet, plan, widths, signal);
  const last = headRows + Math.max(1, rows.length);
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: headRows, column: 1 }, to: { row: last, column: columns.length } };
    addMarks(sheet, plan.marks, { from: headRows + 1, to: last });
  }
  sheet.commit();
}

/** How much wider a title is than cells, and how much higher its lines are. */
const titleScale = 1.4;

/** A title that is wider than what is printed is wrapped over its columns; a narrower one runs on as far as it needs. */
function addTitle(sheet: Worksheet, { title, columns, printed }: TableSheet, widths: readonly number[]): void {
  const to = Math.min(widths.length, printed === 'all' ? Infinity : printed);
  const seen = widths.slice(0, to).map((width, index) => (columns[index]?.hidden === true ? 0 : width));
  const lines = linesOf(title, seen.reduce((total, width) => total + width, 0) / titleScale);
  if (lines === 1 || to < 2) return addTextRow(sheet, title, titleStyle);
  const row = sheet.addRow([sheetText(title)]);
  row.getCell(1).style = { ...titleStyle, alignment: { vertical: 'top', wrapText: true } };
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
  const cents = !columns.some(({ type }, index) => type === 'money' && [...valuesOf(rows, index)].some(isLargeMoney));
  const styles = columns.map((column, index) => columnStyle(column.type, valuesOf(rows, index), { cents }));
  for (const [position, row] of rows.entries()) {
    if (position % rowsABreath === rowsABreath - 1) await breathe(signal);
    const line = sheet.addRow([]);
    let tallest = 1;
    columns.forEach((column, index) => {
      const type = column.types?.[position] ?? column.type;
      const own = row[index] ?? null;
      const value = sheetValue(own, type, lang);
      if (value === null) return;
      const cell = line.getCell(index + 1);
      cell.value = value;
      const lines = typeof value === 'string' ? linesOf(value, widths[index] ?? widest) : 1;
      const style = column.types === undefined ? styles[index] : columnStyle(type, [own], { cents: !isLargeMoney(own) });
      cell.style = { ...(lines > 1 ? wrapped : style), ...fillOf(marks, index, position) };
      tallest = Math.max(tallest, lines);
    });
    setHeight(line, tallest);
    line.commit();
  }
}

const wrapped: Partial<Style> = { alignment: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true } };
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

/** A4, one page wide and as many long as it takes. */
export function printSetup(orientation: 'portrait' | 'landscape' = 'landscape'): Partial<PageSetup> {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4; exceljs declares the names as a const enum, which is not there at run time
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

/** Characters across a page that can still be read: 6-point type on A4. */
const legible = 240;
/** So many across an upright page are as large as on screen, or nearly so. */
const upright = 120;
/** So many rows of what is looked up are on its page. */
export const rowsOfPage = 40;

/** The first columns, upright where they are few; all of them on as many pages across as can be read. */
function pageOf(
  { columns, rows, keyColumns, printed, isDetail = false, isHidden = false }: TableSheet,
  widths: readonly number[],
): Partial<PageSetup> {
  const seen = widths.map((width, index) => (columns[index]?.hidden === true ? 0 : width));
  const titles = { printTitlesRow: `1:${headRows}` };
  // A hidden sheet with an area to print is printed by LibreOffice.
  if (isHidden || (printed === 'all' && !isDetail)) return { ...printSetup(), ...titles, ...pagesAcross(seen, keyColumns) };
  const to = isDetail ? Math.min(legibleColumns(seen), printed === 'all' ? Infinity : printed) : Number(printed);
  const width = seen.slice(0, to).reduce((total, each) => total + each, 0);
  const shown = isDetail ? Math.min(rows.length, rowsOfPage) : rows.length;
  return {
    ...printSetup(width <= upright ? 'portrait' : 'landscape'),
    ...titles,
    printArea: printArea({ from: 1, to }, headRows + Math.max(1, shown)),
    ...(isDetail ? { fitToHeight: 1 } : {}),
  };
}

/** How many of the first columns can be read side by side on a page; at least one. */
function legibleColumns(widths: readonly number[]): number {
  let width = 0;
  const count = widths.findIndex((each) => (width += each) > legible);
  return count === -1 ? Math.max(1, widths.length) : Math.max(1, count);
}

/** Columns of the rows from the first to the last; exceljs puts a `$` before the letters alone. */
export function printArea({ from, to }: { readonly from: number; readonly to: number }, lastRow: number): string {
  return `${columnLetters(from)}$1:${columnLetters(to)}$${lastRow}`;
}

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
