import { type Card, filesArgument, sharedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const inspectCard = {
  name: 'inspect',
  title: both('How the files are read', '文件识别结果'),
  summary: both('show how a file is read', '查看文件是如何读取的'),
  description: both(
    'Encoding, delimiter, header line, the tables that fit, the field of every column with how sure that is, and the first rows; below them the findings of crm-eval check. Values of columns named like passwords, tokens, phones, e-mails and ids are masked unless --show-values. --rows all --format csv prints the whole table exactly as it was read, and nothing else.',
    '显示编码、分隔符、表头行、符合的表、每一列对应的字段与把握，以及前几行；其后是 crm-eval check 会报告的问题。密码、令牌、电话、邮箱、编号等列的值默认遮盖，可用 --show-values 显示。--rows all --format csv 原样输出整张表，不含其他内容。',
  ),
  arguments: [filesArgument],
  options: {
    rows: {
      flags: '--rows <n>',
      text: both('rows to show: a number up to 1000, or all with --format csv', '显示的行数：至多 1000，或与 --format csv 同用 all'),
      default: 5,
      takes: { kind: 'rows' },
    },
    showValues: {
      flags: '--show-values',
      text: both(
        'show values of passwords, phones, e-mails and ids, which are masked otherwise',
        '显示密码、电话、邮箱与编号列的原值（默认遮盖）',
      ),
      takes: { kind: 'switch' },
    },
    sheet: { flags: '--sheet <name>', text: both('this sheet only', '只看该工作表'), takes: { kind: 'text' } },
  },
  shared: ['config', 'encoding', 'map', 'tempDir', ...sharedOptions.output, ...sharedOptions.general],
  sections: [
    { id: 'tables', holds: both('one row a file or sheet, where there are several', '有多个文件或工作表时，每个一行') },
    {
      id: 'file',
      holds: both('encoding, delimiter, header line, role of the first table', '第一张表的编码、分隔符、表头行与类型'),
    },
    {
      id: 'columns',
      holds: both(
        'one row a column: header, field, how sure, blanks, distinct values, least and greatest',
        '每列一行：表头、字段、把握、空值、不同值、最小值与最大值',
      ),
    },
    {
      id: 'rows',
      holds: both(
        'the first rows of the first table, as they were read; passwords, phones, e-mails and ids are masked',
        '第一张表的前几行原文；密码、电话、邮箱与编号已遮盖',
      ),
    },
  ],
  examples: [
    'crm-eval inspect orders.csv',
    'crm-eval inspect export.xlsx --sheet Q3 --rows 20',
    'crm-eval inspect orders.csv --rows all --format csv > copy.csv',
  ],
} as const satisfies Card;
