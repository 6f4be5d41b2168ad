import type { Letterhead } from '../../lib/letterhead.ts';
import { contrast, distance, lightened } from './contrast.ts';

/** A colour on a light and on a dark page. */
export interface Pair {
  readonly light: string;
  readonly dark: string;
}

/** The colours of a letterhead where they can be told and read; null: ours are kept. */
export interface Look {
  /** Of headlines and the heads of tables. */
  readonly accent: Pair | null;
  /** Of what is actual in a chart. */
  readonly actual: Pair | null;
}

const [lightPage, darkPage] = ['FFFFFF', '11161C'] as const;
/** Better and worse, on light pages and on dark ones: no figure may look like a judgement. */
const judgements = { light: ['1F5FA8', 'A0490F', 'B4601F'], dark: ['74B3F2', 'F0A56B'] } as const;
/** Least contrast of texts (WCAG 2.2, 1.4.3); of columns too, since figures stand on them in the colour of the page. */
const leastContrast = 4.5;
/** In OKLab: nearer colours are taken for one another beside each other. */
const apart = 0.12;

/** The first accent that can be read as a headline, and the first that can be seen as a mark and is neither better nor worse. */
export function lookOf({ accents }: Pick<Letterhead, 'accents'>): Look {
  const accent = accents.find((each) => contrast(each, lightPage) >= leastContrast);
  const actual = accents.find(
    (each) =>
      contrast(each, lightPage) >= leastContrast &&
      isApart(each, judgements.light) &&
      isApart(lightened(each, darkPage, leastContrast), judgements.dark),
  );
  const pair = (light: string | undefined): Pair | null =>
    light === undefined ? null : { light, dark: lightened(light, darkPage, leastContrast) };
  return { accent: pair(accent), actual: pair(actual) };
}

function isApart(colour: string, others: readonly string[]): boolean {
  return others.every((other) => distance(colour, other) >= apart);
}
