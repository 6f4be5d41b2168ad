import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { hasField, type TablePlan } from './table-plan.ts';

/** What makes a row of orders a return although its amount may be above zero, and the fields that say so; null where nothing does. */
export interface ReturnRows {
  readonly when: Sql;
  readonly from: readonly string[];
}

/** By its type, by a flag, or because it points at another order in a table where such rows are returns (`meaning/pointing-rows.ts`). */
export function returnRows(plan: TablePlan, valueOf: (field: string) => Sql): ReturnRows | null {
  const signs: { readonly when: Sql; readonly from: readonly string[] }[] = [];
  if (hasField(plan, 'document_type')) signs.push({ when: sql`${valueOf('document_type')} = 'return'`, from: ['document_type'] });
  if (hasField(plan, 'is_return')) signs.push({ when: valueOf('is_return'), from: ['is_return'] });
  if (plan.returns === 'all') signs.push({ when: sql`true`, from: [] });
  if (plan.returns === 'pointing') signs.push({ when: pointsElsewhere(plan, valueOf), from: ['original_order_id', 'order_id'] });
  if (signs.length === 0) return null;
  const when = join(
    signs.map((sign) => sql`coalesce(${sign.when}, false)`),
    ' or ',
  );
  return { when: sql`(${when})`, from: signs.flatMap(({ from }) => from).filter((field) => hasField(plan, field)) };
}

/** True where a row names another order than its own. */
export function pointsElsewhere(plan: TablePlan, valueOf: (field: string) => Sql = identifier): Sql {
  const original = valueOf('original_order_id');
  if (!hasField(plan, 'order_id')) return sql`${original} is not null`;
  return sql`(${original} is not null and ${original} <> coalesce(${valueOf('order_id')}, ''))`;
}
