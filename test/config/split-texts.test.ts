import { describe, expect, it } from 'vitest';
import { readAmount, readBlend, readFactor, readGrowth, readLevels, readRaise } from '../../src/config/split-texts.ts';

describe('texts of targets split', () => {
  it.each([
    ['20000000', 20_000_000],
    ['20,000,000.5', 20_000_000.5],
    ['2000万', 20_000_000],
    ['1.5亿', 150_000_000],
    ['3千万', 30_000_000],
    ['20M', 20_000_000],
    ['0.1', 0.1],
    ['0', null],
    ['-5', null],
    ['2,00', null],
    ['1e6', null],
    ['', null],
  ])('an amount: %j', (text, value) => {
    expect(readAmount(text)).toBe(value);
  });

  it('factors and growths are numbers or percents', () => {
    expect(['1.1', '110%', '0', '-1', 'x'].map(readFactor)).toEqual([1.1, 1.1, null, null, null]);
    expect(['1', '0.9'].map(readRaise)).toEqual([1, null]);
    expect(['0.1', '10%', '-5%', '-1', '2000%'].map(readGrowth)).toEqual([0.1, 0.1, -0.05, null, null]);
  });

  it('a blend is one basis, or weights of some', () => {
    expect(readBlend('equal')).toBe('equal');
    expect(readBlend('history:0.7, potential:0.3')).toEqual({ history: 0.7, potential: 0.3 });
    for (const wrong of ['luck', 'history:0', 'history:1,history:2', 'history=1', '']) expect(readBlend(wrong)).toBeNull();
  });

  it('levels come in their order, the company of itself', () => {
    expect(readLevels('product,company,team')).toEqual(['team', 'product']);
    for (const wrong of ['company', 'team,city', '']) expect(readLevels(wrong)).toBeNull();
  });
});
