import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cellText, coveredText, formulaText, type SheetCell } from './cell-text.ts';
import { lastColumn, lastRow } from './cell-reference.ts';
import { createFillingDump, fillableRanges } from './filling-dump.ts';
import type { MergedRange } from './merged-cells.ts';
import type { NumberDisplay } from './number-format.ts';
import { createSheetDump, type DumpCell, type DumpedSheet, type SheetDump } from './sheet-dump.ts';
import { workbookDamaged, workbookEncrypted, workbookTooLarge } from './workbook-errors.ts';
import type { XmlHandler } from './xml-reader.ts';
import type { ZipEntry } from './zip-directory.ts';
import { partText, readPart, type ZipPackage } from './zip-part.ts';
import { addTo } from '../../lib/groups.ts';

/** Cells that repeats may make in all: a sheet of nothing but the same cell is no table. */
const repeatedCells = 20_000_000;
const longestManifest = 1024 * 1024;

/** Streams every sheet of an OpenDocument spreadsheet (.ods) into a dump of its own. */
export async function dumpOpenDocument(zip: ZipPackage, scratch: string): Promise<DumpedSheet[]> {
  const manifest = zip.directory.get('meta-inf/manifest.xml');
  if (manifest !== undefined && (await partText(zip, manifest, longestManifest)).includes('encryption-data')) throw workbookEncrypted();
  const content = zip.directory.get('content.xml');
  if (content === undefined) throw workbookDamaged('the part content.xml is missing');
  const first = await dumpSheets(zip, content, scratch, new Map());
  const filling = new Map(
    [...first.sheets].map(([index, sheet]) => [index, { first: sheet, ranges: fillableRanges(first.merges.get(index) ?? [], sheet) }]),
  );
  if ([...filling.values()].every(({ ranges }) => ranges.length === 0)) return [...first.sheets.values()];
  for (const sheet of first.sheets.values()) rmSync(sheet.path);
  return [...(await dumpSheets(zip, content, scratch, filling)).sheets.values()];
}

type Filling = ReadonlyMap<number, { readonly first: DumpedSheet; readonly ranges: readonly MergedRange[] }>;

/** The sheets by their number, and what is merged in each. */
async function dumpSheets(
  zip: ZipPackage,
  content: ZipEntry,
  scratch: string,
  filling: Filling,
): Promise<{ readonly sheets: ReadonlyMap<number, DumpedSheet>; readonly merges: ReadonlyMap<number, readonly MergedRange[]> }> {
  const sheets = new Map<number, DumpedSheet>();
  const merges = new Map<number, MergedRange[]>();
  const open: { dump: SheetDump | null; index: number } = { dump: null, index: 0 };
  const handler = createContentHandler({
    begin(index) {
      const dump = createSheetDump(join(scratch, `sheet-${index}.csv`));
      const known = filling.get(index);
      open.index = index;
      open.dump = known === undefined || known.ranges.length === 0 ? dump : createFillingDump(dump, known.ranges, known.first);
      return open.dump;
    },
    merge(range) {
      addTo(merges, open.index, range);
    },
    end(name, hidden) {
      const dumped = open.dump?.finish() ?? null;
      open.dump = null;
      if (dumped !== null) sheets.set(open.index, { name, hidden, ...dumped });
    },
  });
  try {
    await readPart(zip, content, handler);
  } finally {
    open.dump?.abandon();
  }
  return { sheets, merges };
}

interface SheetSink {
  begin(index: number): SheetDump;
  merge(range: MergedRange): void;
  end(name: string, hidden: boolean): void;
}

/** Where the reader is in a cell; texts of notes and drawings are none of the cell. */
interface OpenCell {
  readonly covered: boolean;
  readonly repeat: number;
  readonly formula: boolean;
  readonly cell: (text: string) => SheetCell;
  /** Null until a paragraph begins. */
  text: string | null;
}

function createContentHandler(sink: SheetSink): XmlHandler {
  const hiddenStyles = new Set<string>();
  /** By the name of a format of numbers, then by that of the cell style that uses it. */
  const formats = new Map<string, NumberDisplay>();
  const displays = new Map<string, NumberDisplay>();
  let style = '';
  let sheets = 0;
  let dump: SheetDump | null = null;
  let name = '';
  let hidden = false;
  let row = 0;
  let rowRepeat = 1;
  let cells: DumpCell[] = [];
  let cell: OpenCell | null = null;
  let column = 0;
  let made = 0;
  /** Depth of the paragraph, of a nested table, and of what hangs on a cell without being its text. */
  let paragraph = 0;
  let tables = 0;
  let aside = 0;

  const spend = (count: number): void => {
    made += count;
    if (made > repeatedCells) {
      throw workbookTooLarge({
        en: `repeats make more than ${repeatedCells} cells`,
        'zh-CN': `重复声明的单元格超过 ${repeatedCells} 个`,
      });
    }
  };

  const closeCell = (): void => {
    if (cell === null) return;
    const { covered, repeat, formula, text } = cell;
    const value = cellText(cell.cell(text ?? ''), false);
    cell = null;
    const shown = covered ? coveredText(value) : formula ? formulaText(value) : value;
    if (shown !== '' && (typeof shown !== 'string' || shown.trim() !== '')) {
      if (column + repeat > lastColumn) throw tooWide(column + repeat);
      spend(repeat);
      for (let index = 0; index < repeat; index += 1) cells[column + index] = shown;
    }
    column += repeat;
  };

  const closeRow = (): void => {
    if (cells.length > 0 && dump !== null) {
      if (row + rowRepeat > lastRow) throw tooLong(row + rowRepeat);
      spend(cells.length * (rowRepeat - 1));
      for (let index = 1; index <= rowRepeat; index += 1) dump.add(row + index, cells);
    }
    row += rowRepeat;
  };

  return {
    open(element, attribute) {
      switch (element) {
        case 'date-style':
          formats.set(attribute('name') ?? '', 'date');
          return;
        case 'time-style':
          formats.set(attribute('name') ?? '', attribute('truncate-on-overflow') === 'false' ? 'elapsed' : 'time');
          return;
        case 'style':
          style = attribute('name') ?? '';
          displays.set(style, formats.get(attribute('data-style-name') ?? '') ?? 'number');
          return;
        case 'table-properties':
          if (attribute('display') === 'false') hiddenStyles.add(style);
          return;
        case 'table':
          tables += 1;
          if (tables > 1) return;
          sheets += 1;
          name = attribute('name') ?? `Sheet${sheets}`;
          hidden = hiddenStyles.has(attribute('style-name') ?? '');
          row = 0;
          dump = sink.begin(sheets);
          return;
        case 'table-row':
          if (tables !== 1) return;
          rowRepeat = repeatOf(attribute('number-rows-repeated'));
          cells = [];
          column = 0;
          return;
        case 'table-cell':
        case 'covered-table-cell':
          if (tables !== 1) return;
          if (element === 'table-cell' && (attribute('number-rows-spanned') ?? '1') !== '1') {
            const bottom = row + Math.min(lastRow, repeatOf(attribute('number-rows-spanned')));
            const right = column + Math.min(lastColumn, repeatOf(attribute('number-columns-spanned')));
            sink.merge({ top: row + 1, left: column + 1, bottom, right });
          }
          cell = {
            formula: attribute('formula') !== null,
            covered: element === 'covered-table-cell',
            repeat: repeatOf(attribute('number-columns-repeated')),
            cell: storedCell(attribute, displays),
            text: null,
          };
          return;
        case 'annotation':
        case 'shape':
        case 'frame':
          aside += 1;
          return;
        case 'p':
          if (cell === null || aside > 0) return;
          paragraph += 1;
          cell.text = cell.text === null ? '' : `${cell.text}\n`;
          return;
        case 's':
          if (cell !== null && paragraph > 0) cell.text += ' '.repeat(Math.min(repeatOf(attribute('c')), 1000));
          return;
        case 'tab':
          if (cell !== null && paragraph > 0) cell.text += '\t';
          return;
        case 'line-break':
          if (cell !== null && paragraph > 0) cell.text += '\n';
      }
    },
    text(piece) {
      if (cell !== null && paragraph > 0 && aside === 0) cell.text += piece;
    },
    close(element) {
      switch (element) {
        case 'table':
          tables -= 1;
          if (tables > 0) return;
          sink.end(name, hidden);
          dump = null;
          return;
        case 'table-row':
          if (tables === 1) closeRow();
          return;
        case 'table-cell':
        case 'covered-table-cell':
          if (tables === 1) closeCell();
          return;
        case 'annotation':
        case 'shape':
        case 'frame':
          aside -= 1;
          return;
        case 'p':
          if (paragraph > 0 && aside === 0) paragraph -= 1;
      }
    },
  };
}

function repeatOf(text: string | null): number {
  const count = text === null ? 1 : Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw workbookDamaged(`content.xml: a cell is repeated ${text} times`);
}

/** What a cell holds, once its paragraphs are read: the value of its type, whether or not a paragraph shows it. */
function storedCell(attribute: (name: string) => string | null, displays: ReadonlyMap<string, NumberDisplay>): (text: string) => SheetCell {
  const type = attribute('value-type');
  const value = attribute('value');
  const date = attribute('date-value');
  const time = attribute('time-value');
  const boolean = attribute('boolean-value');
  const string = attribute('string-value');
  const formula = attribute('formula') !== null;
  const display = displays.get(attribute('style-name') ?? '') ?? 'number';
  return (text) => {
    if (errors.test(text) && (formula || type === 'error')) return { kind: 'error', value: text };
    switch (type) {
      case 'float':
      case 'currency':
      case 'percentage': {
        if (value === null) return { kind: 'text', text };
        const number = Number(value);
        return { kind: 'number', value: value.trim() === '' ? Number.NaN : number, stored: value.trim(), display };
      }
      case 'date':
        return date === null ? { kind: 'text', text } : { kind: 'isoDate', text: date };
      case 'time':
        return { kind: 'text', text: (time === null ? null : clockOf(time)) ?? text };
      case 'boolean':
        return boolean === null ? { kind: 'text', text } : { kind: 'boolean', value: boolean === 'true' };
      case null:
        if (formula && text === '') return { kind: 'formulaWithoutResult' };
    }
    return { kind: 'text', text: text === '' ? (string ?? '') : text };
  };
}

const errors = /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

/** `PT09H05M03S` as 09:05:03. */
function clockOf(duration: string): string | null {
  const parts = /^PT(\d{1,5})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(duration);
  return parts === null
    ? null
    : parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join(':');
}

function tooWide(columns: number): Error {
  return workbookTooLarge({ en: `a row of ${columns} columns`, 'zh-CN': `一行有 ${columns} 列` });
}

function tooLong(rows: number): Error {
  return workbookTooLarge({ en: `a sheet of ${rows} rows`, 'zh-CN': `工作表有 ${rows} 行` });
}
