import { lastColumn, lastRow } from './cell-reference.ts';
import { workbookTooLarge } from './workbook-errors.ts';

/** Cells that the spans of a page may cover in all. */
const spannedCells = 20_000_000;

const mark = /<!--[\s\S]*?(?:-->|$)|<(\/?)(table|thead|tbody|tfoot|tr|td|th)\b([^>]*)>/gi;

/** What is open in a table. */
interface OpenTable {
  row: boolean;
  cell: string | null;
}

/**
 * The page with the tags that HTML lets one leave out and browsers add: a row around cells that stand in none (`<thead><th>…`), the ends of cells
 * and rows. Throws where spans make a table larger than a sheet can be.
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
  const endCell = (table: OpenTable, at: number): void => {
    if (table.cell !== null) insert(at, `</${table.cell}>`);
    table.cell = null;
  };
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
      tables.push({ row: false, cell: null });
    } else if (name === undefined || table === undefined) {
      continue;
    } else if (name === 'td' || name === 'th') {
      if (closes) {
        table.cell = null;
        continue;
      }
      covered += spanned(attributes);
      if (covered > spannedCells) throw tooLarge(covered);
      endCell(table, at);
      if (!table.row) insert(at, '<tr>');
      table.row = true;
      table.cell = name;
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
