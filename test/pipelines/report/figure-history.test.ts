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
  const retention = (...days: readonly string[]): unknown[] => {
    const runs = runsOf(
      resultOf('churn', [section('retention', [{ retention_rate: 0.8 }])]),
      resultOf('cohorts', [
        section(
          'revenue_retention',
          days.map((day, index) => ({ last_on: day, logo_retention: 0.8 - index / 100 })),
        ),
      ]),
    );
    return [...(historySection(figuresOf(runs, 'en', march), runs, march, 'en')?.rows ?? [])].map(({ month }) => month);
  };

  it('are the last that lie equally far apart', () => {
    expect(retention('2026-03-31', '2025-12-31', '2025-09-30', '2025-08-31')).toEqual(['2025-09-01', '2025-12-01', '2026-03-01']);
  });

  it('are none where fewer than three do', () => {
    expect(retention('2026-03-31', '2025-12-31', '2025-11-30')).toEqual([]);
    expect(retention('2026-04-30', '2026-03-31', '2025-12-31', '2025-09-30')).toEqual([]);
  });
});
