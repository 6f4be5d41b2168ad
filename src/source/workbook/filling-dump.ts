import { findHeader } from '../header.ts';
import type { CellProblem } from './cell-text.ts';
import type { MergedRange } from './merged-cells.ts';
import type { DumpCell, SheetContent, SheetDump } from './sheet-dump.ts';

/** Merged cells that stand for several records below the header, by the row they begin in; `first`: the sheet as read without them. */
export function fillableRanges(ranges: readonly MergedRange[], first: SheetContent): MergedRange[] {
  const down = ranges.filter(({ top, bottom }) => bottom > top);
  if (down.length === 0) return [];
  const { line } = findHeader(first.head, first.width);
  return down.filter(({ top }) => top > line).toSorted((one, other) => one.top - other.top);
}

const figure = /^[-+(]?[^\p{L}\d]{0,3}\d[\d.,’' ]*%?\)?$/u;
const idHeader =
  /(?:\b(?:id|no|nr|number|code|ref)\.?|#|编号|编码|单号|号码|代码|工号|号)$|^(?:order|invoice|customer|account|client|订单|客户|会员|单据)$/iu;

/**
 * Gives every record beside a cell that is merged down the value of that cell, as its reader sees it: customer, order, date. A figure is filled
 * only where the header says that it is a number of something: an amount over several records is theirs together, and counts once. Rows with
 * nothing else in them stay as they are.
 */
export function createFillingDump(dump: SheetDump, ranges: readonly MergedRange[], first: SheetContent): SheetDump {
  const { columns } = findHeader(first.head, first.width);
  let next = 0;
  let active: { readonly range: MergedRange; readonly text: string }[] = [];
  return {
    inOrder: true,
    add(row, cells) {
      active = active.filter(({ range }) => range.bottom >= row);
      const filled: DumpCell[] = [...cells];
      for (const { range, text } of active) {
        const column = range.left - 1;
        const isRecord = cells.some((cell, index) => index !== column && textOf(cell) !== '');
        if (isRecord) filled[column] = filledCell(cells[column], text);
      }
      for (let range = ranges[next]; range !== undefined && range.top <= row; range = ranges[next]) {
        next += 1;
        const text = range.top === row ? textOf(cells[range.left - 1]) : '';
        const header = columns[range.left - first.firstColumn]?.trim() ?? '';
        if (text !== '' && (!figure.test(text) || isDate(text) || idHeader.test(header))) active.push({ range, text });
      }
      dump.add(row, filled);
    },
    finish: () => dump.finish(),
    abandon: () => dump.abandon(),
  };
}

/** A text of the cell's own that nobody sees is told as such, if it differs. */
function filledCell(cell: DumpCell, text: string): CellProblem {
  if (typeof cell === 'object' && cell.code !== 'formula' && cell.value !== null && cell.value !== text) return { ...cell, text };
  return { code: 'merged-cell-filled', value: text, text };
}

function textOf(cell: DumpCell): string {
  return (typeof cell === 'object' ? (cell.text ?? '') : (cell ?? '')).trim();
}

function isDate(text: string): boolean {
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text);
}
