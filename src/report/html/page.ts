import { createHash } from 'node:crypto';
import type { Letterhead } from '../../lib/letterhead.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import { pageMark } from '../own-mark.ts';
import { reportWords } from '../words.ts';
import { type Content, Markup, markup } from './markup.ts';
import { printedEdges } from './printed-edges.ts';
import { pageStyle } from './style.ts';
import { htmlWords } from './words.ts';

export interface PageParts {
  readonly lang: Lang;
  readonly title: string;
  /** Null: it is not named. */
  readonly company: string | null;
  readonly letterhead: Letterhead | null;
  /** What stands below the title in the list of contents and on paper: the days. */
  readonly subtitle: string;
  readonly contents: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: number | null;
    readonly isMissing?: boolean;
  }[];
  readonly body: Markup;
  /** Null where no table needs it. */
  readonly script: string | null;
}

/** A whole document that asks for nothing from anywhere: one style and one script, known by their hashes, are all that may act in it. */
export function pageDocument({ lang, title, company, letterhead, subtitle, contents, body, script }: PageParts): string {
  const counters = fill(reportWords.page, lang, { page: '\0', pages: '\0' }).split('\0') as [string, string, string];
  const style = pageStyle(printedEdges({ title: `${title} · ${subtitle}`, company, letterhead, counters }), letterhead);
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const isNumbered = contents.some(({ number }) => number !== null);
  const entries = contents.map(
    (entry) =>
      markup`<li><a href="#${entry.id}"${entry.isMissing === true && markup` class="missing"`}>${isNumbered && markup`<i>${entry.number}</i>`}${entry.title}</a></li>`,
  );
  const raw = (text: string): Content => new Markup(text);
  return markup`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${raw(policy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">${raw(pageMark)}<title>${company !== null && `${company} · `}${title} ${subtitle}</title><style>${raw(style)}</style></head><body>
<a class="skip" href="#main">${fill(htmlWords.skip, lang)}</a>
<nav aria-label="${fill(htmlWords.contents, lang)}"><p>${company !== null && markup`<small>${company}</small>`}${title}<small>${subtitle}</small></p><ol>${entries}</ol></nav>
<main id="main">
${body}<footer><p>${fill(htmlWords.alone, lang)}</p></footer></main>
${script !== null && markup`<script>${raw(script)}</script>\n`}</body></html>
`.text;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
