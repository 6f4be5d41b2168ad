import type { Better, TableSection } from '../result/result.ts';

/** How a difference looks: coloured only where one way of its figure is favourable. */
export type Side = 'good' | 'bad' | 'neither';

export function sideOf(difference: number, better: Better | undefined): Side {
  if (better === undefined || difference === 0) return 'neither';
  return difference < 0 === (better === 'high') ? 'bad' : 'good';
}

/** Which way of a column is favourable; undefined where neither is. */
export function betterOf({ columns }: Pick<TableSection, 'columns'>, id: string): Better | undefined {
  return columns.find((column) => column.id === id)?.better;
}
