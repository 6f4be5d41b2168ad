import type { Style, Worksheet } from 'exceljs';
import type { LogoPicture } from '../../lib/letterhead.ts';
import { fill } from '../../lib/localized.ts';
import type { Result, TableSection } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { rangeParts } from '../table-head.ts';
import type { Book, SheetChart } from './book.ts';
import type { ChartPlan } from './charts/chart-plan.ts';
import { type Content, addContents } from './contents.ts';
import { addLine, type GridCell, type GridLine } from './grid.ts';
import { placedLogo } from './logo.ts';
import { pixelsOf, printArea, printSetup } from './page.ts';
import { font, quietStyle } from './styles.ts';
import { addFigureRows, type FigureHistory } from './summary-figures.ts';
import { addActions, addAttention, type SummaryList } from './summary-lists.ts';
import { summaryWords } from './summary-words.ts';

/** Columns A to K, in digits of the font. */
const widths = { 'zh-CN': [2, 24, 12, 12, 10, 12, 10, 10, 18, 20, 30], en: [2, 32, 14, 14, 10, 14, 12, 12, 22, 20, 36] } as const;
const line: GridLine = { columns: [2, 11] };
const lastColumn = 11;
const frozen = 3;
/** Charts stand side by side from these columns on, up to the next or the last. */
const chartColumns = [2, 8] as const;
const [chartHeight, chartRows, mostCharts] = [290, 16, 4] as const;

export interface SummaryParts {
  readonly figures: TableSection;
  readonly history: FigureHistory;
  readonly attention: TableSection | null;
  readonly actions: TableSection | null;
  /** The pictures that may stand on it, each with its title and the sheet that has the rows. */
  readonly charts: readonly { readonly plan: ChartPlan; readonly sheet: string }[];
  readonly sheetOf: SummaryList['sheetOf'];
  readonly contents: readonly Content[];
  readonly amounts: ReportOptions['amounts'];
  readonly logo: LogoPicture | null;
}

/** The first sheet of a report: the period in one sentence, the figures, four pictures, what needs attention and what to do, on one page. */
export function addSummary(book: Book, name: string, result: Result, parts: SummaryParts): void {
  const { lang } = result;
  const own = widths[lang];
  const setup = {
    ...printSetup('portrait'),
    fitToHeight: 1,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
  };
  const sheet = book.workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: frozen, showGridLines: false }],
    pageSetup: setup,
    headerFooter: book.edges,
    properties: { tabColor: { argb: book.look.tab } },
  });
  sheet.columns = own.map((width) => ({ width }));
  addHeadline(sheet, book, result, parts.amounts);
  const { reached, sparklines } = addFigureRows(sheet, book, parts.figures, { sheetName: name, history: parts.history, line });
  const charts = addCharts(
    sheet,
    parts.charts.slice(0, mostCharts),
    own.map((width) => pixelsOf(width, lang)),
  );
  const list = { lang, line, sheetOf: parts.sheetOf };
  for (const [section, add] of [
    [parts.attention, addAttention],
    [parts.actions, addActions],
  ] as const) {
    if (section === null || section.total === 0) continue;
    addLine(sheet, {}, line);
    add(sheet, section, list);
  }
  addLine(sheet, {}, line);
  const left = (result.chapters ?? []).filter(({ missing }) => missing !== null).map((chapter) => chapter.name);
  const separator = lang === 'en' ? ', ' : '、';
  const quiet = (value: string): Record<number, GridCell> => ({
    2: { value, style: { ...quietStyle, alignment: { wrapText: true } }, to: lastColumn },
  });
  if (left.length > 0) addLine(sheet, quiet(fill(summaryWords.missing, lang, { list: left.join(separator) })), line);
  const last = addLine(sheet, quiet(fill(summaryWords.notation, lang)), { ...line, height: 30 });
  sheet.pageSetup.printArea = printArea({ from: 1, to: lastColumn }, last);
  addContents(sheet, parts.contents, lang, { from: 2, to: 8, saidAt: 9 });
  const logo = parts.logo === null ? null : placedLogo(parts.logo, result.company ?? result.title, own, lang);
  book.finish(sheet, { charts, logo, sparklines, bars: [{ area: `E${reached[0]}:E${reached[1]}`, full: 1 }] });
  sheet.commit();
}

const title: Partial<Style> = { font: { ...font, bold: true, size: 18 } };

function addHeadline(sheet: Worksheet, book: Book, result: Result, amounts: ReportOptions['amounts']): void {
  const [first = '', ...others] = result.answer;
  addLine(
    sheet,
    { 2: { value: result.title, style: { font: { ...title.font, ...book.look.headline } }, to: lastColumn } },
    { ...line, height: 30 },
  );
  addLine(
    sheet,
    {
      2: {
        value: rangeParts(result, amounts).join(' · '),
        style: { ...quietStyle, font: { ...quietStyle.font, size: 9 } },
        to: lastColumn,
      },
    },
    line,
  );
  const sentence: Partial<Style> = { font: { ...font, bold: true, size: 12 }, alignment: { wrapText: true } };
  addLine(sheet, { 2: { value: first, style: sentence, to: lastColumn } }, { ...line, height: 24, rule: 'strong' });
  addLine(sheet, others.length === 0 ? {} : { 2: { value: others.join(' '), to: lastColumn } }, { ...line, height: 22 });
}

/** Pictures in pairs, each below its title, which leads to its rows. */
function addCharts(sheet: Worksheet, charts: SummaryParts['charts'], pixels: readonly number[]): SheetChart[] {
  const placed: SheetChart[] = [];
  for (let pair = 0; pair < charts.length; pair += chartColumns.length) {
    addLine(sheet, {}, line);
    const some = charts.slice(pair, pair + chartColumns.length);
    const ends = some.map((_, index) => (index === some.length - 1 ? lastColumn : chartColumns[index + 1]! - 1));
    const titles = some.map(({ plan, sheet: leadsTo }, index): [number, GridCell] => [
      chartColumns[index]!,
      { value: plan.title, leadsTo, to: ends[index]!, style: { font: { ...font, bold: true, size: 11 }, alignment: { wrapText: true } } },
    ]);
    const row = addLine(sheet, Object.fromEntries(titles), { ...line, height: 30 });
    for (let blank = 0; blank < chartRows; blank += 1) addLine(sheet, {}, line);
    some.forEach(({ plan }, index) => {
      const first = chartColumns[index]!;
      const width = pixels.slice(first - 1, ends[index]).reduce((sum, each) => sum + each, 0) - gap;
      placed.push({ plan, at: [first - 1, row], size: [width, chartHeight] });
    });
  }
  return placed;
}

/** Pixels between two pictures. */
const gap = 12;
