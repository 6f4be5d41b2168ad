import { defineEntity } from './define.ts';

/** Columns of lead files that are no field, a row a cell: no file is such a table, it is made of those of the leads. */
export const leadAttributeCells = defineEntity({
  id: 'lead_attributes',
  title: { en: 'Other columns of leads', 'zh-CN': '线索的其他列' },
  grain: {
    en: 'one cell of a column of the lead file that is no field; blanks are left out',
    'zh-CN': '一行为线索表中未对应字段的列的一个单元格，空值不列',
  },
  names: [],
  needs: [],
  fields: {
    lead_id: {
      type: 'id',
      title: { en: 'Lead ID', 'zh-CN': '线索编号' },
      meaning: { en: 'Number of the lead, else its company and name.', 'zh-CN': '线索编号；没有时为公司与名称。' },
      aliases: [],
    },
    attribute: {
      type: 'text',
      title: { en: 'Column', 'zh-CN': '列' },
      meaning: { en: 'Header of the column, as in the file.', 'zh-CN': '列名，按文件原样。' },
      aliases: [],
    },
    value: {
      type: 'text',
      title: { en: 'Value', 'zh-CN': '值' },
      meaning: { en: 'The cell, as in the file.', 'zh-CN': '单元格内容，按文件原样。' },
      aliases: [],
    },
    number: {
      type: 'quantity',
      title: { en: 'Number', 'zh-CN': '数值' },
      meaning: { en: 'Its number, where the column holds numbers; else blank.', 'zh-CN': '数值列中的数值；其他列为空。' },
      aliases: [],
    },
  },
});
