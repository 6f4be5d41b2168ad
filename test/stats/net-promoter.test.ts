import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNetPromoters, netPromoterInterval, netPromoterScore } from '../../src/stats/net-promoter.ts';

const counts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors });
const anyCounts = fc.record({ promoters: fc.nat(400), passives: fc.nat(400), detractors: fc.nat(400) });

describe('netPromoterScore', () => {
  it('comes of counts, not of rounded shares', () => {
    // 1/3 less 1/6: shares rounded to 33% and 17% would give 16.
    expect(netPromoterScore(counts(2, 3, 1))).toBeCloseTo(100 / 6, 12);
  });

  it('is null without answers and has no negative zero', () => {
    expect(netPromoterScore(counts(0, 0, 0))).toBe(null);
    expect(Object.is(netPromoterScore(counts(4, 1, 4)), 0)).toBe(true);
  });
});

describe('netPromoterInterval', () => {
  // scipy 1.10: adjusted Wald with 3/4 added to either end and 3 to all, t below 30 answers.
  it.each([
    [counts(50, 30, 20), 14.051130178761605, 44.20129700570441],
    [counts(120, 60, 20), 39.98832097821797, 58.533846509466755],
    [counts(345, 278, 127), 23.677957874107985, 34.223768553514844],
    [counts(3, 4, 5), -57.92001099728708, 31.253344330620408],
    [counts(0, 0, 10), -100, -42.96756009527696],
  ])('of %j', (of, low, high) => {
    const interval = netPromoterInterval(of)!;
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it('narrows where more than 5% of a known base answered, and not below', () => {
    const interval = netPromoterInterval(counts(50, 30, 20), { base: 400 })!;
    expect(interval.low).toBeCloseTo(16.054458473004253, 8);
    expect(interval.high).toBeCloseTo(42.19796871146176, 8);
    const plain = netPromoterInterval(counts(50, 30, 20));
    for (const base of [2000, 100, 60]) expect(netPromoterInterval(counts(50, 30, 20), { base })).toEqual(plain);
  });

  it('is all there is of one answer, and nothing of none', () => {
    expect(netPromoterInterval(counts(1, 0, 0))).toEqual({ low: -100, high: 100 });
    expect(netPromoterInterval(counts(0, 0, 0))).toBe(null);
  });

  it('holds the score, stays in its bounds, and is never a point', () => {
    fc.assert(
      fc.property(anyCounts, (of) => {
        const [score, interval] = [netPromoterScore(of), netPromoterInterval(of)];
        if (score === null || interval === null) return score === null && interval === null;
        return (
          -100 <= interval.low && interval.low <= score && score <= interval.high && interval.high <= 100 && interval.low < interval.high
        );
      }),
    );
  });
});

describe('compareNetPromoters', () => {
  it('has the difference, its interval and p', () => {
    const found = compareNetPromoters(counts(50, 30, 20), counts(120, 60, 20))!;
    expect(found.difference).toBe(20);
    expect(found.interval.low).toBeCloseTo(2.436218529785993, 8);
    expect(found.interval.high).toBeCloseTo(37.83352177343272, 8);
    expect(found.p).toBeCloseTo(0.025763849766338418, 8);
  });

  it("takes Student's t of the smaller side below thirty answers", () => {
    const found = compareNetPromoters(counts(5, 3, 4), counts(12, 6, 2))!;
    expect(found.interval.low).toBeCloseTo(-20.35133567379677, 8);
    expect(found.interval.high).toBeCloseTo(93.97452407959386, 8);
    expect(found.p).toBeCloseTo(0.1840682084126759, 8);
  });

  it('says nothing of a single answer', () => {
    expect(compareNetPromoters(counts(1, 0, 0), counts(5, 5, 5))).toBe(null);
  });
});
