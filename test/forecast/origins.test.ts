import { describe, expect, it } from 'vitest';
import { churnOrigins, valueHoldout } from '../../src/forecast/origins.ts';
import { addDays } from '../../src/lib/dates.ts';

describe('origins', () => {
  const few = { horizonDays: 90, customers: 100 };

  it('are a horizon apart, six at most, and keep a horizon of history', () => {
    expect(churnOrigins('2020-01-01', '2026-10-31', few)).toEqual([5, 4, 3, 2, 1, 0].map((step) => addDays('2026-10-31', -90 * step)));
    expect(churnOrigins('2010-12-01', '2011-12-09', few)).toEqual(['2011-03-14', '2011-06-12', '2011-09-10', '2011-12-09']);
    expect(churnOrigins('1997-01-01', '1998-06-30', { ...few, horizonDays: 273 })).toEqual(['1997-09-30', '1998-06-30']);
    expect(churnOrigins('2026-10-01', '2026-10-31', few)).toEqual(['2026-10-31']);
  });

  it('are four of many customers', () => {
    expect(churnOrigins('2020-01-01', '2026-10-31', { horizonDays: 90, customers: 20_001 })).toHaveLength(4);
  });
});

describe('what is held out to test values', () => {
  it('is as long as the horizon, or the later half of shorter data, and nothing below four weeks', () => {
    expect(valueHoldout('2020-01-01', '2026-10-31', 365)).toEqual({ origin: '2025-10-31', days: 365 });
    expect(valueHoldout('2026-01-01', '2026-04-10', 365)).toEqual({ origin: '2026-02-19', days: 50 });
    expect(valueHoldout('2026-09-07', '2026-10-31', 365)).toBeNull();
  });
});
