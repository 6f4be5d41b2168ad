import type { EdgeLine, EdgePiece, Letterhead } from '../../lib/letterhead.ts';
import { headerLine } from '../letterhead/edges.ts';

interface Edges {
  /** What stands at the lower edge where the letterhead has nothing: what it is, of which days. */
  readonly title: string;
  readonly company: string | null;
  readonly letterhead: Letterhead | null;
  /** How the number of a page is said around the counters. */
  readonly counters: readonly [before: string, between: string, after: string];
}

const sides = ['left', 'center', 'right'] as const;

/** The style of paper and of what stands at its edges: the lines of the letterhead, else the company above, and below what it is and the page. */
export function printedEdges({ title, company, letterhead, counters: [before, between, after] }: Edges): string {
  const header = headerLine(letterhead, company ?? undefined);
  const own: EdgeLine = {
    left: [{ text: title }],
    center: [],
    right: [{ text: before }, { count: 'page' }, { text: between }, { count: 'pages' }, { text: after }],
  };
  const boxes = [...(header === null ? [] : boxesOf('top', header)), ...boxesOf('bottom', letterhead?.footer ?? own)];
  const kicker = company === null ? '' : '@media print{header .kicker{font-size:8pt}}';
  return `@page{size:A4;margin:12mm 12mm 15mm;${boxes.join('')}}${kicker}`;
}

function boxesOf(edge: 'top' | 'bottom', line: EdgeLine): string[] {
  return sides.flatMap((side) => {
    const content = line[side].flatMap(contentOf).join(' ');
    return content === '' ? [] : [`@${edge}-${side}{content:${content};font-size:8pt;color:#5f6b7a}`];
  });
}

function contentOf(piece: EdgePiece): string[] {
  if ('count' in piece) return [`counter(${piece.count})`];
  return 'text' in piece ? [cssText(piece.text)] : [];
}

/** A text of a style sheet; everything but letters and digits is written as its number, so that nothing ends it. */
function cssText(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
}
