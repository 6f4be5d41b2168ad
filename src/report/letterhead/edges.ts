import type { EdgeLine, Letterhead } from '../../lib/letterhead.ts';

const sides = ['left', 'center', 'right'] as const;
const codes = { left: '&L', center: '&C', right: '&R', page: '&P', pages: '&N' } as const;
/** Excel takes 255 characters in all. */
const longest = 255;

/** The line at the upper edge of printed pages: that of the letterhead, else the company; null: nothing. */
export function headerLine(letterhead: Letterhead | null, company: string | undefined): EdgeLine | null {
  const own = letterhead?.header ?? null;
  if (own !== null) return own;
  return company === undefined ? null : { left: [{ text: company }], center: [], right: [] };
}

/** As workbooks write it. */
export function edgeCode(line: EdgeLine): string {
  const parts = sides.map((side) => {
    const pieces = line[side].map((piece) =>
      'count' in piece ? codes[piece.count] : 'look' in piece ? piece.look : piece.text.replaceAll('&', '&&'),
    );
    return pieces.length === 0 ? '' : `${codes[side]}${pieces.join('')}`;
  });
  return parts.reduce((all, part) => (all.length + part.length > longest ? all : all + part), '');
}
