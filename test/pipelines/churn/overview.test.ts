// @module-tag slow
import { describe, expect, it } from 'vitest';
import { ordersWithoutAmounts } from '../bare-orders.ts';
import { backtestOf, churnOf, demoFolder } from '../run-churn.ts';
import { facts, table } from '../run-score.ts';

const orders = [`${demoFolder}orders.csv`];

describe('the overview of churn', () => {
  it('shows the area of the whole procedure, as the back-test has it, and what scores now', async () => {
    const result = await churnOf(orders);
    const tested = facts(await backtestOf(orders, { folds: 1 }), 'verdict');
    for (const section of ['overview', 'model']) {
      const own = facts(result, section);
      expect(own.get('chosen_auc')?.value).toBe(tested.get('auc')?.value);
      expect(own.get('chosen_auc')?.basis).toContain(`chosen before it (${String(tested.get('scored_by')?.value)})`);
      expect(own.get('auc_scored')).toEqual(tested.get('auc_scored'));
      expect(own.get('chosen')?.basis).toBe('Chosen anew with the newest window: best of 10 at 2026-08-02, by AUC, then Brier score.');
    }
    expect(facts(result, 'overview').get('backtest')?.value).toBe(tested.get('verdict')?.value);
    expect(result.findings.map(({ code }) => code)).toContain('churn-hardly-tested');
  });

  it('sums the value at risk of nobody to 0', async () => {
    const result = await churnOf(orders, { churn: { definition: { rule: 'days', days: 1 } } });
    expect(table(result, 'at_risk').rows).toEqual([]);
    expect(facts(result, 'overview').get('value_at_risk')?.value).toBe(0);
  });

  it('does not know the value at risk of customers whose orders have no amount', async () => {
    const result = await churnOf([ordersWithoutAmounts()]);
    expect(table(result, 'at_risk').rows.length).toBeGreaterThan(0);
    const overview = facts(result, 'overview');
    expect(overview.get('value_at_risk')?.value).toBeNull();
    expect(overview.get('backtest')?.value).not.toContain('revenue');
  });

  it('has no area without a past window', async () => {
    const overview = facts(await churnOf(orders, { asOf: '2024-08-01' }), 'overview');
    for (const id of ['chosen_auc', 'auc_scored'])
      expect(overview.get(id)).toMatchObject({ value: null, basis: 'No past window to hold out.' });
  });
});
