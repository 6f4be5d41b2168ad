import type { Style, Worksheet } from 'exceljs';
import { fill, type Lang } from '../../lib/localized.ts';
import { formatCount } from '../format.ts';
import { addLine } from './grid.ts';
import { rowsOfPage } from './page.ts';
import { font, quietStyle } from './styles.ts';
import { cutToWidth } from '../text-width.ts';
import { reportWords } from '../words.ts';

/** A sheet that the first one leads to. */
export interface Content {
  readonly name: string;
  readonly title: string;
  readonly rows: number | null;
  /** For the screen: of a long one the first page is printed. */
  readonly isDetail: boolean;
  readonly isHidden: boolean;
}

/** The columns that titles of sheets stand in, and the one where it is said what they hold. */
export interface ContentColumns {
  readonly from: number;
  readonly to: number;
  readonly saidAt: number;
  /** So many characters of a title are shown. */
  readonly room?: number;
}

const partHeading: Partial<Style> = { font: { ...font, bold: true, size: 12 } };
const usualRoom = 79;

/** Links to what is seen, then the names of what is hidden, to which no link leads. */
export function addContents(sheet: Worksheet, contents: readonly Content[], lang: Lang, columns: ContentColumns): void {
  const parts = [
    [reportWords.contents, contents.filter(({ isHidden }) => !isHidden)],
    [reportWords.hiddenSheets, contents.filter(({ isHidden }) => isHidden)],
  ] as const;
  for (const [heading, some] of parts) {
    if (some.length === 0) continue;
    addLine(sheet, {}, { columns: [columns.from, columns.to] });
    addLine(sheet, { [columns.from]: { value: fill(heading, lang), style: partHeading } }, { columns: [columns.from, columns.to] });
    for (const content of some) addContent(sheet, content, lang, columns);
  }
}

function addContent(
  sheet: Worksheet,
  { name, title, rows, isDetail, isHidden }: Content,
  lang: Lang,
  { from, to, saidAt, room = usualRoom }: ContentColumns,
): void {
  const said = [
    ...(rows === null ? [] : [fill(reportWords.rowCount, lang, { n: formatCount(rows) })]),
    ...(isDetail && !isHidden && (rows ?? 0) > rowsOfPage ? [fill(reportWords.firstPrinted, lang, { n: rowsOfPage })] : []),
  ];
  addLine(
    sheet,
    {
      [from]: { value: cutToWidth(title, room), to, leadsTo: isHidden ? undefined : name },
      [saidAt]: { value: said.join(' · '), style: quietStyle },
    },
    { columns: [from, saidAt] },
  );
}
