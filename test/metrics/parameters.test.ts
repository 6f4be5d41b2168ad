import { describe, expect, it } from 'vitest';
import { runParameters } from '../../src/metrics/parameters.ts';
import { weightPresets, weightsOf } from '../../src/metrics/customers/parts/weights.ts';

function accepts(parameters: unknown): boolean {
  return runParameters.safeParse(parameters).success;
}

describe('the parameters of a run', () => {
  it('have defaults', () => {
    expect(runParameters.parse({})).toEqual({
      as_of: null,
      period: null,
      rfm: { method: 'quantile' },
      rfm_high: { rule: 'mean_score' },
      scorecard: { weights: 'balanced', industries: [], bands: {}, min_coverage: 0.3 },
      tiers: { method: 'quantile', cuts: [0.2, 0.5] },
      retention: { origins: [], further: [], horizon_days: 90 },
      churn: {
        definition: { rule: 'cycles', cycles: 3, min_days: 180 },
        horizon_days: 90,
        min_age_days: 30,
        model: 'auto',
        folds: 1,
        at_risk: 0.5,
        watch: 0.3,
      },
      value: { horizon_months: 12, discount: 0.1, margin: null, lifetime_years: null, model: 'auto' },
      comparison: null,
      cross_sell: { level: 'auto', basis: 'auto', min_support: null, min_confidence: 0.1 },
      customer_summaries: true,
      cohorts: { unit: 'month', range: null },
      group_by: 'owner',
      pool: {
        service_hours: 8,
        holding_limit: null,
        ages: [30, 60, 90],
        calendar: { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none', workdays: [] },
        recycle_days: null,
        recycle_notice_days: 3,
        escalation: { rep: 3, manager: 5, reassign: 7 },
        attributes: { use: [], leave_out: [], fields_only: false },
        customer_recycle: { contract_days: 30, days: null, levels: {}, unwon_days: 180 },
        allocation: { across_pools: false, ages: 'tried', leads: 'waiting', by: null, uneven: 0.5, daily_quota: null, skills: [] },
      },
      pool_records: { of: 'leads', id: 'lead_id' },
      what_if: { recycle_days: null, holding_limit: null, daily_quota: null, claim_ban_days: null },
      reps: {
        bonus: [],
        weights: {
          attainment: 30,
          revenue: 20,
          margin: 10,
          growth: 10,
          new_customers: 10,
          retention: 10,
          net_retention: 10,
          win_rate: 10,
          coverage: 5,
          satisfaction: 5,
          complaints: 5,
          receipts: 3,
          completeness: 2,
        },
        contact_days: [30, 60, 90],
        most_actions: 5,
      },
      target_check: {
        percentiles: { easy: 0.25, ambitious: 0.75, out_of_reach: 0.95 },
        stretch: { easy: 1, ambitious: 1.2, out_of_reach: 1.5 },
        least_periods: 4,
        tolerance: 0,
      },
      target_period: null,
      targets: {
        calendar: { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none', workdays: [] },
        split: {
          value: null,
          period: null,
          metric: 'revenue',
          growth: null,
          season: 'learned',
          season_years: 2,
          by: 'history',
          levels: ['team', 'rep'],
          each: 'month',
          round: null,
          floor: null,
          cap: null,
          limits: [],
          stretch: null,
          challenge: null,
          left_months: 6,
          goods: 'category',
        },
      },
      satisfaction: { topics: null, rebuy_days: 90 },
    });
    expect(runParameters.parse({ scorecard: { weights: { revenue: 1 } } }).scorecard).toEqual({
      weights: { revenue: 1 },
      industries: [],
      bands: {},
      min_coverage: 0.3,
    });
  });

  it.each([
    { as_of: '2026-02-29' },
    { as_of: '26-02-01' },
    { period: { from: '2026-02-01', to: '2026-02-01' } },
    { rfm: { method: 'ntile' } },
    { rfm: { method: 'cuts' } },
    { rfm: { method: 'cuts', cuts: { recency: [1, 2, 2, 3], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] } } },
    { rfm: { method: 'cuts', cuts: { recency: [1, 2, 3], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] } } },
    { rfm_high: { rule: 'score', at_least: 6 } },
    { pool: { calendar: { hours: '18:00-09:00' } } },
    { pool: { calendar: { hours: ['09:00-12:00', '11:00-18:00'] } } },
    { pool: { calendar: { hours: [] } } },
    { pool: { calendar: { weekend: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } } },
    { pool: { calendar: { holidays: 'us' } } },
    { pool: { calendar: { holidays: ['2026-02-30'] } } },
    { pool: { escalation: { rep: 6 } } },
    { pool: { recycle_days: 0 } },
    { satisfaction: { rebuy_days: 0 } },
    { satisfaction: { topics: { late: [] } } },
    { scorecard: { weights: 'best' } },
    { scorecard: { weights: { revenue: 0 } } },
    { scorecard: { weights: { revenue: -1, profit: 2 } } },
    { scorecard: { weights: { revenu: 1 } } },
    { scorecard: { bands: { revenue: [] } } },
    {
      scorecard: {
        bands: {
          revenue: [
            { from: 5, points: 10 },
            { from: 1, points: 20 },
          ],
        },
      },
    },
    { scorecard: { bands: { revenue: [{ from: 5, points: 101 }] } } },
    { tiers: { method: 'revenue', cuts: [0.8, 0.8] } },
    { scorecard: { min_coverage: -0.1 } },
    { scorecard: { min_coverage: 1.1 } },
    { tiers: { method: 'quantile', cuts: [1.2] } },
    { tiers: { method: 'threshold', cuts: [60, 80] } },
    { tiers: { method: 'revenue', cuts: [] } },
    { value: { horizon_months: 0 } },
    { value: { discount: -0.1 } },
    { value: { margin: 0 } },
    { value: { margin: 30 } },
    { value: { lifetime_years: 0 } },
  ])('are refused: %j', (parameters) => {
    expect(accepts(parameters)).toBe(false);
  });

  it('take the weight presets by name, each adding up to 100', () => {
    for (const preset of Object.keys(weightPresets) as (keyof typeof weightPresets)[]) {
      expect(accepts({ scorecard: { weights: preset } })).toBe(true);
      expect(Object.values(weightsOf(preset)).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
  });
});
