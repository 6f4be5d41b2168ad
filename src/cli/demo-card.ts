import { type Card, sharedOptions } from '../config/card.ts';
import { both } from '../lib/localized.ts';

export const demoCard = {
  name: 'demo',
  title: both('Demo company', '演示公司'),
  summary: both('write the exports of a made-up company to try things on', '写出一家虚构公司的导出文件，供试用'),
  description: both(
    'Writes customers, orders, leads, pool events, activities, feedback, targets, opportunities, products, reps and market as CSV into a folder, and prints commands to try. Headers are Chinese unless --lang en is given. The same files every time.',
    '在目录中写出客户、订单、线索、公海记录、跟进、反馈、目标、商机、产品、销售与市场的 CSV，并给出可试用的命令。默认中文表头，--lang en 为英文；每次内容相同。',
  ),
  arguments: [
    {
      name: '<folder>',
      text: both('the folder to write into; it is created where it is missing', '写入的目录；不存在时创建'),
    },
  ],
  options: {},
  shared: ['force', ...sharedOptions.general],
  sections: [],
  examples: ['crm-eval demo demo', 'crm-eval demo demo-en --lang en'],
} as const satisfies Card;
