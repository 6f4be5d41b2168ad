import { centDecimals } from '../lib/money-display.ts';
import type { ResultColumn } from '../result/result.ts';
import { isNumeric } from './format.ts';

/** Digits behind the point of figures that are no money. */
const otherDecimals = 6;

/** Digits behind the point of a column; null: as many as there are. A column whose rows are of several types keeps six. */
export function decimalsOf({ type, type_from: from }: Pick<ResultColumn, 'type' | 'type_from'>): number | null {
  if (type === 'money' && from === undefined) return centDecimals();
  return isNumeric(type) ? otherDecimals : null;
}
