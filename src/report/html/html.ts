import { fill, type Lang } from '../../lib/localized.ts';
import { places, type Result, type Section } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { withoutFolders } from '../file-names.ts';
import { formatCount } from '../format.ts';
import { chosenSections } from '../sections.ts';
import { reportWords } from '../words.ts';
import { accountingMarkup, definitionsMarkup } from './accounting.ts';
import { chapterMarkup, phrases, type ShownChapter } from './chapters.ts';
import { chartFigure } from './chart.ts';
import { factsTable, keyFiguresMarkup } from './facts.ts';
import { headMarkup, periodName } from './head.ts';
import { type Markup, markup } from './markup.ts';
import { pageDocument } from './page.ts';
import { tableScript } from './script.ts';
import { tableMarkup, type TablePlace } from './table.ts';
import { htmlWords } from './words.ts';

/**
 * One page that stands by itself: what was found, the figures of the first glance, each section with its picture and its first rows (of a report
 * chapter by chapter), details folded away, what the figures are computed from, and the account of the files. It makes no request, and its bytes
 * depend on the Result alone.
 */
export async function renderHtml(whole: Result, options: ReportOptions): Promise<string> {
  const result = withoutFolders(whole);
  const { lang } = result;
  const word = (id: keyof typeof htmlWords): string => fill(htmlWords[id], lang);
  const parts = partsOf(result, options);
  const named = periodName(result);
  const place = { isChapter: false, chapters: new Set(parts.chapters.map(({ chapter }) => chapter.id)) };
  const inChapter = { ...place, isChapter: true };
  const titled = (section: Section): Markup => markup`<section id="${section.id}"><h2>${phrases(section.title)}</h2>
${sectionMarkup(section, options, lang, parts.chapters.length > 0 ? inChapter : place)}</section>\n`;
  const folded = parts.folded.map(
    (section) =>
      markup`<details id="${section.id}"><summary>${section.title}</summary>${sectionMarkup(section, options, lang, place)}</details>\n`,
  );
  const last = parts.chapters.length;
  const number = (after: number): number | null => (last === 0 ? null : last + after);
  const closing = (id: string, after: number, name: string, title: string, content: Markup): Markup =>
    markup`<section id="${id}"${last > 0 && markup` class="chapter"`}>${last > 0 && markup`<p class="kicker"><b>${number(after)}</b> ${name}</p>`}<h2>${phrases(title)}</h2>
${content}</section>\n`;
  const definitions = markup`<details><summary>${fill(reportWords.basis, lang)}</summary>${definitionsMarkup(parts.all, result)}</details>`;
  const { letterhead = null } = options;
  const body = markup`${headMarkup(result, { named, letterhead, amounts: options.amounts })}${keyFiguresMarkup(parts.all, lang)}${parts.seen.map(titled)}${parts.chapters.map((each) => chapterMarkup(each, options, lang, inChapter))}${folded.length > 0 && markup`<section id="details"><h2>${word('details')}</h2>${folded}</section>\n`}${closing('definitions', 1, fill(reportWords.basis, lang), word('howCounted'), definitions)}${closing('accounting', 2, word('accounting'), accountTitle(result), accountingMarkup(result, letterhead))}`;
  return pageDocument({
    lang,
    title: result.title,
    company: result.company ?? null,
    letterhead,
    subtitle: named,
    contents: [
      { id: 'top', title: word('overview'), number: null },
      ...parts.seen.map((section) => ({
        id: section.id,
        title: section.kind === 'table' ? (section.name ?? section.title) : section.title,
        number: null,
      })),
      ...parts.chapters.map(({ chapter }) => ({
        id: chapter.id,
        title: chapter.name,
        number: chapter.number,
        isMissing: chapter.missing !== null,
      })),
      ...(folded.length > 0 ? [{ id: 'details', title: word('details'), number: null }] : []),
      { id: 'definitions', title: fill(reportWords.basis, lang), number: number(1) },
      { id: 'accounting', title: word('accounting'), number: number(2) },
    ],
    body,
    script: /<table class="\w+ sortable">/.test(body.text) ? tableScript : null,
  });
}

interface Parts {
  /** All that is on the page. */
  readonly all: readonly Section[];
  /** Below the head, each under its title. */
  readonly seen: readonly Section[];
  readonly chapters: readonly ShownChapter[];
  /** Behind a line that opens them. */
  readonly folded: readonly Section[];
}

function partsOf(result: Result, options: ReportOptions): Parts {
  const all = chosenSections(result, options);
  if (options.sections !== null) return { all, seen: all, chapters: [], folded: [] };
  const chapters = (result.chapters ?? []).map((chapter) => ({ chapter, sections: all.filter(({ id }) => chapter.sections.includes(id)) }));
  const history = new Set(all.map((section) => section.kind === 'table' && section.chart?.kind === 'figures' && section.chart.history));
  const others = all.filter((section) => !chapters.some(({ sections }) => sections.includes(section)) && !history.has(section.id));
  const inOrder = places.flatMap((place) =>
    others.filter((section) => section.place === place && !isFolded(section) && !isInHead(section)),
  );
  const tables = inOrder.filter((section) => section.kind === 'table' && (section.place !== 'headline' || section.total > 0));
  const facts = inOrder.filter((section) => section.kind === 'facts');
  return { all, seen: [...tables, ...facts], chapters, folded: others.filter(isFolded) };
}

/** What is looked up stands behind a line that opens it. */
function isFolded(section: Section): boolean {
  return section.place === 'detail' || (section.kind === 'table' && section.glance.most === 0);
}

/** Drawn large, below the sentences. */
function isInHead(section: Section): boolean {
  return section.kind === 'table' && section.chart?.kind === 'figures';
}

function sectionMarkup(section: Section, options: ReportOptions, lang: Lang, place: TablePlace): Markup {
  return section.kind === 'facts'
    ? factsTable(section, lang)
    : markup`${chartFigure(section, lang)}${tableMarkup(section, options, lang, place)}`;
}

/** All rows and what became of them, in one sentence. */
function accountTitle({ inputs, lang }: Result): string {
  const sum = (part: 'rows_read' | 'rows_used' | 'rows_set_aside' | 'rows_rejected'): string =>
    formatCount(inputs.reduce((all, input) => all + input[part], 0));
  return inputs.length === 0
    ? fill(htmlWords.accounting, lang)
    : fill(htmlWords.account, lang, {
        read: sum('rows_read'),
        used: sum('rows_used'),
        aside: sum('rows_set_aside'),
        rejected: sum('rows_rejected'),
      });
}
