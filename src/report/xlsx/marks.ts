import type { Style, Worksheet } from 'exceljs';
import { columnLetters } from '../../lib/column-letters.ts';
import type { ResultCell } from '../../result/result.ts';
import type { BarArea } from './charts/data-bars.ts';

/** What a sheet shows beside its words and figures: colour never says anything alone. */
export interface SheetMarks {
  /** Columns of amounts, by place: a bar in each cell. */
  readonly bars: readonly number[];
  /** Columns that are shaded on one scale, from the least to the most. */
  readonly shades: readonly number[];
  /** Columns of words of a rank (tiers), with the codes of their cells: the better the rank, the darker. */
  readonly ranks: ReadonlyMap<number, readonly ResultCell[]>;
}

const lightest = 'FFFFFFFF';
const darkest = 'FF7FA3D1';
const ranks: readonly Style['fill'][] = ['FFC9DBF0', 'FFE4EDF7', 'FFF1F3F5'].map((argb) => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb },
}));

interface RowsFromTo {
  readonly from: number;
  readonly to: number;
}

/** The bars of the rows from and to. */
export function barsOf(marks: SheetMarks | undefined, rows: RowsFromTo): BarArea[] {
  return (marks?.bars ?? []).map((column) => ({ area: areaOf(column, column, rows), full: null }));
}

/** The shades of the rows from and to, as conditional formats: they follow a sort and a filter. */
export function addShades(sheet: Worksheet, marks: SheetMarks | undefined, rows: RowsFromTo): void {
  for (const [first, last] of runs(marks?.shades ?? [])) {
    sheet.addConditionalFormatting({
      ref: areaOf(first, last, rows),
      rules: [
        { type: 'colorScale', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }], color: [{ argb: lightest }, { argb: darkest }] },
      ],
    });
  }
}

function areaOf(first: number, last: number, { from, to }: RowsFromTo): string {
  return `${columnLetters(first + 1)}${from}:${columnLetters(last + 1)}${to}`;
}

/** The fill of a cell of a rank; null for any other. */
export function fillOf(marks: SheetMarks | undefined, column: number, row: number): Style['fill'] | null {
  const code = marks?.ranks.get(column)?.[row];
  const [, rank] = typeof code === 'string' ? (/^tier_(\d+)$/.exec(code) ?? []) : [];
  return rank === undefined ? null : (ranks[Math.min(Number(rank), ranks.length) - 1] ?? null);
}

/** Columns side by side are one area: `[1, 2, 3, 6]` → `[1, 3], [6, 6]`. */
function runs(columns: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const column of columns.toSorted((one, other) => one - other)) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === column - 1) open[1] = column;
    else found.push([column, column]);
  }
  return found;
}
