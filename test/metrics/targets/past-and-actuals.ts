import { expect } from 'vitest';
import { withTables } from '../../../src/engine/scope.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { metrics } from '../../../src/metrics/registry.ts';
import { runMetrics } from '../../../src/metrics/runner.ts';
import type { IngestedFiles } from '../../ingest/ingest-files.ts';

const wanted = ['target_rows', 'target_actuals', 'target_history'];

/**
 * Targets of periods that are a past period of another one: what the history says was reached beside what tracking says, of each. Fails
 * where they differ.
 */
export async function pastAndActuals({ engine, ingested: { asOf, available } }: IngestedFiles): Promise<Row[]> {
  const found = await withTables(engine, async (scope) => {
    await runMetrics({ engine: scope, metrics: wanted, registry: metrics, available, parameters: { as_of: asOf } });
    return scope.rows(sql`
      select rows.counted_as, rows.scope, rows.scope_key, rows.period_start, rows.period_end, history.value as past, actuals.actual
      from target_rows as rows
      inner join target_actuals as actuals on actuals.target_order = rows.target_order
      inner join target_history as history
        on history.counted_as = rows.counted_as and history.scope = rows.scope and history.scope_key = coalesce(rows.scope_key, '')
        and history.period_start = rows.period_start and history.period_end = rows.period_end
      order by rows.target_order`);
  });
  expect(found.filter(({ past, actual }) => past !== actual)).toEqual([]);
  return found;
}
