import type { Style, Worksheet } from 'exceljs';
import { fill, type Lang } from '../lib/localized.ts';
import type { FactsSection, Result, ResultCell, Section, ValueType } from '../result/result.ts';
import { unitOf } from './format.ts';
import { levelCounts, metricsByNeed } from './table-findings.ts';
import { periodDays } from './table-head.ts';
import { columnStyle, sheetText, sheetValue } from './xlsx-cells.ts';
import { font, headStyle, linesOf, pageFooter, printSetup, setHeight } from './xlsx-sheet.ts';
import type { WorkbookWriter } from './xlsx-sheet.ts';
import { reportWords } from './words.ts';

const widths = [34, 24, 14, 14, 14, 14, 14, 66];
const titleStyle: Partial<Style> = { font: { ...font, bold: true, size: 16 } };
const headingStyle: Partial<Style> = { font: { ...font, bold: true, size: 12 } };
const labelStyle: Partial<Style> = { font: { ...font, bold: true }, alignment: { vertical: 'top' } };
const textStyle: Partial<Style> = { alignment: { vertical: 'top', wrapText: true } };
/** Beside a label: it may run over into the empty cells to the right. */
const besideStyle: Partial<Style> = { alignment: { vertical: 'top', horizontal: 'left' } };

type Typed = readonly [ResultCell, ValueType];

/** The first sheet: what was computed, as of when, from which files, how many findings, and all facts. */
export function addSummarySheet(workbook: WorkbookWriter, name: string, result: Result, sections: readonly Section[]): void {
  const { lang } = result;
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: printSetup(),
    headerFooter: { oddFooter: pageFooter(lang) },
  });
  sheet.columns = widths.map((width) => ({ width }));
  addLine(sheet, lang, [[`crm-eval ${result.command}`, 'text']], titleStyle);
  const label = (word: (typeof reportWords)[keyof typeof reportWords], value: Typed): void =>
    addLine(sheet, lang, [[fill(word, lang), 'text'], value], labelStyle);
  if (result.as_of !== null) label(reportWords.asOfTitle, [result.as_of, 'date']);
  if (result.period !== null) label(reportWords.periodTitle, [fill(reportWords.periodValue, lang, periodDays(result.period)), 'text']);
  label(reportWords.engine, [result.engine, 'text']);
  label(reportWords.findings, [
    result.findings.length === 0 ? fill(reportWords.noFindings, lang) : fill(reportWords.levelCounts, lang, levelCounts(result.findings)),
    'text',
  ]);
  for (const section of sections) if (section.kind === 'facts') addFacts(sheet, section, lang);
  addInputs(sheet, result);
  addNotComputed(sheet, result);
  sheet.commit();
}

function addLine(sheet: Worksheet, lang: Lang, cells: readonly Typed[], first: Partial<Style> | null): void {
  const row = sheet.addRow([]);
  let tallest = 1;
  cells.forEach(([value, type], index) => {
    const typed = sheetValue(value, type, lang);
    if (typed === null) return;
    if (first === null && typeof typed === 'string') tallest = Math.max(tallest, linesOf(typed, widths[index] ?? 1));
    const cell = row.getCell(index + 1);
    cell.value = typed;
    cell.style = styleOf(index, type, value, first);
  });
  setHeight(row, tallest);
  row.commit();
}

/** `first` is the style of a label or title; the cells of a block have none. */
function styleOf(index: number, type: ValueType, value: ResultCell, first: Partial<Style> | null): Partial<Style> {
  if (first !== null) return index === 0 ? first : type === 'text' ? besideStyle : { ...columnStyle(type, [value]), ...besideStyle };
  return type === 'text' || type === 'id' ? textStyle : columnStyle(type, [value]);
}

/** `figures`: which columns hold figures. */
function addBlock(sheet: Worksheet, lang: Lang, title: string, heads: readonly string[], figures: readonly number[]): void {
  addLine(sheet, lang, [], null);
  addLine(sheet, lang, [[title, 'text']], headingStyle);
  const row = sheet.addRow(heads.map(sheetText));
  heads.forEach((_, index) => (row.getCell(index + 1).style = headStyle(figures.includes(index) ? 'number' : 'text')));
  row.commit();
}

function addFacts(sheet: Worksheet, section: FactsSection, lang: Lang): void {
  const w = reportWords;
  addBlock(
    sheet,
    lang,
    section.title,
    [
      fill(w.figure, lang),
      fill(w.value, lang),
      fill(w.unit, lang),
      fill(w.base, lang),
      fill(w.low, lang),
      fill(w.high, lang),
      '',
      fill(w.basis, lang),
    ],
    [1, 3, 4, 5],
  );
  for (const fact of section.facts) {
    addLine(
      sheet,
      lang,
      [
        [fact.title, 'text'],
        [fact.value, fact.type],
        [unitOf(fact, lang), 'text'],
        [fact.n, 'integer'],
        [fact.low, fact.type],
        [fact.high, fact.type],
        [null, 'text'],
        [fact.basis, 'text'],
      ],
      null,
    );
  }
}

function addInputs(sheet: Worksheet, { inputs, lang }: Result): void {
  if (inputs.length === 0) return;
  const w = reportWords;
  addBlock(
    sheet,
    lang,
    fill(w.inputs, lang),
    [...[w.file, w.sheet, w.role, w.rowsRead, w.rowsUsed, w.rowsSetAside, w.rowsRejected].map((word) => fill(word, lang)), 'SHA-256'],
    [3, 4, 5, 6],
  );
  for (const input of inputs) {
    const counts = [input.rows_read, input.rows_used, input.rows_set_aside, input.rows_rejected].map((count): Typed => [count, 'integer']);
    addLine(sheet, lang, [[input.file, 'text'], [input.sheet, 'text'], [input.role, 'text'], ...counts, [input.sha256, 'id']], null);
  }
}

function addNotComputed(sheet: Worksheet, { not_computed: notComputed, lang }: Result): void {
  if (notComputed.length === 0) return;
  const separator = fill(reportWords.listSeparator, lang);
  addBlock(
    sheet,
    lang,
    fill(reportWords.notComputedTitle, lang),
    [fill(reportWords.needsTitle, lang), '', '', '', '', '', '', fill(reportWords.figure, lang)],
    [],
  );
  for (const { metrics, needs } of metricsByNeed(notComputed)) {
    const empty: Typed[] = Array.from({ length: 6 }, () => [null, 'text'] as const);
    addLine(sheet, lang, [[needs.join(separator), 'text'], ...empty, [metrics.join(separator), 'text']], null);
  }
}
