import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { backtestOf, cdnowLines, churnOf, expectWhole } from '../pipelines/run-churn.ts';
import { columnOf, facts, table } from '../pipelines/run-score.ts';
import { cdnowFull, cdnowSample } from './purchase-events.ts';

const folder = mkdtempSync(join(tmpdir(), 'crm-eval-churn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aucOf(result: Result, origin: string, contender: string): number {
  const row = table(result, 'contenders').rows.find((each) => each['origin'] === origin && each['contender'] === contender);
  return Number(row?.['auc']);
}

describeWithData('churn of CDNOW', (data) => {
  const sample = join(folder, 'sample.csv');
  const full = join(folder, 'full.csv');

  beforeAll(() => {
    writeFileSync(sample, cdnowLines(`${data}/reference/${cdnowSample.file}`, cdnowSample.columns));
    writeFileSync(full, cdnowLines(`${data}/reference/${cdnowFull.file}`, cdnowFull.columns));
  });

  it.each([
    ['bg-nbd', 1917.277, 0.001, 1653.41, 0.006, -9582.429207],
    // The published sums are those of CLVTools' parameters; at the maximum, which is flat, they are 1051.875 and 1665.87.
    ['pareto-nbd', 1051.971, 0.1, 1665.69, 0.2, -9594.976179],
  ] as const)(
    'sums to the published figures for the sample with %s',
    { timeout: 120_000 },
    async (model, alive, aliveWithin, expected, expectedWithin, logLikelihood) => {
      const result = await churnOf([sample], { asOf: '1998-06-30', horizonDays: 273, until: '1997-09-30', model });
      const fact = facts(result, 'model');
      expect(Math.abs(Number(fact.get('sum_alive')?.value) - alive)).toBeLessThan(aliveWithin);
      expect(Math.abs(Number(fact.get('expected_purchases')?.value) - expected)).toBeLessThan(expectedWithin);
      expect(fact.get('log_likelihood')?.value).toBeCloseTo(logLikelihood, 4);
      expect(fact.get('actual_purchases')?.value).toBe(1882);
      expect([fact.get('fitted_customers')?.value, fact.get('groups')?.value]).toEqual([2357, 1016]);
      expectWhole(result, 2357);
    },
  );

  it.each(['bg-nbd', 'pareto-nbd', 'auto'] as const)(
    'is said to be under-predicted by some twelve percent with %s',
    { timeout: 120_000 },
    async (model) => {
      const result = await backtestOf([sample], { asOf: '1998-06-30', horizonDays: 273, model });
      const verdict = facts(result, 'verdict');
      expect(verdict.get('verdict')?.value).toMatch(/orders were forecast 1[12]% too few/);
      expect(verdict.get('orders_error')?.value).toBeCloseTo(-0.12, 1.5);
    },
  );

  it('ranks as published at 1997-09-30, 39 weeks ahead, and corrects to within four points', { timeout: 180_000 }, async () => {
    const result = await backtestOf([full], { asOf: '1998-06-30', horizonDays: 273 });
    const origin = '1997-09-30';
    expect(aucOf(result, origin, 'recency alone')).toBeCloseTo(0.759, 3);
    expect(aucOf(result, origin, 'MBG/NBD, expected purchases')).toBeCloseTo(0.765, 3);
    expect(aucOf(result, origin, 'Pareto/NBD, expected purchases')).toBeCloseTo(0.769, 3);
    const verdict = facts(result, 'verdict');
    expect(verdict.get('auc')?.value).toBeGreaterThan(0.765);
    expect(verdict.get('corrected_error')?.value).toBeLessThan(0.04);
    expect(verdict.get('revenue_error')?.basis).toContain('fitted on one customer in 2');
  });

  it('has every customer of the whole file in exactly one list', { timeout: 180_000 }, async () => {
    expectWhole(await churnOf([full], { horizonDays: 90 }), 23_570);
  });
});

describeWithData('churn of online-retail', (data) => {
  const file = `${data}/online-retail/OnlineRetail.csv`;

  it('ranks as published at 2011-09-10, 90 days ahead', { timeout: 240_000 }, async () => {
    const result = await backtestOf([file], { asOf: '2011-12-09' });
    const origin = '2011-09-10';
    expect(aucOf(result, origin, 'BG/NBD, P(alive)')).toBeCloseTo(0.36, 2);
    expect(aucOf(result, origin, 'recency alone')).toBeCloseTo(0.683, 3);
    expect(Math.abs(aucOf(result, origin, 'frequency alone') - 0.723)).toBeLessThan(0.001);
    for (const model of ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'])
      expect(aucOf(result, origin, `${model}, expected purchases`)).toBeCloseTo(0.729, 3);
    expect(aucOf(result, origin, 'logistic regression')).toBeGreaterThan(0.734);
    const verdict = facts(result, 'verdict');
    expect(verdict.get('auc')?.value).toBeGreaterThan(0.735);
    expect(verdict.get('auc')?.value).toBeGreaterThan(Number(verdict.get('auc_naive')?.value));
    expect(Number(verdict.get('auc_gain')?.low)).toBeGreaterThan(0);
    expect(verdict.get('corrected_error')?.value).toBeLessThan(0.04);
    // Of those who would be on a list the ranking is harder, and still better than the naive rule.
    expect(Number(verdict.get('auc_scored')?.n)).toBeLessThan(2000);
    expect(Number(verdict.get('auc_scored')?.value)).toBeCloseTo(0.728, 2);
    expect(Number(verdict.get('auc_gain_scored')?.low)).toBeGreaterThan(0);
    expect(verdict.get('verdict')?.value).toMatch(
      /^On the past, the churn list put customers who stopped above those who stayed 73% of the time; orders were forecast 26% too few and revenue 4\d% too little\.$/,
    );
    // Recounted from the file: 2,858 purchase days of those known 90 days before, 4,483 of those known on the day.
    expect(verdict.get('orders_error_last_period')?.value).toBeCloseTo(2858 / 4483 - 1, 12);
    expect(Number(verdict.get('revenue_error_last_period')?.value)).toBeCloseTo(-0.41, 2);
  });
});

describeWithData('churn of orders that tell nothing of who stops', (data) => {
  const file = `${data}/reference/rfm_data_orders.csv`;

  it('is no better than a coin, and by its own scores as good as the rule it chose', { timeout: 60_000 }, async () => {
    const verdict = facts(await backtestOf([file], { folds: 1 }), 'verdict');
    expect(verdict.get('verdict')?.value).toMatch(
      /^On the past, the churn list told no more than a coin who would stop; orders were forecast /,
    );
    expect(verdict.get('auc')?.value).toBeCloseTo(0.5205, 4);
    expect(verdict.get('auc')?.value).toBe(verdict.get('auc_naive')?.value);
    expect(verdict.get('auc_gain')).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  it('comes with a warning', { timeout: 60_000 }, async () => {
    const { findings } = await churnOf([file]);
    const warning = findings.find(({ code }) => code === 'churn-not-predictable');
    expect(warning).toMatchObject({ level: 'warning', fix: 'look farther ahead (--horizon 180), or add older orders' });
  });
});

describeWithData('churn of the small event log of lifetimes', (data) => {
  it('has every customer in one list, though no model can be trusted', async () => {
    const result = await churnOf([`${data}/reference/lifetimes_tiny_elog.csv`], {
      asOf: '2015-02-07',
      map: ['orders.customer_id=id', 'orders.ordered_at=date', 'orders.amount=mv'],
      roles: { 'lifetimes_tiny_elog.csv': 'orders' },
    });
    expectWhole(result, 6);
    expect(new Set(columnOf(result, 'too_new', 'customer_id'))).toEqual(new Set(['2', '4', '5', '6']));
    expect(facts(result, 'overview').get('backtest')?.value).toBe('the data are too short for a back-test');
  });
});

describe('the two extremes', () => {
  it('a customer with 1,000 orders and one with a single order on the last day are handled', { timeout: 60_000 }, async () => {
    const day = (ago: number): string => new Date(Date.UTC(2026, 11, 31) - ago * 86_400_000).toISOString().slice(0, 10);
    const rows = [
      ...Array.from({ length: 1000 }, (_, index) => `B${index},busy,${day(index)},10`),
      ...Array.from({ length: 80 }, (_, index) => `U${index},usual${index % 20},${day(5 + index * 9)},10`),
      `L,last,${day(0)},10`,
    ];
    const path = join(folder, 'extremes.csv');
    writeFileSync(path, `order_id,customer_id,order_date,amount\n${rows.join('\n')}\n`);
    const result = await churnOf([path]);
    expectWhole(result, 22);
    expect(columnOf(result, 'active', 'customer_id')).toContain('busy');
    expect(columnOf(result, 'too_new', 'customer_id')).toContain('last');
  });
});
