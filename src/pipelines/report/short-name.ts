import { withoutLegalForm } from '../../lib/company-names.ts';
import { RowList } from '../../lib/row-list.ts';
import type { ResultCell, ResultRow, ResultRows } from '../../result/result.ts';
import { rowsOf, type Runs } from './runs.ts';

/** What a customer is called in a sentence: without the legal form, unless another customer is called so without it. */
export function shortName(runs: Runs, row: ResultRow): string {
  const name = String(row['customer_name'] ?? row['customer_id']);
  const short = withoutLegalForm(name);
  if (short === name) return name;
  for (const other of namesIn(rowsOf(runs, 'score', 'ranking')))
    if (typeof other === 'string' && other !== name && withoutLegalForm(other) === short) return name;
  return short;
}

function* namesIn(rows: ResultRows): Iterable<ResultCell> {
  if (rows instanceof RowList) for (const { columns } of rows.portions(['customer_name'])) yield* columns[0] ?? [];
  else for (const { customer_name: name = null } of rows) yield name;
}
