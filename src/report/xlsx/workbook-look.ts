import type { Font } from 'exceljs';
import type { Letterhead } from '../../lib/letterhead.ts';
import type { Lang } from '../../lib/localized.ts';
import { lookOf } from '../letterhead/look.ts';
import { fontOf } from './charts/chart-text.ts';
import { colours } from './charts/chart-plan.ts';
import { headColour } from './styles.ts';

/** How a workbook looks beside the notation: ours, or that of a letterhead. */
export interface WorkbookLook {
  /** Of headlines; without it that of any text. */
  readonly headline: Partial<Font>;
  /** Marks the sheets that are read first. */
  readonly tab: string;
  /** A part of the package in the colours and faces of the letterhead. */
  readonly dressed: (part: string) => string;
}

export function workbookLook(letterhead: Letterhead | null, lang: Lang): WorkbookLook {
  if (letterhead === null) return { headline: {}, tab: headColour, dressed: (part) => part };
  const { accent, actual } = lookOf(letterhead);
  const own = lang === 'en' ? letterhead.faces.latin : (letterhead.faces.chinese ?? letterhead.faces.latin);
  // In quotes these stand in attributes alone: a quote of a text is written out.
  const pairs = [
    [`rgb="${headColour}"`, accent && `rgb="FF${accent.light}"`],
    [`"${colours.actual}"`, actual && `"${actual.light}"`],
    [`rgb="FF${colours.actual}"`, actual && `rgb="FF${actual.light}"`],
    [`<name val="${fontOf(lang)}"/>`, own && `<name val="${own}"/>`],
    [`typeface="${fontOf(lang)}"`, own && `typeface="${own}"`],
  ] as const;
  return {
    headline: accent === null ? {} : { color: { argb: `FF${accent.light}` } },
    tab: accent === null ? headColour : `FF${accent.light}`,
    dressed: (part) => pairs.reduce((text, [ours, theirs]) => (theirs === null ? text : text.replaceAll(ours, theirs)), part),
  };
}
