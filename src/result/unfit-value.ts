import { isNumberType } from './result.ts';
import type { Result, ResultCell, ValueType } from './result.ts';

/** No sum of money or count comes near it; from here on, sums and squares of figures leave what a number can hold. */
const largest = 1e100;

/**
 * Where a saved Result holds what its own columns do not allow: words where a number belongs, or a number that nothing can be computed
 * with; `churn.at_risk.0.revenue`. Null where there is none.
 */
export function unfitValue({ sections }: Result): string | null {
  for (const section of sections) {
    if (section.kind === 'facts') {
      for (const { id, type, value, n, low, high } of section.facts)
        if (!isFit(value, type) || [n, low, high].some((number) => !isFit(number, 'number'))) return `${section.id}.${id}`;
      continue;
    }
    let index = 0;
    for (const row of section.rows) {
      for (const { id, type, type_from: from } of section.columns) {
        // A row may say of itself that its value is of another type: the check of words is then by that.
        const own = from === undefined ? type : (row[from] as ValueType);
        if (!isFit(row[id] ?? null, own)) return `${section.id}.rows.${index}.${id}`;
      }
      index += 1;
    }
  }
  return null;
}

function isFit(value: ResultCell, type: ValueType): boolean {
  if (typeof value === 'number') return Math.abs(value) < largest;
  return value === null || !isNumberType(type);
}
