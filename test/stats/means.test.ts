import { describe, expect, it } from 'vitest';
import { compareMeans, meanInterval, type Moments } from '../../src/stats/means.ts';

const first = [3, 4, 4, 5, 2, 5, 4];
const second = [5, 4, 5, 5, 3, 5, 5, 4];

function momentsOf(values: readonly number[]): Moments {
  const add = (total: number, value: number): number => total + value;
  return { n: values.length, sum: values.reduce(add, 0), squares: values.map((value) => value ** 2).reduce(add, 0) };
}

describe('meanInterval', () => {
  it("is Student's (scipy.stats.t.interval)", () => {
    const interval = meanInterval(momentsOf(first))!;
    expect(interval.low).toBeCloseTo(2.868441165002109, 8);
    expect(interval.high).toBeCloseTo(4.845844549283605, 8);
  });

  it('is not known of one value, nor of equal ones', () => {
    expect(meanInterval(momentsOf([4]))).toBe(null);
    expect(meanInterval(momentsOf([5, 5, 5]))).toBe(null);
  });
});

describe('compareMeans', () => {
  it("is Welch's test (scipy.stats.ttest_ind, equal_var=False)", () => {
    const found = compareMeans(momentsOf(first), momentsOf(second))!;
    expect(found.difference).toBeCloseTo(9 / 14, 12);
    expect(found.p).toBeCloseTo(0.2122604052039066, 8);
    expect(found.interval.low).toBeCloseTo(-0.4276929828743421, 8);
    expect(found.interval.high).toBeCloseTo(1.7134072685886277, 8);
  });

  it('says nothing where one side is a single value or neither varies', () => {
    expect(compareMeans(momentsOf([4]), momentsOf(second))).toBe(null);
    expect(compareMeans(momentsOf([4, 4]), momentsOf([5, 5]))).toBe(null);
  });
});
