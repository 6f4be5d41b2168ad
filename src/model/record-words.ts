import type { FindingCode } from '../codes.ts';
import type { Localized } from '../lib/localized.ts';

/** What is said of records that the reader could not take as they stand, and of decisions about a whole file. */
export interface RecordWords {
  readonly message: Localized;
  readonly fix: Localized | null;
  /** Of records that were kept; those that were not are always a warning. */
  readonly level: 'warning' | 'info';
}

function words(level: RecordWords['level'], en: string, zh: string, fix: Localized | null = null): RecordWords {
  return { level, message: { en, 'zh-CN': zh }, fix };
}

const compute = {
  en: 'open the workbook in Excel or WPS, let it compute, and save',
  'zh-CN': '请用 Excel 或 WPS 打开该工作簿，重新计算后保存',
};

const wholeRecords = { en: 'export these records again with all of their cells', 'zh-CN': '请重新导出这些行，补全单元格' };

const known: Readonly<Partial<Record<FindingCode, RecordWords>>> = {
  'extra-cell': words(
    'warning',
    'records with more cells than the header; their columns cannot be trusted',
    '单元格数多于表头的行，列已错位',
    {
      en: 'put the cells back under their names (quote texts that hold the delimiter, name every column), or export again',
      'zh-CN': '请将单元格移回对应的列（含分隔符的文本加引号，补全表头），或重新导出',
    },
  ),
  'cell-beside': words(
    'warning',
    'rows used that have a cell right beyond the last column name: a note, or a row pushed to the right',
    '已计入的行，其最后一个列名之外还有单元格：可能是备注，也可能整行右移错位',
    { en: 'check these rows; name the column where it is one', 'zh-CN': '请核对这些行；若确为一列，请补上列名' },
  ),
  'record-short': words(
    'warning',
    'records with fewer cells than the header and none of them blank, so that any of them may be missing; read as if the last ones were',
    '单元格数少于表头且没有空白的行，无法判断缺少的是哪一个，按缺少末尾的读取',
    wholeRecords,
  ),
  'record-shifted': words(
    'warning',
    'records with a cell too few; by their dates and figures it is not the last one that is missing',
    '缺少一个单元格的行，从日期和数字看缺少的不是末尾，列已错位',
    wholeRecords,
  ),
  'missing-cell': words(
    'info',
    'records with fewer cells than the header; the missing ones are blank',
    '单元格数少于表头的行，缺少的按空白处理',
  ),
  'separator-missing': words(
    'warning',
    'records in which a separator is missing beside a quoted cell; their columns cannot be trusted',
    '带引号的单元格旁缺少分隔符的行，列已错位',
  ),
  'quote-unclosed': words('info', 'a quote that never closes', '引号没有闭合'),
  'character-nul': words(
    'warning',
    'records with NUL characters, which stand for nothing; they were left out, and what stood beside them was joined',
    '含空字符（NUL）的行；空字符已去除，前后内容相连',
    { en: 'see whether the file was written whole, and export it again', 'zh-CN': '请检查文件是否完整写出，并重新导出' },
  ),
  'quote-inside': words(
    'info',
    'records with a quote inside a cell that is not quoted; it is read as it stands',
    '未加引号的单元格中含有引号的行，按原文读取',
  ),
  'cell-too-long': words('warning', 'a cell beyond the limit of 1 MiB', '单元格超过 1 MiB 上限'),
  'cell-error': words('info', 'cells with an error value of the spreadsheet; read as blank', '表格中的错误值单元格，按空白处理'),
  'formula-without-result': words('warning', 'formulas without a stored result; read as blank', '没有保存结果的公式，按空白处理', compute),
  'formula-zero': words(
    'warning',
    'formulas whose stored results are all 0, as programs write them that do not compute; read as 0',
    '公式保存的结果全部为 0（生成该文件的程序可能未作计算），按 0 读取',
    compute,
  ),
  'merged-cell-filled': words(
    'info',
    'cells under a cell merged down got its value (customer, order, date …)',
    '纵向合并单元格所覆盖的单元格，沿用合并单元格的值（客户、订单、日期等）',
  ),
  'header-short': words(
    'warning',
    'the header has one name fewer than the records have cells; its names were taken for the columns from the second one on',
    '表头比数据少一列，已按“首列没有列名”读取，列名从第二列起对应',
    {
      en: 'check the columns with inspect; if they are wrong, add the missing name to the header',
      'zh-CN': '请用 inspect 核对各列；如有误，请在表头补上缺少的列名',
    },
  ),
  'delimiter-mixed': words(
    'warning',
    'the header is separated by another character than the records; each was split at its own',
    '表头与数据使用了不同的分隔符，已分别拆分',
    { en: 'check the columns with inspect', 'zh-CN': '请用 inspect 核对各列' },
  ),
  'encoding-guessed': words('warning', 'the encoding of the file was guessed', '文件编码为推测', {
    en: 'if names look wrong, say it with --encoding, for example --encoding gb18030, --encoding big5 or --encoding shift_jis',
    'zh-CN': '如文字显示不对，请用 --encoding 指定，例如 --encoding gb18030、--encoding big5 或 --encoding shift_jis',
  }),
  'comment-line': words('info', 'lines that begin with # are comments, not records', '以 # 开头的行是注释，不作为数据'),
  'description-row': words(
    'info',
    'the line below the header describes its columns and is no record',
    '表头下一行是对各列的说明，不作为数据',
  ),
};

const others = words('info', 'records that could not be read as they stand', '无法按原样读取的记录');

export function recordWords(code: FindingCode): RecordWords {
  return known[code] ?? others;
}
