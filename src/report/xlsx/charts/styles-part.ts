import type { Lang } from '../../../lib/localized.ts';
import { fontOf } from './chart-text.ts';

/** The order in which the format wants what a font is made of. */
const order = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset'];

/** The styles as exceljs writes them with the fonts of the language, and each font in the order of the format. */
export function withFonts(styles: string, lang: Lang): string {
  return styles.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const parts = [...inner.matchAll(/<(\w+)[^>]*\/>/g)].map(([text, name = '']) => ({ text, name }));
    const kept = order.flatMap((each) => parts.filter(({ name }) => name === each).map(({ text }) => text));
    return `<font>${kept.join('')}</font>`
      .replace('<name val="Calibri"/>', `<name val="${fontOf(lang)}"/>`)
      .replace('<sz val="11"/>', '<sz val="10"/>');
  });
}
