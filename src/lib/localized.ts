/** The languages the tool speaks. Machine formats differ between them only in titles and messages, never in ids or values. */
export const languages = ['en', 'zh-CN'] as const;

export type Lang = (typeof languages)[number];

/** A text in every language; a missing language does not compile. */
export type Localized = Readonly<Record<Lang, string>>;

/** A text in both languages, English first. */
export function both(en: string, zh: string): Localized {
  return { en, 'zh-CN': zh };
}

/**
 * The text in one language with its places filled in: `{n}` becomes the value, `{n|row|rows}` the first word where the value
 * is 1 and else the second. A place without a value stays as it stands.
 */
export function fill(text: Localized, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
  return text[lang].replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (place: string, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one === undefined) return String(value);
    return String(value) === '1' ? one : (many ?? '');
  });
}

/** An English text as the beginning of a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Chinese text behind Chinese text: a blank stands before Latin letters and digits. */
export function afterChinese(before: string, text: string): string {
  return `${before}${/^[\da-z]/i.test(text) ? ' ' : ''}${text}`;
}

/** Text before Chinese text, in the same way. */
export function beforeChinese(text: string, behind: string): string {
  return `${text}${/[\da-z]$/i.test(text) ? ' ' : ''}${behind}`;
}
