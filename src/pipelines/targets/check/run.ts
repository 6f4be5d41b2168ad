import type { Config } from '../../../config/schema.ts';
import { type Sql, sql } from '../../../engine/sql.ts';
import { CrmEvalError } from '../../../errors.ts';
import type { Ingested } from '../../../ingest/contract.ts';
import type { Period } from '../../../lib/dates.ts';
import { fieldsFor, metrics } from '../../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../../metrics/runner.ts';
import type { ResultRow } from '../../../result/result.ts';
import type { ViewContext } from '../../../views/context.ts';

export interface TargetCheckInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['targets']['check'];
  /** Only targets of which a day lies in it; null: all. */
  readonly period: Period | null;
}

const wanted = ['target_rows', 'target_checks', 'target_sums', 'action_states'];

/** Canonical fields that the check of targets reads. */
export function targetCheckFields(): Set<string> {
  return fieldsFor(wanted);
}

/** What was computed, in the order of the targets. */
export interface Checked {
  readonly report: RunReport;
  /** Targets with what was found of each. */
  readonly targets: readonly ResultRow[];
  readonly sums: readonly ResultRow[];
  readonly actions: readonly ResultRow[];
}

/** Tests every target. Throws `no-targets` (usage) where the files hold neither targets nor tasks. */
export async function checkTargets({ engine, ingested, settings, period }: TargetCheckInput): Promise<Checked> {
  const { asOf, available } = ingested;
  if (!available.has('targets.value') && !available.has('targets.owner') && !available.has('actions.action')) throw noTargets();
  const report = await runMetrics({
    engine,
    metrics: wanted,
    registry: metrics,
    available,
    parameters: { as_of: asOf, target_check: settings },
  });
  return {
    report,
    targets: await engine.rows(sql`
      select target_rows.*, ${checkColumns}
      from target_rows
      join target_checks on target_checks.target_order = target_rows.target_order
      where ${inPeriod(period)}
      order by target_rows.target_order`),
    sums: await engine.rows(sql`select * from target_sums where ${inPeriod(period)} order by sum_order`),
    actions: await engine.rows(sql`select * from action_states order by action_order`),
  };
}

const checkColumns = sql`
  specific, measurable, achievable, relevant, time_bound, failed, needs, unit_factor, compared_with, base, stretch_index, percentile, past_periods,
  required_per_day, recent_per_day`;

/** Targets without a period are in all of them. */
function inPeriod(period: Period | null): Sql {
  if (period === null) return sql`true`;
  return sql`(period_start is null or period_end is null or (period_start < ${period.to}::date and period_end >= ${period.from}::date))`;
}

function noTargets(): CrmEvalError {
  return new CrmEvalError(
    'no-targets',
    'usage',
    { en: 'none of the files has targets', 'zh-CN': '没有包含目标的文件' },
    {
      fix: {
        en: 'add a file with who has which target for which period: Owner, Metric, Period, Target; or name it: --targets FILE',
        'zh-CN': '请加入目标文件（目标对象、指标、期间、目标值），或用 --targets 文件 指明',
      },
    },
  );
}
