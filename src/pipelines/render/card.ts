import { type Card, sharedOptions } from '../../config/card.ts';
import { setOptions } from '../../config/set-options.ts';
import { both } from '../../lib/localized.ts';

export const renderCard = {
  name: 'render',
  title: both('Saved result', '已保存的结果'),
  summary: both('show a saved result in another form', '将已保存的结果输出为其他格式'),
  description: both(
    'Reads what any command wrote with --out FILE.json and shows it as a page, a workbook, a table and so on: the same figures and words, in the language in which they were computed. Nothing is computed anew.',
    '读取任一命令用 --out 文件.json 写出的结果，输出为网页、工作簿、表格等：数字与文字相同，语言与计算时一致，不重新计算。',
  ),
  arguments: [{ name: '<file>', text: both('the result in JSON; - is the standard input', 'JSON 结果文件；- 表示标准输入') }],
  options: setOptions,
  shared: [...sharedOptions.output, ...sharedOptions.general],
  sections: [],
  examples: [
    'crm-eval render churn.json --out churn.html',
    'crm-eval render churn.json --section at_risk --format csv',
    'crm-eval render review.json --to reviews/{period}',
  ],
} as const satisfies Card;
