import type { Style, Worksheet } from 'exceljs';
import { fill, type Lang } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberIn } from '../chart-spans.ts';
import { formatCount } from '../format.ts';
import { cellOf } from '../sections.ts';
import { columnStyle, sheetValue } from './cells.ts';
import { linesOf } from './lines.ts';
import { addLine, type GridCell, type GridLine } from './grid.ts';
import { font, quietStyle } from './styles.ts';
import { summaryWords } from './summary-words.ts';

/** So many of each list are on the first page. */
const mostRows = 5;
const rowHeight = 22;

export interface SummaryList {
  readonly lang: Lang;
  readonly line: GridLine;
  /** The sheet of a chapter, or of the list itself. */
  readonly sheetOf: (id: string) => string | undefined;
}

const heading: Partial<Style> = { font: { ...font, bold: true, size: 12 } };
const small: Partial<Style> = { font: { ...font, bold: true, color: { argb: 'FF434F5E' } }, alignment: { horizontal: 'left', indent: 1 } };
const levelFonts: Readonly<Record<string, Style['font']>> = {
  urgent: { ...font, bold: true, color: { argb: 'FFA0490F' } },
  important: { ...font, bold: true },
};

/** What needs attention: how urgent, what, how much is at stake, and where there is more of it. */
export function addAttention(sheet: Worksheet, section: TableSection, { lang, line, sheetOf }: SummaryList): void {
  addLine(sheet, { 2: { value: section.title, style: heading } }, { ...line, height: rowHeight, rule: 'strong' });
  const rows = section.rows.slice(0, mostRows);
  for (const row of rows) {
    const chapter = String(cellOf(row, 'chapter_code') ?? cellOf(row, 'chapter') ?? '');
    const target = sheetOf(chapter);
    addLine(
      sheet,
      {
        2: { value: text(row, 'level'), style: { font: levelFonts[text(row, 'level_code')] ?? font } },
        3: { value: text(row, 'what'), to: 9, style: { alignment: { wrapText: true } } },
        10: money(row, section, 'money', lang),
        ...(target === undefined
          ? {}
          : {
              11: {
                value: fill(summaryWords.more, lang, { sheet: row['chapter_code'] === undefined ? target : text(row, 'chapter') }),
                leadsTo: target,
              },
            }),
      },
      { ...line, height: heightOf(text(row, 'what'), whatRoom), rule: 'hair' },
    );
  }
}

/** Characters that the texts have room for in a line, a little less than their columns hold. */
const [whatRoom, whyRoom] = [72, 27] as const;

function heightOf(content: string, room: number): number {
  return Math.max(rowHeight, 14 * linesOf(content, room) + 6);
}

/** What to do: by whom, until when and for how much. */
export function addActions(sheet: Worksheet, section: TableSection, { lang, line, sheetOf }: SummaryList): void {
  const own = sheetOf('actions') ?? sheetOf(section.id);
  const head = (value: string): GridCell => ({ value, style: small });
  addLine(
    sheet,
    {
      2: { value: fill(summaryWords.toDo, lang), style: heading },
      7: head(fill(summaryWords.owner, lang)),
      9: head(fill(summaryWords.due, lang)),
      10: { value: fill(summaryWords.expected, lang), style: { ...small, alignment: { horizontal: 'right', indent: 1 } } },
      11: head(fill(summaryWords.why, lang)),
    },
    { ...line, height: rowHeight, rule: 'strong' },
  );
  const rows = section.rows.slice(0, mostRows);
  rows.forEach((row, index) => {
    const due = sheetValue(cellOf(row, 'due_on'), 'date', lang);
    addLine(
      sheet,
      {
        2: { value: `${index + 1}  ${[text(row, 'action'), text(row, 'about')].filter((part) => part !== '').join(' · ')}`, to: 6 },
        7: { value: text(row, 'rep'), to: 8, style: { alignment: { horizontal: 'left', indent: 1 } } },
        9: { value: due, style: { numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'left', indent: 1 } } },
        10: money(row, section, 'expected_value', lang),
        11: {
          value: text(row, 'why'),
          style: { ...quietStyle, alignment: { horizontal: 'left', indent: 1, wrapText: true, shrinkToFit: false } },
        },
      },
      { ...line, height: heightOf(text(row, 'why'), whyRoom), rule: 'hair' },
    );
  });
  // Kinds of actions say how many they are.
  const all = [...section.rows].reduce((sum, row) => sum + (numberIn(cellOf(row, 'actions')) ?? 1), 0);
  if (own !== undefined && all > mostRows)
    addLine(
      sheet,
      { 2: { value: fill(summaryWords.allOf, lang, { n: formatCount(all), sheet: own }), leadsTo: own } },
      { ...line, height: rowHeight },
    );
}

function text(row: ResultRow, id: string): string {
  return String(cellOf(row, id) ?? '');
}

function money(row: ResultRow, { columns }: TableSection, id: string, lang: Lang): GridCell {
  const value = cellOf(row, id);
  if (typeof value !== 'number')
    return { value: fill(summaryWords.notValued, lang), style: { ...quietStyle, alignment: { horizontal: 'right', indent: 1 } } };
  const column = columns.find((each) => each.id === id) ?? 'money';
  const style = columnStyle(column, [value]);
  return { value: sheetValue(value, column, lang), style: { ...style, font: { ...font, bold: true } } };
}
