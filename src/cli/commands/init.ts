import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { addOptions, type Flags } from '../options.ts';
import { describeCommand } from './define.ts';

export function initCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'init',
    summary: { en: 'write a config for the given files', 'zh-CN': '根据给定文件生成配置文件' },
    description: {
      en: 'Writes crm-eval.config.yaml with the tables and columns that were recognised, the columns that were not (as comments), and every other key with its default (as comments).',
      'zh-CN': '写出 crm-eval.config.yaml：识别出的表与列、未识别的列（作为注释），以及其余配置项的默认值（作为注释）。',
    },
    sections: [],
    examples: ['crm-eval init customers.csv orders.csv', 'crm-eval init export.xlsx --out - | less'],
  });
  command.argument('[files...]', { en: 'exports to take the tables and columns from', 'zh-CN': '用于识别表与列的导出文件' }[run.lang]);
  addOptions(command, run.lang, 'reading', ['encoding', 'map']);
  addOptions(command, run.lang, 'running', ['tempDir']);
  addOptions(command, run.lang, 'output', ['out', 'force']);
  addOptions(command, run.lang, 'general');
  return command.action(async (files: string[], flags: Flags) => {
    const { writeConfig } = await import('../write-config.ts');
    await writeConfig(run, flags, files);
  });
}
