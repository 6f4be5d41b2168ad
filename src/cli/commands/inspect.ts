import type { Command } from 'commander';
import type { Run } from '../context.ts';
import type { InspectFlags } from '../inspect-file.ts';
import { rowCount } from '../option-values.ts';
import { addOptions } from '../options.ts';
import { describeCommand } from './define.ts';

export function inspectCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'inspect',
    summary: { en: 'show how a file is read', 'zh-CN': '查看文件是如何读取的' },
    description: {
      en: 'Encoding, delimiter, header line, the tables that fit, the field of every column with how sure that is, and the first rows. --rows all --format csv prints the whole table exactly as it was read, and nothing else.',
      'zh-CN':
        '显示编码、分隔符、表头行、符合的表、每一列对应的字段与把握，以及前几行。--rows all --format csv 原样输出整张表，不含其他内容。',
    },
    sections: [
      ['tables', { en: 'one row a file or sheet, where there are several', 'zh-CN': '有多个文件或工作表时，每个一行' }],
      ['file', { en: 'encoding, delimiter, header line, role of the first table', 'zh-CN': '第一张表的编码、分隔符、表头行与类型' }],
      ['columns', { en: 'one row a column: header, field, how sure', 'zh-CN': '每列一行：表头、字段、把握' }],
      ['rows', { en: 'the first rows of the first table, as they were read', 'zh-CN': '第一张表的前几行原文' }],
    ],
    examples: [
      'crm-eval inspect orders.csv',
      'crm-eval inspect export.xlsx --sheet Q3 --rows 20',
      'crm-eval inspect orders.csv --rows all --format csv > copy.csv',
    ],
  });
  command.argument(
    '[files...]',
    { en: 'CSV, Excel or HTML exports; - is the standard input', 'zh-CN': 'CSV、Excel 或 HTML 导出文件；- 表示标准输入' }[run.lang],
  );
  command.option(
    '--rows <n>',
    {
      en: 'rows to show: a number up to 1000, or all with --format csv (default: 5)',
      'zh-CN': '显示的行数：至多 1000，或与 --format csv 同用 all（默认：5）',
    }[run.lang],
    rowCount,
  );
  command.option('--sheet <name>', { en: 'this sheet only', 'zh-CN': '只看该工作表' }[run.lang]);
  addOptions(command, run.lang, 'reading', ['config', 'encoding', 'map']);
  addOptions(command, run.lang, 'running', ['tempDir']);
  addOptions(command, run.lang, 'output');
  addOptions(command, run.lang, 'general');
  return command.action(async (files: string[], flags: InspectFlags) => {
    const { inspectFile } = await import('../inspect-file.ts');
    await inspectFile(run, command, files, flags);
  });
}
