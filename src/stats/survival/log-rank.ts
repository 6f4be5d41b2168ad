import { chiSquareUpperTail } from '../chi-square.ts';
import { cholesky, solve } from '../optimise/cholesky.ts';
import { type OutcomeCounts, riskTable, type RiskStep } from './risk-table.ts';

export interface LogRankTest {
  /** Events of each group, and how many it would have had if all groups had them at the same rate at each age. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  /** Groups that could differ, less one. */
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * The log-rank test that the event comes at the same rate in all groups at every age; competing events count as censored, so that it
 * compares rates among those still open, not shares. A group that had nobody at risk beside others at an event does not count. Null where
 * fewer than two groups are left. Source: Mantel (1966); Peto & Peto (1972), JRSS A 135, 185-207; as survdiff of R survival with rho = 0.
 */
export function logRankTest(groups: readonly (readonly OutcomeCounts[])[]): LogRankTest | null {
  const tables = groups.map(riskTable);
  const places = tables.map(() => 0);
  const observed = tables.map((table) => table.reduce((sum, step) => sum + step.events, 0));
  const expected = tables.map(() => 0);
  const variance = tables.map(() => tables.map(() => 0));
  for (const { duration, events } of riskTable(groups.flat())) {
    const atRisk = tables.map((table, group) => atRiskAt(table, places, group, duration));
    const all = atRisk.reduce((sum, one) => sum + one, 0);
    if (events === 0) continue;
    const scale = all > 1 ? (events * (all - events)) / (all - 1) : 0;
    for (const [group, count] of atRisk.entries()) {
      expected[group]! += (events * count) / all;
      if (count === 0 || scale === 0) continue;
      const share = count / all;
      for (const [other, others] of atRisk.entries())
        variance[group]![other]! += scale * share * ((other === group ? 1 : 0) - others / all);
    }
  }
  const varying = [...groups.keys()].filter((group) => variance[group]![group]! > 0);
  if (varying.length < 2) return null;
  const free = varying.slice(0, -1);
  const lower = cholesky(free.map((row) => free.map((column) => variance[row]![column]!)));
  if (lower === null) return null;
  const beyond = free.map((group) => observed[group]! - expected[group]!);
  const chiSquare = solve(lower, beyond).reduce((sum, one, index) => sum + one * beyond[index]!, 0);
  return { observed, expected, chiSquare, degreesOfFreedom: free.length, p: chiSquareUpperTail(chiSquare, free.length) };
}

/** Durations are asked in ascending order: `places` remembers how far each table has been read. */
function atRiskAt(table: readonly RiskStep[], places: number[], group: number, duration: number): number {
  while ((table[places[group]!]?.duration ?? Infinity) < duration) places[group]! += 1;
  return table[places[group]!]?.atRisk ?? 0;
}
