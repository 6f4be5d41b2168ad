import { PassThrough } from 'node:stream';
import ExcelJsWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { CrmEvalError } from '../errors.ts';
import { isIsoDate } from '../lib/dates.ts';
import { fill, type Lang } from '../lib/localized.ts';
import type { Result, Section, TableSection } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { titleWithUnit } from './format.ts';
import { cellOf, cellType, chosenRows, chosenSections } from './sections.ts';
import { definitionTable, findingTable, inputTable } from './xlsx-lists.ts';
import type { SheetTable } from './xlsx-lists.ts';
import { createSheetNames } from './xlsx-names.ts';
import { addTableSheet } from './xlsx-sheet.ts';
import type { WorkbookWriter } from './xlsx-sheet.ts';
import { addSummarySheet } from './xlsx-summary.ts';
import { fixZipTimes } from './zip-times.ts';
import { reportWords } from './words.ts';

/** Rows of a sheet, without its header. */
const mostRows = 1_048_575;
/** Columns that stay in view: up to the id, if it is among the first. */
const mostKeyColumns = 3;

/**
 * A workbook: summary, one sheet a table section, findings, inputs, definitions of the columns. Cells are typed, text is never a
 * formula, and the bytes depend on the Result alone: document and entry times are fixed.
 */
export async function renderXlsx(result: Result, options: ReportOptions): Promise<Uint8Array> {
  const { lang } = result;
  const sections = chosenSections(result, options);
  const stream = new PassThrough();
  const content = collect(stream);
  const workbook = new ExcelJsWriter({ stream, useSharedStrings: true, useStyles: true });
  setProperties(workbook, result);
  const nameFor = createSheetNames();
  const name = (word: keyof typeof reportWords): string => nameFor(fill(reportWords[word], lang));
  addSummarySheet(workbook, name('summary'), result, sections);
  // Named before the sections, so that a section of the same title cannot take these names.
  const lists = (['findings', 'inputs', 'definitions'] as const).map((word) => ({ word, name: name(word) }));
  for (const section of sections) if (section.kind === 'table') addSection(workbook, nameFor(section.title), section, options, lang);
  for (const { word, name: sheet } of lists) {
    const { columns, rows } = listOf(word, result, sections);
    if (rows.length > 0) addTableSheet(workbook, sheet, columns, rows, lang, 1);
  }
  const [bytes] = await Promise.all([content, workbook.commit()]);
  fixZipTimes(bytes);
  return bytes;
}

function listOf(word: 'findings' | 'inputs' | 'definitions', result: Result, sections: readonly Section[]): SheetTable {
  if (word === 'findings') return findingTable(result);
  return word === 'inputs' ? inputTable(result) : definitionTable(sections, result.lang);
}

function addSection(workbook: WorkbookWriter, name: string, section: TableSection, options: ReportOptions, lang: Lang): void {
  const chosen = chosenRows(section, options);
  if (chosen.length > mostRows) throw tooManyRows(section, chosen.length);
  const columns = section.columns.map((column) => ({
    title: titleWithUnit(column, lang),
    type: column.type,
    ...(column.code_of === undefined ? {} : { hidden: true }),
    ...(column.type_from === undefined ? {} : { types: Array.from(chosen, (row) => cellType(row, column)) }),
  }));
  const rows = Array.from(chosen, (row) => section.columns.map((column) => cellOf(row, column.id)));
  const id = section.columns.slice(0, mostKeyColumns).findIndex((column) => column.type === 'id');
  addTableSheet(workbook, name, columns, rows, lang, Math.min(section.columns.length, Math.max(0, id) + 1));
}

function tooManyRows(section: TableSection, rows: number): CrmEvalError {
  return new CrmEvalError(
    'too-many-rows-for-xlsx',
    'usage',
    {
      en: `section ${section.id} has ${rows} rows, an Excel sheet holds ${mostRows}`,
      'zh-CN': `${section.id} 有 ${rows} 行，超过 Excel 工作表上限 ${mostRows} 行`,
    },
    { fix: { en: 'use --format csv, or --limit', 'zh-CN': '请改用 --format csv，或加 --limit' } },
  );
}

function setProperties(workbook: WorkbookWriter, result: Result): void {
  const date = new Date(`${result.as_of !== null && isIsoDate(result.as_of) ? result.as_of : '2000-01-01'}T00:00:00Z`);
  workbook.created = date;
  workbook.modified = date;
  workbook.creator = 'crm-eval';
  workbook.lastModifiedBy = 'crm-eval';
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  workbook.title = `crm-eval ${result.command}`;
}

async function collect(stream: PassThrough): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
