import type { Letterhead, LogoPicture } from '../../lib/letterhead.ts';
import { afterChinese, beforeChinese, fill, type Lang } from '../../lib/localized.ts';
import { earlierWords, periodWords } from '../../lib/period-words.ts';
import type { Result } from '../../result/result.ts';
import type { ReportOptions } from '../contract.ts';
import { formatCount } from '../format.ts';
import { totalBalance } from '../reconciliation.ts';
import { rangeParts } from '../table-head.ts';
import { widthOf } from '../text-width.ts';
import { reportWords } from '../words.ts';
import { phrases } from './chapters.ts';
import { Markup, markup } from './markup.ts';
import { htmlWords } from './words.ts';

/** A headline wider than this is set smaller. */
const longHeadline = 110;

interface Head {
  /** What the period or the day is called. */
  readonly named: string;
  readonly letterhead: Letterhead | null;
  readonly amounts: ReportOptions['amounts'];
}

/** Whose page it is, what was found in a sentence or more, and what all figures hold for. */
export function headMarkup(result: Result, { named, letterhead, amounts }: Head): Markup {
  const { title, company, answer, inputs, lang } = result;
  const [headline = title, ...others] = answer;
  const logo = letterhead?.logo ?? null;
  const accounting = markup`<a href="#accounting">${fill(htmlWords.accounting, lang)}</a>`;
  const rejected = inputs.reduce((sum, input) => sum + input.rows_rejected, 0);
  const meta = metaParts(result, named, amounts);
  return markup`<header id="top">${logo !== null && logoMarkup(logo, company ?? '')}<p class="kicker">${company !== undefined && markup`${company} · `}${title}${named !== '' && markup` · <b>${named}</b>`}</p>
${rejected > 0 && markup`<p class="warning-line">${fill(htmlWords.rejected, lang, { n: formatCount(rejected) })} ${accounting}</p>\n`}<h1${widthOf(headline) > longHeadline && markup` class="long"`}>${phrases(headline)}</h1>
${others.map((sentence) => markup`<p class="lead">${sentence}</p>\n`)}${(inputs.length > 0 || meta.length > 0) && markup`<p class="meta">${meta.join(' · ')}${inputs.length > 0 && markup` ${accounting}`}</p>`}</header>
`;
}

/** What a page is of, as people call it: its month, quarter or year, else its days, else the day it is as of; '' where it knows of none. */
export function periodName({ as_of: asOf, period, lang }: Result): string {
  if (period !== null) return periodWords(period)[lang];
  return asOf === null ? '' : fill(reportWords.asOf, lang, { date: asOf });
}

/** What holds of all figures: the day, what they are held against, the unit, the intervals, and how many rows they rest on. */
function metaParts(result: Result, named: string, amounts: ReportOptions['amounts']): string[] {
  const { inputs, lang, period, compared_with: earlier } = result;
  const against = period === null || earlier === undefined ? null : earlierWords(earlier, period)[lang];
  const [asOf, ...others] = rangeParts({ ...result, period: null }, amounts);
  return [
    ...(asOf === undefined || asOf === named ? [] : [asOf]),
    ...(against === null ? [] : [comparedText(against, lang)]),
    ...others,
    ...(inputs.length === 0 ? [] : [fill(htmlWords.metaIntervals, lang), totalBalance(inputs, lang)]),
  ];
}

function comparedText(period: string, lang: Lang): string {
  return lang === 'zh-CN' ? afterChinese('与', beforeChinese(period, '比较')) : `compared with ${period}`;
}

/** In the page itself, since it asks for nothing. */
function logoMarkup({ type, bytes, width, height }: LogoPicture, company: string): Markup {
  const data = new Markup(Buffer.from(bytes).toString('base64'));
  return markup`<img class="logo" alt="${company}" width="${width}" height="${height}" src="data:image/${type};base64,${data}">`;
}
