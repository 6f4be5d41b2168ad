import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { errorOf } from '../../forecast/holdout.ts';
import type { ResultCell } from '../../result/result.ts';
import type { ProjectionCheck } from '../../views/forecast/projection-verdict.ts';

/** The hold-out check of the projection; null where it could not be made. */
export async function projectionCheck(engine: Engine): Promise<ProjectionCheck | null> {
  const [held] = await engine.rows<Readonly<Record<string, ResultCell>>>(sql`select * from cohort_model where fit = 'held_out'`);
  if (held === undefined || held['expected'] === null || Number(held['actual'] ?? 0) <= 0) return null;
  const number = (name: string): number => Number(held[name]);
  const [expected, low, high, actual] = [number('expected'), number('expected_low'), number('expected_high'), number('actual')];
  return {
    heldPeriods: number('held_periods'),
    targetOn: String(held['target_on']),
    base: number('base'),
    expected,
    low,
    high,
    actual,
    error: errorOf(expected, actual)!,
    inside: actual >= low && actual <= high,
  };
}
