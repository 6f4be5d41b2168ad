import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { errorOf } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultCell } from '../../result/result.ts';

/** What the model would have said some periods ago of the survivors of a period, and how many there were. */
export interface ProjectionCheck {
  readonly heldPeriods: number;
  /** First day of the period that was predicted. */
  readonly targetOn: string;
  /** Customers of the cohorts that had begun. */
  readonly base: number;
  readonly expected: number;
  /** 95 % prediction interval. */
  readonly low: number;
  readonly high: number;
  readonly actual: number;
  /** Expected over actual, less 1; above 0 the projection was too high. */
  readonly error: number;
  /** Whether the actual lies in the interval. */
  readonly inside: boolean;
}

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

/** `11 % too low`. */
export function offBy({ error }: ProjectionCheck): Localized {
  const percent = (100 * Math.abs(error)).toFixed(Math.abs(error) < 0.1 ? 1 : 0);
  return error < 0
    ? { en: `${percent} % too low`, 'zh-CN': `偏低 ${percent}%` }
    : { en: `${percent} % too high`, 'zh-CN': `偏高 ${percent}%` };
}
