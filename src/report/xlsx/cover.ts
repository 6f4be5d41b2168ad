import type { Style, Worksheet } from 'exceljs';
import { columnLetters } from '../../lib/column-letters.ts';
import type { LogoPicture } from '../../lib/letterhead.ts';
import { fill, type Lang, type Localized } from '../../lib/localized.ts';
import type { Fact, Result, ResultCell, Section, ValueType } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { formatValue, type Shape, unitOf } from '../format.ts';
import { type KeyFigure, keyFigures } from '../key-figures.ts';
import { rangeParts } from '../table-head.ts';
import { columnSide, columnStyle, sheetText, sheetValue } from './cells.ts';
import { type Content, addContents } from './contents.ts';
import type { Book } from './book.ts';
import { placedLogo } from './logo.ts';
import { printSetup } from './page.ts';
import { linesOf, setHeight } from './lines.ts';
import { font, headStyle, quietStyle } from './styles.ts';
import { reportWords } from '../words.ts';

interface CoverParts {
  readonly facts: readonly Section[];
  readonly contents: readonly Content[];
  readonly amounts: ReportOptions['amounts'];
  readonly logo: LogoPicture | null;
}

const widths = [34, 20, 10, 15, 15, 9, 16];
const lastColumn = columnLetters(widths.length);
/** Titles of sheets stand in the columns before this one, what is said of them in it. */
const saidAt = 5;
const titleRoom = widths.slice(0, saidAt - 1).reduce((sum, width) => sum + width, 0);
const whole = widths.reduce((sum, width) => sum + width, 0);

const heading: Partial<Style> = { font: { ...font, bold: true, size: 20 } };
const sentence = (isFirst: boolean): Partial<Style> => ({
  font: { ...font, size: isFirst ? 14 : 12, bold: isFirst },
  alignment: { vertical: 'top', wrapText: true },
});
/** The heading and the sentences are larger than cells. */
const larger = 1.35;

/** The first sheet: what was found and what to do, the figures it rests on, and what else is in the workbook. */
export function addCover(book: Book, name: string, result: Result, { facts, contents, amounts, logo }: CoverParts): void {
  const { lang } = result;
  const sheet = book.workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: printSetup('portrait'),
    headerFooter: book.edges,
    properties: { tabColor: { argb: book.look.tab } },
  });
  sheet.columns = widths.map((width) => ({ width }));
  addWide(sheet, result.title, { font: { ...heading.font, ...book.look.headline } }, 30);
  addWide(sheet, rangeParts(result, amounts).join(' · '), quietStyle);
  if (result.answer.length > 0) addWide(sheet, '', {});
  result.answer.forEach((text, index) => {
    const lines = linesOf(text, whole / (index === 0 ? larger : 1.15));
    addWide(sheet, text, sentence(index === 0), (index === 0 ? 19 : 17) * lines + 3);
  });
  addFigures(sheet, book, name, keyFigures(facts));
  addContents(sheet, contents, lang, { from: 1, to: saidAt - 1, saidAt, room: titleRoom });
  book.finish(sheet, { logo: logo === null ? null : placedLogo(logo, result.company ?? result.title, widths, lang) });
  sheet.commit();
}

function addWide(sheet: Worksheet, text: string, style: Partial<Style>, height?: number): void {
  const row = sheet.addRow([sheetText(text)]);
  row.getCell(1).style = style;
  sheet.mergeCells(`A${row.number}:${lastColumn}${row.number}`);
  if (height !== undefined) row.height = height;
  row.commit();
}

type FigureColumn = readonly [title: Localized, cell: (figure: KeyFigure, lang: Lang) => readonly [ResultCell, ValueType | Shape]];

const figureColumns: readonly FigureColumn[] = [
  [reportWords.figure, ({ fact }) => [fact.title, 'text']],
  [reportWords.value, ({ fact }) => [fact.value, fact]],
  [reportWords.unit, ({ fact }, lang) => [unitOf(fact, lang), 'text']],
  [reportWords.before, ({ fact, before }) => [before?.value ?? null, fact]],
  [
    reportWords.change,
    (figure) => [changeOf(figure), { ...figure.fact, id: 'change', type: figure.fact.type === 'ratio' ? 'points' : figure.fact.type }],
  ],
  [reportWords.base, ({ fact }) => [fact.n, 'integer']],
  [reportWords.interval, ({ fact }, lang) => [intervalOf(fact, lang), 'text']],
];

/** The figures in rows, without the columns that none of them fills. */
function addFigures(sheet: Worksheet, book: Book, name: string, figures: readonly KeyFigure[]): void {
  const { lang } = book;
  if (figures.length === 0) return;
  const columns = figureColumns.filter(([, cell]) => figures.some((figure) => cell(figure, lang)[0] !== null));
  addWide(sheet, '', {});
  const head = sheet.addRow(columns.map(([title]) => fill(title, lang)));
  columns.forEach(
    ([, cell], index) => (head.getCell(index + 1).style = headStyle(index === 0 ? 'text' : typeOf(cell(figures[0]!, lang)[1]))),
  );
  head.commit();
  for (const figure of figures) {
    const row = sheet.addRow([]);
    book.name(`kpi_${figure.fact.id}`, name, `$B$${row.number}`);
    columns.forEach(([, cellOf], index) => {
      const [value, shape] = cellOf(figure, lang);
      const typed = sheetValue(value, shape, lang);
      if (typed === null) return;
      const cell = row.getCell(index + 1);
      cell.value = typed;
      cell.style =
        typeof typed === 'string'
          ? { alignment: { vertical: 'top', wrapText: true, ...columnSide('text') } }
          : columnStyle(shape, typeOf(shape) === figure.fact.type && typeOf(shape) !== 'money' ? [figure.fact.value] : [value]);
      if (typeof typed === 'string') setHeight(row, linesOf(typed, widths[index] ?? whole));
    });
    row.commit();
  }
}

function typeOf(shape: ValueType | Shape): ValueType {
  return typeof shape === 'string' ? shape : shape.type;
}

function changeOf({ fact, before }: KeyFigure): number | null {
  return typeof fact.value === 'number' && typeof before?.value === 'number' ? fact.value - before.value : null;
}

function intervalOf(fact: Fact, lang: Lang): string | null {
  const { low, high } = fact;
  return low === null || high === null ? null : `${formatValue(low, fact, lang)}–${formatValue(high, fact, lang)}`;
}
