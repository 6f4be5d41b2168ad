import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import type { AnyMetric } from './define.ts';

/** The metric, or an error that names the nearest one. */
export function find(registry: readonly AnyMetric[], id: string): AnyMetric {
  const metric = registry.find((candidate) => candidate.id === id);
  if (metric !== undefined) return metric;
  const near = nearest(
    id,
    registry.map((candidate) => candidate.id),
  );
  throw new CrmEvalError(
    'metric-unknown',
    'usage',
    { en: `there is no metric "${id}"`, 'zh-CN': `没有指标“${id}”` },
    {
      fix:
        near === null
          ? { en: 'run "crm-eval metrics" to see all of them', 'zh-CN': '运行 crm-eval metrics 查看全部指标' }
          : { en: `did you mean "${near}"?`, 'zh-CN': `是否想写“${near}”？` },
    },
  );
}

export function usedBy(metric: AnyMetric): string[] {
  return [...metric.uses, ...(metric.usesIfComputed ?? [])];
}

/** The metrics and all they use, each once, each after what it uses. A cycle is a bug of the registry. */
export function inOrder(registry: readonly AnyMetric[], ids: readonly string[]): AnyMetric[] {
  const done = new Map<string, AnyMetric>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) throw new Error(`metrics use each other in a circle: ${[...path, id].join(' → ')}`);
    if (done.has(id)) return;
    const metric = find(registry, id);
    for (const used of usedBy(metric)) visit(used, [...path, id]);
    done.set(id, metric);
  };
  for (const id of ids) visit(id, []);
  return [...done.values()];
}

/** Canonical fields that the metrics and all they use may read (`orders.amount`): what has to be loaded. */
export function fieldsOf(registry: readonly AnyMetric[], ids: readonly string[]): Set<string> {
  return new Set(
    inOrder(registry, ids).flatMap((metric) => {
      const alternatives = metric.readsFirst ?? [];
      const each = [...metric.requires.flat(), ...(metric.reads ?? [])].filter((field) => !alternatives.flat().includes(field));
      return [...each, ...alternatives.map((fields) => fields.join(' | '))];
    }),
  );
}
