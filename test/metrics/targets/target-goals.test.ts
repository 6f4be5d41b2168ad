import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const reps = [{ name: 'Jae' }];
const orders = [order('C', 'o1', '2026-01-05', 10, { rep: 'Jae' }), order('C', 'o2', '2026-02-05', 7, { rep: 'Jae' })];

function monthly(month: number, value: number | null, more: Row = {}): Row {
  const text = `2026-${String(month).padStart(2, '0')}`;
  return {
    owner: 'Jae',
    level: 'rep',
    metric: 'revenue',
    period_start: `${text}-01`,
    period_end: `${text}-${daysInMonth(2026, month)}`,
    value,
    ...more,
  };
}

async function goals(targets: readonly Row[], parameters: object = {}): Promise<unknown[][]> {
  const rows = await rowsOf('target_goals', { targets, reps, orders, parameters: { as_of: '2026-02-10', ...parameters } });
  return rows.map(({ reach, period_start: from, period_end: to, target, actual, blanks }) => [reach, from, to, target, actual, blanks]);
}

const quarter = { from: '2026-01-01', to: '2026-04-01' };

describe('target_goals', () => {
  it('takes the shortest target that the as-of date lies in, and beside it the year', async () => {
    const year = { ...monthly(1, 500), period_end: '2026-12-31' };
    expect(await goals([monthly(1, 5), monthly(2, 6), monthly(3, 7), year])).toEqual([
      ['period', '2026-02-01', '2026-02-28', 6, 7, 0],
      ['year', '2026-01-01', '2026-12-31', 500, 17, 0],
    ]);
  });

  it('adds up the months of a period that is asked for, and holds like against like: what came in months without a target is left out', async () => {
    expect(await goals([monthly(1, 5), monthly(2, null), monthly(3, 7)], { target_period: quarter })).toEqual([
      ['period', '2026-01-01', '2026-03-31', 12, 10, 1],
    ]);
  });

  it('takes the target of the very period before those of its months', async () => {
    const whole = { ...monthly(1, 100), period_end: '2026-03-31' };
    expect(await goals([monthly(1, 5), monthly(2, 6), whole], { target_period: quarter })).toContainEqual([
      'period',
      '2026-01-01',
      '2026-03-31',
      100,
      17,
      0,
    ]);
  });

  it('takes the last that are over where none is running', async () => {
    const rows = await goals([monthly(1, 5)], { as_of: '2026-02-10' });
    expect(rows).toEqual([['period', '2026-01-01', '2026-01-31', 5, 10, 0]]);
  });

  it('keeps the year of those with months where another owner has a target of the year alone', async () => {
    const year = monthly(1, 500, { owner: 'Kim', period_end: '2026-12-31' });
    expect(await goals([monthly(1, 100), monthly(2, 60), year])).toEqual([
      ['period', '2026-01-01', '2026-12-31', 500, null, 0],
      ['period', '2026-02-01', '2026-02-28', 60, 7, 0],
      ['year', '2026-01-01', '2026-02-28', 160, 17, 0],
    ]);
  });

  it('takes the mean of rates, and divides once', async () => {
    const leads = [
      { lead_id: 'A', owner: 'Jae', created_at: '2026-01-03 09:00:00', status: 'converted', converted_at: '2026-01-04 09:00:00' },
      { lead_id: 'B', owner: 'Jae', created_at: '2026-02-03 09:00:00', status: 'working' },
      { lead_id: 'C', owner: 'Jae', created_at: '2026-02-03 09:00:00', status: 'working' },
    ];
    const rate = { metric: 'conversion_rate' };
    const rows = await rowsOf('target_goals', {
      targets: [monthly(1, 0.2, rate), monthly(2, 0.4, rate)],
      reps,
      orders,
      leads,
      parameters: { as_of: '2026-02-10', target_period: quarter },
    });
    expect(rows[0]).toMatchObject({ actual: 1 / 3, base: 3 });
    expect(rows[0]!['target']).toBeCloseTo(0.3, 12);
  });

  it('keeps two owners of one name in one row a metric and ambition', async () => {
    expect(await goals([monthly(2, 5), monthly(2, 3)])).toEqual([['period', '2026-02-01', '2026-02-28', 8, 7, 0]]);
  });

  it('leaves months without an answer out of a rate and of its target', async () => {
    const nps = (month: number, value: number): Row => monthly(month, value, { metric: 'nps' });
    const rows = await rowsOf('target_goals', {
      targets: [nps(1, 10), nps(2, 50)],
      reps,
      orders,
      feedback: [{ customer_id: 'C', rep: 'Jae', at: '2026-02-03 09:00:00', nps: 9 }],
      parameters: { as_of: '2026-02-28', target_period: quarter },
    });
    expect(rows[0]).toMatchObject({ target: 50, actual: 100, base: 1, empty_spans: 1, missing: null });
  });
});
