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
