import type { TableSection } from '../../../result/result.ts';
import { tableOf, type Runs } from '../runs.ts';

/** What the leads of each source came to, and of all; of the whole list where it knows no source. */
export function sourcesSection(runs: Runs): TableSection | null {
  const conversion = tableOf(runs, 'pool', 'conversion');
  if (conversion === null) return null;
  const rows = [...conversion.rows].filter((row) => row['dimension_code'] === 'all' || row['dimension_code'] === 'source');
  const isTold = rows.length > 2;
  return {
    ...conversion,
    ...(isTold ? { rows, total: rows.length } : {}),
    glance: { ...conversion.glance, first: [...(isTold ? [] : ['dimension']), 'value', 'leads', 'incidence', 'verdict'], below: [] },
  };
}
