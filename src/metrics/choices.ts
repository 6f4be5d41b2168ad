/* Words that a setting is chosen from: names alone, so that the help of a command and the schema of the config load no metric. */

/** What a customer is scored by, in the order that breaks ties between equally strong factors. */
export const factorIds = [
  'revenue',
  'profit',
  'recency',
  'frequency',
  'average_order',
  'growth',
  'stability',
  'breadth',
  'tenure',
  'paid_ratio',
  'csat',
  'nps',
] as const;

export type FactorId = (typeof factorIds)[number];

export const weightPresetNames = ['balanced', 'value', 'growth', 'loyalty'] as const;

export type WeightPreset = (typeof weightPresetNames)[number];

export const cohortUnits = ['month', 'quarter', 'year'] as const;

/** Cohorts and their ages are calendar periods of this length: age 1 is the next month, not the next 30 days. */
export type CohortUnit = (typeof cohortUnits)[number];

/** Attributes of a customer that figures can be grouped by; columns of `customer_profile`. */
export const customerGroups = ['owner', 'team', 'level', 'industry', 'region', 'size', 'source'] as const;

export type CustomerGroup = (typeof customerGroups)[number];

/** What may tell who will stop; `auto`: the best of all in the back-test. */
export const churnModels = ['auto', 'bg-nbd', 'mbg-nbd', 'pareto-nbd', 'logistic', 'recency'] as const;

export type ChurnModel = (typeof churnModels)[number];

/** What the lifetime value may rest on; `auto`: the one that came nearest in a hold-out. Names alone: the help of a command loads no model. */
export const lifetimeModels = ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd'] as const;

/** What becomes of a customer, in the order in which the first that holds is its state. */
export const customerStates = ['lost', 'complaint', 'payment', 'overdue', 'falling', 'new', 'once_or_twice', 'steady'] as const;

export type CustomerState = (typeof customerStates)[number];

/** Rates by which reps are held against each other, of the leads they took. */
export const repRates = ['follow_up', 'conversion', 'recycle', 'return', 'other_pools'] as const;

export type RepRate = (typeof repRates)[number];

/** Which open leads are given out: those in the pool, also those that wait with their owner, or all. */
export const allocatedLeads = ['waiting', 'pool', 'open'] as const;

/** Which of them by their age: none older than leads that reps took, or all. */
export const allocatedAges = ['tried', 'all'] as const;

/** What a pool hands out. */
export const poolRecordKinds = ['leads', 'customers'] as const;

export type PoolRecordKind = (typeof poolRecordKinds)[number];

/** What reps may be differently good at, in the order in which the first that the files tell enough of is taken. */
export const leadSegments = ['industry', 'region', 'source', 'size', 'pool', 'batch'] as const;

/** Rules of the pool that a log can be replayed under. */
export const poolRules = ['recycle_days', 'holding_limit', 'daily_quota', 'claim_ban_days'] as const;

export type PoolRule = (typeof poolRules)[number];

/** What a target may be split for: what orders tell of each rep and month. */
export const splitMeasures = ['revenue', 'profit', 'payments', 'orders', 'quantity'] as const;

export type SplitMeasure = (typeof splitMeasures)[number];

/** How a number is spread over the months of its period. */
export const splitSeasons = ['learned', 'even', 'working-days', 'growth'] as const;

export type SplitSeason = (typeof splitSeasons)[number];

/** What the share of a rep may rest on. */
export const splitBases = ['history', 'potential', 'capacity', 'equal'] as const;

export type SplitBasis = (typeof splitBases)[number];

/** Who gets targets, beside the company. */
export const splitLevels = ['team', 'rep', 'customer', 'product'] as const;

export type SplitLevel = (typeof splitLevels)[number];

/** The periods of the targets. */
export const splitUnits = ['month', 'quarter', 'year'] as const;

export type SplitUnit = (typeof splitUnits)[number];

/** What goods are split by. */
export const splitGoods = ['category', 'product'] as const;

/** What reps are ranked by. */
export const repMeasureIds = [
  'attainment',
  'revenue',
  'margin',
  'growth',
  'new_customers',
  'retention',
  'net_retention',
  'win_rate',
  'coverage',
  'satisfaction',
  'complaints',
  'receipts',
  'completeness',
] as const;

export type RepMeasureId = (typeof repMeasureIds)[number];

/** What rules of what is bought together are about. */
export const goodsLevels = ['product', 'category'] as const;

/** What is a basket: an order, or all that a customer bought. */
export const basketKinds = ['orders', 'histories'] as const;

/** What a report may hold, in the usual order. */
export const reportChapters = ['tiers', 'churn', 'cohorts', 'pool', 'targets', 'reps', 'satisfaction', 'cross_sell'] as const;

export type ReportChapter = (typeof reportChapters)[number];
