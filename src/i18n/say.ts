import type { Lang, Localized } from '../lib/localized.ts';

/**
 * The text in one language with its places filled in: `{n}` becomes the value, `{n|row|rows}` the first word where the value
 * is 1 and else the second. A place without a value stays as it stands.
 */
export function say(text: Localized, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
  return text[lang].replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (place: string, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one === undefined) return String(value);
    return String(value) === '1' ? one : (many ?? '');
  });
}
