import type { Row } from '../lib/rows.ts';
import type { Engine, WholeTables } from './engine.ts';
import type { Sql } from './sql.ts';

/** The engine, borrowing what is fitted on everybody's rows. */
export function withWhole(engine: Engine, whole: WholeTables): Engine {
  return {
    dialect: engine.dialect,
    whole,
    ...(engine.kept === undefined ? {} : { kept: engine.kept }),
    announce: (next) => engine.announce?.(next),
    create: (name, query) => engine.create(name, query),
    append: (name, columns, rows) => engine.append(name, columns, rows),
    rows: (query) => engine.rows(query),
    list: (query, count) => engine.list(query, count),
    answer: (query, most) => engine.answer(query, most),
    rename: (name, to) => engine.rename(name, to),
    drop: (name) => engine.drop(name),
    close: () => engine.close(),
  };
}

/** Reads everybody's rows, also where the engine holds those of some alone: for what names nobody and has to be the same on every page. */
export function everybody(engine: Engine): <T extends Row = Row>(query: Sql) => Promise<T[]> {
  const { whole } = engine;
  return async <T extends Row>(query: Sql) => (whole === undefined ? engine.rows<T>(query) : ((await whole.read(query)) as T[]));
}
