import type { HeaderFooter, PageSetup } from 'exceljs';
import { columnLetters } from '../../lib/column-letters.ts';
import type { Letterhead } from '../../lib/letterhead.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import { edgeCode, headerLine } from '../letterhead/edges.ts';
import { sheetText } from './cells.ts';
import { headRowOf, plainHead, type TableSheet } from './plan.ts';
import type { Result } from '../../result/result.ts';
import { periodDays } from '../table-head.ts';
import { reportWords } from '../words.ts';

const [narrowestChart, widestChart] = [720, 1_155] as const;
/** Pixels of a column beyond the last one of the table. */
const spareColumn = 64;

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

export interface Page {
  readonly setup: Partial<PageSetup>;
  /** How many of the first columns are printed. */
  readonly columns: number;
  readonly chartWidth: number;
}

/** The first columns, upright where they are few; all of them on as many pages across as can be read. A picture is as wide as what is printed, or that is as wide as the picture. */
export function pageOf(plan: TableSheet, widths: readonly number[]): Page {
  const { columns, rows, keyColumns, printed, isDetail = false, isHidden = false, lang } = plan;
  const seen = widths.map((width, index) => (columns[index]?.hidden === true ? 0 : width));
  const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
  const headRow = headRowOf(plan);
  const titles = { printTitlesRow: headRow === plainHead ? `1:${headRow}` : `${headRow}:${headRow}` };
  const all = printed === 'all' && !isDetail;
  const to = all ? columns.length : isDetail ? Math.min(legibleColumns(seen), printed === 'all' ? Infinity : printed) : Number(printed);
  const pixels = sum(seen.slice(0, to).map((width) => pixelsOf(width, lang)));
  const across = all ? pagesAcross(seen, keyColumns) : {};
  // Not cut by the edge of a page.
  const room = (pixels / (across.fitToWidth ?? 1)) * 0.95;
  const chartWidth = Math.round(Math.min(widestChart, Math.max(narrowestChart, across.fitToWidth === undefined ? pixels : room)));
  const missing = plan.chart === undefined || plan.chart === null ? 0 : Math.ceil(Math.max(0, chartWidth - pixels) / spareColumn);
  const page = { columns: to, chartWidth };
  // A hidden sheet with an area to print is printed by LibreOffice.
  if (isHidden || all) return { ...page, setup: { ...printSetup(), ...titles, ...across } };
  const shown = isDetail ? Math.min(rows.length, rowsOfPage) : rows.length;
  return {
    ...page,
    setup: {
      ...printSetup(sum(seen.slice(0, to)) <= upright ? 'portrait' : 'landscape'),
      ...titles,
      printArea: printArea({ from: 1, to: to + missing }, headRow + Math.max(1, shown)),
      ...(isDetail ? { fitToHeight: 1 } : {}),
    },
  };
}

/** How many pixels a column of so many digits is wide, in the font of the language. */
export function pixelsOf(width: number, lang: Lang): number {
  return Math.trunc(width * (lang === 'en' ? 6 : 7) + 5);
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

/** What stands at the edges of printed pages: the lines of the letterhead, else the company above and below what it is. */
export function pageEdges(result: Result, letterhead: Letterhead | null): Partial<HeaderFooter> {
  const header = headerLine(letterhead, result.company);
  const footer = letterhead?.footer ?? null;
  return {
    ...(header === null ? {} : { oddHeader: sheetText(edgeCode(header)) }),
    oddFooter: footer === null ? pageFooter(result) : sheetText(edgeCode(footer)),
  };
}

/** What it is and of which days at the left, the page at the right; a `&` of the texts is none of the format's. */
function pageFooter({ title, period, lang }: Pick<Result, 'title' | 'period' | 'lang'>): string {
  const days = period === null ? [] : [fill(reportWords.periodValue, lang, periodDays(period))];
  const left = [title, ...days].join(' · ').replaceAll('&', '&&');
  return `&L${left.slice(0, mostOfFooter)}&R${fill(reportWords.page, lang, { page: '&P', pages: '&N' })}`;
}

/** Excel takes 255 characters in all. */
const mostOfFooter = 200;
