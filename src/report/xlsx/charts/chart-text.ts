import type { Lang } from '../../../lib/localized.ts';
import { type Content, Markup, markup } from '../../html/markup.ts';
import { sheetText } from '../cells.ts';
import { inks } from './chart-plan.ts';

/** The faces of the notation: one that every Excel of the language has. */
export function fontOf(lang: Lang): string {
  return lang === 'en' ? 'Calibri' : 'Microsoft YaHei';
}

/** A colour to fill with. */
export function solid(colour: string): Markup {
  return markup`<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** A line of so many points; null for none. */
export function stroke(colour: string | null, points = 0.75, dash: 'solid' | 'dash' | 'sysDot' = 'solid'): Markup {
  if (colour === null) return markup`<a:ln><a:noFill/></a:ln>`;
  return markup`<a:ln w="${Math.round(points * 12_700)}" cap="flat">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
}

export interface TextLook {
  readonly lang: Lang;
  /** In points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  /** In sixtieths of a thousandth of a degree, as the format has it; null: as the program thinks best. */
  readonly rotation?: number | null;
}

function runProperties(tag: 'defRPr' | 'rPr', { lang, size = 9, isBold = false, colour = inks.text }: TextLook): Markup {
  const [open, close] = [raw(`<a:${tag}`), raw(`</a:${tag}>`)];
  const language = tag === 'rPr' && markup` lang="${lang === 'en' ? 'en-US' : 'zh-CN'}"`;
  const face = fontOf(lang);
  return markup`${open}${language} sz="${size * 100}" b="${isBold ? 1 : 0}">${solid(colour)}<a:latin typeface="${face}"/><a:ea typeface="${face}"/>${close}`;
}

/** How texts of a part of a chart look. */
export function textProperties(look: TextLook): Markup {
  const { rotation = null } = look;
  return markup`<c:txPr><a:bodyPr${rotation !== null && markup` rot="${rotation}" vert="horz"`}/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** A text that stands in a chart, such as the name of an axis. */
export function richText(text: string, look: TextLook): Markup {
  const { rotation = null } = look;
  return markup`<c:rich><a:bodyPr${rotation !== null && markup` rot="${rotation}" vert="horz"`}/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr><a:r>${runProperties('rPr', look)}<a:t>${plainText(text)}</a:t></a:r></a:p></c:rich>`;
}

/** A text of the files in a part of a drawing, where no character is out of place. */
export function plainText(text: string): Content {
  return sheetText(text).replaceAll('_x005F_', '_');
}

function raw(text: string): Markup {
  return new Markup(text);
}
