import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const plan = async (split: object, targets: readonly Row[] = [], orders = ordersOf('Ann', () => 1_000_000)) => {
  const [row] = await rowsOf('split_plan', { orders, targets, parameters: { as_of: asOf, targets: { split } } });
  return row;
};

const companyRow = (from: string, to: string, value: number): Row => ({
  level: 'company',
  owner: 'Acme',
  value,
  period_start: from,
  period_end: to,
});

describe('split_plan', () => {
  it('takes the number that is given, for the next calendar year, in thousands where it is large', async () => {
    expect(await plan({ value: 20_000_000 })).toMatchObject({
      period_from: '2027-01-01',
      period_to: '2027-12-31',
      value: 20_000_000,
      value_basis: 'given',
      step: 1000,
      last_value: 12_000_000,
      growth: 0,
      season: 'learned',
    });
    expect(await plan({ value: 900_000 })).toMatchObject({ step: 1 });
    expect(await plan({ value: 5000, metric: 'orders', round: 5 })).toMatchObject({ step: 5 });
  });

  it('grows the last twelve months where no number is given, within bounds and to the step', async () => {
    const grown = ordersOf('Ann', () => 1_000_000).map((row, index) => ({ ...row, amount: index < 12 ? 1_000_000 : 1_100_049 }));
    // 13,200,588 and growth of 10.0049%.
    expect(await plan({}, [], grown)).toMatchObject({ value_basis: 'growth', growth: expect.closeTo(0.100_049, 6), value: 14_521_000 });
    expect(await plan({ growth: 0.5 }, [], grown)).toMatchObject({ value: 19_801_000, growth_used: 0.5 });
    const doubled = grown.map((row, index) => ({ ...row, amount: index < 12 ? 1_000_000 : 2_000_000 }));
    expect(await plan({}, [], doubled)).toMatchObject({ growth: 1, growth_used: 0.3 });
    const fallen = grown.map((row, index) => ({ ...row, amount: index < 12 ? 1_000_000 : 500_000 }));
    expect(await plan({}, [], fallen)).toMatchObject({ growth: -0.5, growth_used: 0, value: 6_000_000 });
  });

  it('takes the targets of the company for years to come, each part once', async () => {
    const rows = [
      companyRow('2027-01-01', '2027-12-31', 99),
      companyRow('2027-01-01', '2027-03-31', 30),
      companyRow('2027-04-01', '2027-06-30', 40),
    ];
    expect(await plan({}, rows)).toMatchObject({ value: 70, value_basis: 'file', company: 'Acme', period_to: '2027-12-31' });
    // Those of the year that runs are no number for the next one.
    expect(await plan({}, [companyRow('2026-12-01', '2026-12-31', 5)])).toMatchObject({ value_basis: 'growth', period_from: '2027-01-01' });
    expect(await plan({ period: { from: '2026-12-01', to: '2027-01-01' } }, [companyRow('2026-12-01', '2026-12-31', 5)])).toMatchObject({
      value: 5,
      value_basis: 'file',
    });
  });

  it('has even months where the orders cover no full year', async () => {
    const orders = ordersOf('Ann', () => 1_000_000, {}, 6);
    // Six months stand for half a year.
    expect(await plan({}, [], orders)).toMatchObject({ season: 'even', last_months: 6, growth: null, value: 12_000_000 });
  });
});
