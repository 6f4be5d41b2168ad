import { visibleLines } from './visible.ts';

const special = /[\\`*_{}[\]()<>#+!|~&$]/g;

/**
 * Text as GitHub Markdown that shows the text itself, in a table cell as well: marks are escaped, a line break is `<br>`, and
 * addresses are broken up by character references so that they do not become links. A list or heading mark cannot stand first
 * because every use is inside a table cell or after other text.
 */
export function markdownText(text: string): string {
  return visibleLines(text)
    .replace(special, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : mark === '&' ? '&amp;' : `\\${mark}`))
    .replaceAll('://', ':&#47;&#47;')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`)
    .replaceAll('@', '&#64;')
    .replaceAll('\n', '<br>');
}
