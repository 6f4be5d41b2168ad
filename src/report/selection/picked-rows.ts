import type { Cell } from '../../lib/rows.ts';
import { type ColumnCells, portionSize, portionSizes, RowList } from '../../lib/row-list.ts';
import type { ResultRows } from '../../result/result.ts';
import { cellsOf } from '../sections.ts';

/** The rows at these places, in this order. Of a list kept by column the cells of a column are made when it is first looked at. */
export function pickedRows(rows: ResultRows, ids: readonly string[], places: readonly number[]): ResultRows {
  if (!(rows instanceof RowList)) {
    const all = [...rows];
    return places.map((place) => all[place]!);
  }
  return new RowList(portionSizes(places.length), new Map(ids.map((id) => [id, pickedCells(rows, id, places)])));
}

function pickedCells(rows: RowList, id: string, places: readonly number[]): ColumnCells {
  let cells: readonly Cell[] | null = null;
  return (portion, from, to) => {
    const all = (cells ??= [...cellsOf(rows, id)]);
    const start = portion * portionSize;
    return places.slice(start + from, start + to).map((place) => all[place] ?? null);
  };
}
