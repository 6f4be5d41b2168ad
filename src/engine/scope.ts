import type { Engine, KeptTables } from './engine.ts';

/**
 * Lends an engine whose tables are dropped when the work is done: a table is named after its metric, so metrics can be computed only once
 * in one place, and twice with other parameters (another as-of date) only one after the other. What shall stay is created from within the
 * work through the engine itself. Scopes may stand within scopes. A table that the work appends to counts as one that it created. Where the
 * work fails its tables go too, as far as the engine still answers, and its error is thrown.
 */
export async function withTables<T>(engine: Engine, work: (scope: Engine) => Promise<T>): Promise<T> {
  const names = new Set<string>();
  const { kept, whole } = engine;
  const scope: Engine = {
    dialect: engine.dialect,
    ...(whole === undefined ? {} : { whole }),
    ...(kept === undefined ? {} : { kept: { ...kept, restore: restoring(kept, names) } }),
    announce: (next) => engine.announce?.(next),
    create: async (name, query) => {
      await engine.create(name, query);
      names.add(name);
    },
    append: async (name, columns, rows) => {
      names.add(name);
      await engine.append(name, columns, rows);
    },
    rows: (query) => engine.rows(query),
    list: (query, count) => engine.list(query, count),
    answer: (query, most) => engine.answer(query, most),
    rename: async (name, to) => {
      await engine.rename(name, to);
      names.delete(name);
      names.add(to);
    },
    drop: async (name) => {
      await engine.drop(name);
      names.delete(name);
    },
    close: () => engine.close(),
  };
  let result: T;
  try {
    result = await work(scope);
  } catch (error) {
    await Promise.allSettled([...names].map((name) => engine.drop(name)));
    throw error;
  }
  for (const name of names) await engine.drop(name);
  return result;
}

/** What is brought back stands until the scope ends. */
function restoring(kept: KeptTables, names: Set<string>): KeptTables['restore'] {
  return async (name, key) => {
    const isThere = await kept.restore(name, key);
    if (isThere) names.add(name);
    return isThere;
  };
}
