import { describe, expect, it } from 'vitest';
import { amountKinds, bandOf, bands, sizeKinds } from '../../../../src/metrics/reps/parts/case-bands.ts';

describe('bands', () => {
  it('have both ends, and none below the first', () => {
    expect([0, 1, 2, 5, 6, 99, null].map((value) => bandOf(value, bands.contactCounts))).toEqual([
      '0',
      '1-2',
      '1-2',
      '3-5',
      '6+',
      '6+',
      null,
    ]);
    expect([0, 49, 50, 1000].map((value) => bandOf(value, bands.headcounts))).toEqual([null, '1-49', '50-199', '1000+']);
  });

  it('are made of numbers of employees, not of classes', () => {
    const counts = ['7', '12', '60', '75', '130', '150', '220', '900', '1500', null];
    expect(sizeKinds(counts)).toEqual(['1-49', '1-49', '50-199', '50-199', '50-199', '50-199', '200-999', '200-999', '1000+', null]);
    expect(sizeKinds(['1', '2', null, '3'])).toEqual(['1', '2', null, '3']);
    expect(sizeKinds(['50人以下', '50-200人'])).toEqual(['50人以下', '50-200人']);
  });

  it('cut amounts at round numbers into three of about as many', () => {
    // A third lies below 1,100, the nearest round number being 1,000; two thirds below 9,000: 10,000.
    expect(amountKinds([300, 900, 1100, 4000, 9000, 80_000, 0, -5, null])).toEqual([
      '0-1000',
      '0-1000',
      '1000-10000',
      '1000-10000',
      '1000-10000',
      '10000+',
      null,
      null,
      null,
    ]);
    expect(amountKinds([100, 100, 100])).toEqual(['100+', '100+', '100+']);
    expect(amountKinds([null, 0])).toEqual([null, null]);
  });
});
