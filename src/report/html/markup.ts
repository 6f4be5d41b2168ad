import { visibleLines } from '../visible.ts';

/** A piece of a page that is markup already: it is put into another as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between tags or in a quoted attribute; null and false are nothing. */
export type Content = Markup | string | number | null | false | readonly Content[];

const replaced: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Markup with its places filled in. Whatever is no `Markup` is a text, from a file or not: control characters and marks of direction are
 * written out and what could end a text or an attribute is escaped. It is the only way by which text comes into a page.
 */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + written(contents[index - 1] ?? null) + string));
}

function written(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content === null || content === false) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return visibleLines(content).replace(/[&<>"']/g, (character) => replaced[character]!);
  return content.map(written).join('');
}

/** A place in a drawing, to a tenth of a pixel. */
export function px(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}
