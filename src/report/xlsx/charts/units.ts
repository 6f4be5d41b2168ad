import { both, type Lang, type Localized } from '../../../lib/localized.ts';
import type { ValueType } from '../../../result/result.ts';

/** What the figures of a chart are counted in, that its axis has short numbers. */
export interface ChartUnit {
  readonly size: number;
  /** Null where figures are as they stand. */
  readonly name: Localized | null;
}

const units: Readonly<Record<Lang, readonly ChartUnit[]>> = {
  'zh-CN': [
    { size: 1e8, name: both('100M', '亿') },
    { size: 1e4, name: both('10k', '万') },
  ],
  en: [
    { size: 1e9, name: both('B', '十亿') },
    { size: 1e6, name: both('M', '百万') },
    { size: 1e3, name: both('k', '千') },
  ],
};

/** Figures as they stand. */
export const plain: ChartUnit = { size: 1, name: null };

/** The largest unit of which the largest figure is ten or more. */
export function unitFor(figures: Iterable<number>, type: ValueType, lang: Lang): ChartUnit {
  if (type !== 'money' && type !== 'number' && type !== 'integer') return plain;
  let most = 0;
  for (const figure of figures) most = Math.max(most, Math.abs(figure));
  return units[lang].find(({ size }) => most >= 10 * size) ?? plain;
}

/** How an axis and its labels write figures. */
export function axisFormat(type: ValueType, figures: readonly number[]): string {
  if (type === 'ratio') return figures.every((figure) => Math.abs(figure) < 0.1) ? '0.0%' : '0%';
  if (type === 'points') return '0.0';
  const most = figures.reduce((largest, figure) => Math.max(largest, Math.abs(figure)), 0);
  if (most >= 100 || figures.every(Number.isInteger)) return '#,##0';
  return most >= 10 ? '#,##0.0' : '#,##0.00';
}
