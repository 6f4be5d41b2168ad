import type { ColumnProfile } from '../../ingest/column-profile.ts';
import type { ColumnMatch, TableReport } from '../../ingest/contract.ts';
import { inspectCard } from './card.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Finding, Glance, Result, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { factsSection, recordFacts } from '../../views/facts.ts';
import { table } from '../../views/table.ts';
import { blankResult } from '../parts/analysis-result.ts';
import { fileHeadings } from '../parts/file-headings.ts';
import { inspectAnswer } from './answer.ts';
import { maskOf } from './masked.ts';

/** What the columns of each report hold, over all rows or this many from the first. */
export interface Profiles {
  readonly rows: number | 'all';
  readonly of: ReadonlyMap<TableReport, readonly ColumnProfile[]>;
}

/** Whoever inspects wants to see all of it. */
const glance = { most: null };

/**
 * How files are read: a row for each table where there are several, then one of them with its first rows; the columns are those of all.
 * There must be at least one report.
 */
export function inspect(input: {
  readonly reports: readonly TableReport[];
  readonly rows: number;
  readonly lang: Lang;
  /** What is wrong with the files, as `check` says it. */
  readonly findings?: readonly Finding[];
  /** Passwords, phones, e-mails and ids are shown as they stand. */
  readonly showValues?: boolean;
  readonly profiles?: Profiles;
}): Result {
  const { reports, lang, showValues = false, profiles } = input;
  const maskFor = (header: string, field: string | null): Mask => (showValues ? null : maskOf(header, field));
  const shown = reports.find(({ table: { hidden }, role }) => role !== null && !hidden) ?? reports[0];
  if (shown === undefined) throw new RangeError('there is no table to inspect');
  const matches = reports.flatMap((report) =>
    report.columns.map((match) => ({
      ...match,
      table: report.table,
      mask: maskFor(match.header, match.field),
      profile: profiles?.of.get(report)?.[match.index] ?? null,
    })),
  );
  const { file, sheet, hidden, role, encoding, header_line, columns } = attributes;
  return {
    ...blankResult(inspectCard, lang),
    answer: inspectAnswer(reports, input.findings ?? []).map((sentence) => sentence[lang]),
    findings: (input.findings ?? []).map((finding) => maskedFinding(finding, maskFor)),
    sections: [
      ...(reports.length > 1
        ? [
            table(
              lang,
              { id: 'tables', title: { en: 'Tables', 'zh-CN': '表' }, glance: tablesGlance(reports) },
              { file, sheet, hidden, role, encoding, header_line, columns },
              reports,
            ),
          ]
        : []),
      factsSection(lang, { id: 'file', title: fileHeadings.file.title }, recordFacts(factsOfTable, shown)),
      table(
        lang,
        { id: 'columns', title: { en: 'Columns', 'zh-CN': '列' }, glance: columnsGlance(reports, profiles) },
        { ...matchColumns, ...(profiles === undefined ? {} : profileColumns(profiles.rows)) },
        matches,
      ),
      rows(shown, input.rows, lang, maskFor),
    ],
  };
}

const attributes = {
  file: { ...fileHeadings.file, value: ({ table: { file } }) => file },
  sheet: { ...fileHeadings.sheet, value: ({ table: { sheet } }) => sheet },
  hidden: {
    title: { en: 'Hidden', 'zh-CN': '隐藏' },
    type: 'flag',
    basis: { en: 'Whether the workbook hides the sheet.', 'zh-CN': '该工作表在工作簿中是否隐藏。' },
    value: ({ table: { hidden } }) => hidden,
  },
  format: {
    title: { en: 'Format', 'zh-CN': '格式' },
    type: 'text',
    basis: { en: 'Told by the content, not by the name.', 'zh-CN': '按内容识别，与文件名无关。' },
    value: ({ table: { format } }) => format,
  },
  encoding: { ...fileHeadings.encoding, value: ({ table: { encoding } }) => encoding },
  delimiter: {
    title: { en: 'Delimiter', 'zh-CN': '分隔符' },
    type: 'text',
    basis: {
      en: 'What parts the cells of a text: the one by which its first lines are most alike.',
      'zh-CN': '文本各列之间的字符，按前若干行最一致者判断。',
    },
    value: ({ table: { dialect } }) => (dialect === null ? null : JSON.stringify(dialect.delimiter)),
  },
  quote: {
    title: { en: 'Quote', 'zh-CN': '引号' },
    type: 'text',
    basis: { en: 'What stands around cells that hold a delimiter or a line break.', 'zh-CN': '单元格内含分隔符或换行时，包在两侧的字符。' },
    value: ({ table: { dialect } }) => dialect?.quote ?? null,
  },
  header_line: {
    title: { en: 'Header on line', 'zh-CN': '表头所在行' },
    type: 'integer',
    basis: { en: 'Line of the file, or row of the sheet; empty without a header.', 'zh-CN': '文件或工作表中的行号；没有表头时为空。' },
    value: ({ table: { headerLine } }) => (headerLine === 0 ? null : headerLine),
  },
  preamble_rows: {
    title: { en: 'Rows above the header', 'zh-CN': '表头之上的行数' },
    type: 'integer',
    basis: { en: 'Titles, dates of export and the like; not read.', 'zh-CN': '标题、导出日期等，不读取。' },
    value: ({ table: { preamble } }) => preamble.length,
  },
  columns: {
    title: { en: 'Columns', 'zh-CN': '列数' },
    type: 'integer',
    basis: { en: 'Columns of the header.', 'zh-CN': '表头的列数。' },
    value: ({ table: { columns } }) => columns.length,
  },
  role: { ...fileHeadings.role, title: { en: 'Read as', 'zh-CN': '识别为' }, value: ({ role }) => role },
  candidates: {
    title: { en: 'Tables that fit', 'zh-CN': '符合的表' },
    type: 'text',
    basis: {
      en: 'Tables whose needs the headers meet, with the share of the headers that each explains, from 0 to 1.',
      'zh-CN': '必需列齐备的标准表，及其能解释的表头比重（0–1）。',
    },
    value: ({ candidates }) => candidates.map(({ role, score }) => `${role} ${score.toFixed(2)}`).join(', ') || null,
  },
} as const satisfies Columns<TableReport>;

const { hidden: _, ...factsOfTable } = attributes;

type Mask = ((value: string) => string) | null;

type MaskFor = (header: string, field: string | null) => Mask;

function maskedFinding(finding: Finding, maskFor: MaskFor): Finding {
  const { column, value } = finding;
  const mask = column === null ? null : maskFor(column, null);
  return mask === null || value === null ? finding : { ...finding, value: mask(value) };
}

type Match = ColumnMatch & Pick<TableReport, 'table'> & { readonly mask: Mask; readonly profile: ColumnProfile | null };

const matchColumns: Columns<Match> = {
  file: { ...fileHeadings.file, value: ({ table: { file } }) => file },
  sheet: { ...fileHeadings.sheet, value: ({ table: { sheet } }) => sheet },
  position: {
    title: { en: 'No.', 'zh-CN': '序号' },
    type: 'integer',
    basis: { en: 'From 1, as in the file.', 'zh-CN': '按文件中的顺序，从 1 起。' },
    value: ({ index }) => index + 1,
  },
  header: {
    title: { en: 'Header', 'zh-CN': '表头' },
    type: 'text',
    basis: { en: 'As it stands in the file.', 'zh-CN': '文件中的原文。' },
    value: ({ header }) => header,
  },
  field: {
    title: { en: 'Field', 'zh-CN': '字段' },
    type: 'id',
    basis: {
      en: 'What the column is read as, by its header or --map; empty where it is not used.',
      'zh-CN': '按表头或 --map 对应的标准字段；未使用的列为空。',
    },
    value: ({ field }) => field,
  },
  confidence: {
    title: { en: 'Sure', 'zh-CN': '把握' },
    type: 'ratio',
    basis: {
      en: 'Whole where it was mapped or bears the name of the field; less for another known header, least for a general word.',
      'zh-CN': '手动指定或与字段同名为 100%；其他已知表头略低，含义宽泛的最低。',
    },
    value: ({ confidence }) => confidence,
  },
  reading: {
    title: { en: 'Read as', 'zh-CN': '读法' },
    type: 'text',
    basis: {
      en: 'What was decided for the whole column: order of day and month, decimal comma, unit of the header, percent.',
      'zh-CN': '对整列的判断：日月顺序、小数逗号、表头中的单位、百分比。',
    },
    value: ({ reading }) => reading,
  },
  example: {
    title: { en: 'Example', 'zh-CN': '示例' },
    type: 'text',
    basis: {
      en: 'The first value that is not blank; masked where the column holds passwords, phones, e-mails or ids.',
      'zh-CN': '第一个非空值；密码、电话、邮箱与编号已遮盖。',
    },
    value: ({ table: { head }, index, mask }) => {
      const first = head.map((record) => record[index] ?? '').find((value) => value !== '');
      return first === undefined ? null : (mask?.(first) ?? first);
    },
  },
};

/** What a table was taken for comes first; that no sheet is hidden need not be said. */
function tablesGlance(reports: readonly TableReport[]): Partial<Glance> {
  const isNoneHidden = reports.every(({ table: { hidden } }) => !hidden);
  return { ...glance, first: ['file', 'sheet', 'role', 'columns', 'header_line'], hidden: isNoneHidden ? ['hidden'] : [] };
}

/** What a column is and holds comes first; whose it is need not be said of one table. */
function columnsGlance({ length }: readonly TableReport[], profiles: Profiles | undefined): Partial<Glance> {
  const own = ['header', 'field', ...(profiles === undefined ? [] : ['blank', 'distinct', 'least', 'greatest'])];
  return length > 1 ? { ...glance, first: ['file', 'sheet', ...own] } : { ...glance, first: own, hidden: ['file', 'sheet'] };
}

function profileColumns(looked: Profiles['rows']): Columns<Match> {
  const over = (en: string, zh: string): Localized =>
    looked === 'all'
      ? { en: `${en}; all rows.`, 'zh-CN': `${zh}；统计全部行。` }
      : { en: `${en}; the first ${looked} rows.`, 'zh-CN': `${zh}；只统计前 ${looked} 行。` };
  const shown = ({ mask }: Match, value: string | null = null): string | null => (value === null ? null : (mask?.(value) ?? value));
  const ordered = over(
    'As it stands, by size where all values are figures, by time where all are dates, else by text; masked as the example is',
    '文件中的原文：全为数字按大小，全为日期按先后，其余按文字顺序；遮盖方式同示例',
  );
  return {
    blank: {
      title: { en: 'Blank', 'zh-CN': '空值' },
      type: 'ratio',
      basis: over('Share of the cells that are blank', '空单元格的比例'),
      value: ({ profile }) => profile?.blank ?? null,
    },
    distinct: {
      title: { en: 'Distinct', 'zh-CN': '不同值' },
      type: 'integer',
      basis: over('Different values, blanks aside', '不同取值的个数，不含空值'),
      value: ({ profile }) => profile?.distinct ?? null,
    },
    least: {
      title: { en: 'Least', 'zh-CN': '最小值' },
      type: 'text',
      basis: ordered,
      value: (match) => shown(match, match.profile?.least),
    },
    greatest: {
      title: { en: 'Greatest', 'zh-CN': '最大值' },
      type: 'text',
      basis: ordered,
      value: (match) => shown(match, match.profile?.greatest),
    },
  };
}

/** Column ids are positions: a header may be blank, stand twice, or be a name that no key should have. */
function rows({ table: { columns, head }, columns: matches }: TableReport, count: number, lang: Lang, maskFor: MaskFor): TableSection {
  const masks = columns.map((header, index) => maskFor(header, matches[index]?.field ?? null));
  const cells: Columns<readonly string[]> = Object.fromEntries(
    columns.map((header, index) => [
      `column_${index + 1}`,
      {
        title: { en: header, 'zh-CN': header },
        type: 'text',
        basis: { en: 'As it was read from the file, before any conversion.', 'zh-CN': '读自文件的原文，未经转换。' },
        value: (record) => masks[index]?.(record[index] ?? '') ?? record[index] ?? '',
      },
    ]),
  );
  return table(lang, { id: 'rows', title: { en: 'First rows', 'zh-CN': '前几行' }, place: 'basis', glance }, cells, head.slice(0, count));
}
