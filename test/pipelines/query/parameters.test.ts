import { expect, it } from 'vitest';
import { inOrder } from '../../../src/metrics/graph.ts';
import { metrics } from '../../../src/metrics/registry.ts';
import { lifetime, windowed } from '../../../src/pipelines/query/parameters.ts';

it('knows every metric that looks at past windows', () => {
  const takes = metrics.filter(({ parameters }) => 'shape' in parameters && Object.hasOwn(parameters.shape as object, 'retention'));
  expect(takes.length).toBeGreaterThan(5);
  const known = new Set([...windowed, ...lifetime]);
  const unknown = takes.filter(({ id }) => !inOrder(metrics, [id]).some((metric) => known.has(metric.id)));
  expect(unknown.map(({ id }) => id)).toEqual([]);
});
