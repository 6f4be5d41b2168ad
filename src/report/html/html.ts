import { fill } from '../../lib/localized.ts';
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

/** A headline wider than this is set smaller. */
const longHeadline = 64;

/**
 * One page that stands by itself: what was found, the figures of the first glance, each section with its picture and its first rows, details
 * folded away, what the figures are computed from, and the account of the files. It makes no request, and its bytes depend on the Result alone.
 */
export async function renderHtml(result: Result, options: ReportOptions): Promise<string> {
  const { lang, answer } = result;
  const chosen = chosenSections(result, options);
  const isAsked = options.sections !== null;
  const seen = isAsked ? chosen : places.flatMap((place) => chosen.filter((section) => section.place === place && !isFolded(section)));
  const folded = chosen.filter((section) => !seen.includes(section));
  const facts = seen.filter((section) => section.kind === 'facts');
  const tables = seen.filter((section) => section.kind === 'table' && (section.place !== 'headline' || section.total > 0));
  const word = (id: keyof typeof htmlWords): string => fill(htmlWords[id], lang);
  const days = rangeParts(result, options.amounts);
  const [headline = result.title, ...others] = answer;
  const rejected = result.inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
  const head = markup`<header id="top"><p class="kicker">${[result.title, ...days].join(' · ')}</p>
${rejected > 0 && markup`<p class="warning-line">${fill(htmlWords.rejected, lang, { n: formatCount(rejected) })} <a href="#accounting">${word('accounting')}</a></p>\n`}<h1${widthOf(headline) > longHeadline && markup` class="long"`}>${phrases(headline)}</h1>
${others.map((sentence) => markup`<p class="lead">${sentence}</p>\n`)}<p class="meta">${result.inputs.length > 0 && markup`${totalBalance(result.inputs, lang)} <a href="#accounting">${word('accounting')}</a>`}</p></header>
`;
  const titled = (section: Section): Markup => markup`<section id="${section.id}"><h2>${phrases(section.title)}</h2>
${sectionMarkup(section, options, result)}</section>\n`;
  const unfolded = folded.map(
    (section) =>
      markup`<details id="${section.id}"><summary>${section.title}</summary>${sectionMarkup(section, options, result)}</details>\n`,
  );
  const body = markup`${head}${keyFiguresMarkup(facts, lang)}${tables.map(titled)}${facts.map(titled)}${unfolded.length > 0 && markup`<section id="details"><h2>${word('details')}</h2>${unfolded}</section>\n`}<section id="definitions"><h2>${fill(reportWords.definitions, lang)}</h2><details><summary>${fill(reportWords.basis, lang)}</summary>${definitionsMarkup(chosen, result)}</details></section>
<section id="accounting"><h2>${word('accounting')}</h2>${accountingMarkup(result)}</section>
`;
  return pageDocument({
    lang,
    title: result.title,
    subtitle: days.join(' · '),
    contents: [
      { id: 'top', title: word('overview') },
      ...[...tables, ...facts].map((section) => ({
        id: section.id,
        title: section.kind === 'table' ? (section.name ?? section.title) : section.title,
      })),
      ...(folded.length > 0 ? [{ id: 'details', title: word('details') }] : []),
      { id: 'definitions', title: fill(reportWords.definitions, lang) },
      { id: 'accounting', title: word('accounting') },
    ],
    body,
    script: body.text.includes('<table class="stack sortable">') ? tableScript : null,
  });
}

/** What is looked up stands behind a line that opens it. */
function isFolded(section: Section): boolean {
  return section.place === 'detail' || (section.kind === 'table' && section.glance.most === 0);
}

function sectionMarkup(section: Section, options: ReportOptions, { lang }: Result): Markup {
  return section.kind === 'facts' ? factsTable(section, lang) : markup`${chartFigure(section, lang)}${tableMarkup(section, options, lang)}`;
}

/** A headline breaks at its marks where it can. */
function phrases(title: string): Markup[] {
  return title.split(/(?<=[，；：;])/u).map((phrase) => (widthOf(phrase) > 40 ? markup`${phrase}` : markup`<span>${phrase}</span>`));
}
