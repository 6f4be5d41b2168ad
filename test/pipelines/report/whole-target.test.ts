import { describe, expect, it } from 'vitest';
import { targetsFinding } from '../../../src/pipelines/report/chapter-findings.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { headlineOf } from '../../../src/pipelines/report/headline.ts';
import type { Runs } from '../../../src/pipelines/report/runs.ts';
import { wholePeriod, wholeYear } from '../../../src/pipelines/report/whole-target.ts';
import type { ResultRow } from '../../../src/result/result.ts';
import { resultOf, runsOf, section } from './parts.ts';

const target = (level: string, owner: string, actual: number, more: ResultRow = {}): ResultRow => ({
  level_code: level,
  owner,
  metric_code: 'revenue',
  ambition_code: 'base',
  target: 1000,
  actual,
  gap: 1000 - actual,
  ...more,
});

const sales = resultOf('compare', [section('changes', [{ measure: 'revenue', title: 'Sales', shows: 'money', after: 800 }])]);

const withTargets = (period: ResultRow[], year: ResultRow[] = []): Runs =>
  runsOf(sales, resultOf('targets track', [section('attainment', period), section('year', year)]));

const ownerOf = (runs: Runs): unknown[] => [wholePeriod(runs)?.['owner'], wholeYear(runs)?.['owner']];

describe('the target of all sales', () => {
  it('is that of the company, whatever else there is', () => {
    const rows = [target('team', 'East', 800), target('company', 'All', 700)];
    expect(ownerOf(withTargets(rows, rows))).toEqual(['All', 'All']);
    expect(ownerOf(withTargets([target('team', 'East', 800)], [target('company', 'All', 700)]))).toEqual([undefined, 'All']);
  });

  it('is that of the only team, or else of the only rep, and their own of the year', () => {
    const team = [target('team', 'East', 800), target('rep', 'Ada', 500), target('rep', 'Bob', 300)];
    const year = [target('rep', 'Ada', 500), target('team', 'West', 1), target('team', 'East', 900)];
    expect(ownerOf(withTargets(team, year))).toEqual(['East', 'East']);
    expect(ownerOf(withTargets([target('rep', 'Ada', 800)], year))).toEqual(['Ada', 'Ada']);
    expect(ownerOf(withTargets([target('rep', 'Cy', 800)], year))).toEqual(['Cy', undefined]);
  });

  it('is none where several stand on top, or not all sales are of the only one', () => {
    expect(ownerOf(withTargets([target('team', 'East', 800), target('team', 'West', 0), target('rep', 'Ada', 800)]))).toEqual([
      undefined,
      undefined,
    ]);
    expect(ownerOf(withTargets([target('rep', 'Ada', 500)], [target('rep', 'Ada', 500)]))).toEqual([undefined, undefined]);
    expect(ownerOf(withTargets([target('rep', 'Ada', 800, { metric_code: 'orders' })]))).toEqual([undefined, undefined]);
    expect(ownerOf(runsOf(sales))).toEqual([undefined, undefined]);
  });

  it('is in the figures and the headline of the page of a team', () => {
    const runs = withTargets(
      [target('team', 'East', 800)],
      [target('team', 'East', 7000, { target: 10_000, gap: 3000, forecast: 9500, forecast_gap: 500 })],
    );
    const figures = figuresOf(runs, 'en', { from: '2026-10-01', to: '2026-11-01' });
    expect(figures.map(({ id, value, target: of }) => [id, value, of])).toEqual([
      ['revenue', 800, 1000],
      ['year_to_date', 7000, 10_000],
    ]);
    expect(headlineOf(runs, figures, { from: '2026-10-01', to: '2026-11-01' }, {})[0]!.en).toBe(
      'October 2026: sales 800, 80% of target; the year is heading for 9,500, 500 short',
    );
  });
});

describe('the title of the chapter of targets', () => {
  it('says whether it is of the year or of the period', () => {
    const year = withTargets([target('rep', 'Ada', 800)], [target('rep', 'Ada', 7000, { target: 10_000, gap: 3000, needed_per_day: 60 })]);
    expect(targetsFinding(year, {})).toEqual({
      en: '70% of the target of the year, 3,000 to go: 60 a working day',
      'zh-CN': '完成全年目标的 70%，还差 3,000：每工作日须 60',
    });
    expect(targetsFinding(withTargets([target('rep', 'Ada', 800)]), {})).toEqual({
      en: '80% of the target of the period, 200 to go',
      'zh-CN': '完成本期目标的 80%，还差 200',
    });
    const reached = withTargets([target('company', 'All', 800)], [target('company', 'All', 1200)]);
    expect(targetsFinding(reached, {})).toEqual({ en: 'The target of the year is reached: 120%', 'zh-CN': '全年目标已达成：120%' });
  });
});
