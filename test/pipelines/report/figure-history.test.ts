import { describe, expect, it } from 'vitest';
import { historySection } from '../../../src/pipelines/report/figure-history.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { resultOf, runsOf, section } from './parts.ts';

const march = { from: '2026-03-01', to: '2026-04-01' };

/** The year to date of each month, of sales of these months from January on. */
function yearOf(...sales: readonly (number | null)[]): unknown[] {
  const months = sales.map((revenue, index) => ({ month_on: `2026-0${index + 1}-01`, month: `2026-0${index + 1}`, revenue }));
  const year = { level_code: 'company', metric_code: 'revenue', ambition_code: 'base', target: 100, actual: 6 };
  const runs = runsOf(resultOf('compare', [section('months', months)]), resultOf('targets track', [section('year', [year])]));
  return [...(historySection(figuresOf(runs, 'en', march), runs, march, 'en')?.rows ?? [])]
    .filter(({ id }) => id === 'year_to_date')
    .map(({ value }) => value);
}

describe('the months of the year to date', () => {
  it('add up', () => {
    expect(yearOf(1, 2, 3)).toEqual([1, 3, 6]);
  });

  it('are not known from a month on whose sales are not', () => {
    expect(yearOf(1, null, 3)).toEqual([1, null, null]);
  });
});

describe('the months of a figure of twelve months', () => {
  const retention = (...months: readonly (readonly [day: string, rate: number | null])[]): unknown[] => {
    const runs = runsOf(
      resultOf('churn', [
        section('retention', [{ retention_rate: 0.8 }]),
        section(
          'retention_months',
          months.map(([last_on, retention_rate]) => ({ last_on, retention_rate })),
        ),
      ]),
    );
    return [...(historySection(figuresOf(runs, 'en', march), runs, march, 'en')?.rows ?? [])].map(({ month, value }) => [month, value]);
  };

  it('are the last that lie equally far apart', () => {
    expect(retention(['2025-10-31', 0.5], ['2025-12-31', 0.6], ['2026-01-31', 0.7], ['2026-02-28', 0.8])).toEqual([
      ['2025-12-01', 0.6],
      ['2026-01-01', 0.7],
      ['2026-02-01', 0.8],
    ]);
  });

  it('begin with the first that is known; between, one that is not known stays a gap', () => {
    expect(
      retention(['2025-11-30', null], ['2025-12-31', 0.6], ['2026-01-31', null], ['2026-02-28', 0.8]).map((row) => (row as unknown[])[1]),
    ).toEqual([0.6, null, 0.8]);
  });

  it('are none where fewer than three lie equally far apart', () => {
    expect(retention(['2026-01-31', 0.7], ['2026-02-28', 0.8])).toEqual([]);
    expect(retention(['2025-10-31', 0.5], ['2026-01-31', 0.7], ['2026-02-28', 0.8])).toEqual([]);
  });
});

describe('the months of customers who came and left', () => {
  it('are those of customers lost, under their name', () => {
    const runs = runsOf(
      resultOf('compare', [
        section('turnover', [{ measure: 'lost', before: 0, after: 3 }]),
        section('months', [
          { month_on: '2025-12-01', lost: null },
          { month_on: '2026-01-01', lost: 2 },
          { month_on: '2026-02-01', lost: 0 },
          { month_on: '2026-03-01', lost: 3 },
        ]),
      ]),
    );
    const rows = [...(historySection(figuresOf(runs, 'en', march), runs, march, 'en')?.rows ?? [])];
    expect(rows.map(({ id, figure, value, shows }) => [id, figure, value, shows])).toEqual(
      [2, 0, 3].map((lost) => ['turnover', 'Customers lost', lost, 'integer']),
    );
  });
});
