import type { ResultCell, ResultRow, ResultRows, TableSection } from '../../result/result.ts';
import { cellOf, cellsOf } from '../sections.ts';

/** How a cell of a heat map or a matrix looks, and what stands before its figure. */
export interface Shade {
  readonly style: string;
  readonly mark: string;
}

/** The look of a cell by its row and column; null for every other cell. */
export type ShadeOf = (row: ResultRow, id: string) => Shade | null;

/** Groups of fewer have their figures, but no shade: they are chance. */
const fewest = 10;

/** Shares below this have no shade; from here to 1 there are five. */
const leastShare = 0.3;

export function shadesOf(section: TableSection, rows: ResultRows): ShadeOf {
  const { chart } = section;
  if (chart?.kind === 'matrix') return chart.step === undefined ? moves(chart.values) : orderedMoves(chart.values, chart.step);
  return chart?.kind === 'heat' ? heat(section, chart.values, rows) : () => null;
}

/** Moves between steps of which the best stands first: up to its left, down to its right, those who stayed between. */
function orderedMoves(values: readonly string[], step: string): ShadeOf {
  return (row, id) => {
    const [before, after] = [values.indexOf(String(cellOf(row, step))), values.indexOf(id)];
    if (after < 0) return null;
    if (before === after) return { style: 'same', mark: '' };
    if (before < 0 || cellOf(row, id) === 0) return { style: '', mark: '' };
    return after < before ? { style: 'better', mark: '▲ ' } : { style: 'worse', mark: '▼ ' };
  };
}

function moves(values: readonly string[]): ShadeOf {
  return (row, id) => (values.includes(id) && Number(cellOf(row, id)) > 0 ? { style: 'same', mark: '' } : null);
}

function heat({ columns }: TableSection, values: readonly string[], rows: ResultRows): ShadeOf {
  const isShare = columns.some(({ id, type }) => values.includes(id) && type === 'ratio');
  const base = columns.find(({ id, type }) => type === 'integer' && !values.includes(id))?.id ?? null;
  const [low, high] = isShare ? [leastShare, 1] : ends(values, rows);
  return (row, id) => {
    if (!values.includes(id)) return null;
    const cell: ResultCell = cellOf(row, id);
    if (typeof cell !== 'number') return { style: 'heat', mark: '' };
    const size = base === null ? null : cellOf(row, base);
    if (isShare && typeof size === 'number' && size < fewest) return { style: 'heat few', mark: '' };
    const step = high > low ? Math.min(5, 1 + Math.floor(((cell - low) / (high - low)) * 5 + 1e-9)) : 3;
    return { style: step < 1 ? 'heat' : `heat heat-${step}`, mark: '' };
  };
}

function ends(values: readonly string[], rows: ResultRows): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const id of values)
    for (const cell of cellsOf(rows, id)) {
      if (typeof cell !== 'number') continue;
      low = Math.min(low, cell);
      high = Math.max(high, cell);
    }
  return [low, high];
}
