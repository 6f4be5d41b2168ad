import type { Section } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';

/** The sum of the known amounts of a table's column; null where none is known. */
export function columnSum(sections: readonly Section[], table: string, column: string): number | null {
  const section = sections.find(({ id }) => id === table);
  let sum: number | null = null;
  for (const row of section?.kind === 'table' ? section.rows : []) {
    const amount = numberOf(row[column]);
    if (amount !== null) sum = (sum ?? 0) + amount;
  }
  return sum;
}
