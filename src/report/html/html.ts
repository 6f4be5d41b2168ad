import { fill, type Lang } from '../../lib/localized.ts';
import { places, type Result, type Section } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { formatCount } from '../format.ts';
import { totalBalance } from '../reconciliation.ts';
import { chosenSections } from '../sections.ts';
import { rangeParts } from '../table-head.ts';
import { widthOf } from '../text-width.ts';
import { reportWords } from '../words.ts';
import { accountingMarkup, definitionsMarkup } from './accounting.ts';
import { chartFigure } from './chart.ts';
import { factsTable, keyFiguresMarkup } from './facts.ts';
import { type Markup, markup } from './markup.ts';
import { pageDocument } from './page.ts';
import { tableScript } from './script.ts';
import { tableMarkup } from './table.ts';
import { htmlWords } from './words.ts';

/** Rows of each table of a chapter; all of them are in the workbook. */
const rowsOfChapter = 8;

/** A headline wider than this is set smaller. */
const longHeadline = 64;

/**
 * One page that stands by itself: what was found, the figures of the first glance, each section with its picture and its first rows (of a report
 * chapter by chapter), details folded away, what the figures are computed from, and the account of the files. It makes no request, and its bytes
 * depend on the Result alone.
 */
export async function renderHtml(result: Result, options: ReportOptions): Promise<string> {
  const { lang } = result;
  const word = (id: keyof typeof htmlWords): string => fill(htmlWords[id], lang);
  const parts = partsOf(result, options);
  const days = rangeParts(result, options.amounts);
  const titled = (section: Section): Markup => markup`<section id="${section.id}"><h2>${phrases(section.title)}</h2>
${sectionMarkup(section, options, lang)}</section>\n`;
  const folded = parts.folded.map(
    (section) =>
      markup`<details id="${section.id}"><summary>${section.title}</summary>${sectionMarkup(section, options, lang)}</details>\n`,
  );
  const body = markup`${headMarkup(result, days)}${keyFiguresMarkup(parts.all, lang)}${parts.seen.map(titled)}${parts.chapters.map((each) => chapterMarkup(each, options, lang))}${folded.length > 0 && markup`<section id="details"><h2>${word('details')}</h2>${folded}</section>\n`}<section id="definitions"><h2>${fill(reportWords.definitions, lang)}</h2><details><summary>${fill(reportWords.basis, lang)}</summary>${definitionsMarkup(parts.all, result)}</details></section>
<section id="accounting"><h2>${word('accounting')}</h2>${accountingMarkup(result)}</section>
`;
  return pageDocument({
    lang,
    title: result.title,
    subtitle: days.join(' · '),
    contents: [
      { id: 'top', title: word('overview') },
      ...parts.seen.map((section) => ({
        id: section.id,
        title: section.kind === 'table' ? (section.name ?? section.title) : section.title,
      })),
      ...parts.chapters.map(({ chapter }) => ({ id: chapter.id, title: `${chapter.number} ${chapter.name}` })),
      ...(folded.length > 0 ? [{ id: 'details', title: word('details') }] : []),
      { id: 'definitions', title: fill(reportWords.definitions, lang) },
      { id: 'accounting', title: word('accounting') },
    ],
    body,
    script: body.text.includes('<table class="stack sortable">') ? tableScript : null,
  });
}

interface ShownChapter {
  readonly chapter: NonNullable<Result['chapters']>[number];
  readonly sections: readonly Section[];
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
  const others = all.filter((section) => !chapters.some(({ sections }) => sections.includes(section)));
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

function headMarkup({ title, answer, inputs, lang }: Result, days: readonly string[]): Markup {
  const [headline = title, ...others] = answer;
  const accounting = markup`<a href="#accounting">${fill(htmlWords.accounting, lang)}</a>`;
  const rejected = inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
  return markup`<header id="top"><p class="kicker">${[title, ...days].join(' · ')}</p>
${rejected > 0 && markup`<p class="warning-line">${fill(htmlWords.rejected, lang, { n: formatCount(rejected) })} ${accounting}</p>\n`}<h1${widthOf(headline) > longHeadline && markup` class="long"`}>${phrases(headline)}</h1>
${others.map((sentence) => markup`<p class="lead">${sentence}</p>\n`)}${inputs.length > 0 && markup`<p class="meta">${totalBalance(inputs, lang)} ${accounting}</p>`}</header>
`;
}

/** A chapter with its finding as the title, and below it each of its sections. */
function chapterMarkup({ chapter, sections }: ShownChapter, options: ReportOptions, lang: Lang): Markup {
  const { id, number, name, title, missing } = chapter;
  const inner = sections.map(
    (section) => markup`<h3 id="${section.id}">${section.title}</h3>
${sectionMarkup(section, { ...options, limit: options.limit ?? rowsOfChapter }, lang)}`,
  );
  return markup`<section id="${id}"><p class="kicker">${number} ${name}</p><h2>${phrases(title)}</h2>
${missing !== null && markup`<p class="note">${missing}</p>`}${inner}</section>\n`;
}

function sectionMarkup(section: Section, options: ReportOptions, lang: Lang): Markup {
  return section.kind === 'facts' ? factsTable(section, lang) : markup`${chartFigure(section, lang)}${tableMarkup(section, options, lang)}`;
}

/** A headline breaks at its marks where it can. */
function phrases(title: string): Markup[] {
  return title.split(/(?<=[，；：;])/u).map((phrase) => (widthOf(phrase) > 40 ? markup`${phrase}` : markup`<span>${phrase}</span>`));
}
