import { lastColumn, lastRow } from './cell-reference.ts';
import { workbookTooLarge } from './workbook-errors.ts';

/** Cells that the spans of a page may cover in all. */
const spannedCells = 20_000_000;
/** Longer than this is no blank. */
const mostBlank = 200;

/** Stands in blank cells: without a text they would be no cells at the end of a row. No text has it: a character of private use. */
export const blankCell = '\uE5E5';

const blank = /^(?:\s|&nbsp;|<br ?\/?>)*$/i;

const mark = /<!--[\s\S]*?(?:-->|$)|<(\/?)(table|thead|tbody|tfoot|tr|td|th)\b([^>]*)>/gi;

/** What is open in a table. */
interface OpenTable {
  row: boolean;
  cell: string | null;
  /** Where what the cell holds begins. */
  from: number;
}

/**
 * The page with the tags that HTML lets one leave out and browsers add: a row around cells that stand in none (`<thead><th>…`), the ends of cells
 * and rows; and with a mark in each blank cell, so that the cells of a row can be counted. Throws where spans make a table larger than a sheet can be.
 */
export function withRows(page: string): string {
  const pieces: string[] = [];
  const tables: OpenTable[] = [];
  let from = 0;
  let covered = 0;
  const insert = (at: number, text: string): void => {
    pieces.push(page.slice(from, at), text);
    from = at;
  };
  const leaveCell = (table: OpenTable, at: number, end: string): void => {
    if (table.cell === null) return;
    const isBlank = at - table.from < mostBlank && blank.test(page.slice(table.from, at));
    if (isBlank || end !== '') insert(at, (isBlank ? blankCell : '') + end);
    table.cell = null;
  };
  const endCell = (table: OpenTable, at: number): void => leaveCell(table, at, `</${table.cell}>`);
  const endRow = (table: OpenTable, at: number): void => {
    endCell(table, at);
    if (table.row) insert(at, '</tr>');
    table.row = false;
  };
  for (const match of page.matchAll(mark)) {
    const { 1: slash, 2: word, 3: attributes = '', index: at } = match;
    const name = word?.toLowerCase();
    const closes = slash === '/';
    const table = tables.at(-1);
    if (name === 'table' && !closes) {
      tables.push({ row: false, cell: null, from: 0 });
    } else if (name === undefined || table === undefined) {
      continue;
    } else if (name === 'td' || name === 'th') {
      if (closes) {
        leaveCell(table, at, '');
        continue;
      }
      covered += spanned(attributes);
      if (covered > spannedCells) throw tooLarge(covered);
      endCell(table, at);
      if (!table.row) insert(at, '<tr>');
      table.row = true;
      table.cell = name;
      table.from = at + match[0].length;
    } else if (name === 'tr' && closes) {
      endCell(table, at);
      table.row = false;
    } else {
      endRow(table, at);
      if (name === 'tr') table.row = true;
      if (name === 'table') tables.pop();
    }
  }
  return pieces.length === 0 ? page : pieces.join('') + page.slice(from);
}

/** The cells that one takes. */
function spanned(attributes: string): number {
  if (!/span/i.test(attributes)) return 1;
  const columns = spanOf(attributes, /\bcolspan\s*=\s*["']?\s*\+?(\d+)/i);
  const rows = spanOf(attributes, /\browspan\s*=\s*["']?\s*\+?(\d+)/i);
  if (columns > lastColumn || rows > lastRow) throw tooLarge(columns * rows);
  return columns * rows;
}

function spanOf(attributes: string, span: RegExp): number {
  return Math.max(1, Number(span.exec(attributes)?.[1] ?? 1));
}

function tooLarge(cells: number): Error {
  return workbookTooLarge({ en: `cells span ${cells} places`, 'zh-CN': `合并单元格覆盖了 ${cells} 个位置` });
}
