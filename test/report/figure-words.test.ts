import { describe, expect, it } from 'vitest';
import { againstText, intervalText, restsOn } from '../../src/report/figure-words.ts';
import { column, section } from './xlsx/charts/charted-result.ts';

describe('what stands beside a figure', () => {
  it('has the unit of an interval once, and a decimal only where the ends are near', () => {
    expect(intervalText([0.672, 0.833], { type: 'ratio' }, 'en')).toBe('67–83%');
    expect(intervalText([0.094, 0.161], { type: 'ratio' }, 'zh-CN')).toBe('9.4–16.1%');
    expect(intervalText([-0.02, 0.161], { type: 'ratio' }, 'en')).toBe('−2.0%–16.1%');
    expect(intervalText([2, 5.5], { type: 'number' }, 'en')).toBe('2–5.5');
  });

  it('names what is compared with, apart from a Chinese word where it begins with a digit', () => {
    expect(againstText('September', 'en')).toBe('vs September');
    expect(againstText('9 月', 'zh-CN')).toBe('较 9 月');
    expect(againstText('上年同期', 'zh-CN')).toBe('较上年同期');
  });

  it('says how many of how many, or how many deals and their worth; nothing where neither is known', () => {
    const columns = [{ ...column('value', 'Value', 'number'), type_from: 'shows' }, column('weighted', 'Weighted', 'money')];
    const figures = section('figures', null, columns, []);
    const rate = { shows: 'ratio', value: 0.75, n: 1105, k: 80, low: 0.67, high: 0.83 };
    expect(restsOn(figures, rate, 'en')).toEqual(['80 / 1,105 · interval 67–83%']);
    expect(restsOn(figures, { ...rate, k: null }, 'zh-CN')).toEqual(['n = 1,105 · 区间 67–83%']);
    expect(restsOn(figures, { ...rate, low: null }, 'en')).toEqual([]);
    const deals = { shows: 'money', value: 9, n: 1, weighted: 4.5 };
    expect(restsOn(figures, deals, 'en')).toEqual(['1 deal · weighted 4.50']);
  });
});
