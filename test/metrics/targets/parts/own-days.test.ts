import { describe, expect, it } from 'vitest';
import { type KnownDays, ownDays } from '../../../../src/metrics/targets/parts/own-days.ts';

const nothing: KnownDays = {
  from: '2026-01-01',
  to: '2026-12-31',
  joined: null,
  left: null,
  isListed: true,
  hasList: true,
  filesFrom: '2024-01-05',
  firstSale: '2024-01-05',
  lastSale: '2026-09-20',
};

function own(known: Partial<KnownDays>): unknown[] {
  const { from, to, toldBy } = ownDays({ ...nothing, ...known }, { asOf: '2026-10-15', quietMonths: 6 });
  return [from, to, toldBy];
}

describe('the days by which a rep is judged', () => {
  it('are all of the period where nothing tells otherwise', () => {
    expect(own({})).toEqual(['2026-01-01', '2026-12-31', null]);
    expect(own({ joined: '2020-03-01' })).toEqual(['2026-01-01', '2026-12-31', null]);
    expect(own({ joined: '2026-01-01' })).toEqual(['2026-01-01', '2026-12-31', null]);
    // Planned, but not gone by the as-of date.
    expect(own({ left: '2026-11-30' })).toEqual(['2026-01-01', '2026-12-31', null]);
  });

  it('are those of the list of reps', () => {
    expect(own({ joined: '2026-03-16', left: '2026-08-31' })).toEqual(['2026-03-16', '2026-08-31', 'list']);
    expect(own({ left: '2025-08-31' })).toEqual(['2026-01-01', '2025-08-31', 'list']);
  });

  it('are told by the first sale where the list does not say, and the files begin long before', () => {
    expect(own({ firstSale: '2026-03-16' })).toEqual(['2026-03-16', '2026-12-31', 'sales']);
    expect(own({ firstSale: '2026-03-16', joined: '2019-01-01' })).toEqual(['2026-01-01', '2026-12-31', null]);
    expect(own({ firstSale: '2026-03-16', filesFrom: '2025-12-01' })).toEqual(['2026-01-01', '2026-12-31', null]);
  });

  it('are told by the last sale of who is in the list no longer, after months without one; who sells nothing is no leaver', () => {
    const gone = { isListed: false, lastSale: '2026-03-16' };
    expect(own(gone)).toEqual(['2026-01-01', '2026-03-16', 'sales']);
    expect(own({ ...gone, isListed: true })).toEqual(['2026-01-01', '2026-12-31', null]);
    expect(own({ ...gone, hasList: false })).toEqual(['2026-01-01', '2026-12-31', null]);
    expect(own({ ...gone, lastSale: '2026-05-02' })).toEqual(['2026-01-01', '2026-12-31', null]);
  });
});
