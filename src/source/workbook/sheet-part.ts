import { columnOf, lastColumn, lastRow } from './cell-reference.ts';
import { cellText, coveredText, formulaText, type SheetCell } from './cell-text.ts';
import type { Coverage } from './merged-cells.ts';
import type { NumberDisplay } from './number-format.ts';
import { type PlainCell, readPlainCell } from './plain-cell.ts';
import type { DumpCell, SheetDump } from './sheet-dump.ts';
import { workbookDamaged } from './workbook-errors.ts';
import type { XmlHandler } from './xml-reader.ts';
import { unescapeXmlString } from './xml-text.ts';

export interface SheetContext {
  /** For messages: the part's name. */
  readonly part: string;
  readonly sharedStrings: readonly string[];
  /** By cell style. */
  readonly displays: readonly NumberDisplay[];
  readonly date1904: boolean;
  /** Null on a first reading: merged ranges stand behind the rows. */
  readonly coverage: Coverage | null;
  readonly onMerge: (reference: string) => void;
}

/** Rows are stored out of order, and the dump takes them only in order. */
export class RowsOutOfOrder extends Error {}

/** Turns the XML of a worksheet part into rows of text. Cells are taken as they come; `dimension` is never believed. */
export function createSheetHandler(context: SheetContext, dump: SheetDump): XmlHandler {
  let row = 0;
  let inRow = false;
  let cells: DumpCell[] = [];
  let column = 0;
  let inCell = false;
  let type: string | null = null;
  let style: string | null = null;
  let value: string | null = null;
  /** Of the cell itself, beside a value or without one: the type says which counts. */
  let inline: string | null = null;
  let formula = false;
  let phonetic = false;
  let inText: 'value' | 'inline' | null = null;

  const openRow = (reference: string | null): void => {
    const next = reference === null ? row + 1 : Number(reference);
    if (!Number.isInteger(next) || next < 1 || next > lastRow) throw workbookDamaged(`${context.part}: a row is numbered ${reference}`);
    if (next <= row && dump.inOrder) throw new RowsOutOfOrder(`${context.part}: row ${next} after row ${row}`);
    row = next;
    column = 0;
    cells = [];
    inRow = true;
    context.coverage?.enterRow(row);
  };

  const openCell = (reference: string | null): void => {
    column = reference === null ? column + 1 : columnOf(reference);
    if (column === 0 || column > lastColumn) throw workbookDamaged(`${context.part}: a cell in row ${row} has the reference ${reference}`);
    value = null;
    inline = null;
    formula = false;
    inCell = true;
  };

  const closeCell = (): void => {
    inCell = false;
    if (inline !== null && (type === 'inlineStr' || value === null)) {
      value = inline;
      type = 'inlineStr';
    }
    if (value === null && !formula) return;
    const text = cellText(storedCell(), context.date1904);
    if (text === '') return;
    if (context.coverage?.covers(column) === true) cells[column - 1] = coveredText(text);
    else cells[column - 1] = formula ? formulaText(text) : text;
  };

  const storedCell = (): SheetCell => {
    if (value === null || value === '' || (type === 's' && value.trim() === ''))
      return formula && (value === null || type !== 'str') ? { kind: 'formulaWithoutResult' } : { kind: 'blank' };
    switch (type) {
      case 's': {
        const text = context.sharedStrings[Number(value)];
        if (text === undefined)
          throw workbookDamaged(`${context.part}: the cell in row ${row}, column ${column} points at a text that is not there`);
        return { kind: 'text', text };
      }
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: unescapeXmlString(value) };
      case 'b':
        return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' };
      case 'e':
        return { kind: 'error', value };
      case 'd':
        return { kind: 'isoDate', text: value };
      default: {
        const stored = value.trim();
        const display = style === null ? undefined : context.displays[Number(style)];
        return { kind: 'number', value: stored === '' ? Number.NaN : Number(stored), stored, display: display ?? 'number' };
      }
    }
  };

  const plain: PlainCell = { column: 0, style: null, type: null, value: '', inline: false };

  return {
    take(text, at) {
      if (!inRow || inCell || phonetic) return -1;
      const end = readPlainCell(text, at, plain);
      if (end === -1) return -1;
      ({ column, style, type, value } = plain);
      inline = plain.inline ? value : null;
      if (plain.inline) value = null;
      formula = false;
      closeCell();
      return end;
    },
    open(name, attribute) {
      if (name === 'c') {
        if (!inRow) return;
        type = attribute('t');
        style = attribute('s');
        openCell(attribute('r'));
      } else if (name === 'row') {
        openRow(attribute('r'));
      } else if (name === 'mergeCell') {
        context.onMerge(attribute('ref') ?? '');
      } else if (inCell) {
        if (name === 'v') {
          value ??= '';
          inText = 'value';
        } else if (name === 't' && !phonetic) {
          inline ??= '';
          inText = 'inline';
        } else if (name === 'f') {
          formula = true;
        } else if (name === 'rPh') {
          phonetic = true;
        }
      }
    },
    text(piece) {
      if (inText === 'value') value += piece;
      else if (inText === 'inline') inline += piece;
    },
    close(name) {
      if (name === 'c') {
        if (inCell) closeCell();
      } else if (name === 'v' || name === 't') {
        inText = null;
      } else if (name === 'row') {
        inRow = false;
        if (cells.length > 0) dump.add(row, cells);
      } else if (name === 'rPh') {
        phonetic = false;
      }
    },
  };
}
