import { afterEach } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { identifier, sql } from '../../src/engine/sql.ts';

/** Of the tables of these tests. */
export const columns = [{ name: 'n', type: 'integer' as const }];

/** What a table holds; null where there is none. */
export async function valueIn(engine: Engine, table: string): Promise<unknown> {
  try {
    return (await engine.rows(sql`select n from ${identifier(table)}`))[0]?.['n'] ?? null;
  } catch {
    return null;
  }
}

/** Opens engines that are closed when the test is over. */
export function opening(open: () => Promise<Engine>): () => Promise<Engine> {
  const engines: Engine[] = [];
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
  });
  return async () => {
    const engine = await open();
    engines.push(engine);
    return engine;
  };
}
