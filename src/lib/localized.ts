/** The languages the tool speaks. Machine formats differ between them only in titles and messages, never in ids or values. */
export const languages = ['en', 'zh-CN'] as const;

export type Lang = (typeof languages)[number];

/** A text in every language; a missing language does not compile. */
export type Localized = Readonly<Record<Lang, string>>;

/** A text in both languages, English first. */
export function both(en: string, zh: string): Localized {
  return { en, 'zh-CN': zh };
}

/** Chinese text behind Chinese text: a blank stands before Latin letters and digits. */
export function afterChinese(before: string, text: string): string {
  return `${before}${/^[\da-z]/i.test(text) ? ' ' : ''}${text}`;
}
