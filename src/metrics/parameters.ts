import { z } from 'zod';
import { allocation } from './allocation-parameter.ts';
import { calendar } from './calendar-parameter.ts';
import { crossSell } from './cross-sell-parameter.ts';
import { targetCheck } from './target-check-parameter.ts';
import { targetPeriod, targets } from './target-parameter.ts';
import { isoDate, window } from './window-parameter.ts';
import { churnModels, cohortUnits, customerGroups, factorIds, lifetimeModels, poolRecordKinds, weightPresetNames } from './choices.ts';
import { repReview } from './rep-parameter.ts';
import { satisfaction } from './satisfaction-parameter.ts';
import {
  cohortUnit,
  customerRecycle,
  escalationDays,
  horizonDays,
  leadPool,
  lifetimeValue,
  mostDays,
  mostMonths,
  recycleNoticeDays,
} from './parameter-defaults.ts';
import { whatIf } from './what-if-parameter.ts';

/** What metrics take from a run. Every parameter has a default, so that every metric's SQL can be shown without a run. */

const ascending = (values: readonly number[]): boolean => values.every((value, index) => index === 0 || values[index - 1]! < value);
const descending = (values: readonly number[]): boolean => values.every((value, index) => index === 0 || values[index - 1]! > value);

/** The day up to which everything is known, inclusive; null where the files hold no date. */
export const asOf = isoDate.nullable().default(null);

/** Half-open; the growth window. Null: the twelve months that end with `as_of`. */
export const period = window.nullable().default(null);

const cuts = z.array(z.number()).length(4).refine(ascending, 'cut points go up');

/**
 * `quantile`: cuts at the 20, 40, 60 and 80% quantiles (type 7) of the customers, a value equal to a cut belongs below it.
 * `cuts`: the same with the user's own cut points. `rfm-compat`: the rule of the R package rfm: quantile + 1, a value equal to a cut
 * belongs above it, and frequency counts order lines. The cut points of recency are days, so the lowest class earns score 5.
 */
export const rfm = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('quantile') }),
    z.object({ method: z.literal('rfm-compat') }),
    z.object({ method: z.literal('cuts'), cuts: z.object({ recency: cuts, frequency: cuts, monetary: cuts }) }),
  ])
  .default({ method: 'quantile' });

/**
 * What counts as high for the eight classes. `mean_score`: a score above the mean of all customers; `score`: a score of at least
 * `at_least`; `value`: at most `recency` days, at least `frequency` orders, at least `monetary` revenue.
 */
export const rfmHigh = z
  .discriminatedUnion('rule', [
    z.object({ rule: z.literal('mean_score') }),
    z.object({ rule: z.literal('score'), at_least: z.int().min(1).max(5) }),
    z.object({ rule: z.literal('value'), recency: z.number(), frequency: z.number(), monetary: z.number() }),
  ])
  .default({ rule: 'mean_score' });

const factor = z.enum(factorIds);

/** Weights are exact to six decimals. */
const weights = z.union([
  z.enum(weightPresetNames),
  z
    .partialRecord(factor, z.number().min(0).max(1_000_000))
    .refine((value) => Object.values(value).some((weight) => weight >= 0.000_001), 'at least one factor has a weight above 0'),
]);

/** A value of at least `from` earns `points`, unless a later band says more; below the first band there are none. */
const bands = z
  .array(z.object({ from: z.number(), points: z.number().min(0).max(100) }))
  .min(1)
  .refine((value) => ascending(value.map((band) => band.from)), 'bands go up');

/**
 * `industries` replace `weights` for customers of that industry. Factors without bands earn their percentile. A customer has a score
 * when the factors it has a value for hold at least `min_coverage` of the weight of those that any customer has a value for; the share
 * is exact to six decimals.
 */
export const scorecard = z
  .object({
    weights: weights.default('balanced'),
    industries: z.array(z.object({ industry: z.string(), weights })).default([]),
    bands: z.partialRecord(factor, bands).default({}),
    min_coverage: z.number().min(0).max(1).default(0.3),
  })
  .prefault({});

const share = z.number().gt(0).lt(1);

const days = z.int().min(1).max(mostDays);

/**
 * Tiers are numbers from 1, the best. `revenue`: cuts on the cumulative share of revenue, largest customers first; `quantile`: cuts
 * on the share of customers, highest scores first; `threshold`: least score of each tier but the last. n cuts make n + 1 tiers.
 */
export const tiers = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('revenue'), cuts: z.array(share).min(1).max(9).refine(ascending, 'cuts go up') }),
    z.object({ method: z.literal('quantile'), cuts: z.array(share).min(1).max(9).refine(ascending, 'cuts go up') }),
    z.object({ method: z.literal('threshold'), cuts: z.array(z.number()).min(1).max(9).refine(descending, 'cuts go down') }),
  ])
  .default({ method: 'quantile', cuts: [0.2, 0.5] });

/**
 * Forecasts look at `horizon_days` after each origin, a day up to which all is known; without origins, after the as-of date. On `further`
 * days the models are fitted as well, but nothing is learned from what came after them.
 */
export const retention = z
  .object({ origins: z.array(isoDate).default([]), further: z.array(isoDate).default([]), horizon_days: days.default(horizonDays) })
  .prefault({});

const lateDays = z.int().min(0).max(mostDays);

const lost = { rule: 'cycles', cycles: 3, min_days: 180 } as const;

/**
 * When a customer counts as lost, beside those the customer file marks so. `cycles`: silent for longer than so many of its own mean gaps
 * between purchases (with fewer than two gaps of the usual gap of all repeat customers), and than `min_days`, whatever the horizon; `days`:
 * silent for longer; `contract_end`: bought nothing since the contract ended; `lost_flag`: the mark alone.
 */
export const churnDefinition = z
  .discriminatedUnion('rule', [
    z.object({
      rule: z.literal(lost.rule),
      cycles: z.number().min(1).max(100).default(lost.cycles),
      min_days: days.default(lost.min_days),
    }),
    z.object({ rule: z.literal('days'), days }),
    z.object({ rule: z.literal('contract_end') }),
    z.object({ rule: z.literal('lost_flag') }),
  ])
  .default(lost);

/**
 * Who counts as lost, and who bought for the first time so recently (`min_age_days`) that nothing can be said. The pace of a customer is
 * told over `horizon_days`, whatever the past windows of forecasts are. `model` tells who will buy
 * nothing within the horizon, `auto` the one that did best in the last past window; `folds` past windows are held out to see how well.
 * From a probability of `at_risk` a customer late for its cycle is at risk, from one of `watch` it is watched.
 */
export const churn = z
  .object({
    definition: churnDefinition,
    horizon_days: days.default(horizonDays),
    min_age_days: z.int().min(0).max(mostDays).default(30),
    model: z.enum(churnModels).default('auto'),
    folds: z.int().min(0).max(5).default(1),
    at_risk: share.default(0.5),
    watch: share.default(0.3),
  })
  .prefault({});

/**
 * What a customer will be worth over the coming months (of 30.4375 days). `discount` per year; `margin` is the share of revenue that is
 * profit, null for that of the files; `lifetime_years` is that of the textbook formula, null for what the files show. `model` is that of
 * purchases, `auto` the one that came nearest in a hold-out.
 */
export const value = z
  .object({
    horizon_months: z.int().min(1).max(mostMonths).default(lifetimeValue.horizon_months),
    discount: z.number().min(0).max(1).default(lifetimeValue.discount),
    margin: z.number().gt(0).max(1).nullable().default(lifetimeValue.margin),
    lifetime_years: z.number().gt(0).max(100).nullable().default(null),
    model: z.enum(lifetimeModels).default(lifetimeValue.model),
  })
  .prefault({});

/** The two periods that are compared, half-open. Null: the last calendar month that is over by `as_of`, and the one before. */
export const comparison = z.object({ before: window, after: window }).nullable().default(null);

/**
 * Whether the summary columns of the customer file stand in for orders that a customer does not have. They say how things stand when the
 * file is written, so a look at an earlier day does without them.
 */
export const customerSummaries = z.boolean().default(true);

/** Cohorts by the calendar unit of the first purchase; with a range only of customers whose first purchase lies in it (half-open). */
export const cohorts = z.object({ unit: z.enum(cohortUnits).default(cohortUnit), range: window.nullable().default(null) }).prefault({});

/** The attribute of a customer that figures are grouped by. */
export const groupBy = z.enum(customerGroups).default('owner');

/** Whoever is told later is not told earlier. */
export function goesUp({ rep, manager, reassign }: Readonly<Record<'rep' | 'manager' | 'reassign', number>>): boolean {
  return rep <= manager && manager <= reassign;
}

/** No column is both. */
export function usedOrLeftOut({
  use,
  leave_out: out,
}: {
  readonly use: readonly string[];
  readonly leave_out: readonly string[];
}): boolean {
  return !use.some((header) => out.includes(header));
}

/**
 * How the lead pool is judged. A first contact is in time within `service_hours` working hours of the assignment; `holding_limit` is the most
 * open leads a rep may hold, where the list of reps does not say, null for no limit; conversion is compared at these ages, in days. A lead
 * falls back to the pool `recycle_days` after its last contact or its assignment, where the lead file does not say when, null for never; it is
 * about to within `recycle_notice_days`. What is late by the days of `escalation` is for the rep, for the manager too, for somebody else.
 * Of the `attributes`, columns by their headers, those to `use` count as known when a lead comes in, those to `leave_out` are in no model;
 * with `fields_only` columns that are no field are not looked at.
 * `allocation` says how leads are given out, `customer_recycle` when customers fall back (null: never): days without contact and order by level
 * (`levels`, else `days`), without any order since the owner got them, and after the end of their contract.
 */
export const pool = z
  .object({
    service_hours: z.number().gt(0).max(1000).default(leadPool.service_hours),
    holding_limit: z.int().min(1).nullable().default(null),
    ages: z
      .array(days)
      .min(1)
      .max(6)
      .refine(ascending, 'ages go up')
      .default([...leadPool.ages]),
    calendar,
    recycle_days: days.nullable().default(null),
    recycle_notice_days: z.int().min(0).max(mostDays).default(recycleNoticeDays),
    escalation: z
      .object({
        rep: lateDays.default(escalationDays.rep),
        manager: lateDays.default(escalationDays.manager),
        reassign: lateDays.default(escalationDays.reassign),
      })
      .refine(goesUp, 'escalation goes up: rep, manager, reassign')
      .prefault({}),
    attributes: z
      .object({
        use: z.array(z.string().min(1)).default([]),
        leave_out: z.array(z.string().min(1)).default([]),
        fields_only: z.boolean().default(false),
      })
      .refine(usedOrLeftOut, 'a column is used or left out, not both')
      .prefault({}),
    allocation,
    customer_recycle: z
      .object({
        days: days.nullable().default(null),
        levels: z.record(z.string().min(1), days).default({}),
        unwon_days: days.nullable().default(customerRecycle.unwon_days),
        contract_days: z.int().min(0).max(mostDays).nullable().default(customerRecycle.contract_days),
      })
      .prefault({}),
  })
  .prefault({});

/** What the pool hands out, and by which column its log names that: leads, unless it is customers. */
export const poolRecords = z
  .object({ of: z.enum(poolRecordKinds).default('leads'), id: z.enum(['lead_id', 'customer_id']).default('lead_id') })
  .prefault({});

/** All of them; a metric parses those it takes and ignores the rest. */
export const runParameters = z.object({
  as_of: asOf,
  period,
  rfm,
  rfm_high: rfmHigh,
  scorecard,
  tiers,
  retention,
  churn,
  value,
  comparison,
  customer_summaries: customerSummaries,
  cohorts,
  group_by: groupBy,
  pool,
  pool_records: poolRecords,
  what_if: whatIf,
  targets,
  target_period: targetPeriod,
  target_check: targetCheck,
  reps: repReview,
  cross_sell: crossSell,
  satisfaction,
});

export type RunParameters = z.input<typeof runParameters>;
export type Rfm = z.output<typeof rfm>;
export type RfmHigh = z.output<typeof rfmHigh>;
export type Scorecard = z.output<typeof scorecard>;
export type Churn = z.output<typeof churn>;
export type Retention = z.output<typeof retention>;
export type Value = z.output<typeof value>;
export type Cohorts = z.output<typeof cohorts>;
export type Pool = z.output<typeof pool>;
export type PoolRecords = z.output<typeof poolRecords>;
export type Tiers = z.output<typeof tiers>;
