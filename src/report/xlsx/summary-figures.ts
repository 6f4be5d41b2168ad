import type { Style, Worksheet } from 'exceljs';
import { fill, type Lang } from '../../lib/localized.ts';
import type { ResultColumn, ResultRow, TableSection } from '../../result/result.ts';
import { againstText, restsOn } from '../figure-words.ts';
import { formatCount, missing } from '../format.ts';
import { cellOf, cellShape } from '../sections.ts';
import type { Book, SheetSparkline } from './book.ts';
import { columnStyle, sheetValue } from './cells.ts';
import { addLine, type GridCell, type GridLine } from './grid.ts';
import { font, quietStyle } from './styles.ts';
import { summaryWords } from './summary-words.ts';
import { widthOf } from '../text-width.ts';
import { reportWords } from '../words.ts';

/** What was earlier, of the figures that have a history: by the id of the figure, the earliest first. */
export type FigureHistory = ReadonlyMap<string, readonly { readonly month: string; readonly value: number | null }[]>;

/** The columns of the summary that the figures stand in. */
const at = { title: 2, value: 3, target: 4, reached: 5, before: 6, change: 7, share: 8, verdict: 9, history: 10, basis: 11 } as const;
const rowHeight = 24;
/** The column of what a figure rests on takes so much a line; two lines have room in a row. */
const basisWidth = 26;
const lineHeight = 12;

/** What the rows came to: the cells of what is reached, and the small columns. */
export interface FigureRows {
  readonly reached: readonly [first: number, last: number];
  readonly sparklines: readonly SheetSparkline[];
}

/** A row a figure: value, target and how much of it, what it was, and whether the change is more than chance. Every value has a name. */
export function addFigureRows(
  sheet: Worksheet,
  book: Book,
  section: TableSection,
  { sheetName, history, line }: { readonly sheetName: string; readonly history: FigureHistory; readonly line: GridLine },
): FigureRows {
  const { lang } = book;
  addLine(sheet, headOf(section, history, lang), { ...line, height: rowHeight, rule: 'strong' });
  const sparklines: SheetSparkline[] = [];
  let [first, last] = [0, 0];
  for (const row of section.rows) {
    const basis = basisOf(section, row, lang);
    const height = Math.max(rowHeight, Math.ceil(widthOf(basis) / basisWidth) * lineHeight);
    const number = addLine(sheet, figureCells(section, row, basis, lang), { ...line, height, rule: 'hair' });
    if (first === 0) first = number;
    last = number;
    const id = String(cellOf(row, 'id') ?? '');
    book.name(`kpi_${id}`, sheetName, `$C$${number}`);
    const months = history.get(id) ?? [];
    if (months.length > 1)
      sparklines.push({
        cell: `J${number}`,
        title: String(cellOf(row, 'figure') ?? id),
        labels: months.map(({ month }) => month),
        figures: months.map(({ value }) => value),
      });
  }
  return { reached: [first, last], sparklines };
}

function headOf({ columns }: TableSection, history: FigureHistory, lang: Lang): Record<number, GridCell> {
  const title = (id: string): string => columns.find((column) => column.id === id)?.title ?? '';
  const months = Math.max(0, ...[...history.values()].map(({ length }) => length));
  const texts: readonly (readonly [column: number, text: string, isNumber: boolean])[] = [
    [at.title, title('figure'), false],
    [at.value, title('value'), true],
    [at.target, title('target'), true],
    [at.reached, fill(summaryWords.reached, lang), true],
    [at.before, title('before'), true],
    [at.change, title('difference'), true],
    [at.share, fill(summaryWords.changeShare, lang), true],
    [at.verdict, title('verdict'), false],
    ...(months === 0 ? [] : [[at.history, fill(summaryWords.months, lang, { n: months }), false] as const]),
    [at.basis, fill(summaryWords.basis, lang), false],
  ];
  return Object.fromEntries(
    texts.map(([column, value, isNumber]): [number, GridCell] => [
      column,
      { value, style: { font: { ...font, bold: true, color: { argb: 'FF434F5E' } }, alignment: sideOf(column, isNumber) } },
    ]),
  );
}

function sideOf(column: number, isNumber: boolean): Style['alignment'] {
  return { horizontal: isNumber ? 'right' : 'left', indent: column === at.title ? 0 : 1 };
}

const signedPoints = { en: '+0.0" pp";"−"0.0" pp";0.0" pp"', 'zh-CN': '+0.0" 点";"−"0.0" 点";0.0" 点"' } as const;

function figureCells(section: TableSection, row: ResultRow, basis: string, lang: Lang): Record<number, GridCell> {
  const column = (id: string): ResultColumn | undefined => section.columns.find((each) => each.id === id);
  const number = (id: string): GridCell => {
    const declared = column(id);
    const value = cellOf(row, id);
    if (declared === undefined || value === null)
      return { value: missing, style: { ...quietStyle, alignment: { horizontal: 'right', indent: 1 } } };
    const shape = cellShape(row, declared);
    const style = columnStyle(shape, [value]);
    return { value: sheetValue(value, shape, lang), style: shape.type === 'points' ? { ...style, numFmt: signedPoints[lang] } : style };
  };
  const unit = cellOf(row, 'unit');
  const title = String(cellOf(row, 'figure') ?? '');
  const value = number('value');
  return {
    [at.title]: {
      value: typeof unit === 'string' ? fill(reportWords.withUnit, lang, { title, unit }) : title,
      style: { alignment: { horizontal: 'left', wrapText: true } },
    },
    [at.value]: { ...value, style: { ...value.style, font: { ...font, bold: true } } },
    [at.target]: number('target'),
    [at.reached]: number('attainment'),
    [at.before]: number('before'),
    [at.change]: number('difference'),
    [at.share]: number('relative'),
    [at.verdict]: verdictCell(row),
    [at.basis]: {
      value: basis,
      style: { ...quietStyle, alignment: { horizontal: 'left', indent: 1, wrapText: true } },
    },
  };
}

/** Only a change that is more than chance, of a figure with a favourable way, has a colour, and with it a sign. */
function verdictCell(row: ResultRow): GridCell {
  const alignment = { horizontal: 'left', indent: 1, wrapText: true } as const;
  const verdict = cellOf(row, 'verdict');
  const judgement = cellOf(row, 'judgement');
  if (typeof verdict !== 'string') return { value: missing, style: { ...quietStyle, alignment } };
  if (judgement !== 'better' && judgement !== 'worse') return { value: verdict, style: { ...quietStyle, alignment } };
  const isWorse = judgement === 'worse';
  return {
    value: `${isWorse ? '▼' : '▲'} ${verdict}`,
    style: { font: { ...font, bold: true, color: { argb: isWorse ? 'FFA0490F' : 'FF1F5FA8' } }, alignment },
  };
}

/** What the figure rests on, and what it is compared with. */
function basisOf(section: TableSection, row: ResultRow, lang: Lang): string {
  const [n, target, before] = ['n', 'target_name', 'before_name'].map((id) => cellOf(row, id));
  const rests = restsOn(section, row, lang);
  return [
    ...(typeof target === 'string' ? [fill(summaryWords.againstOther, lang, { target })] : []),
    ...(rests.length > 0 || typeof n !== 'number' ? rests : [fill(reportWords.baseOf, lang, { n: formatCount(n) })]),
    ...(typeof before === 'string' ? [againstText(before, lang)] : []),
  ].join(lang === 'zh-CN' ? '；' : '; ');
}
