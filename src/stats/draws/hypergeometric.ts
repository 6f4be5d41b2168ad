import type { Random } from '../../lib/random.ts';
import { logChoose } from '../special/log-choose.ts';
import { drawUniform } from './normal.ts';

/** How many marked are among `draws` taken without return from `size` of which `marked` are marked: whole numbers that fit each other. */
export function drawHypergeometric(draws: number, marked: number, size: number, random: Random): number {
  const unmarked = size - marked;
  const low = Math.max(0, draws - unmarked);
  const high = Math.min(draws, marked);
  const ratio = (k: number) => ((draws - k) / (k + 1)) * ((marked - k) / (unmarked - draws + k + 1));
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (size + 2));
  let left = drawUniform(random);
  let [above, below] = [mode, mode];
  let probabilityAbove = Math.exp(logChoose(marked, mode) + logChoose(unmarked, draws - mode) - logChoose(size, draws));
  let probabilityBelow = probabilityAbove;
  left -= probabilityAbove;
  // Outward from the likeliest number, one step up and one step down.
  while (left > 0 && (above < high || below > low)) {
    if (above < high) {
      probabilityAbove *= ratio(above);
      above += 1;
      left -= probabilityAbove;
      if (left <= 0) return above;
    }
    if (below > low) {
      below -= 1;
      probabilityBelow /= ratio(below);
      left -= probabilityBelow;
      if (left <= 0) return below;
    }
    // What rounding has left over.
    if (probabilityAbove + probabilityBelow < 1e-18) break;
  }
  return mode;
}
