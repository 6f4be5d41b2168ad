import type { Lang } from '../../lib/localized.ts';
import type { ResultColumn, ResultRows, TableSection } from '../../result/result.ts';
import { tableTexts } from '../column-texts.ts';
import { cellsOf } from '../sections.ts';
import { sentenceColumns, terminalColumns } from '../terminal-columns.ts';
import { widthOf } from '../text-width.ts';

/** So many columns of text, in characters, stand side by side on a wide page. */
const room = 126;
const roomOfDrawing = 22;
const roomOfSentences = 30;
const roomOfSeveral = 24;

/** A table up to this wide stands beside another one. */
const half = 68;

const leastColumns = 3;
/** Longer texts break into lines of so many characters. */
const broken = 20;
const widestText = 28;
/** Characters between two columns. */
const gap = 2;

/** The columns of a page, in their order. */
export interface PageColumns {
  readonly columns: readonly ResultColumn[];
  readonly sentences: readonly ResultColumn[];
  /** The id that stands below a name, by the id of the column of names. */
  readonly below: ReadonlyMap<string, ResultColumn>;
}

/** Whether a drawing stands beside the rows, and the table in a chapter. */
export interface Look {
  readonly isDrawn: boolean;
  readonly isChapter: boolean;
}

/**
 * The columns of the first glance, and others as far as there is room (of a chapter those of the first glance alone, where there are some), three
 * at least, and sentences. An id stands below the name that it is of.
 */
export function pageColumns(section: TableSection, rows: ResultRows, lang: Lang, look: Look): PageColumns {
  const sentences = sentenceColumns(section).filter((column) => !isBlank(rows, column.id));
  const { columns, leading } = terminalColumns(section);
  const below = new Map(
    section.columns.flatMap((column) => {
      const id = section.columns.find((other) => column.id.endsWith('_name') && other.id === column.id.replace(/_name$/, '_id'));
      return id === undefined || !columns.includes(column) || (look.isChapter && columns.indexOf(column) >= leading && leading > 0)
        ? []
        : [[column.id, id] as const];
    }),
  );
  const ids = new Set([...below.values()].map(({ id }) => id));
  const wanted = (look.isChapter && leading > 0 ? columns.slice(0, leading) : columns).filter(
    (column) => !ids.has(column.id) && !isCertain(section, column),
  );
  // What a chapter is meant to show it shows: long texts break.
  const isMeant = look.isChapter && leading > 0 && section.chart?.kind !== 'heat';
  const width = room - (look.isDrawn ? roomOfDrawing : 0) - sentences.length * (sentences.length > 1 ? roomOfSeveral : roomOfSentences);
  return { columns: isMeant ? wanted : fitting(wanted, rows, lang, width), sentences, below };
}

/** True where two tables like it stand side by side. */
export function isNarrow(section: TableSection, rows: ResultRows, lang: Lang, look: Look): boolean {
  const { columns, sentences } = pageColumns(section, rows, lang, look);
  return leastWidth(columns, rows, lang) + (look.isDrawn ? roomOfDrawing : 0) + sentences.length * roomOfSentences <= half;
}

/** A table up to this wide is one on a phone, too; of others each row is a record there. */
const phone = 46;

/** True where a phone has room for the table, without its drawings. */
export function fitsPhone({ columns, sentences }: PageColumns, rows: ResultRows, lang: Lang): boolean {
  return sentences.length === 0 && leastWidth(columns, rows, lang) <= phone;
}

/** Characters that the columns need, their heads broken where they can be. */
function leastWidth(columns: readonly ResultColumn[], rows: ResultRows, lang: Lang): number {
  const texts = tableTexts(rows, columns, lang);
  const widths = columns.map(({ title }, index) => widest(texts[index] ?? [], Math.min(narrowHead, widthOf(title))));
  return widths.reduce((sum, width) => sum + Math.min(broken, width) + gap, 0);
}

/** The head of a narrow column breaks. */
const narrowHead = 6;

function isBlank(rows: ResultRows, id: string): boolean {
  for (const cell of cellsOf(rows, id)) if (cell !== null && cell !== '') return false;
  return true;
}

/** Of a heat map of shares the first period says nothing: everybody is there. */
function isCertain({ chart, rows }: TableSection, { id, type }: ResultColumn): boolean {
  if (chart?.kind !== 'heat' || type !== 'ratio' || !chart.values.includes(id)) return false;
  for (const cell of cellsOf(rows, id)) if (cell !== null && cell !== 1) return false;
  return true;
}

function fitting(columns: readonly ResultColumn[], rows: ResultRows, lang: Lang, width: number): readonly ResultColumn[] {
  let used = 0;
  const shown: ResultColumn[] = [];
  for (const [index, own] of widthsOf(columns, rows, lang).entries()) {
    used += Math.min(widestText, own) + gap;
    if (shown.length >= leastColumns && used > width) break;
    shown.push(columns[index]!);
  }
  return shown;
}

function widthsOf(columns: readonly ResultColumn[], rows: ResultRows, lang: Lang): number[] {
  const texts = tableTexts(rows, columns, lang);
  return columns.map((column, index) => widthOfColumn(texts[index] ?? [], column));
}

export function widthOfColumn(texts: readonly string[], { title }: ResultColumn): number {
  return widest(texts, Math.min(10, widthOf(title)));
}

function widest(texts: readonly string[], least: number): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), least);
}
