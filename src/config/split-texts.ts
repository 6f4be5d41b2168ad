import { type SplitBasis, splitBases, type SplitLevel, splitLevels } from '../metrics/choices.ts';

const units: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, 百万: 1e6, m: 1e6, 千万: 1e7, 亿: 1e8 };

/** `20000000`, `20,000,000`, `2000万`, `1.5亿`, `20M`; null for what is no amount above 0. */
export function readAmount(text: string): number | null {
  const [, digits = '', unit = ''] =
    /^(\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,13}(?:\.\d{1,4})?)\s*(千万|百万|千|万|亿|[km])?$/i.exec(text.trim()) ?? [];
  const value = Number((Number(digits.replaceAll(',', '')) * (units[unit.toLowerCase()] ?? 1)).toFixed(4));
  return digits !== '' && value > 0 && value <= 1e13 ? value : null;
}

/** `1.1`, `110%`. */
export function readFactor(text: string): number | null {
  const [, digits, percent] = /^(\d{1,4}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? [];
  const value = digits === undefined ? -1 : percent === '%' ? Number(digits) / 100 : Number(digits);
  return value > 0 && value <= 100 ? value : null;
}

/** The same, from 1. */
export function readRaise(text: string): number | null {
  const value = readFactor(text);
  return value !== null && value >= 1 ? value : null;
}

/** `0.1`, `10%`, `-5%`. */
export function readGrowth(text: string): number | null {
  const [, sign, digits, percent] = /^(-?)(\d{1,4}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = (percent === '%' ? Number(digits) / 100 : Number(digits)) * (sign === '-' ? -1 : 1);
  return value > -1 && value <= 10 ? value : null;
}

/** `history`, or weights: `history:0.7,potential:0.3`. */
export function readBlend(text: string): SplitBasis | Partial<Record<SplitBasis, number>> | null {
  const one = splitBases.find((basis) => basis === text);
  if (one !== undefined) return one;
  const weights = new Map<SplitBasis, number>();
  for (const part of text.split(/[,，]/u)) {
    const [, name, digits] = /^\s*([a-z]+)\s*[:：]\s*(\d{1,6}(?:\.\d{1,6})?)\s*$/u.exec(part) ?? [];
    const basis = splitBases.find((each) => each === name);
    if (basis === undefined || weights.has(basis)) return null;
    weights.set(basis, Number(digits));
  }
  return [...weights.values()].some((weight) => weight > 0) ? Object.fromEntries(weights) : null;
}

/** `team,rep`; the company has its targets anyway. */
export function readLevels(text: string): SplitLevel[] | null {
  const names = text.split(/[,，]/u).map((name) => name.trim());
  const levels = splitLevels.filter((level) => names.includes(level));
  return levels.length > 0 && names.every((name) => name === 'company' || levels.some((level) => level === name)) ? levels : null;
}
