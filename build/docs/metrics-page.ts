import type { Lang, Localized } from '../../src/lib/localized.ts';
import type { AnyMetric, MetricColumn } from '../../src/metrics/define.ts';
import { usedBy } from '../../src/metrics/graph.ts';
import { unitOf } from '../../src/report/format.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import type { ValueType } from '../../src/result/result.ts';
import { inCell, markdownTable } from './markdown.ts';

const words = {
  title: { en: 'Metrics', 'zh-CN': '指标' },
  intro: {
    en: 'Results are made of these tables. `crm-eval metrics ID` prints the same on a terminal, `crm-eval metrics ID --sql` the query. Money is in the currency of the files, a ratio lies between 0 and 1, dates are days, and missing is blank, never 0. [methods.md](methods.md) says how they hang together.',
    'zh-CN':
      '结果由下列各表得出。`crm-eval metrics 编号` 在终端中给出同样的说明，`crm-eval metrics 编号 --sql` 打印查询。金额以文件中的货币计，比率在 0 到 1 之间，日期按天，缺失为空，不写 0。各指标如何衔接见 [methods.zh-CN.md](methods.zh-CN.md)。',
  },
  made: {
    en: '<!-- Made of the declarations in src/metrics by npm run docs; do not edit. -->',
    'zh-CN': '<!-- 由 npm run docs 根据 src/metrics 中的声明生成，请勿手工修改。 -->',
  },
  metric: { en: 'metric', 'zh-CN': '指标' },
  question: { en: 'question', 'zh-CN': '回答的问题' },
  grain: { en: 'one row a', 'zh-CN': '每行代表' },
  all: { en: 'all', 'zh-CN': '全部' },
  requires: { en: 'Requires', 'zh-CN': '必需字段' },
  reads: { en: 'Uses where given', 'zh-CN': '可选字段' },
  uses: { en: 'Builds on', 'zh-CN': '依赖的指标' },
  source: { en: 'Source', 'zh-CN': '出处' },
  column: { en: 'column', 'zh-CN': '列' },
  name: { en: 'name', 'zh-CN': '名称' },
  type: { en: 'type', 'zh-CN': '类型' },
  unit: { en: 'unit', 'zh-CN': '单位' },
  meaning: { en: 'meaning', 'zh-CN': '含义' },
  empty: { en: 'blank where', 'zh-CN': '何时为空' },
} as const satisfies Record<string, Localized>;

const types: Readonly<Record<ValueType, Localized>> = {
  text: { en: 'text', 'zh-CN': '文本' },
  id: { en: 'id', 'zh-CN': '编号' },
  integer: { en: 'integer', 'zh-CN': '整数' },
  number: { en: 'number', 'zh-CN': '数值' },
  money: { en: 'money', 'zh-CN': '金额' },
  ratio: { en: 'ratio', 'zh-CN': '比率' },
  points: { en: 'percentage points', 'zh-CN': '百分点' },
  date: { en: 'date', 'zh-CN': '日期' },
  instant: { en: 'instant', 'zh-CN': '时刻' },
  flag: { en: 'yes or no', 'zh-CN': '是否' },
};

/** docs/metrics.md: every metric with its question, grain, needs, source and columns, in the order of the registry. */
export function metricsPage(metrics: readonly AnyMetric[], lang: Lang): string {
  const list = metrics.map((metric) => [`[\`${metric.id}\`](#${metric.id})`, markdownText(metric.question[lang]), grainOf(metric, lang)]);
  const blocks = [
    `# ${words.title[lang]}`,
    words.made[lang],
    words.intro[lang],
    markdownTable([words.metric[lang], words.question[lang], words.grain[lang]], list),
    ...metrics.map((metric) => chapter(metric, lang)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function chapter(metric: AnyMetric, lang: Lang): string {
  const alternatives = (sets: readonly (readonly string[])[]): string => sets.map((set) => set.map(asCode).join(' / ')).join(', ');
  const lines: readonly (readonly [Localized, string])[] = [
    [words.grain, grainOf(metric, lang)],
    [words.requires, alternatives(metric.requires)],
    [words.reads, (metric.reads ?? []).map(asCode).join(', ')],
    [
      words.uses,
      usedBy(metric)
        .map((id) => `[\`${id}\`](#${id})`)
        .join(', '),
    ],
    [words.source, markdownText(metric.source)],
  ];
  const facts = lines.filter(([, text]) => text !== '').map(([title, text]) => `- ${title[lang]}${lang === 'en' ? ': ' : '：'}${text}`);
  const titles = [words.column, words.name, words.type, words.unit, words.meaning, words.empty].map((title) => title[lang]);
  const columns = Object.entries(metric.columns).map(([id, column]) => columnRow(id, column, lang));
  return [`## \`${metric.id}\``, markdownText(metric.question[lang]), facts.join('\n'), markdownTable(titles, columns)].join('\n\n');
}

function columnRow(id: string, { title, shows, unit, meaning, empty }: MetricColumn, lang: Lang): string[] {
  return [
    asCode(id),
    markdownText(title[lang]),
    types[shows][lang],
    unitOf({ type: shows, unit: unit ?? null }, lang) ?? '',
    markdownText(meaning[lang]),
    empty === undefined ? '' : markdownText(empty[lang]),
  ];
}

function grainOf({ grain }: AnyMetric, lang: Lang): string {
  return grain.map(asCode).join(', ') || words.all[lang];
}

function asCode(text: string): string {
  return `\`${inCell(text)}\``;
}
