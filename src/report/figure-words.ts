import { afterChinese, both, fill, type Lang } from '../lib/localized.ts';
import type { ResultRow, TableSection } from '../result/result.ts';
import { formatCount, formatValue, type Shape } from './format.ts';
import { cellOf, cellShape } from './sections.ts';

/** What stands beside a figure of a report, on the page and in the workbook. */
const words = {
  rate: both('{k} / {n} · interval {range}', '{k} / {n} · 区间 {range}'),
  sample: both('n = {n} · interval {range}', 'n = {n} · 区间 {range}'),
  deals: both('{n} {n|deal|deals}', '{n} 个'),
  weighted: both('{deals} · weighted {value}', '{deals} · 加权 {value}'),
};

/** Wider ones say no more with a decimal. */
const wideInterval = 0.1;

/** `67–83%`, `9.4–16.1%`: the unit once, of shares ten points or more apart without a decimal; where an end is below 0 each has its own. */
export function intervalText([low, high]: readonly [number, number], shape: Shape, lang: Lang): string {
  const ends = [low, high].map((end) => formatValue(end, shape, lang));
  if (shape.type !== 'ratio' || low < 0) return ends.join('–');
  const digits = high - low >= wideInterval ? 0 : 1;
  return `${(100 * low).toFixed(digits)}–${(100 * high).toFixed(digits)}%`;
}

/** `较 9 月`, `vs September`. */
export function againstText(name: string, lang: Lang): string {
  return lang === 'zh-CN' ? afterChinese('较', name) : `vs ${name}`;
}

/** What a figure rests on: how many of how many with the interval of a rate, how many deals and what they are worth by their chances; each a line. */
export function restsOn(section: TableSection, row: ResultRow, lang: Lang): string[] {
  const number = (id: string): number | null => {
    const value = cellOf(row, id);
    return typeof value === 'number' ? value : null;
  };
  const [n, k, low, high] = [number('n'), number('k'), number('low'), number('high')];
  const [value, weighted] = ['value', 'weighted'].map((id) => section.columns.find((column) => column.id === id));
  if (n === null) return [];
  if (weighted !== undefined && number('weighted') !== null) {
    const deals = fill(words.deals, lang, { n: formatCount(n) });
    return [fill(words.weighted, lang, { deals, value: formatValue(number('weighted'), cellShape(row, weighted), lang) })];
  }
  if (low === null || high === null || value === undefined) return [];
  const range = intervalText([low, high], cellShape(row, value), lang);
  const counts = { n: formatCount(n), range };
  return [k === null ? fill(words.sample, lang, counts) : fill(words.rate, lang, { ...counts, k: formatCount(k) })];
}
