import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { addOptions, type Flags } from '../options.ts';
import { describeCommand } from './define.ts';

export function demoCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'demo',
    summary: { en: 'write the exports of a made-up company to try things on', 'zh-CN': '写出一家虚构公司的导出文件，供试用' },
    description: {
      en: 'Writes customers, orders, leads, pool events, activities, feedback, targets, opportunities, products, reps and market as CSV into a folder, and prints commands to try. Headers are Chinese unless --lang en is given. The same files every time.',
      'zh-CN':
        '在目录中写出客户、订单、线索、公海记录、跟进、反馈、目标、商机、产品、销售与市场的 CSV，并给出可试用的命令。默认中文表头，--lang en 为英文；每次内容相同。',
    },
    sections: [],
    examples: ['crm-eval demo demo', 'crm-eval demo demo-en --lang en'],
  });
  command.argument(
    '<folder>',
    { en: 'the folder to write into; it is created where it is missing', 'zh-CN': '写入的目录；不存在时创建' }[run.lang],
  );
  addOptions(command, run.lang, 'output', ['force']);
  addOptions(command, run.lang, 'general');
  return command.action(async (folder: string, flags: Flags) => {
    const { writeDemo } = await import('../demo-files.ts');
    await writeDemo(run, flags, folder);
  });
}
