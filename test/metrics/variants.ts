import type { RunParameters } from '../../src/metrics/parameters.ts';

/** Parameters that between them take every branch of the SQL that metrics generate. */
export const variants = {
  'the defaults': {},
  'every setting': {
    as_of: '2026-06-30',
    period: { from: '2026-01-01', to: '2026-07-01' },
    rfm: { method: 'rfm-compat' },
    rfm_high: { rule: 'score', at_least: 4 },
    scorecard: {
      weights: 'growth',
      industries: [
        { industry: '零售', weights: 'loyalty' },
        { industry: "O'Neil's // [{", weights: { revenue: 0.1, nps: 2.5 } },
      ],
      bands: {
        revenue: [
          { from: -5.5, points: 10 },
          { from: 1000, points: 80 },
        ],
        recency: [{ from: 30, points: 50 }],
      },
    },
    tiers: { method: 'revenue', cuts: [0.8, 0.95] },
    comparison: { before: { from: '2025-11-15', to: '2026-01-01' }, after: { from: '2026-06-01', to: '2026-07-01' } },
    customer_summaries: false,
    cohorts: { unit: 'quarter', range: { from: '2024-02-01', to: '2026-01-01' } },
    group_by: 'industry',
    retention: { origins: ['2025-06-30', '2025-12-31', '2026-06-30'], horizon_days: 120 },
    churn: { definition: { rule: 'contract_end' }, min_age_days: 60 },
    pool: {
      service_hours: 4,
      recycle_days: 15,
      calendar: { hours: ['09:00-12:00', '13:30-18:00'], weekend: ['sun'], holidays: 'cn', workdays: ['2026-05-02'] },
      escalation: { rep: 1, manager: 2, reassign: 4 },
      allocation: {
        leads: 'open',
        by: 'source',
        uneven: null,
        daily_quota: 5,
        skills: [{ by: 'pool', values: ["O'Neil's", '华东公海'], teams: ['华东'] }],
      },
      customer_recycle: { days: 40, levels: { "O'Neil's": 90 }, unwon_days: null },
    },
    what_if: { recycle_days: 5, holding_limit: 2, daily_quota: 1, claim_ban_days: 30 },
    targets: {
      calendar: { weekend: ['sun'], holidays: 'cn' },
      split: {
        by: { potential: 1, capacity: 2 },
        levels: ['team', 'rep', 'customer', 'product'],
        goods: 'product',
        season: 'working-days',
      },
    },
    value: { horizon_months: 6, discount: 0.05, margin: 0.3, lifetime_years: 4 },
    target_period: { from: '2026-04-01', to: '2026-10-01' },
    reps: { weights: { revenue: 1, win_rate: 2 }, contact_days: [20] },
    cross_sell: { level: 'category', basis: 'orders', min_support: 0.02, min_confidence: 0.3 },
    satisfaction: { topics: { "O'Neil's": ['延期', "o'neil"] }, rebuy_days: 30 },
  },
  'own cut points': {
    as_of: '2026-06-30',
    rfm: { method: 'cuts', cuts: { recency: [-1, 2, 30.5, 400], frequency: [1, 2, 3, 4], monetary: [-10, 0, 99.99, 5000] } },
    rfm_high: { rule: 'value', recency: 10, frequency: 3, monetary: 200.5 },
    scorecard: { weights: { revenue: 3, recency: 1 }, min_coverage: 0 },
    tiers: { method: 'threshold', cuts: [80, 60.5] },
    retention: { origins: ['2026-01-31'] },
    churn: { definition: { rule: 'days', days: 100 } },
    pool: { allocation: { leads: 'pool' } },
    what_if: { holding_limit: 2 },
    cohorts: { unit: 'year' },
    group_by: 'region',
  },
  'a pool of customers': {
    as_of: '2026-06-30',
    pool: { attributes: { fields_only: true } },
    pool_records: { of: 'customers', id: 'customer_id' },
    targets: { split: { metric: 'orders', levels: ['customer', 'product'], value: 1000, stretch: 1.1 } },
  },
} as const satisfies Readonly<Record<string, RunParameters>>;
