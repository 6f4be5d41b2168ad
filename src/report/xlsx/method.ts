import type { Style, Worksheet } from 'exceljs';
import type { Letterhead } from '../../lib/letterhead.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import type { Result, ResultCell, Section, ValueType } from '../../result/result.ts';
import { type Shape, unitOf } from '../format.ts';
import { findingsSaid, metricsByNeed } from '../table-findings.ts';
import type { Book } from './book.ts';
import { columnStyle, sheetText, sheetValue } from './cells.ts';
import { inputTable, printedOfInputs } from './lists.ts';
import { printArea, printSetup } from './page.ts';
import { linesOf, setHeight } from './lines.ts';
import { font, headStyle, titleStyle } from './styles.ts';
import { reportWords } from '../words.ts';

const widths = [34, 16, 14, 11, 11, 11, 11, 18, 18, 34, 34, 34, 14, 18, 18, 40];
const partStyle: Partial<Style> = { font: { ...font, bold: true, size: 12 } };
const labelStyle: Partial<Style> = { font: { ...font, bold: true }, alignment: { vertical: 'top' } };
const textStyle: Partial<Style> = { alignment: { vertical: 'top', wrapText: true } };

type Typed = readonly [ResultCell, ValueType | Shape];

/** The last sheet: with what and from which files, and all single figures. */
export function addMethodSheet(
  book: Book,
  name: string,
  result: Result,
  { sections, letterhead }: { readonly sections: readonly Section[]; readonly letterhead: Letterhead | null },
): void {
  const { lang } = result;
  const sheet = book.workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { ...printSetup(), fitToHeight: 1 },
    headerFooter: book.edges,
  });
  sheet.columns = widths.map((width) => ({ width }));
  addLine(sheet, lang, [[fill(reportWords.method, lang), 'text']], { ...titleStyle, font: { ...titleStyle.font, ...book.look.headline } });
  addLine(
    sheet,
    lang,
    [
      [fill(reportWords.command, lang), 'text'],
      [`crm-eval ${result.command}`, 'text'],
    ],
    labelStyle,
  );
  addLine(
    sheet,
    lang,
    [
      [fill(reportWords.engine, lang), 'text'],
      [result.engine, 'text'],
    ],
    labelStyle,
  );
  addLine(
    sheet,
    lang,
    [
      [fill(reportWords.findings, lang), 'text'],
      [findingsSaid(result), 'text'],
    ],
    labelStyle,
  );
  if (letterhead !== null)
    addLine(
      sheet,
      lang,
      [
        [fill(reportWords.template, lang), 'text'],
        [`${letterhead.file} · SHA-256 ${letterhead.sha256}`, 'text'],
      ],
      labelStyle,
    );
  const printed = addInputs(sheet, result);
  // Figures and what was not computed are looked up on the screen.
  sheet.pageSetup.printArea = printArea({ from: 1, to: printedOfInputs }, printed);
  addNotes(sheet, result);
  for (const section of sections) addFacts(sheet, section, lang);
  addNotComputed(sheet, result);
  sheet.commit();
}

function addLine(sheet: Worksheet, lang: Lang, cells: readonly Typed[], first: Partial<Style> | null): number {
  const row = sheet.addRow([]);
  let tallest = 1;
  cells.forEach(([value, shape], index) => {
    const type = typeof shape === 'string' ? shape : shape.type;
    const typed = sheetValue(value, shape, lang);
    if (typed === null) return;
    if (first === null && typeof typed === 'string') tallest = Math.max(tallest, linesOf(typed, widths[index] ?? 1));
    const cell = row.getCell(index + 1);
    cell.value = typed;
    cell.style = first === null ? (type === 'text' || type === 'id' ? textStyle : columnStyle(shape, [value])) : index === 0 ? first : {};
  });
  setHeight(row, tallest);
  row.commit();
  return row.number;
}

function addPart(sheet: Worksheet, lang: Lang, title: string, heads: readonly (readonly [title: string, type: ValueType])[]): void {
  addLine(sheet, lang, [], null);
  addLine(sheet, lang, [[title, 'text']], partStyle);
  const row = sheet.addRow(heads.map(([head]) => sheetText(head)));
  heads.forEach(([, type], index) => (row.getCell(index + 1).style = headStyle(type)));
  row.commit();
}

/** Yields the last row of them. */
function addInputs(sheet: Worksheet, result: Result): number {
  const { lang } = result;
  const { columns, rows } = inputTable(result);
  let last = sheet.lastRow?.number ?? 1;
  if (rows.length === 0) return last;
  addPart(
    sheet,
    lang,
    fill(reportWords.inputs, lang),
    columns.map(({ title, type }) => [title, type]),
  );
  for (const row of rows)
    last = addLine(
      sheet,
      lang,
      row.map((value, index): Typed => [value, columns[index]?.type ?? 'text']),
      null,
    );
  return last;
}

/** What the chapters of a report rest on; a sentence runs on as far as it needs. */
function addNotes(sheet: Worksheet, { chapters = [], lang }: Result): void {
  const noted = chapters.flatMap(({ number, name, note }) => (note === null ? [] : [[`${number} ${name}`, note] as const]));
  if (noted.length === 0) return;
  addLine(sheet, lang, [], null);
  addLine(sheet, lang, [[fill(reportWords.notes, lang), 'text']], partStyle);
  for (const [name, note] of noted)
    addLine(
      sheet,
      lang,
      [
        [name, 'text'],
        [note, 'text'],
      ],
      labelStyle,
    );
}

function addFacts(sheet: Worksheet, section: Section, lang: Lang): void {
  if (section.kind !== 'facts') return;
  const w = reportWords;
  addPart(sheet, lang, section.title, [
    [fill(w.figure, lang), 'text'],
    [fill(w.value, lang), 'number'],
    [fill(w.unit, lang), 'text'],
    [fill(w.base, lang), 'number'],
    [fill(w.low, lang), 'number'],
    [fill(w.high, lang), 'number'],
  ]);
  for (const fact of section.facts) {
    addLine(
      sheet,
      lang,
      [
        [fact.title, 'text'],
        [fact.value, fact],
        [unitOf(fact, lang), 'text'],
        [fact.n, 'integer'],
        [fact.low, fact],
        [fact.high, fact],
      ],
      null,
    );
  }
}

function addNotComputed(sheet: Worksheet, { not_computed: notComputed, lang }: Result): void {
  if (notComputed.length === 0) return;
  const separator = fill(reportWords.listSeparator, lang);
  addPart(sheet, lang, fill(reportWords.notComputedTitle, lang), [
    [fill(reportWords.figure, lang), 'text'],
    [fill(reportWords.needsTitle, lang), 'text'],
  ]);
  for (const { metrics, needs } of metricsByNeed(notComputed))
    addLine(
      sheet,
      lang,
      [
        [metrics.join(separator), 'text'],
        [needs.join(separator), 'text'],
      ],
      null,
    );
}
