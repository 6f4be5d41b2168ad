import type { Engine } from '../../src/engine/engine.ts';
import { metrics } from '../../src/metrics/registry.ts';

/** An engine that remembers what was asked of it. */
interface Recording extends Engine {
  readonly queries: string[];
  /** Drops what has been created. */
  clear(): Promise<void>;
}

/** The engine, with its queries and tables written down. */
export function recording(engine: Engine): Recording {
  const queries: string[] = [];
  const tables = new Set<string>();
  return {
    dialect: engine.dialect,
    queries,
    create: (name, query) => {
      // The queries of metrics are tested with the metrics.
      if (!metrics.some(({ id }) => id === name)) queries.push(query.text);
      return engine.create(name, query).then(() => void tables.add(name));
    },
    append: (name, columns, rows) => engine.append(name, columns, rows).then(() => void tables.add(name)),
    rows: (query) => {
      queries.push(query.text);
      return engine.rows(query);
    },
    list: (query) => {
      queries.push(query.text);
      return engine.list(query);
    },
    answer: (query, most) => engine.answer(query, most),
    rename: (name, to) => engine.rename(name, to),
    drop: (name) => engine.drop(name).then(() => void tables.delete(name)),
    close: () => engine.close(),
    clear: async () => {
      for (const table of tables) await engine.drop(table);
    },
  };
}
