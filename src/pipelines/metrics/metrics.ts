import type { Lang } from '../../lib/localized.ts';
import { metricsCard } from './card.ts';
import { runParameters } from '../../metrics/parameters.ts';
import type { AnyMetric, MetricColumn } from '../../metrics/define.ts';
import { find } from '../../metrics/graph.ts';
import { parse, typedQuery } from '../../metrics/runner.ts';
import type { Result, Section } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { factsSection, recordFacts } from '../../views/facts.ts';
import { table } from '../../views/table.ts';
import { blankResult } from '../parts/analysis-result.ts';

interface MetricsInput {
  readonly registry: readonly AnyMetric[];
  readonly lang: Lang;
}

/** Every metric with its question, or (`id`) the declaration of one. Throws `metric-unknown`. */
export function metrics({ registry, id, lang }: MetricsInput & { readonly id: string | null }): Result {
  const result = blankResult(metricsCard, lang);
  if (id === null) return { ...result, sections: [list(registry, lang)] };
  return { ...result, sections: declaration(find(registry, id), lang) };
}

/** The query of a metric with default parameters; null where it is computed outside SQL. */
export function metricSql(registry: readonly AnyMetric[], id: string): string | null {
  const metric = find(registry, id);
  return 'sql' in metric ? typedQuery(metric, parse(metric, runParameters.parse({}))).text : null;
}

/** What is said of a metric. */
const attributes = {
  metric: {
    title: { en: 'Metric', 'zh-CN': '指标' },
    type: 'id',
    basis: { en: 'Its id: crm-eval metrics ID says all of it.', 'zh-CN': '指标编号，详情见 crm-eval metrics 编号。' },
    value: ({ id }) => id,
  },
  question: {
    title: { en: 'Question', 'zh-CN': '回答的问题' },
    type: 'text',
    basis: { en: 'What it answers.', 'zh-CN': '该指标所回答的问题。' },
    value: ({ question }) => question,
  },
  grain: {
    title: { en: 'One row a', 'zh-CN': '每行代表' },
    type: 'text',
    basis: { en: 'Columns in which no two rows are the same.', 'zh-CN': '能唯一确定一行的列。' },
    value: ({ grain }) => grain.join(', ') || null,
  },
  requires: {
    title: { en: 'Requires', 'zh-CN': '必需字段' },
    type: 'text',
    basis: {
      en: 'Fields without which it is not computed; | stands between alternatives.',
      'zh-CN': '缺少则不计算的字段；| 表示任选其一。',
    },
    value: ({ requires }) => requires.map((any) => any.join(' | ')).join(', ') || null,
  },
  reads: {
    title: { en: 'Uses where given', 'zh-CN': '可选字段' },
    type: 'text',
    basis: { en: 'Fields that it can do without.', 'zh-CN': '没有也能计算的字段。' },
    value: ({ reads }) => reads?.join(', ') ?? null,
  },
  uses: {
    title: { en: 'Builds on', 'zh-CN': '依赖的指标' },
    type: 'text',
    basis: { en: 'Metrics that are computed before it.', 'zh-CN': '需先行计算的指标。' },
    value: ({ uses, usesIfComputed = [] }) => [...uses, ...usesIfComputed].join(', ') || null,
  },
  source: {
    title: { en: 'Source', 'zh-CN': '出处' },
    type: 'text',
    basis: { en: 'Paper, definition or worked example it follows.', 'zh-CN': '所依据的论文、定义或算例。' },
    value: ({ source }) => source,
  },
} as const satisfies Columns<AnyMetric>;

function list(registry: readonly AnyMetric[], lang: Lang): Section {
  const { metric, question, grain, requires } = attributes;
  const head = { id: 'metrics', title: { en: 'Metrics', 'zh-CN': '指标' }, glance: { most: null } };
  return table(lang, head, { metric, question, grain, requires }, registry);
}

function declaration(metric: AnyMetric, lang: Lang): Section[] {
  const { metric: _, ...own } = attributes;
  return [
    factsSection(lang, { id: 'metric', title: { en: metric.id, 'zh-CN': metric.id } }, recordFacts(own, metric)),
    table(
      lang,
      { id: 'columns', title: { en: 'Columns', 'zh-CN': '列' }, glance: { most: null } },
      declaredColumns,
      Object.entries(metric.columns),
    ),
  ];
}

/** What is said of a column of a metric. */
const declaredColumns: Columns<readonly [string, MetricColumn]> = {
  column: {
    title: { en: 'Column', 'zh-CN': '列' },
    type: 'id',
    basis: { en: 'Its id in every output.', 'zh-CN': '各种输出中的列编号。' },
    value: ([id]) => id,
  },
  title: {
    title: { en: 'Name', 'zh-CN': '名称' },
    type: 'text',
    basis: { en: 'As tables and workbooks are headed.', 'zh-CN': '表格与工作簿中的列名。' },
    value: ([, { title }]) => title,
  },
  type: {
    title: { en: 'Type', 'zh-CN': '类型' },
    type: 'text',
    basis: { en: 'How the values are kept.', 'zh-CN': '取值的存储类型。' },
    value: ([, { type }]) => type,
  },
  unit: {
    title: { en: 'Unit', 'zh-CN': '单位' },
    type: 'text',
    basis: { en: 'Of the values; empty for shares, money and texts.', 'zh-CN': '取值的单位；比例、金额与文字为空。' },
    value: ([, { unit }]) => unit ?? null,
  },
  meaning: {
    title: { en: 'Meaning', 'zh-CN': '含义' },
    type: 'text',
    basis: { en: 'What the figure is computed from.', 'zh-CN': '计算口径。' },
    value: ([, { meaning }]) => meaning,
  },
  empty: {
    title: { en: 'Empty when', 'zh-CN': '何时为空' },
    type: 'text',
    basis: { en: 'When there is no value; empty where there always is one.', 'zh-CN': '没有取值的情形；总有取值时此栏为空。' },
    value: ([, { empty }]) => empty ?? null,
  },
};
