/**
 * The words that exports use for each declared value; compared after `normaliseWord`. A word that is not among them is reported, never guessed.
 */
export type ChoiceWords<V extends string> = Readonly<Record<V, readonly string[]>>;

/** Words of yes-or-no columns. */
export const flagWords: ChoiceWords<'true' | 'false'> = {
  true: [
    '是',
    '有',
    '对',
    '已成交',
    '已转化',
    '已转换',
    '已流失',
    '已退货',
    '已退回',
    '已退款',
    '退货',
    '退回',
    'returned',
    'refunded',
    'yes',
    'y',
    'true',
    't',
    '1',
    '√',
    '✓',
    '✔',
  ],
  false: [
    '否',
    '无',
    '没有',
    '未成交',
    '未转化',
    '未转换',
    '未流失',
    '未退货',
    '未退回',
    '未退款',
    'not returned',
    'no',
    'n',
    'false',
    'f',
    '0',
    '×',
    '✗',
    '✘',
  ],
};

export const needTypeWords: ChoiceWords<'quality' | 'price' | 'service'> = {
  quality: ['quality', '质量型', '质量', '品质型', '品质'],
  price: ['price', '价格型', '价格', '价格敏感型', '价格敏感'],
  service: ['service', '服务型', '服务'],
};
