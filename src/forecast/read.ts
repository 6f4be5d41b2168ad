import type { Sql } from '../engine/sql.ts';
import type { Row } from '../lib/rows.ts';

/** How a model reads tables. */
export type Read = (query: Sql) => Promise<Row[]>;
