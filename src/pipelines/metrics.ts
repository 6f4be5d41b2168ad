import type { Lang } from '../lib/localized.ts';
import { runParameters } from '../metrics/parameters.ts';
import type { AnyMetric, MetricColumn } from '../metrics/define.ts';
import { find } from '../metrics/graph.ts';
import { parse, typedQuery } from '../metrics/runner.ts';
import type { Fact, Result, Section } from '../result/result.ts';
import { blankResult } from './blank-result.ts';
import { plainTable } from './table-section.ts';

interface MetricsInput {
  readonly registry: readonly AnyMetric[];
  readonly lang: Lang;
}

/** Every metric with its question, or (`id`) the declaration of one. Throws `metric-unknown`. */
export function metrics({ registry, id, lang }: MetricsInput & { readonly id: string | null }): Result {
  const result = blankResult('metrics', lang);
  if (id === null) return { ...result, sections: [list(registry, lang)] };
  return { ...result, sections: declaration(find(registry, id), lang) };
}

/** The query of a metric with default parameters; null where it is computed outside SQL. */
export function metricSql(registry: readonly AnyMetric[], id: string): string | null {
  const metric = find(registry, id);
  return 'sql' in metric ? typedQuery(metric, parse(metric, runParameters.parse({}))).text : null;
}

function list(registry: readonly AnyMetric[], lang: Lang): Section {
  return plainTable<AnyMetric>(
    { id: 'metrics', title: { en: 'Metrics', 'zh-CN': '指标' }, lang },
    {
      metric: { title: { en: 'Metric', 'zh-CN': '指标' }, type: 'id', value: (metric) => metric.id },
      question: { title: { en: 'Question', 'zh-CN': '回答的问题' }, type: 'text', value: (metric) => metric.question[lang] },
      grain: { title: { en: 'One row a', 'zh-CN': '每行代表' }, type: 'text', value: (metric) => metric.grain.join(', ') || null },
      requires: { title: { en: 'Requires', 'zh-CN': '必需字段' }, type: 'text', value: (metric) => requiresText(metric) },
    },
    registry,
  );
}

function declaration(metric: AnyMetric, lang: Lang): Section[] {
  const facts = [
    fact('question', lang, { en: 'Question', 'zh-CN': '回答的问题' }, metric.question[lang]),
    fact('grain', lang, { en: 'One row a', 'zh-CN': '每行代表' }, metric.grain.join(', ') || null),
    fact('requires', lang, { en: 'Requires', 'zh-CN': '必需字段' }, requiresText(metric)),
    fact('reads', lang, { en: 'Uses where given', 'zh-CN': '可选字段' }, metric.reads?.join(', ') ?? null),
    fact('uses', lang, { en: 'Builds on', 'zh-CN': '依赖的指标' }, [...metric.uses, ...(metric.usesIfComputed ?? [])].join(', ') || null),
    fact('source', lang, { en: 'Source', 'zh-CN': '出处' }, metric.source),
  ];
  const columns = plainTable<readonly [string, MetricColumn]>(
    { id: 'columns', title: { en: 'Columns', 'zh-CN': '列' }, lang },
    {
      column: { title: { en: 'Column', 'zh-CN': '列' }, type: 'id', value: ([id]) => id },
      title: { title: { en: 'Name', 'zh-CN': '名称' }, type: 'text', value: ([, column]) => column.title[lang] },
      type: { title: { en: 'Type', 'zh-CN': '类型' }, type: 'text', value: ([, column]) => column.type },
      unit: { title: { en: 'Unit', 'zh-CN': '单位' }, type: 'text', value: ([, column]) => column.unit ?? null },
      meaning: { title: { en: 'Meaning', 'zh-CN': '含义' }, type: 'text', value: ([, column]) => column.meaning[lang] },
      empty: { title: { en: 'Empty when', 'zh-CN': '何时为空' }, type: 'text', value: ([, column]) => column.empty?.[lang] ?? null },
    },
    Object.entries(metric.columns),
  );
  return [{ id: 'metric', title: metric.id, kind: 'facts', facts }, columns];
}

function fact(id: string, lang: Lang, title: Readonly<Record<Lang, string>>, value: string | null): Fact {
  return { id, title: title[lang], type: 'text', value, unit: null, n: null, low: null, high: null, basis: null };
}

function requiresText(metric: AnyMetric): string | null {
  return metric.requires.map((any) => any.join(' | ')).join(', ') || null;
}
