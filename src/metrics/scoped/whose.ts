import { type Sql, sql } from '../../engine/sql.ts';

/** What tells whose a row of a lent table is: the customer, lead, rep or target that it is about; of everybody, nobody is told by any row. */
export type Whose = 'customer' | 'lead' | 'rep' | 'customer of the rep' | 'history' | 'target' | 'goal' | 'target scope' | 'everybody';

/**
 * Metrics that a run for some people (`--scope`) takes from the rows of everybody, and whose each row of them is. What is said of a customer, a
 * lead, a rep or a target is then the same on every page: its probability rests on models of all, its tier on cuts of all, its rank on all reps.
 * All others are counted anew, from the rows of those in scope and from what is lent here: sums, numbers of customers, funnels, bridges.
 */
export const whose: Readonly<Record<string, Whose>> = {
  ...all('customer', [
    'customer_orders',
    'latest_order',
    'customer_profile',
    'purchase_cycle',
    'revenue_growth',
    'category_breadth',
    'revenue_share',
    'rfm_scores',
    'customer_factors',
    'score_factors',
    'customer_scores',
    'customer_recycling',
    'customer_state',
    'purchase_days',
    'purchase_returns',
    'purchase_history',
    'purchase_outcome',
    'churn_flags',
    'churn_status',
    'churn_windows',
    'churn_breadth',
    'churn_contacts',
    'churn_feedback',
    'churn_scores',
    'churn_falls',
    'churn_lists',
    'simple_lifetime_value',
    'value_histories',
    'lifetime_value',
    'referral_value',
    'contact_customers',
    'goods_lines',
    'customer_offers',
    'edition_orders',
    'customer_upgrades',
    'satisfaction_customers',
  ]),
  ...all('customer of the rep', ['customer_needs']),
  ...all('history', ['value_forecasts']),
  ...all('lead', ['lead_follow_ups', 'lead_scores']),
  ...all('rep', [
    'rep_names',
    'rep_people',
    'rep_customers',
    'rep_totals',
    'rep_drivers',
    'rep_targets',
    'rep_gaps',
    'rep_changes',
    'rep_goods',
    'rep_prices',
    'rep_units',
    'rep_measures',
    'rep_ranking',
    'rep_expected',
    'rep_coaching',
    'rep_activities',
    'rep_advantages',
    'rep_deals',
    'rep_leads',
    'rep_pools',
    'rep_signals',
    'rep_segments',
    'rep_conversion',
    'rep_speed',
    'rep_follow_ups',
    'deal_rows',
    'deal_months',
    'deal_features',
    'deal_reasons',
    'deal_competitors',
    'contact_rows',
    'sales_days',
  ]),
  ...all('target', ['target_rows', 'target_slips', 'target_parts', 'target_actuals', 'target_picks']),
  ...all('goal', ['target_goals', 'target_attainment', 'target_courses', 'target_forecasts', 'target_forecast_tests', 'target_deals']),
  ...all('target scope', ['target_days', 'target_history']),
  ...all('everybody', [
    'rfm_cuts',
    'profit_margin',
    'purchase_groups',
    'purchase_fits',
    'churn_contest',
    'win_back',
    'value_holdout',
    'spend_independence',
    'spend_model',
    'goods_choice',
    'goods_sold',
    'upgrade_steps',
    'basket_counts',
    'basket_rules',
    'offer_tests',
    'offer_contests',
    'fall_recovery',
    'contact_effects',
    'win_patterns',
    'working_days',
    'lead_columns',
    'lead_factors',
    'lead_models',
    'lead_weights',
    'lead_odds',
    'lead_worth',
    'target_gaps',
    'target_windows',
    'survey_scales',
    'score_drivers',
  ]),
};

/** Lent where it is asked for by name; else counted from the rows in scope: orders are those that people in scope sold, or, here, those of their customers. */
export const onRequest: Readonly<Record<string, Whose>> = { order_totals: 'customer' };

function all(of: Whose, ids: readonly string[]): Record<string, Whose> {
  return Object.fromEntries(ids.map((id) => [id, of]));
}

const ofPeople = sql`(select name from scope_people)`;
const isTarget = (owner: Sql): Sql => sql`(
  (scope in ('rep', 'manager') and ${owner} in ${ofPeople}) or (scope = 'team' and scope_key in (select name from scope_teams)))`;
const targets = sql`(select target_order from target_rows where ${isTarget(sql`owner`)})`;
const goals = sql`(select goal_order from target_goals where ${isTarget(sql`owner`)})`;

/** The rows of those in scope. */
export const ownRows: Readonly<Record<Whose, Sql>> = {
  customer: sql`customer_id in (select customer_id from scope_customers)`,
  'customer of the rep': sql`customer_id in (select customer_id from scope_customers) and rep in ${ofPeople}`,
  history: sql`history_id in (select history_id from value_histories where customer_id in (select customer_id from scope_customers))`,
  lead: sql`lead_id in (select lead_id from scope_leads)`,
  rep: sql`rep in ${ofPeople}`,
  target: sql`target_order in ${targets}`,
  goal: sql`goal_order in ${goals}`,
  'target scope': isTarget(sql`scope_key`),
  everybody: sql`true`,
};

/** Whose rows rest on the names of reps: of namesakes they hold the figures of both. */
export const byName: ReadonlySet<Whose> = new Set(['rep', 'customer of the rep', 'target', 'goal', 'target scope']);

/** Columns that name people: those of others are blank. */
export const naming: ReadonlySet<string> = new Set([
  'owner',
  'manager',
  'rep',
  'best_rep',
  'taken_by',
  'holder',
  'last_rep',
  'parent',
  'value',
]);

const share = sql`case when sum(revenue) over () > 0 then (sum(revenue) over ())::double precision end`;

/** What is of the rows shown, not of the row: a share of all would tell of the customers between. */
export const instead: Readonly<Record<string, Readonly<Record<string, Sql>>>> = {
  revenue_share: {
    revenue_before: sql`sum(revenue) over (order by revenue_rank rows between unbounded preceding and current row) - revenue`,
    revenue_total: sql`sum(revenue) over ()`,
    revenue_share: sql`revenue::double precision / ${share}`,
    cumulative_share: sql`(sum(revenue) over (order by revenue_rank rows between unbounded preceding and current row))::double precision / ${share}`,
  },
};
