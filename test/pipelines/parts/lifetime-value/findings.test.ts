import { describe, expect, it } from 'vitest';
import type { ModelChoice } from '../../../../src/forecast/value/choice.ts';
import type { PurchaseFitRow } from '../../../../src/forecast/purchases/fit-rows.ts';
import { lifetimeValueFindings } from '../../../../src/pipelines/parts/lifetime-value/findings.ts';
import type { ValueBasis } from '../../../../src/pipelines/parts/lifetime-value/basis.ts';
import { mbgNbd } from '../../../../src/stats/purchases/mbg-nbd.ts';

function fit(
  model: string,
  parameters: Readonly<Record<string, PurchaseFitRow['unbounded']>>,
  more: Partial<PurchaseFitRow> = {},
): PurchaseFitRow[] {
  return Object.entries(parameters).map(([parameter, unbounded], index) => ({
    origin: '2026-01-01',
    position: index + 1,
    model,
    parameter,
    value: 2,
    standard_error: unbounded === null ? 0.1 : null,
    log_covariance_1: null,
    log_covariance_2: null,
    log_covariance_3: null,
    log_covariance_4: null,
    unbounded,
    log_likelihood: -1,
    gradient_norm: 0,
    problem: null,
    customers: 100,
    repeat_customers: 50,
    groups: 80,
    ...more,
  }));
}

function withValues(rows: readonly PurchaseFitRow[], values: readonly number[]): PurchaseFitRow[] {
  return rows.map((row, index) => ({ ...row, value: values[index]! }));
}

/** Findings go by the rows alone. */
function chosen(rows: readonly PurchaseFitRow[]): ModelChoice {
  return { model: mbgNbd, rows, why: 'untested', passedOver: [] };
}

const bounded = { r: null, alpha: null, a: null, b: null };
const sound: ValueBasis = {
  purchases: chosen(fit('mbg-nbd', bounded)),
  holdout: [],
  spend: fit('gamma-gamma', { p: null, q: null, v: null }),
  independence: { correlation: 0.11, low: 0.05, high: 0.18, n: 946 },
  margin: { margin: 1, basis: 'revenue' },
};

function said(basis: Partial<ValueBasis>): string[] {
  const both = (['en', 'zh-CN'] as const).map((lang) => lifetimeValueFindings({ ...sound, ...basis }, lang));
  for (const { message } of both[1]!) expect(message).toMatch(/\p{Script=Han}/u);
  for (const { message } of both[0]!) expect(message).not.toMatch(/undefined|null|NaN|\p{Script=Han}/u);
  return both[0]!.map(({ code, level, message }) => `${level} ${code}: ${message}`);
}

describe('findings on lifetime values', () => {
  it('are none for models without a fault', () => {
    expect(said({})).toEqual([]);
    expect(said({ purchases: chosen([]), spend: [], independence: {} })).toEqual([]);
  });

  it('say calmly that no customers who stop for good are seen', () => {
    const mbg = fit('mbg-nbd', { ...bounded, a: 'zero', b: 'infinity' }, { problem: 'boundary' });
    const [first] = said({ purchases: chosen(withValues(mbg, [1, 9, 0.001, 12])) });
    expect(first).toMatch(/^info no-stopping-seen: the data show no customers who stop for good/);
    const pareto = fit('pareto-nbd', { r: null, alpha: null, s: 'infinity', beta: 'infinity' }, { problem: 'boundary' });
    expect(said({ purchases: chosen(withValues(pareto, [1, 9, 40, 100_000])) })[0]).toMatch(/^info no-stopping-seen/);
  });

  it('do not say so where customers stop, all of them alike', () => {
    const mbg = fit('mbg-nbd', { ...bounded, a: 'infinity', b: 'infinity' }, { problem: 'boundary' });
    expect(said({ purchases: chosen(withValues(mbg, [1, 9, 4155, 100_000])) })[0]).toMatch(
      /^info purchase-parameters-unbounded: the data cannot tell a, b of mbg-nbd/,
    );
  });

  it('name the parameters that the data cannot tell', () => {
    const unknown = { ...bounded, r: 'unknown', alpha: 'unknown' } as const;
    expect(said({ purchases: chosen(fit('mbg-nbd', unknown, { problem: 'boundary' })) })).toEqual([
      'info purchase-parameters-unbounded: the data cannot tell r, alpha of mbg-nbd: forecasts hold, standard errors do not exist',
    ]);
  });

  it('speak of a correlation only where its whole interval is beyond 0.1', () => {
    const clear = { correlation: 0.3, low: 0.2, high: 0.4, n: 300 };
    expect(said({ independence: clear })).toEqual([
      expect.stringMatching(
        /^warning spend-frequency-correlated: .*spend more each time \(r = 0\.30, 95% 0\.20 to 0\.40\).*rare buyers come out too high/,
      ) as string,
    ]);
    expect(said({ independence: { correlation: -0.3, low: -0.4, high: -0.2 } })[0]).toMatch(
      /spend less each time.*rare buyers come out too low/,
    );
    expect(said({ independence: { correlation: 0.3, low: -0.1, high: 0.6 } })).toEqual([]);
    expect(said({ independence: { correlation: 0.3, low: null, high: null } })).toEqual([]);
  });

  it('warn of an infinite mean, of few repeat customers, and of models that could not be fitted', () => {
    const spend = (more: Partial<PurchaseFitRow>) => fit('gamma-gamma', { p: null, q: null, v: null }, more);
    expect(said({ spend: spend({ problem: 'infinite_mean', value: 0.8 }) })[0]).toMatch(/^warning spend-mean-infinite: .*q = 0\.80/);
    expect(said({ spend: spend({ problem: 'few_repeat_customers', customers: 7 }) })[0]).toMatch(
      /^warning spend-model-uncertain: lifetime values rest on 7 repeat customers/,
    );
    expect(said({ purchases: chosen(fit('mbg-nbd', bounded, { problem: 'few_repeat_customers', repeat_customers: 7 })) })[0]).toMatch(
      /^warning purchase-model-uncertain/,
    );
    expect(said({ purchases: chosen(fit('mbg-nbd', bounded, { problem: 'no_time', value: null })) })[0]).toMatch(
      /^warning purchase-model-missing/,
    );
    expect(said({ purchases: chosen(fit('mbg-nbd', bounded, { problem: 'not_converged' })) })[0]).toMatch(
      /^warning purchase-model-uncertain: mbg-nbd is not to be relied on: the fit did not come to an end/,
    );
  });
});
