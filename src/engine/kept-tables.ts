import type { Engine, KeptTables } from './engine.ts';

/**
 * Lends an engine that keeps what is held of the tables dropped during the work, for several pieces of work compute the same metrics, each in
 * a scope of its own. All that was put aside is dropped at the end; where the work fails too, as far as the engine still answers.
 */
export async function withKeptTables<T>(engine: Engine, work: (keeping: Engine) => Promise<T>): Promise<T> {
  /** Of the tables that stand, by name. */
  const held = new Map<string, string>();
  /** Names of those put aside, by key. */
  const aside = new Map<string, string>();
  /** Keys of tables that rest on others have the keys of those in them: a number stands for each, or they would grow with every level. */
  const numbers = new Map<string, string>();
  const numberOf = (key: string): string => {
    const number = numbers.get(key) ?? String(numbers.size + 1);
    numbers.set(key, number);
    return number;
  };
  let made = 0;
  const kept: KeptTables = {
    keyOf: (name) => held.get(name) ?? null,
    hold: (name, key) => void held.set(name, numberOf(key)),
    restore: async (name, key) => {
      const number = numberOf(key);
      const from = aside.get(number);
      if (from === undefined) return false;
      await engine.rename(from, name);
      aside.delete(number);
      held.set(name, number);
      return true;
    },
  };
  const keeping: Engine = {
    dialect: engine.dialect,
    ...(engine.whole === undefined ? {} : { whole: engine.whole }),
    kept,
    announce: (next) => engine.announce?.(next),
    create: (name, query) => engine.create(name, query),
    append: (name, columns, rows) => {
      // With more rows it is another table than was held.
      held.delete(name);
      return engine.append(name, columns, rows);
    },
    rows: (query) => engine.rows(query),
    list: (query, count) => engine.list(query, count),
    answer: (query, most) => engine.answer(query, most),
    rename: (name, to) => engine.rename(name, to),
    drop: async (name) => {
      const key = held.get(name);
      held.delete(name);
      if (key === undefined || aside.has(key)) return engine.drop(name);
      made += 1;
      const to = `kept_${made}`;
      await engine.rename(name, to);
      aside.set(key, to);
    },
    close: () => engine.close(),
  };
  try {
    return await work(keeping);
  } finally {
    await Promise.allSettled([...aside.values()].map((name) => engine.drop(name)));
  }
}
