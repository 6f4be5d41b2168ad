import { analysisOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const checkCard = {
  name: 'check',
  title: both('Data check', '数据检查'),
  summary: both('find what is wrong in the files', '检查文件中的数据问题'),
  description: both(
    'Reads every known column of the files and reports all findings, with what was read, used, set aside and rejected. Exits with 1 on any error; --max-errors allows some, --strict also counts warnings.',
    '读取所有可识别的列，报告全部数据问题，并列出读取、使用、未计入、无效的行数。有错误时以 1 退出；--max-errors 可放宽，--strict 连警告也计入。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: analysisOptions,
  sections: [
    { id: 'overview', holds: both('rows and findings in all', '行数与问题合计') },
    { id: 'money', holds: both('what touches money, the most first', '涉及金额的问题，金额大的在前') },
    {
      id: 'files',
      holds: both('one row a file or sheet: role, rows, sums before and after', '每个文件或工作表一行：类型、行数、前后合计'),
    },
  ],
  examples: ['crm-eval check customers.csv orders.csv', 'crm-eval check *.xlsx --rejects rejects.csv --max-errors 10'],
} as const satisfies Card;
