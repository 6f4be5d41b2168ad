import type { Engine } from '../../engine/engine.ts';
import type { Ingested } from '../../ingest/contract.ts';

/**
 * Drops what nothing reads any more, before long lists are fetched: the rows of the files, and of the metrics computed all but those read. Of a
 * company with many customers they would take as much memory as the lists.
 */
export async function dropSpent(
  { engine, ingested }: { readonly engine: Engine; readonly ingested: Ingested },
  computed: readonly string[],
  read: ReadonlySet<string>,
): Promise<void> {
  await ingested.release?.();
  for (const metric of computed) if (!read.has(metric)) await engine.drop(metric);
}
