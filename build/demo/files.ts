import type { Cell } from '../../src/lib/rows.ts';
import { languages, type Lang } from '../../src/lib/localized.ts';
import { demoCompany } from './company.ts';
import { demoStory } from './story.ts';

const folders: Readonly<Record<Lang, string>> = { 'zh-CN': 'fixtures/demo', en: 'fixtures/demo-en' };

/** Every file of the demo that is committed and shipped: the exports of the company in each language, and what is planted in them. */
export function demoFiles(): { readonly path: string; readonly text: string }[] {
  const tables = languages.flatMap((lang) =>
    demoCompany({ lang }).map(({ name, header, rows }) => ({ path: `${folders[lang]}/${name}.csv`, text: csvText([header, ...rows]) })),
  );
  // What is planted in the language of the reader, with the names of the files.
  const story = Object.fromEntries(
    languages.map((lang) => [lang, Object.fromEntries(languages.map((names) => [names, demoStory({ lang, names })]))]),
  );
  return [...tables, { path: 'fixtures/demo-story.json', text: `${JSON.stringify(story, null, 2)}\n` }];
}

/** UTF-8 with a byte order mark, so that spreadsheets take it for what it is; lines end with LF. */
function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\n`).join('')}`;
}

function csvField(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
