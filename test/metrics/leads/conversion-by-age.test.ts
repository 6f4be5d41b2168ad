import { describe, expect, it } from 'vitest';
import { expectClose } from '../../stats/close.ts';
import { rowsOf } from '../run.ts';
import { asOf, leadsOf, together } from './lead-rows.ts';

describe('conversion_by_age', () => {
  it('has each group at each age, blank beyond its last follow-up', async () => {
    const leads = together(
      leadsOf('won', 20, 10, { source: 'a' }),
      leadsOf('won', 50, 5, { source: 'a' }),
      leadsOf('open', 80, 85, { source: 'a' }),
      leadsOf('open', 40, 50, { source: 'b' }),
    );
    const rows = await rowsOf('conversion_by_age', { ...leads, parameters: { as_of: asOf } });
    expect(rows.filter(({ dimension }) => dimension === 'source').map(({ value, age, leads: n }) => [value, age, n])).toEqual([
      ['a', 30, 100],
      ['a', 60, 100],
      ['a', 90, 100],
      ['b', 30, 50],
      ['b', 60, 50],
      ['b', 90, 50],
    ]);
    const shares = rows.filter(({ value }) => value === 'a').map(({ incidence }) => incidence);
    expectClose(Number(shares[0]), 0.1, 1e-12);
    expectClose(Number(shares[1]), 0.15, 1e-12);
    expect(shares[2]).toBeNull();
    expect(rows.filter(({ value }) => value === 'b')).toMatchObject([
      { incidence: 0, followed: 50 },
      { incidence: null },
      { incidence: null },
    ]);
  });
});
