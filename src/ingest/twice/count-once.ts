import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { entities } from '../../model/entities.ts';
import type { Trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import { inOrderOfExport } from './several-exports.ts';
import { countSharedOrdersOnce } from './shared-orders.ts';
import { countSharedRowsOnce } from './shared-rows.ts';
import { setAsideSums } from './sums-of-others.ts';

/** Sets aside what several files or sheets of one kind have in common, in all but one of them; says how many rows and how much money it is. */
export async function countOnce(loaded: readonly LoadedTable[], engine: DuckDbEngine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const { id } of entities) {
    const tables = loaded.filter(({ entity }) => entity.id === id);
    if (tables.length < 2) continue;
    const exports = await inOrderOfExport(tables, engine);
    if (id === 'orders') troubles.push(...(await countSharedOrdersOnce(exports, engine)), ...(await setAsideSums(exports, engine)));
    troubles.push(...(await countSharedRowsOnce(exports, engine)));
  }
  return troubles;
}
