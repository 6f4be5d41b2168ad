import { describe, expect, it } from 'vitest';
import { chartPlan } from '../../../../src/report/xlsx/charts/plan-section.ts';
import type { TableSection } from '../../../../src/result/result.ts';
import { column, section, sections } from './charted-result.ts';

function drawn(table: TableSection, lang: 'en' | 'zh-CN' = 'en') {
  const plan = chartPlan(table, lang)!;
  return {
    kind: plan.kind,
    labels: plan.labels,
    series: plan.series.map(({ title, look, figures }) => [title, look, figures] as const),
  };
}

describe('the chart of a section', () => {
  it('has columns from the first to the last month, with their targets, in a unit of short numbers', () => {
    expect(drawn(sections.columns)).toEqual({
      kind: 'columns',
      labels: ['2026-08', '2026-09', '2026-10'],
      series: [
        ['Before (CNY) (k)', 'previous', [200, 200, 200]],
        ['Actual (CNY) (k)', 'actual', [150, null, 250]],
        ['Target (CNY) (k)', 'target', [300, 300, 300]],
      ],
    });
    expect(drawn(sections.columns, 'zh-CN').series[1]).toEqual(['Actual（CNY）（万）', 'actual', [15, null, 25]]);
  });

  it('has a line in place of more than 24 columns', () => {
    const rows = Array.from({ length: 25 }, (_, month) => ({ month: `M${month + 10}`, actual: month, target: null }));
    const { kind, series } = drawn({ ...sections.columns, rows, total: 25 });
    expect([kind, series.length]).toEqual(['lines', 1]);
  });

  it('has the first fifteen bars and says so', () => {
    const { labels, series } = drawn(sections.bars);
    expect([labels.length, series[0]![0]]).toEqual([15, 'Value, the first 15']);
    expect(drawn(sections.bars, 'zh-CN').series[0]![0]).toBe('Value（前 15 行）');
  });

  it('splits a step of a waterfall where it crosses 0, and writes each figure beside its label', () => {
    // 3, then from 3 down to -2, then from -2 up to 4, then 4.
    expect(drawn(sections.waterfall)).toEqual({
      kind: 'waterfall',
      labels: ['Before\n3', 'Lost\n−5', 'New\n+6', 'After\n4'],
      series: [
        ['Before', 'previous', [3, null, null, null]],
        ['Rise', 'good', [null, null, 4, null]],
        ['Rise', 'good', [null, null, -2, null]],
        ['Fall', 'bad', [null, 3, null, null]],
        ['Fall', 'bad', [null, -2, null, null]],
        ['After', 'actual', [null, null, null, 4]],
      ],
    });
  });

  it('colours the steps of a waterfall as its figures declare', () => {
    const looks = (better?: 'low'): (string | undefined)[] => {
      const { better: _, ...amount } = sections.waterfall.columns[1]!;
      const columns = [sections.waterfall.columns[0]!, { ...amount, ...(better === undefined ? {} : { better }) }];
      return drawn({ ...sections.waterfall, columns }).series.map(([, look]) => look);
    };
    expect(looks('low').filter((look) => look === 'bad' || look === 'good')).toEqual(['bad', 'bad', 'good', 'good']);
    expect(looks().filter((look) => look === 'bad' || look === 'good')).toEqual([]);
  });

  it('lifts the steps of a waterfall onto what is not seen', () => {
    const rows = [10, 4, -6, 8].map((amount, index) => ({ step: `S${index}`, amount }));
    const [base, before, rise, fall] = drawn({ ...sections.waterfall, rows }).series;
    expect(base).toEqual(['Base', 'hidden', [null, 10, 8, null]]);
    expect([before![2], rise![2], fall![2]]).toEqual([
      [10, null, null, null],
      [null, 4, null, null],
      [null, null, 6, null],
    ]);
  });

  it('keeps the gaps of lines, and reaches from a dot as far as its interval', () => {
    expect(drawn(sections.lines).series.map(([title, look, figures]) => [title, look, figures])).toEqual([
      ['Observed', 'actual', [1, 0.6, null]],
      ['Projected', 'previous', [0.9, 0.7, 0.65]],
    ]);
    const { interval } = chartPlan(sections.dots, 'en')!;
    expect([interval!.below.figures, interval!.above.figures]).toEqual([
      [0.125, null],
      [0.25, null],
    ]);
  });

  it('has the share that the largest so many hold, and the point of the first fifth', () => {
    // 50 of 100, then 20, 15, 10, 5.
    const { labels, series } = drawn(sections.pareto);
    expect(labels).toEqual([0, 1, 2, 3, 4, 5]);
    expect(series[0]![2]).toEqual([0, 0.5, 0.7, 0.85, 0.95, 1]);
    expect(series[1]).toEqual(['the top 1 hold 50.0%', 'good', [null, 0.5, null, null, null, null]]);
  });

  it('joins sums over time, with the year below its first month', () => {
    const plan = chartPlan(sections.pace, 'en')!;
    expect(plan.labels).toEqual(['Nov\n2025', 'Dec', 'Jan\n2026']);
    expect([plan.kind, plan.joins]).toEqual(['lines', true]);
    expect(plan.series.map(({ look, figures }) => [look, ...figures])).toEqual([
      ['actual', 10, 30, null],
      ['previous', 5, 15, 20],
      ['target', 20, null, 60],
      ['forecast', null, 30, 50],
      ['other', null, 30, 40],
      ['other', null, 30, 70],
    ]);
  });

  it('has rates over their sizes, the smallest first, and names who is beyond the limits', () => {
    const { labels, series } = drawn(sections.limits);
    expect(labels).toEqual([50, 100]);
    expect(series.slice(0, 3)).toEqual([
      ['rate · within chance', 'actual', [0.2, null]],
      ['A', 'bad', [null, 0.05]],
      ['all', 'previous', [0.2, 0.2]],
    ]);
    expect(series.slice(3).map(([title, , [first]]) => [title, first])).toEqual([
      ['95% limit', 0.09],
      ['95% limit', 0.31],
      ['99.8% limit', 0.02],
      ['99.8% limit', 0.4],
    ]);
  });

  it('is none without a picture, of shades, and of fewer than two figures', () => {
    const one = section(
      'one',
      { kind: 'bars', label: 'a', value: 'b' },
      [column('a', 'A', 'text'), column('b', 'B', 'number')],
      [
        { a: 'x', b: 1 },
        { a: 'y', b: null },
      ],
    );
    const shades = { ...one, chart: { kind: 'heat' as const, label: 'a', values: ['b'] } };
    expect([{ ...one, chart: null }, shades, one].map((each) => chartPlan(each, 'en'))).toEqual([null, null, null]);
  });
});
