import type { EdgeLine, EdgePiece } from '../../lib/letterhead.ts';

const sides = { L: 'left', C: 'center', R: 'right' } as const;
/** What the format takes in all is 255 characters; of text this is what is left with ours. */
const mostText = 200;
/** Nor does XML take the last group. */
export const unsafe = /[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Signs by which a spreadsheet knows a formula; a dash before a blank or a number of the page is none. */
const formula = /^\s*(?:[=@＝＠]|[+\-＋－](?=[\w(]))/;

/** `&"Arial,Bold"`, `&12`, `&K1F5FA8`, bold, italic, lines below, raised. Pictures, paths, the clock and names of sheets are left out: they are the template's own. */
const code = /&(?:([LCR])|([PN])|("[\p{L}\p{N} ,._-]{1,60}"|\d{1,3}|K[0-9A-F]{6}|[BIUESXY])|(K\d\d[+-]\d{3}|"[^"]*"|.))|([^&]+)/gsu;

/** What a workbook prints at the edge of its pages, of which only texts, counts of pages and looks are kept; null where that is nothing. */
export function edgeLine(written: string): EdgeLine | null {
  const line: Record<'left' | 'center' | 'right', EdgePiece[]> = { left: [], center: [], right: [] };
  let side: 'left' | 'center' | 'right' = 'center';
  let room = mostText;
  const add = (text: string): void => {
    const kept = firstCharacters(text.replaceAll(/\s*\r?\n\s*/g, ' ').replaceAll(unsafe, ''), room);
    room -= kept.length;
    if (kept !== '') line[side].push({ text: formula.test(kept) && line[side].length === 0 ? `'${kept}` : kept });
  };
  for (const [, place, count, look, other, text] of written.matchAll(code)) {
    if (place !== undefined) side = sides[place as keyof typeof sides];
    else if (count !== undefined) line[side].push({ count: count === 'P' ? 'page' : 'pages' });
    else if (look !== undefined) line[side].push({ look: `&${look}` });
    // A sign by itself, as people and programs write it.
    else if (other === '&' || other?.trim() === '') add(`&${other.trim() === '' ? other : ''}`);
    else if (text !== undefined) add(text);
  }
  const isBlank = Object.values(line).every((pieces) =>
    pieces.every((piece) => 'look' in piece || ('text' in piece && piece.text.trim() === '')),
  );
  return isBlank ? null : line;
}

/** The beginning of a text, at most so many UTF-16 units, with no character cut in two. */
export function firstCharacters(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
