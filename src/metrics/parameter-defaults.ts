/** Defaults and bounds that options of the command line name too; apart from the schema of the parameters, which help must not load. */

/** Days in which purchases are looked for. */
export const horizonDays = 90;

/** The longest time that is counted in days. */
export const mostDays = 3_660;

/** The calendar unit of cohorts. */
export const cohortUnit = 'month';

/** How a lifetime value is computed; null: by what the files show. */
export const lifetimeValue = { horizon_months: 12, discount: 0.1, margin: null, model: 'auto' } as const;

/** The farthest that a lifetime value looks ahead. */
export const mostMonths = 120;

/** Working hours within which a lead is to be contacted, and the ages in days at which conversion is compared. */
export const leadPool = { service_hours: 8, ages: [30, 60, 90] } as const;

/** When people work, where nothing else is said: files do not tell which holidays are kept. */
export const workingTime = { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none' } as const;

/** Days late from which the rep is reminded, the manager is told, and the lead is to be given to somebody else. */
export const escalationDays = { rep: 3, manager: 5, reassign: 7 } as const;

/** Days ahead for which it is said that a lead is about to fall back to the pool. */
export const recycleNoticeDays = 3;

/** How far the number of leads that a rep is given may be from an even share; which leads are given out. */
export const leadAllocation = { leads: 'waiting', uneven: 0.5, ages: 'tried' } as const;

/** The most rules of skills. */
export const mostSkills = 20;

/** Days after which a customer that never bought, and one whose contract has ended, falls back to the pool. */
export const customerRecycle = { unwon_days: 180, contract_days: 30 } as const;

/** How a number is split into targets. */
export const targetSplit = {
  metric: 'revenue',
  season: 'learned',
  season_years: 2,
  by: 'history',
  levels: ['team', 'rep'],
  each: 'month',
  left_months: 6,
  goods: 'category',
} as const;

/** The most years that a season is learned from. */
export const mostSplitYears = 10;
/**
 * When a target is easy, ambitious or out of reach: by percentiles of past growth, and by the target over what last year would give; how many
 * past periods it takes for the former, and the share of a target by which the sum of its parts may differ.
 */
export const targetCheck = {
  percentiles: { easy: 0.25, ambitious: 0.75, out_of_reach: 0.95 },
  stretch: { easy: 1, ambitious: 1.2, out_of_reach: 1.5 },
  least_periods: 4,
  tolerance: 0,
} as const;

/** What each measure counts in the ranking of reps. */
export const repWeights = {
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
} as const;

/** Days within which customers of the first, second and further tiers are to be contacted. */
export const contactDays = [30, 60, 90] as const;

/** How many actions a rep is given. */
export const mostActions = 5;

/** Least share of the baskets with the left items of a rule that hold the right one. */
export const ruleConfidence = 0.1;
