import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/lib/dates.ts';
import { parsePeriod, resolvePeriod } from '../../src/lib/periods.ts';

const fixed = (from: string, to: string) => ({ kind: 'fixed', period: { from, to } });

describe('parsePeriod', () => {
  it('reads years, quarters, months and days as half-open periods', () => {
    expect(parsePeriod('2026')).toEqual(fixed('2026-01-01', '2027-01-01'));
    expect(parsePeriod('2026-Q3')).toEqual(fixed('2026-07-01', '2026-10-01'));
    expect(parsePeriod('2026-q4')).toEqual(fixed('2026-10-01', '2027-01-01'));
    expect(parsePeriod('2024-02')).toEqual(fixed('2024-02-01', '2024-03-01'));
    expect(parsePeriod('2024-02-29')).toEqual(fixed('2024-02-29', '2024-03-01'));
  });

  it('includes both ends of a range', () => {
    expect(parsePeriod('2026-01..2026-03')).toEqual(parsePeriod('2026-Q1'));
    expect(parsePeriod('2026-01-01..2026-12-31')).toEqual(parsePeriod('2026'));
    expect(parsePeriod('2025-Q4..2026-01-15')).toEqual(fixed('2025-10-01', '2026-01-16'));
  });

  it('refuses what is no period', () => {
    const wrong = [
      '',
      '..',
      '2026-13',
      '2026-00',
      '2026-Q5',
      '2026-02-29',
      '26',
      'last-week',
      '2026-03..2026-01',
      '2026..',
      '..2026',
      '2025..2026..2027',
      '2026-10 ',
      '0000',
      '9999',
      '9999-12-31',
    ];
    expect(wrong.filter((text) => parsePeriod(text) !== null)).toEqual([]);
  });

  it('gives every single day a period of one day that ends on the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays('1930-01-01', days);
        expect(parsePeriod(day)).toEqual(fixed(day, addDays(day, 1)));
      }),
    );
  });

  it('never throws, and never yields an empty period', () => {
    const parts = fc.array(fc.constantFrom('2026', '-', 'Q', '1', '12', '..', '0', 'last', '月', ' '), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (words) => {
        const read = parsePeriod(words.join(''));
        if (read?.kind === 'fixed') expect(daysBetween(read.period.from, read.period.to)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('resolvePeriod', () => {
  const resolved = (text: string, asOf: string) => resolvePeriod(parsePeriod(text)!, asOf);

  it('takes the calendar unit before the one of the as-of date', () => {
    expect(resolved('last-month', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(resolved('last-month', '2026-01-01')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(resolved('last-quarter', '2026-05-20')).toEqual({ from: '2026-01-01', to: '2026-04-01' });
    expect(resolved('last-year', '2026-05-20')).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  });

  it('leaves a fixed period alone', () => {
    expect(resolved('2026-Q3', '2030-01-01')).toEqual({ from: '2026-07-01', to: '2026-10-01' });
  });

  it('ends at or before the as-of date and less than one unit earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('last-month', 'last-quarter', 'last-year'), (days, text) => {
        const asOf = addDays('1970-01-01', days);
        const period = resolved(text, asOf);
        expect(period.to <= asOf).toBe(true);
        expect(daysBetween(period.to, asOf)).toBeLessThan(366);
        expect(period.from < period.to).toBe(true);
      }),
    );
  });
});
