import type { Engine } from '../engine/engine.ts';
import type { AnyMetric } from './define.ts';
import { usedBy } from './graph.ts';

/** What is dropped as soon as nothing reads it any more: with many customers, tables that are spent would take more memory than the lists. */
export interface Spend {
  /** Metrics that are read after the run. */
  readonly keep: ReadonlySet<string>;
  /** Drops the rows of a canonical table, such as `orders`; of all of them without its name. */
  readonly release?: (canonical?: string) => Promise<void>;
}

/**
 * To be called after each of these metrics is made: drops the tables of metrics, and the rows of the files, that it was the last to read.
 * After the last one nothing of the files is left.
 */
export function dropSpent(
  metrics: readonly AnyMetric[],
  { keep, release }: Spend,
  engine: Pick<Engine, 'drop'>,
): (made: AnyMetric) => Promise<void> {
  const waiting = new Set(metrics);
  const standing = new Set<string>();
  return async (made) => {
    waiting.delete(made);
    standing.add(made.id);
    const isRead = (table: string): boolean => [...waiting].some((metric) => usedBy(metric).includes(table));
    const spent = [made.id, ...usedBy(made)].filter((table) => standing.has(table) && !keep.has(table) && !isRead(table));
    for (const table of spent) standing.delete(table);
    for (const table of spent) await engine.drop(table);
    if (release === undefined) return;
    if (waiting.size === 0) return release();
    for (const table of canonicalOf(made)) if (![...waiting].some((metric) => canonicalOf(metric).has(table))) await release(table);
  };
}

/** The canonical tables that a metric reads. */
function canonicalOf({ requires, reads = [], readsFirst = [] }: AnyMetric): Set<string> {
  return new Set([...requires.flat(), ...reads, ...readsFirst.flat()].map((field) => field.split('.')[0]!));
}
