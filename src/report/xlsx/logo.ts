import type { LogoPicture } from '../../lib/letterhead.ts';
import type { Lang } from '../../lib/localized.ts';
import { pixelsOf } from './page.ts';

/** A logo where it lies on a sheet. */
export interface PlacedLogo {
  readonly picture: LogoPicture;
  /** What it says to who cannot see it. */
  readonly name: string;
  readonly at: readonly [column: number, row: number];
  readonly beyond: readonly [right: number, down: number];
  readonly size: readonly [width: number, height: number];
}

/** In pixels: within the line of the title. */
const [widest, highest, edge] = [220, 34, 3] as const;

/** The logo at the right end of the title, as large as there is room for, no larger than it is. */
export function placedLogo(picture: LogoPicture, name: string, widths: readonly number[], lang: Lang): PlacedLogo {
  const scale = Math.min(1, widest / picture.width, highest / picture.height);
  const size = [picture.width, picture.height].map((each) => Math.max(1, Math.round(each * scale))) as [number, number];
  const pixels = widths.map((width) => pixelsOf(width, lang));
  let left = pixels.reduce((sum, width) => sum + width, 0) - size[0] - edge;
  let column = 0;
  while (column < pixels.length - 1 && left >= pixels[column]!) {
    left -= pixels[column]!;
    column += 1;
  }
  return { picture, name, at: [column, 0], beyond: [Math.max(0, left), edge], size };
}
