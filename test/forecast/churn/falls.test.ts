import { describe, expect, it } from 'vitest';
import { fallsOf } from '../../../src/forecast/churn/falls.ts';

const row = (recent: number, before: number, exposures: readonly [number, number] = [180, 360]) => ({
  customer_id: 'C1',
  recent_exposure: exposures[0],
  before_exposure: exposures[1],
  recent_purchases: recent,
  before_purchases: before,
});

const of = (count: number, amount: number): number[] => Array.from({ length: count }, () => amount);

describe('a fall of spend and frequency', () => {
  it('is given per horizon where chance does not explain it', () => {
    const { spend, frequency } = fallsOf(row(2, 24), { recent: of(2, 50), before: of(24, 100) }, 90);
    expect(frequency).toMatchObject({ before: 6, after: 1 });
    expect(frequency?.p).toBeLessThan(0.01);
    expect(spend).toMatchObject({ before: 600, after: 50 });
    expect(spend?.p).toBeLessThan(0.01);
  });

  it('is none where purchases rose, the few could be chance, or there is no time before to compare with', () => {
    const none = { spend: null, frequency: null };
    expect(fallsOf(row(24, 2), { recent: of(24, 100), before: of(2, 100) }, 90)).toEqual(none);
    expect(fallsOf(row(0, 2), { recent: [], before: of(2, 100) }, 90)).toEqual(none);
    expect(fallsOf(row(0, 24, [100, 0]), { recent: [], before: of(24, 100) }, 90)).toEqual(none);
  });

  it('is of frequency alone where amounts are not known, and the same in every run', () => {
    expect(fallsOf(row(2, 24), undefined, 90)).toMatchObject({ spend: null, frequency: { after: 1 } });
    const amounts = { recent: of(3, 100), before: of(20, 90) };
    expect(fallsOf(row(3, 20), amounts, 90)).toEqual(fallsOf(row(3, 20), amounts, 90));
  });
});
