import { find } from './graph.ts';
import { parse, typedQuery } from './runner.ts';
import { metrics } from './registry.ts';

/** The query that fills the metric's table; null for a metric that is computed outside the engine. */
export function metricSql(id: string, parameters: unknown = {}): string | null {
  const metric = find(metrics, id);
  return 'sql' in metric ? typedQuery(metric, parse(metric, parameters)).text : null;
}
