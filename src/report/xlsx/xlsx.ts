import { PassThrough } from 'node:stream';
import ExcelJsWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { breathe } from '../../lib/breathe.ts';
import { isIsoDate } from '../../lib/dates.ts';
import { fill } from '../../lib/localized.ts';
import { places, type Result, type Section, type TableSection } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { withoutFolders } from '../file-names.ts';
import { formatCount } from '../format.ts';
import { chosenSections } from '../sections.ts';
import type { Content } from './contents.ts';
import { addCover } from './cover.ts';
import { definitionTable, findingTable, type SheetTable } from './lists.ts';
import { addMethodSheet } from './method.ts';
import { createSheetNames } from './names.ts';
import { isLookedUp, sectionSheet } from './section.ts';
import { Book } from './book.ts';
import { chartDataName } from './charts/chart-data.ts';
import { addSummary } from './summary.ts';
import { summaryParts } from './summary-parts.ts';
import { keptRows } from './rows.ts';
import { periodDays, titleWithCompany } from '../table-head.ts';
import { pageEdges } from './page.ts';
import { streamSharedStrings } from './shared-strings.ts';
import { addTableSheet } from './sheet.ts';
import type { WorkbookWriter } from './styles.ts';
import { workbookLook } from './workbook-look.ts';
import { fixZipTimes, withZipComment } from './zip-times.ts';
import { workbookMark } from '../own-mark.ts';
import { reportWords } from '../words.ts';

/**
 * A workbook: a cover with the answer, one sheet a table in the order in which they are read, findings, definitions of the columns, and
 * last files and method. Sheets of details are hidden unless everything or they themselves are asked for. Cells are typed, text is never a formula, and the bytes depend on the Result alone: document and entry times
 * are fixed.
 */
export async function renderXlsx(whole: Result, options: ReportOptions): Promise<Uint8Array> {
  const result = withoutFolders(whole);
  const { lang } = result;
  const chosen = chosenSections(result, options);
  const sections = options.sections === null ? inReadingOrder(chosen) : chosen;
  const stream = new PassThrough();
  const content = collect(stream);
  const workbook = new ExcelJsWriter({ stream, useSharedStrings: true, useStyles: true });
  streamSharedStrings(workbook);
  setProperties(workbook, result);
  const nameFor = createSheetNames();
  const word = (id: keyof typeof reportWords): string => fill(reportWords[id], lang);
  const cover = nameFor(word('summary'));
  // Named before the sections, so that a section of the same title cannot take these names.
  const [findings, definitions, method] = [nameFor(word('findings')), nameFor(word('definitions')), nameFor(word('method'))];
  const { letterhead = null } = options;
  const book = new Book(workbook, {
    lang,
    cover,
    edges: pageEdges(result, letterhead),
    look: workbookLook(letterhead, lang),
    company: result.company,
    chartData: nameFor(chartDataName(lang)),
  });
  const logo = letterhead?.logo ?? null;
  const tables = sections.filter((section): section is TableSection => section.kind === 'table');
  const sheets = tables.map((section) => ({ section, name: nameFor(section.name ?? section.title) }));
  const showsAll = options.sections !== null || options.detail === 'everything' || result.inputs.length === 0;
  // The figures of a report stand on its first sheet.
  const isOutOfSight = (section: TableSection): boolean => !showsAll && (isLookedUp(section) || section.chart?.kind === 'figures');
  const lists = [
    { name: findings, word: 'findings', table: findingTable(result) },
    { name: definitions, word: 'definitions', table: definitionTable(sections, lang) },
  ] as const;
  const contents: Content[] = [
    ...sheets.map(({ section, name }) => ({
      name,
      title: section.title,
      rows: section.total,
      isDetail: isLookedUp(section),
      isHidden: isOutOfSight(section),
    })),
    ...lists
      .filter(({ table }) => table.rows.length > 0)
      .map((list) => ({
        name: list.name,
        title: word(list.word),
        rows: list.table.rows.length,
        isDetail: true,
        isHidden: false,
      })),
    { name: method, title: word('method'), rows: null, isDetail: false, isHidden: false },
  ];
  const figures = tables.find(({ chart }) => chart?.kind === 'figures');
  if (figures === undefined)
    addCover(book, cover, result, {
      facts: sections.filter((section) => section.kind === 'facts' && section.place !== 'detail'),
      contents,
      amounts: options.amounts,
      logo,
    });
  else addSummary(book, cover, result, { ...summaryParts(result, figures, sheets), contents, amounts: options.amounts, logo });
  for (const { section, name } of sheets) {
    await breathe(options.signal);
    await addTableSheet(book, { ...sectionSheet(name, section, options, result), isHidden: isOutOfSight(section) }, options.signal);
  }
  for (const { name, word: title, table } of lists) await addList(book, { id: title, name, title: word(title) }, table, result);
  addMethodSheet(book, method, result, { sections, letterhead });
  book.writeChartData();
  const [bytes] = await Promise.all([content, workbook.commit()]);
  fixZipTimes(bytes);
  return bytes;
}

/** What is looked up stands behind what is read, details before what is for other programs. */
function inReadingOrder(sections: readonly Section[]): readonly Section[] {
  const isLast = (section: Section): boolean => section.kind === 'table' && isLookedUp(section);
  const ordered = places.flatMap((place) => sections.filter((section) => section.place === place));
  const lookedUp = ordered.filter(isLast);
  return [
    ...ordered.filter((section) => !isLast(section)),
    ...places.toReversed().flatMap((place) => lookedUp.filter((section) => section.place === place)),
  ];
}

/** Findings and definitions, which are looked up; none where there is nothing in it. */
async function addList(
  book: Book,
  sheet: { readonly id: string; readonly name: string; readonly title: string },
  { columns, rows }: SheetTable,
  { lang }: Result,
): Promise<void> {
  if (rows.length === 0) return;
  const message = fill(reportWords.rowCount, lang, { n: formatCount(rows.length) });
  await addTableSheet(book, { ...sheet, message, columns, rows: keptRows(rows), lang, keyColumns: 1, printed: 'all', isDetail: true });
}

function setProperties(workbook: WorkbookWriter, result: Result): void {
  const date = new Date(`${result.as_of !== null && isIsoDate(result.as_of) ? result.as_of : '2000-01-01'}T00:00:00Z`);
  workbook.created = date;
  workbook.modified = date;
  workbook.creator = 'crm-eval';
  workbook.lastModifiedBy = 'crm-eval';
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  workbook.title = titleWithCompany(result);
  workbook.subject = result.period === null ? '' : fill(reportWords.periodValue, result.lang, periodDays(result.period));
}

async function collect(stream: PassThrough): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return withZipComment(chunks, workbookMark);
}
