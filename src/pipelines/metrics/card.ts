import { type Card, sharedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const metricsCard = {
  name: 'metrics',
  title: both('Metrics', '指标'),
  summary: both('list the metrics, or explain one', '列出指标，或说明某个指标'),
  description: both(
    'Without an id, every metric with its question and the fields it requires. With one, its columns, meanings, source and, with --sql, its query.',
    '不带编号时列出全部指标、所回答的问题与必需字段；带编号时说明各列含义与出处，加 --sql 输出查询语句。',
  ),
  arguments: [{ name: '[id]', text: both('id of a metric', '指标编号') }],
  options: {
    sql: {
      flags: '--sql',
      text: both('print the query of the metric with default settings', '输出该指标在默认设置下的查询语句'),
      takes: { kind: 'switch' },
    },
  },
  shared: [...sharedOptions.output, ...sharedOptions.general],
  sections: [
    { id: 'metrics', holds: both('one row a metric (without an id)', '每个指标一行（不带编号时）') },
    {
      id: 'metric',
      holds: both('question, grain, requirements, source (with an id)', '问题、粒度、必需字段与出处（带编号时）'),
    },
    { id: 'columns', holds: both('one row a column (with an id)', '每列一行（带编号时）') },
  ],
  examples: ['crm-eval metrics', 'crm-eval metrics purchase_cycle', 'crm-eval metrics purchase_cycle --sql'],
} as const satisfies Card;
