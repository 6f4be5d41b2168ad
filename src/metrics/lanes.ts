import { CrmEvalError } from '../errors.ts';
import type { AnyMetric } from './define.ts';
import { usedBy } from './graph.ts';

/** Who works: the engine, or the program itself. */
type Lane = 'sql' | 'program';

const lanes: readonly Lane[] = ['sql', 'program'];

/**
 * Makes metrics that are given in an order in which each stands after what it uses. Two go on at a time, one that is SQL and one that the program
 * computes, for the engine has threads of its own: of each kind the first whose own metrics are made. What is not among the metrics counts as
 * made. Where one fails what goes on is awaited, and so is what stands before it where the data are at fault; the first error in the order is
 * thrown, as if one were made after the other.
 */
export async function inLanes(metrics: readonly AnyMetric[], make: (metric: AnyMetric) => Promise<void>): Promise<void> {
  const missing = new Set(metrics.map(({ id }) => id));
  const waiting = new Set(metrics);
  const running = new Map<Lane, Promise<void>>();
  const errors = new Map<AnyMetric, unknown>();
  const begin = (lane: Lane, metric: AnyMetric): void => {
    waiting.delete(metric);
    const made = make(metric).then(
      () => void missing.delete(metric.id),
      (error: unknown) => {
        errors.set(metric, error);
        for (const other of waiting) if (!isDue(metrics, other, metric, error)) waiting.delete(other);
      },
    );
    running.set(
      lane,
      made.then(() => void running.delete(lane)),
    );
  };
  for (;;) {
    for (const lane of lanes) {
      const next = running.has(lane) ? undefined : [...waiting].find((metric) => laneOf(metric) === lane && isReady(metric, missing));
      if (next !== undefined) begin(lane, next);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  const first = metrics.find((metric) => errors.has(metric));
  if (first !== undefined) throw errors.get(first);
}

function laneOf(metric: AnyMetric): Lane {
  return 'sql' in metric ? 'sql' : 'program';
}

function isReady(metric: AnyMetric, missing: ReadonlySet<string>): boolean {
  return usedBy(metric).every((used) => !missing.has(used));
}

/** Whether a metric is still to be made after another failed: it might have failed before it. */
function isDue(metrics: readonly AnyMetric[], metric: AnyMetric, failed: AnyMetric, error: unknown): boolean {
  return error instanceof CrmEvalError && metrics.indexOf(metric) < metrics.indexOf(failed);
}
