import type { ResultRow, ResultRows } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { rowsOf, rowWhere, type Runs } from './runs.ts';

const wanted = { metric_code: 'revenue', ambition_code: 'base' };

/** The revenue target of all sales of the files for the period; null where there is none. */
export function wholePeriod(runs: Runs): ResultRow | null {
  return wholeIn(runs, 'attainment');
}

/** The revenue target of all sales of the files for the calendar year; null where there is none. */
export function wholeYear(runs: Runs): ResultRow | null {
  return wholeIn(runs, 'year');
}

function wholeIn(runs: Runs, section: 'attainment' | 'year'): ResultRow | null {
  const owner = wholeOwner(runs);
  return owner === null ? null : rowWhere(rowsOf(runs, 'targets track', section), { ...wanted, ...owner });
}

/**
 * The company; where it has no target, as on the pages of a team or rep, the only team, else the only rep, if all sales of the period count
 * for it: a rep who alone has a target is not held against the sales of everybody.
 */
function wholeOwner(runs: Runs): Readonly<ResultRow> | null {
  const period = rowsOf(runs, 'targets track', 'attainment');
  const company = { ...wanted, level_code: 'company' };
  if (rowWhere(period, company) !== null || rowWhere(rowsOf(runs, 'targets track', 'year'), company) !== null)
    return { level_code: 'company' };
  const top = [ofLevel(period, 'team'), ofLevel(period, 'rep')].find((rows) => rows.length > 0) ?? [];
  const [only] = top;
  if (only === undefined || top.length > 1 || !hasAllSales(runs, only)) return null;
  return { level_code: only['level_code'] ?? null, owner: only['owner'] ?? null };
}

function ofLevel(rows: ResultRows, level: string): ResultRow[] {
  return [...rows].filter((row) => Object.entries({ ...wanted, level_code: level }).every(([id, value]) => row[id] === value));
}

/** Whether what was reached is what `compare` has as the sales of the period, but for the noise of floating point. */
function hasAllSales(runs: Runs, row: ResultRow): boolean {
  const reached = numberOf(row['actual']);
  const sales = numberOf(rowWhere(rowsOf(runs, 'compare', 'changes'), { measure: 'revenue' })?.['after']);
  return reached !== null && sales !== null && Math.abs(reached - sales) <= 1e-6 * Math.max(1, Math.abs(sales));
}
