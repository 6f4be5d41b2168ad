import type { ResultColumn } from '../result/result.ts';
import { isNumeric } from './format.ts';

/** Digits behind the point of money, and of other figures. */
export const centDecimals = 2;
const otherDecimals = 6;

/** Digits behind the point of a column; null: as many as there are. A column whose rows are of several types keeps six. */
export function decimalsOf({ type, type_from: from }: Pick<ResultColumn, 'type' | 'type_from'>): number | null {
  if (type === 'money' && from === undefined) return centDecimals;
  return isNumeric(type) ? otherDecimals : null;
}

/** Half away from zero as it is written: 1.005 to 1.01. Numbers too large to have so many decimals stay as they are. */
export function rounded(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15 || Number.isInteger(value)) return value;
  const shifted = Number(`${value}e${decimals}`);
  const whole = Number.isFinite(shifted) ? Math.sign(shifted) * Math.round(Math.abs(shifted)) : Math.round(value * 10 ** decimals);
  return Number(`${whole}e-${decimals}`) + 0;
}
