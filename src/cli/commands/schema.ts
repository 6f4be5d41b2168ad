import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { addOptions, type Flags } from '../options.ts';
import { describeCommand } from './define.ts';

export function schemaCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'schema',
    summary: { en: 'list the tables and fields that files are read into', 'zh-CN': '列出标准表与字段' },
    description: {
      en: 'Without a name, every table; with one, its fields with type, unit, meaning and the headers that are recognised. schema config prints the JSON Schema of crm-eval.config.yaml.',
      'zh-CN':
        '不带名称时列出全部表；带名称时列出该表字段的类型、单位、含义与可识别的表头。schema config 输出 crm-eval.config.yaml 的 JSON Schema。',
    },
    sections: [
      ['tables', { en: 'one row a table (without a name)', 'zh-CN': '每张表一行（不带名称时）' }],
      ['fields', { en: 'one row a field (with the name of a table)', 'zh-CN': '每个字段一行（带表名时）' }],
    ],
    examples: ['crm-eval schema', 'crm-eval schema orders --format markdown', 'crm-eval schema config --out crm-eval.schema.json'],
  });
  command.argument('[table]', { en: 'a table such as orders, or config', 'zh-CN': '表名（如 orders），或 config' }[run.lang]);
  addOptions(command, run.lang, 'output');
  addOptions(command, run.lang, 'general');
  return command.action(async (table: string | undefined, flags: Flags) => {
    const { printReference, printText } = await import('../print.ts');
    if (table === 'config') {
      const { configJsonSchema } = await import('../../config/schema.ts');
      return printText(run, flags, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
    }
    const { schema } = await import('../../pipelines/schema.ts');
    const { entities } = await import('../../model/entities.ts');
    return printReference(run, flags, (lang) => schema({ entities, entity: table ?? null, lang }));
  });
}
