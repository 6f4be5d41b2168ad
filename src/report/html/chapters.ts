import type { Lang } from '../../lib/localized.ts';
import type { Result, Section } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { fill } from '../../lib/localized.ts';
import { titleWithUnit } from '../format.ts';
import { widthOf } from '../text-width.ts';
import { chartFigure, isDrawnInRows, type Room } from './chart.ts';
import { factsTable } from './facts.ts';
import { type Markup, markup } from './markup.ts';
import { withoutOptions } from './plain-fix.ts';
import { isNarrow } from './table-columns.ts';
import { rowsOnPage, tableMarkup, type TablePlace } from './table.ts';
import { htmlWords } from './words.ts';

/** Rows of each table of a chapter; all of them are in the workbook. */
const rowsOfChapter = 8;

/** Rows of a table that is a map: the first of them say nothing. */
const rowsOfMap = 13;

export interface ShownChapter {
  readonly chapter: NonNullable<Result['chapters']>[number];
  readonly sections: readonly Section[];
}

/** A chapter with its finding as the title, and below it each of its sections, two side by side where they are narrow. */
export function chapterMarkup({ chapter, sections }: ShownChapter, options: ReportOptions, lang: Lang, place: TablePlace): Markup {
  const { id, number, name, title, missing, note } = chapter;
  const rows: Markup[] = [];
  for (let index = 0; index < sections.length; index += 1) {
    const [one, other] = [sections[index]!, sections[index + 1]];
    const isPair = other !== undefined && [one, other].every((section) => isHalf(section, limited(section, options), lang));
    if (isPair) index += 1;
    const parts = isPair ? [one, other] : [one];
    const cells = parts.map((section) =>
      partMarkup(section, title, { options: limited(section, options), lang, place, room: isPair ? 'half' : 'whole' }),
    );
    rows.push(isPair ? markup`<div class="two">${cells}</div>\n` : markup`${cells}\n`);
  }
  return markup`<section id="${id}" class="chapter"><p class="kicker"><b>${number}</b> ${name}</p><h2>${phrases(title)}</h2>
${missing !== null && markup`<p class="note">${withoutOptions(missing)}</p>`}${rows}${note !== null && markup`<p class="note">${note}</p>\n`}</section>\n`;
}

interface Look {
  readonly options: ReportOptions;
  readonly lang: Lang;
  readonly place: TablePlace;
  readonly room: Room;
}

function limited(section: Section, options: ReportOptions): ReportOptions {
  const isMap = section.kind === 'table' && (section.chart?.kind === 'heat' || section.chart?.kind === 'matrix');
  const most = isMap ? rowsOfMap : Math.min(rowsOfChapter, ownMost(section));
  return { ...options, limit: options.limit ?? most };
}

/** As many rows as the section wants to be seen, where it says so. */
function ownMost(section: Section): number {
  const most = section.kind === 'table' ? section.glance.most : null;
  return most === null || most === 0 ? rowsOfChapter : most;
}

/** One section of a chapter; a title that is that of the chapter is not said again. */
function partMarkup(section: Section, ofChapter: string, look: Look): Markup {
  const title = section.title === ofChapter && section.kind === 'table' ? (section.name ?? section.title) : section.title;
  return markup`<div class="part"><h3 id="${section.id}">${withUnit(section, title, look.lang)}</h3>
${sectionMarkup(section, look)}</div>`;
}

/** A picture of money says in what unit it is, where that is another than that of the files. */
function withUnit(section: Section, title: string, lang: Lang): string {
  if (section.kind === 'facts' || section.chart === null || isDrawnInRows(section) || !('value' in section.chart)) return title;
  const { value } = section.chart;
  const column = section.columns.find(({ id, type }) => id === value && type === 'money');
  return column === undefined ? title : titleWithUnit({ ...column, title }, lang);
}

/** The picture of a section and its table; behind a line that opens it where the picture says all. */
function sectionMarkup(section: Section, { options, lang, place, room }: Look): Markup {
  if (section.kind === 'facts') return factsTable(section, lang);
  const figure = chartFigure(section, lang, room);
  const table = tableMarkup(section, options, lang, place);
  return figure === null
    ? table
    : markup`${figure}<details class="figures"><summary>${fill(htmlWords.allFigures, lang)}</summary>${table}</details>`;
}

/** A waterfall of so many steps has room in half of the page. */
const fewSteps = 6;

const halfCharts: ReadonlySet<string> = new Set(['pareto', 'pace', 'limits', 'funnel', 'lines']);

function isHalf(section: Section, options: ReportOptions, lang: Lang): boolean {
  if (section.kind === 'facts') return false;
  if (section.chart !== null && halfCharts.has(section.chart.kind)) return true;
  if (section.chart?.kind === 'waterfall') return section.total <= fewSteps;
  if (section.chart?.kind === 'columns' && !isDrawnInRows(section)) return false;
  return isNarrow(section, rowsOnPage(section, options), lang, { isDrawn: isDrawnInRows(section), isChapter: true });
}

/** A headline breaks at its marks where it can. */
export function phrases(title: string): Markup[] {
  return title.split(/(?<=[，；：]|; )/u).map((phrase) => {
    const space = phrase.endsWith(' ') && ' ';
    return widthOf(phrase) > longPhrase ? markup`${phrase}` : markup`<span>${phrase.trimEnd()}</span>${space}`;
  });
}

/** A phrase that is wider breaks where it must. */
const longPhrase = 40;
