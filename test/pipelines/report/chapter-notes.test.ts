import { describe, expect, it } from 'vitest';
import { churnFinding } from '../../../src/pipelines/report/chapter-findings.ts';
import { chapters } from '../../../src/pipelines/report/chapters.ts';
import type { Runs } from '../../../src/pipelines/report/runs.ts';
import type { Fact, FactsSection, Finding, ResultRow } from '../../../src/result/result.ts';
import { resultOf, runsOf, section } from './parts.ts';

const fact = (id: string, value: Fact['value'], rate: Partial<Fact> = {}): Fact => ({
  id,
  title: id,
  type: 'text',
  value,
  unit: null,
  n: null,
  low: null,
  high: null,
  basis: null,
  ...rate,
});
const overview = (...facts: Fact[]): FactsSection => ({
  id: 'overview',
  title: 'overview',
  kind: 'facts',
  place: 'basis',
  facts,
  first: null,
});

describe('the note of a chapter', () => {
  it('is none where its commands did not run', () => {
    expect(Object.values(chapters).map(({ note }) => note(runsOf()))).toEqual(Object.keys(chapters).map(() => null));
  });

  it('of churn says first how the list did on the past', () => {
    const runs = runsOf(
      resultOf('churn', [overview(fact('horizon', 90), fact('churn_definition', 'silent for 180 days'), fact('backtest', 'It held.'))]),
    );
    expect(chapters.churn.note(runs)).toEqual({
      en: 'It held. The value at risk is the chance that nothing is bought within 90 days, times what the customer usually spends in them. Lost means: silent for 180 days.',
      'zh-CN': 'It held.风险金额 = 90 天内不再购买的概率 × 该客户平时同样天数的消费额。流失的定义：silent for 180 days。',
    });
  });

  it('of targets is the test of the forecast of the company, of the year before that of the period', () => {
    const tested = (more: ResultRow): ResultRow => ({
      level_code: 'company',
      reach_code: 'year',
      tests: 15,
      with_interval: 10,
      coverage: 0.8,
      error: 0.0098,
      run_rate_error: 0.0104,
      ...more,
    });
    const said = (...rows: ResultRow[]): string | undefined =>
      chapters.targets.note(runsOf(resultOf('targets track', [section('forecast_check', rows)])))?.en;
    expect(said(tested({ level_code: 'rep', error: 0.5 }), tested({ reach_code: 'period', error: 0.4 }), tested({}))).toBe(
      'On the past, 15 such forecasts missed by 1.0% on average (straight run-rate: 1.0%); the 80% interval held what came in 8 of 10.',
    );
    expect(said(tested({ level_code: 'rep', with_interval: 0, coverage: null, run_rate_error: null, error: 0.5 }))).toBe(
      'On the past, 15 such forecasts missed by 50.0% on average.',
    );
    expect(said(tested({ error: null }))).toBeUndefined();
  });

  it('of leads and of retention has the base and the interval', () => {
    const rate = fact('conversion_rate_all', 0.105, { n: 800, low: 0.086, high: 0.128 });
    expect(chapters.pool.note(runsOf(resultOf('pool', [overview(rate, fact('leads_converted', 84))])))?.en).toBe(
      'Conversion: 84 of 800 leads, 95% interval 9–13%. The title counts all leads of the files, the overview those that came in in its months, a rep the leads taken.',
    );
    const net = fact('net_retention', 0.91, { n: 105, low: 0.684, high: 1.147 });
    expect(chapters.cohorts.note(runsOf(resultOf('cohorts', [overview(net)])))?.['zh-CN']).toBe(
      'GRR 与 NRR 以上一年购买过的 105 位客户为基数；NRR 的 95% 区间为 68–115%。不足 10 位客户的群组为灰色；未结束的季度留空。',
    );
  });
});

describe('the title of the chapter of churn', () => {
  const withFinding = (code: string | null): Runs =>
    runsOf(
      resultOf('churn', [section('at_risk', [{ customer_name: 'Ada', value_at_risk: 80 }, { value_at_risk: 20 }])], {
        findings: code === null ? [] : [{ code } as Finding],
      }),
    );

  it('says that the list was no better than chance where it was not', () => {
    expect(churnFinding(withFinding('churn-not-predictable'), {})?.en).toBe(
      '2 customers may leave, 100 at risk: no better than chance on the past',
    );
    expect(churnFinding(withFinding(null), {})?.en).toBe('2 customers may leave, 100 at risk: 80% with Ada');
  });
});
