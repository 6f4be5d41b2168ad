/** A table of GitHub Markdown; titles and cells are Markdown already. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Markdown that may stand in a cell. */
export function inCell(markdown: string): string {
  return markdown.replaceAll('|', String.raw`\|`);
}

/** The name of a page in a language: `metrics.md`, `metrics.zh-CN.md`. */
export function pageName(page: string, lang: string): string {
  return lang === 'en' ? `${page}.md` : `${page}.${lang}.md`;
}
