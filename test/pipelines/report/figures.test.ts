import { describe, expect, it } from 'vitest';
import type { Period } from '../../../src/lib/dates.ts';
import { nameBefore } from '../../../src/pipelines/report/against.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { facts, resultOf, runsOf, section } from './parts.ts';

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

  it('says what a figure was at the end of the month before, where its months end in it', () => {
    const retention = (...rates: readonly (readonly [string, number])[]) =>
      figuresOf(
        runsOf(
          resultOf('churn', [
            section('retention', [{ retention_rate: 0.75, customers_before: 4, kept: 3 }]),
            section(
              'retention_months',
              rates.map(([last_on, retention_rate]) => ({ last_on, retention_rate })),
            ),
          ]),
        ),
        'en',
        { from: '2026-01-01', to: '2026-02-01' },
      ).map(({ before, before_name: name, difference, verdict, k, n }) => ({ before, name: name?.['zh-CN'], difference, verdict, k, n }));
    const counts = { verdict: null, k: 3, n: 4 };
    expect(retention(['2025-12-31', 0.5], ['2026-01-31', 0.75])).toEqual([
      { before: 0.5, name: '2025 年 12 月', difference: 0.25, ...counts },
    ]);
    expect(retention(['2026-01-31', 0.5], ['2026-02-18', 0.75])[0]?.name).toBe('1 月');
    const unknown = { before: null, name: undefined, difference: null, ...counts };
    expect(retention(['2025-11-30', 0.5], ['2026-01-31', 0.75])).toEqual([unknown]);
    expect(retention(['2025-12-31', 0.5], ['2026-01-31', 0.7])).toEqual([unknown]);
  });

  it('has the NPS of the period with its interval, else the share of satisfied answers', () => {
    const all = { breakdown_code: 'all', previous_difference: -0.2, previous_verdict: 'lower', previous_verdict_code: 'more_than_chance' };
    const figure = (...sections: Parameters<typeof resultOf>[1][number][]) =>
      figuresOf(runsOf(resultOf('satisfaction', sections)), 'en', { from: '2026-10-01', to: '2026-11-01' }).map(
        ({ id, value, before, k, judgement }) => [id, value, before, k, judgement],
      );
    const csat = section('csat', [{ ...all, csat: 0.6, previous_csat: 0.8, satisfied: 12 }]);
    const nps = section('nps', [{ ...all, nps: 15, previous_nps: 15.2, previous_verdict_code: 'within_chance' }]);
    expect(figure(csat, nps, facts('overview', { nps: 15, csat: 0.6 }))).toEqual([['nps', 15, 15.2, null, null]]);
    expect(figure(csat, facts('overview', { csat: 0.6 }))).toEqual([['csat', 0.6, 0.8, 12, 'worse']]);
    expect(figure(facts('overview', { complaints: 3 }))).toEqual([]);
  });

  it('names the calendar period that it is compared with, not days of one', () => {
    const name = (before: readonly [string, string], from: string) => {
      const compared_with = { from: before[0], to: before[1] };
      const { en, 'zh-CN': zh } = nameBefore(runsOf(resultOf('compare', [], { compared_with })), { from, to: '2027-01-01' }) ?? {};
      return [en, zh];
    };
    expect(name(['2026-09-01', '2026-10-01'], '2026-10-01')).toEqual(['September', '9 月']);
    expect(name(['2025-12-01', '2026-01-01'], '2026-01-01')).toEqual(['December 2025', '2025 年 12 月']);
    expect(name(['2026-04-01', '2026-07-01'], '2026-07-01')).toEqual(['the second quarter', '第二季度']);
    expect(name(['2025-01-01', '2026-01-01'], '2026-01-01')).toEqual(['2025', '2025 年']);
    expect(name(['2026-09-01', '2026-09-19'], '2026-10-01')).toEqual([undefined, undefined]);
    expect(nameBefore(runsOf(), { from: '2026-10-01', to: '2026-11-01' })).toBeNull();
  });

  it('holds the year against the same days a year before, where compare has the same sales of it', () => {
    const year = (known: Readonly<Record<string, number>>, actual: number) => {
      const [figure] = figuresOf(
        runsOf(
          resultOf('compare', [facts('year_to_date', known)]),
          resultOf('targets track', [section('year', [{ ...company, target: 100, actual }])]),
        ),
        'en',
        { from: '2026-10-01', to: '2026-11-01' },
      );
      return [figure?.before, figure?.difference, figure?.relative];
    };
    const known = { revenue: 30, year_ago_revenue: 20 };
    expect(year(known, 30)).toEqual([20, 10, 0.5]);
    expect(year(known, 31)).toEqual([null, null, null]);
    expect(year({}, 30)).toEqual([null, null, null]);
  });

  it('says the day of what is of the as-of date, where the period ends before', () => {
    const retention = resultOf('churn', [section('retention', [{ retention_rate: 0.75, customers_before: 4, kept: 3 }])]);
    const titleIn = (from: string, to: string) => figuresOf(runsOf(retention), 'en', { from, to })[0]?.title;
    expect(titleIn('2026-08-01', '2026-09-01')).toEqual({
      en: 'Customers kept, 12 months (on 2026-10-31)',
      'zh-CN': '客户留存率（12 个月）（截至 2026-10-31）',
    });
    expect(titleIn('2026-10-01', '2026-11-01')).toEqual({ en: 'Customers kept, 12 months', 'zh-CN': '客户留存率（12 个月）' });
  });
});
