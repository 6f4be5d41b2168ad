import { type Card, filesArgument, sharedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const initCard = {
  name: 'init',
  title: both('Config', '配置文件'),
  summary: both('write a config for the given files', '根据给定文件生成配置文件'),
  description: both(
    'Writes crm-eval.config.yaml with the tables and columns that were recognised, the columns that were not (as comments), and every other key with its default (as comments).',
    '写出 crm-eval.config.yaml：识别出的表与列、未识别的列（作为注释），以及其余配置项的默认值（作为注释）。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: ['encoding', 'map', 'tempDir', 'out', 'force', ...sharedOptions.general],
  sections: [],
  examples: ['crm-eval init customers.csv orders.csv', 'crm-eval init export.xlsx --out - | less'],
} as const satisfies Card;
