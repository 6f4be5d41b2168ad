import { describe, expect, it } from 'vitest';
import { both } from '../../../src/lib/localized.ts';
import { chaptersOf } from '../../../src/pipelines/report/chapters.ts';
import { runningText } from '../../../src/pipelines/report/covered-period.ts';
import { report, type ReportInput } from '../../../src/pipelines/report/report.ts';
import type { Runs } from '../../../src/pipelines/report/runs.ts';
import { type Finding, type Result, type ResultRow, resultSchema } from '../../../src/result/result.ts';
import { facts, resultOf, runsOf, section } from './parts.ts';

const finding: Finding = {
  code: 'data-old',
  level: 'info',
  file: null,
  sheet: null,
  line: null,
  cell: null,
  column: null,
  value: null,
  message: 'old',
  fix: null,
  count: 1,
};

const company = { level_code: 'company', metric_code: 'revenue', ambition_code: 'base' };

const compare = resultOf('compare', [
  section('changes', [
    change('revenue', 'money', 800, 1000, -200, -0.2, 'more_than_chance'),
    change('margin', 'ratio', 0.45, 0.43, 0.02, 0.0465, 'within_chance'),
    change('customers', 'integer', 40, 50, -10, -0.2, 'within_chance'),
    change('new_customer_share', 'ratio', 0.1, 0.3, -0.2, -0.67, 'more_than_chance', null),
  ]),
  facts('overview', { yearly_revenue: 12_000 }),
  section('turnover', [
    { measure: 'new_customers', before: 3, after: 2 },
    { measure: 'won_back', before: null, after: 1 },
    { measure: 'lost', before: 0, after: 3 },
  ]),
  section('revenue_bridge', [{ title: 'before', amount: 1000 }]),
]);

function change(
  measure: string,
  shows: string,
  after: number,
  before: number,
  difference: number,
  relative: number,
  code: string,
  judgement: string | null = 'worse',
): ResultRow {
  return {
    measure,
    title: measure,
    shows,
    after,
    before,
    difference,
    relative_difference: relative,
    verdict: code === 'more_than_chance' ? 'more than chance' : 'within chance',
    verdict_code: code,
    judgement: code === 'more_than_chance' ? judgement : null,
    p_adjusted: code === 'more_than_chance' ? 0.01 : 0.5,
    unit_code: shows === 'integer' ? 'customers' : null,
    n_after: 40,
    meaning: 'as measured',
  };
}

const track = resultOf('targets track', [
  section('attainment', [{ ...company, target: 1600, actual: 800 }]),
  section('year', [
    {
      ...company,
      target: 12_000,
      actual: 9000,
      gap: 3000,
      attainment: 0.75,
      forecast: 10_000,
      forecast_gap: 2000,
      forecast_attainment: 0.83,
      chance: 0.02,
      needed_per_day: 50,
    },
  ]),
  section('trend', [
    { period: 'September', target: 1000, actual: 1000, is_over: true },
    { period: 'October', target: 1600, actual: 800, is_over: true },
    { period: 'November', target: 1600, actual: 0, is_over: false },
  ]),
]);

const churn = resultOf('churn', [
  section('at_risk', [
    {
      customer_name: 'Ada',
      value_at_risk: 300,
      probability: 0.9,
      first_reason: 'silent for 99 days; it pauses',
      reasons: 'silent for 99 days; it pauses; complaint',
    },
    { customer_name: 'Bob', value_at_risk: 5, probability: 0.6, first_reason: 'silent', reasons: 'silent' },
  ]),
  section('retention', [{ retention_rate: 0.8, retention_rate_low: 0.7, retention_rate_high: 0.9, customers_before: 100 }]),
]);

function reportOf(runs: Runs, layout: ReportInput['layout'] = 'monthly', lang: ReportInput['lang'] = 'en'): Result {
  return report({
    ingested: { asOf: '2026-10-31', inputs: [], findings: [] },
    lang,
    money: {},
    period: { from: '2026-10-01', to: '2026-11-01' },
    layout,
    chapters: chaptersOf(layout, undefined),
    runs,
  });
}

const rows = (result: Result, id: string): ResultRow[] => {
  const found = result.sections.find((each) => each.id === id);
  return found?.kind === 'table' ? [...found.rows] : [];
};

describe('report', () => {
  const result = reportOf(runsOf(compare, track, churn));

  it('says the period in one sentence, and what it is held against', () => {
    expect(result.answer).toEqual([
      'October 2026: sales 800, 50% of target; the year is heading for 10,000, 2,000 short',
      'Against the period before −200, −20.0%: more than chance.',
    ]);
    expect(reportOf(runsOf(compare, track), 'monthly', 'zh-CN').answer[0]).toBe(
      '2026 年 10 月销售额 800，完成目标的 50%；全年预计 10,000，比目标少 2,000',
    );
  });

  it('names what it is held against, and says how the year goes, and how without who changed most', () => {
    const year = (customer: number, others: number) => {
      const known = {
        relative_difference: -0.025,
        difference: -300,
        year_ago_revenue: 12_000,
        customer_difference: customer,
        others_relative: others,
      };
      const { facts: numbers, ...head } = facts('year_to_date', { ...known, customer_id: 7 });
      return { ...head, facts: [...numbers, { ...numbers[0]!, id: 'last_day', value: '2026-10-31' }] };
    };
    const answer = (ofYear: ReturnType<typeof facts>, lang: 'en' | 'zh-CN' = 'en') =>
      reportOf(
        runsOf(resultOf('compare', [...compare.sections, ofYear], { compared_with: { from: '2026-09-01', to: '2026-10-01' } })),
        'monthly',
        lang,
      ).answer;
    expect(answer(year(-1500, 0.115)).slice(1)).toEqual([
      'Against September −200, −20.0%: more than chance.',
      'January to October: −2.5% on the same days a year before; without 7 (−1,500) all others together +11.5%.',
    ]);
    expect(answer(year(-1500, 0.115), 'zh-CN').slice(1)).toEqual([
      '较 9 月 −200，−20.0%，more than chance。',
      '前 10 个月较上年同期 −2.5%；不计 7（−1,500），其余客户合计 +11.5%。',
    ]);
    const alone = 'January to October: −2.5% on the same days a year before.';
    expect(answer(year(-149, -0.01)).at(-1)).toBe(alone);
    expect(answer(year(239, -0.01)).at(-1)).toBe(alone);
    expect(answer(facts('year_to_date', {}))).toHaveLength(2);
  });

  it('has the rep whose results hide a shrinking book, and the season ahead, among what needs attention', () => {
    const reps = resultOf('reps', [
      section('shrinking_books', [
        { rep: 'Cid', what: 'the 9 customers spend 30% less', is_hidden: false, lost: 90 },
        { rep: 'Ann', what: 'is over target (125%), but the 6 customers spend 40% less', is_hidden: true, lost: 240 },
      ]),
    ]);
    const targets = resultOf('targets track', [
      section('season', [{ product: 'Heaters', what: 'A season is ahead: Heaters sells 3.0 times as much' }]),
    ]);
    expect(
      rows(reportOf(runsOf(reps, targets)), 'attention').map(({ id, level_code: level, what, money }) => [id, level, what, money]),
    ).toEqual([
      ['book:Ann', 'important', 'Ann is over target (125%), but the 6 customers spend 40% less', 240],
      ['season:Heaters', 'notice', 'A season is ahead: Heaters sells 3.0 times as much', null],
    ]);
  });

  it('has the figures that the files allow, each with what its command says of it', () => {
    expect(
      rows(result, 'figures').map(({ id, value, target, attainment, difference, relative, n }) => [
        id,
        value,
        target,
        attainment,
        difference,
        relative,
        n,
      ]),
    ).toEqual([
      ['revenue', 800, 1600, 0.5, -200, -0.2, 40],
      // Not the sum of the trend, which may reach back into the year before.
      ['year_to_date', 9000, 12_000, 0.75, null, null, null],
      ['margin', 0.45, null, null, 0.02, null, 40],
      ['customers', 40, null, null, -10, -0.2, 40],
      ['turnover', '2 / 1 / 3', null, null, null, null, null],
      ['retention', 0.8, null, null, null, null, 100],
    ]);
  });

  it('ranks by level, then by money at stake: a target out of reach, money at risk of 2% of the year; what is neither better nor worse comes last, a customer of less than 0.1% is left out', () => {
    expect(rows(result, 'attention').map(({ level_code, money, chapter_code }) => [level_code, money, chapter_code])).toEqual([
      ['urgent', 2000, 'targets'],
      ['urgent', 300, 'churn'],
      ['important', 200, 'targets'],
      ['notice', null, 'targets'],
    ]);
    expect(rows(result, 'attention')[1]!['what']).toBe('Ada may leave (90%): silent for 99 days; it pauses');
  });

  it('arranges the sections in chapters, and leaves out those that are empty', () => {
    expect(result.chapters!.map(({ id, sections, missing }) => [id, sections, missing === null])).toEqual([
      ['tiers', [], false],
      ['churn', ['churn_at_risk', 'churn_turnover'], true],
      ['cohorts', [], false],
      ['pool', [], false],
      ['targets', ['targets_trend', 'targets_year', 'targets_attainment'], true],
      ['reps', ['reps_revenue_bridge'], true],
      ['satisfaction', [], false],
      ['cross_sell', [], false],
    ]);
    expect(result.sections.map(({ id }) => id)).toEqual(['figures', 'attention', ...result.chapters!.flatMap(({ sections }) => sections)]);
    expect(() => resultSchema.parse(result)).not.toThrow();
  });

  it('says why a chapter is not there', () => {
    const refusals = new Map([
      ['targets track', { text: both('there are no targets', '没有目标'), fix: both('add a targets file', '请加入目标文件') }],
    ] as const);
    const without = reportOf({ ...runsOf(compare), refusals }, 'targets');
    expect(without.chapters).toEqual([
      {
        id: 'targets',
        number: 1,
        name: 'Targets and pace',
        title: 'No targets: attainment is not computed',
        missing: 'Add a targets file; crm-eval schema targets lists the columns',
        note: null,
        sections: [],
      },
    ]);
    expect(without.answer[0]).toBe('October 2026: sales 800');
  });

  it('holds what the layout says, else what the config names in its order, else all', () => {
    expect(chaptersOf('customers', ['reps'])).toEqual(['tiers', 'churn', 'cohorts', 'satisfaction', 'cross_sell']);
    expect(chaptersOf(null, ['reps', 'tiers'])).toEqual(['reps', 'tiers']);
    expect(chaptersOf(null, undefined)).toEqual(['tiers', 'churn', 'cohorts', 'pool', 'targets', 'reps', 'satisfaction', 'cross_sell']);
  });

  it('has of a layout only what its chapters tell', () => {
    expect(
      rows(reportOf(runsOf(compare, track, churn), 'targets'), 'attention').map(({ chapter, chapter_code }) => [chapter, chapter_code]),
    ).toEqual([
      ['1 Targets and pace', 'targets'],
      ['1 Targets and pace', 'targets'],
      ['1 Targets and pace', 'targets'],
    ]);
  });

  it('says what the chapters found where there are no sales', () => {
    const pool = resultOf('pool', [section('conversion', [{ value: 'web' }])]);
    const fact = {
      id: 'conversion_rate_all',
      title: 'Converted',
      type: 'ratio',
      value: 0.39,
      unit: null,
      n: 9240,
      low: 0.38,
      high: 0.4,
      basis: null,
    } as const;
    pool.sections.push({ id: 'overview', title: 'Overview', kind: 'facts', place: 'basis', facts: [fact], first: null });
    expect(reportOf(runsOf(pool)).answer).toEqual(['Of 9,240 leads 39% converted']);
  });

  it('has nothing to say where there is nothing, and names a finding of several commands once', () => {
    const empty = reportOf(runsOf());
    expect([empty.answer, rows(empty, 'attention'), empty.sections.map(({ id }) => id)]).toEqual([[], [], ['attention']]);
    const twice = reportOf(runsOf({ ...compare, findings: [finding] }, { ...churn, findings: [{ ...finding }] }));
    expect(twice.findings).toEqual([finding]);
  });

  it('says first that no order lies in the period, and warns', () => {
    const none = (lang: ReportInput['lang']): Result =>
      report({
        ingested: { asOf: '2025-01-28', inputs: [], findings: [] },
        lang,
        money: {},
        period: { from: '2024-12-01', to: '2025-01-01' },
        layout: 'monthly',
        chapters: chaptersOf('monthly', undefined),
        runs: runsOf(),
        isEmpty: true,
      });
    expect([none('en').answer[0], none('zh-CN').answer[0]]).toEqual(['No order lies in December 2024.', '2024 年 12 月没有订单。']);
    expect(none('en').findings.map(({ code, level }) => [code, level])).toEqual([['period-without-orders', 'warning']]);
  });

  it('says that a period is not over', () => {
    expect(runningText({ from: '2025-01-01', to: '2025-02-01' }, '2025-01-28')!.en).toBe(
      'January 2025 is not over: figures are up to 2025-01-28.',
    );
    expect(runningText({ from: '2025-01-01', to: '2025-02-01' }, '2025-01-31')).toBeNull();
    expect(runningText({ from: '2025-02-01', to: '2025-03-01' }, '2025-01-31')).toBeNull();
  });
});
