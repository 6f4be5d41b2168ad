import type { Heading } from '../../views/columns.ts';

/** What several commands say of a table they were given, whether it is a file, a sheet, or a table of a database. */
export const fileHeadings = {
  file: {
    title: { en: 'File', 'zh-CN': '文件' },
    type: 'text',
    basis: { en: 'As it was named to crm-eval; of a database, its table.', 'zh-CN': '输入时给出的文件名；来自数据库时为表名。' },
  },
  sheet: {
    title: { en: 'Sheet', 'zh-CN': '工作表' },
    type: 'text',
    basis: { en: 'Its name in the workbook; empty for other files.', 'zh-CN': '工作簿中的工作表名；其他文件为空。' },
  },
  encoding: {
    title: { en: 'Encoding', 'zh-CN': '编码' },
    type: 'text',
    basis: {
      en: 'Characters of a text, told by its content or by --encoding; of other files, their kind.',
      'zh-CN': '文本的字符编码，按内容识别或由 --encoding 指定；其他文件为其类型。',
    },
  },
  role_title: {
    title: { en: 'Table', 'zh-CN': '表' },
    type: 'text',
    basis: { en: 'What it was read as, in words.', 'zh-CN': '识别成的标准表的名称。' },
  },
  role: {
    title: { en: 'Table id', 'zh-CN': '表标识' },
    type: 'id',
    basis: {
      en: 'What it was read as, by its headers, or as an option or the config says; crm-eval schema explains each.',
      'zh-CN': '识别成的标准表：按表头判断，或由选项、配置指定；各表含义见 crm-eval schema。',
    },
  },
} as const satisfies Record<string, Heading>;
