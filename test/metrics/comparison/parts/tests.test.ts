import { describe, expect, it } from 'vitest';
import { testRates, testSums } from '../../../../src/metrics/comparison/parts/tests.ts';

const column = (values: readonly number[]) => Float64Array.from(values);
const sums = (numerator: readonly number[], denominator: readonly number[] | null = null, days = 1) => ({
  numerator: column(numerator),
  denominator: denominator === null ? null : column(denominator),
  days,
});
const forty = (value: (index: number) => number) => Array.from({ length: 40 }, (_, index) => value(index));

describe('a test of sums', () => {
  it('finds a rise of every customer to be more than chance, the same in every run', () => {
    const [before, after] = [sums(forty((index) => 10 + index)), sums(forty((index) => 12 + index + (index % 3)))];
    const found = testSums('revenue', before, after, 40);
    expect(found).toMatchObject({ p: 0.0005, test: 'bootstrap' });
    expect(found.low).toBeGreaterThan(100);
    expect(found.high).toBeLessThan(140);
    expect(testSums('revenue', before, after, 40)).toEqual(found);
  });

  it('finds what one customer does to be chance, however much it is', () => {
    const found = testSums('revenue', sums(forty(() => 10)), sums(forty((index) => (index === 7 ? 10_000 : 10 + (index % 2) - 0.5))), 40);
    expect(found.p).toBeGreaterThan(0.05);
  });

  it('keeps customers paired: large ones on both sides do not hide a small common rise', () => {
    const sizes = forty((index) => 10 ** (index % 6));
    const after = sizes.map((size, index) => size + 5 + (index % 2));
    expect(testSums('revenue', sums(sizes), sums(after), 40)).toMatchObject({ p: 0.0005 });
  });

  it('divides by the days of the period', () => {
    const same = forty((index) => index % 5);
    const [before, after] = [sums(same, null, 28), sums(same, null, 31)];
    const found = testSums('orders', before, after, 40);
    expect(found.high).toBeLessThan(0);
    expect(found.low).toBeGreaterThan(-2 * 80 * (1 / 28 - 1 / 31));
  });

  it('divides sums, and has no figure where the sum below is 0', () => {
    const found = testSums(
      'average_order',
      sums(
        forty(() => 30),
        forty(() => 3),
      ),
      sums(
        forty((index) => 30 + (index % 2)),
        forty(() => 2),
      ),
      40,
    );
    expect(found.low).toBeGreaterThan(5);
    expect(found.high).toBeLessThan(5.5);
    expect(
      testSums(
        'margin',
        sums(
          forty(() => 0),
          forty(() => 0),
        ),
        sums(
          forty(() => 1),
          forty(() => 2),
        ),
        40,
      ),
    ).toMatchObject({ p: null, low: null });
  });

  it('says that a period is like itself', () => {
    const same = sums(forty((index) => index));
    expect(testSums('revenue', same, { ...same }, 40)).toEqual({ p: 1, low: 0, high: 0, test: 'bootstrap' });
  });

  it('is sure of what all customers did alike, and of what differs by rounding alone', () => {
    const one = sums(forty(() => 1));
    expect(testSums('orders', one, sums(forty(() => 2)), 40)).toEqual({ p: 0.0005, low: 40, high: 40, test: 'bootstrap' });
    const sold = forty((index) => (index % 3) + 1);
    const paid = (price: number) =>
      sums(
        sold.map((pieces) => pieces * price),
        sold,
      );
    expect(
      testSums(
        'average_order',
        paid(19.99),
        sums(
          sold.map((pieces) => (pieces + 1) * 19.99),
          sold.map((pieces) => pieces + 1),
        ),
        40,
      ),
    ).toEqual({
      p: 1,
      low: 0,
      high: 0,
      test: 'bootstrap',
    });
  });

  it('says nothing of fewer than 20 customers', () => {
    expect(testSums('revenue', sums([1, 2, 3]), sums([4, 5, 7]), 19)).toEqual({ p: null, low: null, high: null, test: 'bootstrap' });
  });
});

describe('a test of rates', () => {
  it('compares two proportions by the score test, and few by that of Fisher', () => {
    const found = testRates({ count: 15, of: 60 }, { count: 30, of: 60 });
    expect(found.test).toBe('score');
    expect(found.p).toBeCloseTo(0.004677734981, 10);
    expect(found.low).toBeCloseTo(0.0772, 3);
    expect(testRates({ count: 1, of: 10 }, { count: 7, of: 10 })).toMatchObject({ test: 'fisher' });
  });

  it('finds none between a rate and itself, and says nothing without a base', () => {
    expect(testRates({ count: 15, of: 60 }, { count: 15, of: 60 }).p).toBe(1);
    expect(testRates({ count: 2, of: 9 }, { count: 2, of: 9 }).p).toBeCloseTo(1, 12);
    expect(testRates({ count: 0, of: 0 }, { count: 3, of: 9 })).toEqual({ p: null, low: null, high: null, test: 'score' });
  });
});
