import type { Borders, CellHyperlinkValue, Style, Worksheet } from 'exceljs';
import { columnLetters } from '../../lib/column-letters.ts';
import { sheetText } from './cells.ts';
import { font, linkColour } from './styles.ts';

/** A cell of a sheet that is laid out by hand. */
export interface GridCell {
  readonly value: string | number | Date | null;
  readonly style?: Partial<Style>;
  /** The last column that it is spread over. */
  readonly to?: number;
  /** The sheet that it leads to. */
  readonly leadsTo?: string | undefined;
}

export interface GridLine {
  readonly height?: number;
  /** The line below it, if any. */
  readonly rule?: 'hair' | 'strong';
  /** The first and the last column of that line. */
  readonly columns: readonly [first: number, last: number];
}

const rules: Readonly<Record<'hair' | 'strong', Partial<Borders>>> = {
  hair: { bottom: { style: 'thin', color: { argb: 'FFDDE2E8' } } },
  strong: { bottom: { style: 'medium', color: { argb: 'FF434F5E' } } },
};

/** Writes a row with cells in some of its columns, counted from 1; returns its number. */
export function addLine(
  sheet: Worksheet,
  cells: Readonly<Record<number, GridCell>>,
  { height, rule, columns: [first, last] }: GridLine,
): number {
  const row = sheet.addRow([]);
  const border = rule === undefined ? {} : { border: rules[rule] };
  if (rule !== undefined) for (let column = first; column <= last; column += 1) row.getCell(column).style = border;
  for (const [column, { value, style = {}, to, leadsTo }] of Object.entries(cells)) {
    const cell = row.getCell(Number(column));
    cell.value = valueOf(value, leadsTo);
    const { font: own = font, alignment = {} } = style;
    cell.style = {
      ...style,
      font: leadsTo === undefined ? own : { ...own, color: { argb: linkColour } },
      alignment: { ...alignment, vertical: 'middle' },
      ...border,
    };
    if (to !== undefined && to > Number(column))
      sheet.mergeCells(`${columnLetters(Number(column))}${row.number}:${columnLetters(to)}${row.number}`);
  }
  if (height !== undefined) row.height = height;
  const { number } = row;
  row.commit();
  return number;
}

function valueOf(value: GridCell['value'], leadsTo: string | undefined): string | number | Date | null | CellHyperlinkValue {
  if (typeof value !== 'string') return value;
  return leadsTo === undefined ? sheetText(value) : { text: sheetText(value), hyperlink: `#'${leadsTo}'!A1` };
}
