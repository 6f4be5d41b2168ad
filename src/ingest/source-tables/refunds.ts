import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { RefundLines } from '../refund-rows.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { StatusRows } from '../twice/status-repeats.ts';
import type { JudgedTable } from './judged.ts';
import { overlay } from './overlay.ts';
import { totalOrder } from './rows.ts';

/** The rows of a table that stand once for each status. A table has no last row: of equal ones it does not matter which counts. */
export function viewedStatuses(source: JudgedTable, engine: PostgresEngine): StatusRows {
  return {
    engine,
    last: ({ stored }) => totalOrder(stored),
    setAside: (_, when, reason) =>
      overlay(source, 'statuses', { values: new Map([['_reason', sql`case when ${when} then ${reason} else _reason end`]]) }, engine),
  };
}

/** Order lines of a table, which have no number: lines that are equal in all fields have one fate. */
export function viewedLines(source: JudgedTable, engine: PostgresEngine): RefundLines {
  const line = contentOf(source.table);
  return {
    engine,
    line,
    decide: async () => {
      await engine.create('refunds_decided', sql`select line as decided_line, min(reason) as decided from refund_decisions group by line`);
      const values = new Map([['_reason', sql`coalesce(decided, _reason)`]]);
      const joined = sql`left join refunds_decided on decided_line = case when amount < 0 or _reason <> 0 then ${line} end`;
      await overlay(source, 'refunds', { values, joined }, engine);
    },
  };
}

function contentOf({ stored }: LoadedTable): Sql {
  return sql`(md5(cast(row(${join([...stored.map(identifier), sql`_reason`])}) as text)) collate "C")`;
}
