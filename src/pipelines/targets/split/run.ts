import type { CrmEvalError } from '../../../errors.ts';
import type { Config } from '../../../config/schema.ts';
import { sql } from '../../../engine/sql.ts';
import type { Ingested } from '../../../ingest/contract.ts';
import type { IsoDate, Period } from '../../../lib/dates.ts';
import { spanOf } from '../../../lib/periods.ts';
import type { SplitSeason } from '../../../metrics/choices.ts';
import type { AnyMetric } from '../../../metrics/define.ts';
import type { TargetSplit } from '../../../metrics/target-parameter.ts';
import { basesOf } from '../../../metrics/targets/parts/bases.ts';
import { fieldsFor, metrics } from '../../../metrics/registry.ts';
import { type NotComputed, runMetrics } from '../../../metrics/runner.ts';
import type { ViewContext } from '../../../views/context.ts';
import { allUnusable } from '../../parts/all-unusable.ts';
import { noDatedOrders } from '../../parts/dated-orders.ts';
import { refusal } from '../../parts/refusals.ts';
import { holdoutWindow } from '../../parts/value-window.ts';

const wanted = ['split_plan', 'split_months', 'split_weights', 'split_owners', 'split_targets', 'season_shares', 'season_checks'];

export interface SplitInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['targets'];
  /** How the value of customers is told, where shares rest on it. */
  readonly value: Config['value'];
  /** The number to be split; null: that of the files. */
  readonly number: number | null;
  /** Whole months; null: those of the targets in the files, else the next calendar year. */
  readonly period: Period | null;
}

/** The row of split_plan. */
export interface PlanRow {
  readonly period_from: IsoDate;
  readonly period_to: IsoDate;
  readonly value: number;
  readonly value_basis: 'given' | 'file' | 'growth';
  readonly step: number;
  readonly company: string | null;
  readonly last_from: IsoDate | null;
  readonly last_to: IsoDate | null;
  readonly last_months: number;
  readonly last_value: number | null;
  readonly growth: number | null;
  readonly growth_used: number;
  readonly season: SplitSeason;
}

/** What was computed, and how. */
export interface SplitRun {
  readonly plan: PlanRow;
  readonly split: TargetSplit;
  readonly notComputed: readonly NotComputed[];
}

/** Canonical fields that the command reads. */
export function splitFields(): Set<string> {
  return fieldsFor(wanted);
}

/** Computes the split. Throws `nothing-to-split` (usage) without dated orders or a number, `period-not-months` where it is none of whole months. */
export async function computeSplit(input: SplitInput): Promise<SplitRun> {
  const { engine, ingested, settings, value, number, period } = input;
  const { asOf, available } = ingested;
  if (period !== null && !isMonths(period)) throw notMonths(period);
  if (!available.has('orders.ordered_at')) throw (await allUnusable(ingested)) ?? noOrders(ingested);
  const split: TargetSplit = { ...settings.split, value: number, period: period === null ? null : { ...period } };
  const { notComputed } = await runMetrics({
    engine,
    metrics: wanted,
    registry: registryFor(split),
    available,
    parameters: {
      as_of: asOf,
      targets: { calendar: settings.calendar, split },
      ...(needsForecast(split) ? { value, ...(await holdoutWindow({ engine, ingested }, value)) } : {}),
    },
  });
  const [plan] = await engine.rows<PlanRow & Readonly<Record<string, number | string | null>>>(sql`select * from split_plan`);
  if (plan === undefined) throw (await noMonthOver(input)) ?? nothingToSplit();
  return { plan, split, notComputed };
}

function needsForecast(split: Pick<TargetSplit, 'by' | 'levels'>): boolean {
  return basesOf(split).has('potential') || split.levels.includes('customer');
}

/** What customers will be worth takes models of purchases: they are left out where no share rests on it. */
function registryFor(split: Pick<TargetSplit, 'by' | 'levels'>): readonly AnyMetric[] {
  if (needsForecast(split)) return metrics;
  return metrics.map((metric) => (metric.id === 'customer_potential' ? { ...metric, usesIfComputed: [] } : metric));
}

function isMonths({ from, to }: Period): boolean {
  return from.endsWith('-01') && to.endsWith('-01');
}

function notMonths(period: Period) {
  return refusal(
    'period-not-months',
    {
      en: `the period ${spanOf(period)} is none of whole months: targets are split by month`,
      'zh-CN': `期间 ${spanOf(period)} 不是整月：目标按月分解`,
    },
    {
      en: `give whole months, such as --period ${period.from.slice(0, 7)}..${period.to.slice(0, 7)}`,
      'zh-CN': `请给出整月，例如 --period ${period.from.slice(0, 7)}..${period.to.slice(0, 7)}`,
    },
  );
}

/** Of orders that were given and do not count it is said what became of them. */
function noOrders(ingested: Ingested): CrmEvalError {
  const isGiven = ingested.inputs.some(({ role, rows_read: read }) => role === 'orders' && read > 0);
  return isGiven ? noDatedOrders('nothing-to-split', { en: 'a split of targets', 'zh-CN': '目标分解' }, ingested) : nothingToSplit();
}

/** The refusal of orders that all lie in the month of the as-of date, which tells no level; null where they do not. */
async function noMonthOver({ engine, ingested: { asOf } }: SplitInput): Promise<CrmEvalError | null> {
  const [found] = await engine.rows<{ first: IsoDate | null; last: IsoDate | null }>(
    sql`select min(cast(ordered_at as date)) as first, max(cast(ordered_at as date)) as last from orders`,
  );
  const { first, last } = found ?? { first: null, last: null };
  if (asOf === null || first === null || last === null || first.slice(0, 7) !== asOf.slice(0, 7)) return null;
  return refusal(
    'nothing-to-split',
    {
      en: `the orders (${first} to ${last}) are all of the month that is running: there is no month to make a number of`,
      'zh-CN': `订单（${first} 至 ${last}）均在进行中的月份：没有完整的月份可据以推算`,
    },
    {
      en: 'give the number: --value 20000000, or add the orders of the months before',
      'zh-CN': '请给出总目标：--value 2000万，或加入此前月份的订单',
    },
  );
}

function nothingToSplit() {
  return refusal(
    'nothing-to-split',
    {
      en: 'there is nothing to split by: the files have no orders with a date, or no value to be split',
      'zh-CN': '无从分解：文件中没有带日期的订单，或没有可分解的数值',
    },
    {
      en: 'add the orders (date, amount, rep), and give the number: --value 20000000',
      'zh-CN': '请加上订单（日期、金额、销售），并给出总目标：--value 2000万',
    },
  );
}
