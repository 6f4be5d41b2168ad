import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, shortFigure } from '../../../src/report/html/charts/scale.ts';

describe('scaleOf', () => {
  it('ends at whole ticks and begins at 0 where it shall', () => {
    const { ticks, at } = scaleOf([992_237, 1_709_000], [200, 0], true);
    expect(ticks).toEqual([0, 500_000, 1_000_000, 1_500_000, 2_000_000]);
    expect(at(0)).toBe(200);
    expect(at(1_000_000)).toBe(100);
  });

  it('holds every figure, with two to six ticks in a rising order', () => {
    const figures = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(figures, fc.boolean(), (values, fromZero) => {
        const { ticks, low, high, at } = scaleOf(values, [0, 100], fromZero);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.toSorted((one, other) => one - other)).toEqual(ticks);
        const slack = (high - low) * 1e-6;
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low - slack);
          expect(value).toBeLessThanOrEqual(high + slack);
          expect(Number.isFinite(at(value))).toBe(true);
        }
        if (fromZero) expect(low <= 0 && high >= 0).toBe(true);
      }),
    );
  });
});

describe('shortFigure', () => {
  it.each([
    [992_237, 'money', 'zh-CN', '99.2 万'],
    [12_600_919, 'money', 'zh-CN', '1,260 万'],
    [125_000_000, 'money', 'zh-CN', '1.3 亿'],
    [1_260_092, 'money', 'en', '1.3M'],
    [-50_600, 'money', 'en', '−50.6k'],
    [0.762, 'ratio', 'en', '76%'],
    [0.021, 'ratio', 'en', '2.1%'],
    [41, 'integer', 'en', '41'],
    [2.71529, 'number', 'en', '2.72'],
  ] as const)('%s (%s, %s) is %s', (figure, type, lang, text) => {
    expect(shortFigure(figure, type, lang)).toBe(text);
  });
});
