/** Of a table whose rows are named: what a row is called. */
export const nameHeading = {
  title: { en: 'Name', 'zh-CN': '名称' },
  type: 'text',
  basis: { en: 'What the row is about; its id is in the last column.', 'zh-CN': '该行的名称，标识见最后一列。' },
} as const;

export const meaningHeading = {
  title: { en: 'Meaning', 'zh-CN': '含义' },
  type: 'text',
  basis: { en: 'What the name stands for, and what is counted.', 'zh-CN': '该行名称的含义与统计范围。' },
} as const;
