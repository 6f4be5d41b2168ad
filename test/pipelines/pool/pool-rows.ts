import type { Result, ResultRow, TableSection } from '../../../src/result/result.ts';

export function tableOf(result: Result, id: string): TableSection {
  const section = result.sections.find((each) => each.id === id);
  if (section?.kind !== 'table') throw new Error(`no table ${id}`);
  return section;
}

export function rowsOf(result: Result, id: string): readonly ResultRow[] {
  return [...tableOf(result, id).rows];
}
