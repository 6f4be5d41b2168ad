import { type Card, sharedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const schemaCard = {
  name: 'schema',
  title: both('Tables and fields', '标准表与字段'),
  summary: both('list the tables and fields that files are read into', '列出标准表与字段'),
  description: both(
    'Without a name, every table; with one, its fields with type, unit, meaning and the headers that are recognised. schema config prints the JSON Schema of crm-eval.config.yaml.',
    '不带名称时列出全部表；带名称时列出该表字段的类型、单位、含义与可识别的表头。schema config 输出 crm-eval.config.yaml 的 JSON Schema。',
  ),
  arguments: [{ name: '[table]', text: both('a table such as orders, or config', '表名（如 orders），或 config') }],
  options: {},
  shared: [...sharedOptions.output, ...sharedOptions.general],
  sections: [
    { id: 'tables', holds: both('one row a table (without a name)', '每张表一行（不带名称时）') },
    { id: 'fields', holds: both('one row a field (with the name of a table)', '每个字段一行（带表名时）') },
  ],
  examples: ['crm-eval schema', 'crm-eval schema orders --format markdown', 'crm-eval schema config --out crm-eval.schema.json'],
} as const satisfies Card;
