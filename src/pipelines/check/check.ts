import type { Ingested, TableReport } from '../../ingest/contract.ts';
import { checkCard } from './card.ts';
import type { Period } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { Finding, Input, Result } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { factsSection, recordFacts } from '../../views/facts.ts';
import { table } from '../../views/table.ts';
import { checkAnswer } from './answer.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { kindsOf } from '../../result/finding-groups.ts';
import { moneySection } from './money-section.ts';
import { amountText, listed } from '../../views/number-words.ts';
import { reasonTitle, roleTitle } from '../parts/input-words.ts';
import { fileHeadings } from '../parts/file-headings.ts';

/** All findings of the files, and how every row was accounted for. */
export function check(input: { readonly ingested: Ingested; readonly lang: Lang; readonly period: Period | null }): Result {
  const { ingested, lang, period } = input;
  const unused = ingested.tables.filter((report) => report.role === null);
  // Tables that no role fits are listed too: nothing is left out without a word.
  const files = [
    ...ingested.inputs.map((own) => ({ ...own, input: own })),
    ...unused.map(({ table: { file, sheet, encoding } }) => ({ file, sheet, encoding, input: null })),
  ];
  const sections = [
    factsSection(
      lang,
      { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }, first: seen },
      recordFacts(overview, { ...ingested, unused }),
    ),
    moneySection(lang, ingested.findings, ingested.inputs),
    table(
      lang,
      { id: 'files', title: { en: 'Files', 'zh-CN': '文件' }, place: 'detail', glance: { hidden: ['role', 'reasons'] } },
      fileColumns(lang),
      files,
    ),
  ];
  return analysisResult(checkCard, input, { period, answer: checkAnswer(sections, ingested.findings, lang), sections });
}

/** What a screen shows unasked: the answer and the last line have the rows. */
const seen = ['tables_used', 'tables_unused', 'error_kinds', 'warning_kinds', 'note_kinds'];

/** What becomes of the rows of a table. */
const account = {
  rows_read: {
    type: 'integer',
    unit: 'rows',
    basis: { en: 'Rows below the header: used, set aside and rejected.', 'zh-CN': '表头以下的行数，等于使用、未计入与无效之和。' },
  },
  rows_used: {
    type: 'integer',
    unit: 'rows',
    basis: { en: 'Rows that figures are computed from.', 'zh-CN': '参与计算的行数。' },
  },
  rows_set_aside: {
    type: 'integer',
    unit: 'rows',
    basis: {
      en: 'Rows that are right and do not count here: totals, blanks, cancelled orders and the like.',
      'zh-CN': '本身无误但不计入的行数，如合计行、空行、已取消的订单。',
    },
  },
  rows_rejected: {
    type: 'integer',
    unit: 'rows',
    basis: { en: 'Rows with a fault, such as a date that is none.', 'zh-CN': '有错误的行数，如日期无法识别。' },
  },
} as const;

interface Checked extends Pick<Ingested, 'inputs' | 'findings'> {
  readonly unused: readonly TableReport[];
}

function sum(rows: keyof typeof account) {
  return ({ inputs }: Checked): number => inputs.reduce((total, input) => total + input[rows], 0);
}

function found(level: Finding['level']) {
  return {
    type: 'integer',
    basis: { en: 'Rows, cells and names that findings of this level are about.', 'zh-CN': '该级别的问题所涉及的行、单元格与名称数。' },
    value: ({ findings }: Checked): number => findings.reduce((total, one) => total + (one.level === level ? one.count : 0), 0),
  } as const;
}

function kinds(level: Finding['level']) {
  return {
    type: 'integer',
    basis: { en: 'Kinds of findings of this level: one for each code.', 'zh-CN': '该级别问题的种类数，按代码计。' },
    value: ({ findings }: Checked): number => kindsOf(findings)[level],
  } as const;
}

const overview: Columns<Checked> = {
  tables_used: {
    title: { en: 'Tables used', 'zh-CN': '使用的表' },
    type: 'integer',
    basis: { en: 'Files and sheets read as a table of crm-eval schema.', 'zh-CN': '识别为标准表的文件与工作表数。' },
    value: ({ inputs }) => inputs.length,
  },
  tables_unused: {
    title: { en: 'Tables not used', 'zh-CN': '未使用的表' },
    type: 'integer',
    basis: { en: 'Files and sheets whose headers fit none of them.', 'zh-CN': '表头与任何标准表都不符的文件与工作表数。' },
    value: ({ unused }) => unused.length,
  },
  rows_read: { ...account.rows_read, title: { en: 'Rows read', 'zh-CN': '读取行数' }, value: sum('rows_read') },
  rows_used: { ...account.rows_used, title: { en: 'Rows used', 'zh-CN': '使用行数' }, value: sum('rows_used') },
  rows_set_aside: { ...account.rows_set_aside, title: { en: 'Rows set aside', 'zh-CN': '未计入行数' }, value: sum('rows_set_aside') },
  rows_rejected: { ...account.rows_rejected, title: { en: 'Rows rejected', 'zh-CN': '无效行数' }, value: sum('rows_rejected') },
  error_kinds: { ...kinds('error'), title: { en: 'Errors', 'zh-CN': '错误' } },
  errors: { ...found('error'), title: { en: 'Errors, places', 'zh-CN': '错误处数' } },
  warning_kinds: { ...kinds('warning'), title: { en: 'Warnings', 'zh-CN': '警告' } },
  warnings: { ...found('warning'), title: { en: 'Warnings, places', 'zh-CN': '警告处数' } },
  note_kinds: { ...kinds('info'), title: { en: 'Notes', 'zh-CN': '提示' } },
  notes: { ...found('info'), title: { en: 'Notes, places', 'zh-CN': '提示处数' } },
};

const fileColumns = (lang: Lang): Columns<Pick<Input, 'file' | 'sheet' | 'encoding'> & { readonly input: Input | null }> => ({
  file: { ...fileHeadings.file, value: ({ file }) => file },
  sheet: { ...fileHeadings.sheet, value: ({ sheet }) => sheet },
  role_title: { ...fileHeadings.role_title, value: ({ input }) => (input === null ? null : roleTitle(input.role)) },
  role: { ...fileHeadings.role, value: ({ input }) => input?.role ?? null },
  encoding: { ...fileHeadings.encoding, value: ({ encoding }) => encoding },
  rows_read: { ...account.rows_read, title: { en: 'Read', 'zh-CN': '读取' }, value: ({ input }) => input?.rows_read ?? null },
  rows_used: { ...account.rows_used, title: { en: 'Used', 'zh-CN': '使用' }, value: ({ input }) => input?.rows_used ?? null },
  rows_set_aside: {
    ...account.rows_set_aside,
    title: { en: 'Set aside', 'zh-CN': '未计入' },
    value: ({ input }) => input?.rows_set_aside ?? null,
  },
  rows_rejected: {
    ...account.rows_rejected,
    title: { en: 'Rejected', 'zh-CN': '无效' },
    value: ({ input }) => input?.rows_rejected ?? null,
  },
  sum_read: {
    title: { en: 'Sum read', 'zh-CN': '读取合计' },
    type: 'money',
    basis: {
      en: 'The column of the amount (of customers: revenue) as it stands in the file, of all rows but totals, blanks and repeated headers: used, set aside, rejected and taken off together; empty where the table has none.',
      'zh-CN':
        '金额列（客户表为销售额）在文件中的原值合计，不含合计行、空行与重复表头；等于使用、未计入、无效与扣减之和；没有金额列时为空。',
    },
    value: ({ input }) => input?.sum_read ?? null,
  },
  sum_used: {
    title: { en: 'Sum used', 'zh-CN': '使用合计' },
    type: 'money',
    basis: { en: 'Amounts of the rows used, after what was taken off.', 'zh-CN': '使用行扣减后的金额合计。' },
    value: ({ input }) => input?.sum_used ?? null,
  },
  sum_set_aside: {
    title: { en: 'Sum set aside', 'zh-CN': '未计入合计' },
    type: 'money',
    basis: { en: 'The column as it stands in the file, of the rows set aside.', 'zh-CN': '未计入行的金额列原值合计。' },
    value: ({ input }) => input?.sum_set_aside ?? null,
  },
  sum_rejected: {
    title: { en: 'Sum rejected', 'zh-CN': '无效合计' },
    type: 'money',
    basis: { en: 'The same of the rows rejected, where the cell can be read.', 'zh-CN': '无效行中金额可读的原值合计。' },
    value: ({ input }) => input?.sum_rejected ?? null,
  },
  taken_off: {
    title: { en: 'Taken off', 'zh-CN': '扣减' },
    type: 'text',
    basis: {
      en: 'What the rows used are less than in the file: refunds, discounts, returns written above zero (twice their amount), repeats of an order’s amount on its lines.',
      'zh-CN':
        '使用行较文件原值减少的金额：退款 refunds、优惠 discounts、以正数记录的退货 returns（按两倍金额）、整单金额在各行的重复 repeats。',
    },
    value: ({ input }) => listText(input?.taken_off ?? {}),
  },
  why: {
    title: { en: 'Reasons', 'zh-CN': '原因' },
    type: 'text',
    basis: { en: 'Why rows were set aside or rejected, with how many.', 'zh-CN': '未计入或无效的原因及行数。' },
    value: ({ input }) => reasonText(input?.reasons ?? {}, lang),
  },
  reasons: {
    title: { en: 'Codes of the reasons', 'zh-CN': '原因代码' },
    type: 'text',
    basis: { en: 'The same by the codes of docs/codes.md.', 'zh-CN': '同上，以 docs/codes.md 中的代码表示。' },
    value: ({ input }) => listText(input?.reasons ?? {}),
  },
});

function reasonText(reasons: Input['reasons'], lang: Lang): string | null {
  return listed(
    Object.entries(reasons).map(([code, rows]) => `${reasonTitle(code)[lang]} ${amountText(rows)}`),
    lang,
  );
}

function listText(parts: Readonly<Record<string, number>>): string | null {
  return (
    Object.entries(parts)
      .map(([code, number]) => `${code} ${number}`)
      .join(', ') || null
  );
}
