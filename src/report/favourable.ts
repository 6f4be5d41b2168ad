import { judgementOf } from '../result/judgement.ts';
import type { Better, TableSection } from '../result/result.ts';

/** How a difference looks: coloured only where one way of its figure is favourable. */
export type Side = 'good' | 'bad' | 'neither';

const sides = { better: 'good', worse: 'bad' } as const;

export function sideOf(difference: number, better: Better | undefined): Side {
  const judgement = judgementOf(better, difference);
  return judgement === null ? 'neither' : sides[judgement];
}

/** Which way of a column is favourable; undefined where neither is. */
export function betterOf({ columns }: Pick<TableSection, 'columns'>, id: string): Better | undefined {
  return columns.find((column) => column.id === id)?.better;
}
