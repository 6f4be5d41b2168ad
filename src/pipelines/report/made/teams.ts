import type { TableSection } from '../../../result/result.ts';
import { tableOf, type Runs } from '../runs.ts';

/** The company and its teams against their targets of the year, each beside how much of the year is over; null without two of them. */
export function teamsSection(runs: Runs): TableSection | null {
  const year = tableOf(runs, 'targets track', 'year');
  if (year === null) return null;
  const rows = [...year.rows].filter(
    (row) =>
      (row['level_code'] === 'team' || row['level_code'] === 'company') &&
      row['metric_code'] === 'revenue' &&
      row['ambition_code'] === 'base',
  );
  if (rows.length < 2) return null;
  return {
    ...year,
    rows,
    total: rows.length,
    glance: { ...year.glance, first: ['owner', 'gap', 'attainment'], below: [], most: null },
    chart: { kind: 'columns', label: 'owner', value: 'attainment', against: 'time_progress' },
  };
}
