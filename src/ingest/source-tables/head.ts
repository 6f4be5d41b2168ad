import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, sql } from '../../engine/sql.ts';
import type { SourcePlan } from './plan.ts';

/** As many as of a file. */
const headRows = 1000;

/**
 * The plan with some rows of its table as texts, blanks as '', as the head of a file has them: what the meaning of a table is decided by.
 * Rows come by their order number where there is one, so that the lines of an order stand together and every run sees the same.
 */
export async function withHead(plan: SourcePlan, engine: PostgresEngine): Promise<SourcePlan> {
  const { columns } = plan.relation;
  const cells = columns.map(({ name, readable }, index) =>
    readable ? sql`cast(${identifier(name)} as text) as ${identifier(`c${index}`)}` : sql`null as ${identifier(`c${index}`)}`,
  );
  const key = plan.fields.find(({ name }) => name === (plan.entity.key ?? 'order_id'));
  const order = key === undefined ? sql`` : sql` order by ${identifier(key.column.name)}`;
  const rows = await engine.rows(sql`select ${join(cells)} from ${plan.rows}${order} limit ${headRows}`);
  const head = rows.map((row) => columns.map((_, index) => String(row[`c${index}`] ?? '')));
  return { ...plan, table: { ...plan.table, head } };
}
