import { describe, expect, it } from 'vitest';
import type { Period } from '../../../src/lib/dates.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { resultOf, runsOf, section } from './parts.ts';

const company = { level_code: 'company', metric_code: 'revenue', ambition_code: 'base' };
const runs = runsOf(
  resultOf('targets track', [section('year', [{ ...company, target: 12_000, actual: 9000 }])]),
  resultOf('pool', [section('changes', [{ rate: 'conversion_rate', title: 'Conversion', before: 0.06, after: 0.08, n_after: 92 }])]),
);
const titles = (period: Period) => figuresOf(runs, 'en', period).map(({ title }) => (typeof title === 'string' ? title : title.en));

describe('figuresOf', () => {
  it('says the window of what is not of the period', () => {
    expect(titles({ from: '2026-10-01', to: '2026-11-01' })).toEqual(['Sales, year to date', 'Conversion, last 3 full months']);
    expect(titles({ from: '2026-03-01', to: '2026-04-01' })[0]).toBe('Sales of the year to 2026-10-31');
    expect(titles({ from: '2025-03-01', to: '2025-04-01' })[0]).toBe('Sales of the year to 2025-12-31');
  });
});
