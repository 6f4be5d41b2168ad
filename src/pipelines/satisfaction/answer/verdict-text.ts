import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultCell } from '../../../result/result.ts';

/** `, down from 3.21, more than chance`; nothing where the figure before is not known. `verdict` is the code of a comparison. */
export function verdictText(before: string | null, difference: number | null, verdict: ResultCell): Localized {
  if (before === null || difference === null) return both('', '');
  if (verdict === 'cannot_tell') return both(`, before ${before}, too few to tell`, `，上期 ${before}，n 太少，无法判断`);
  if (verdict !== 'more_than_chance') return both(`, before ${before}, within chance`, `，上期 ${before}，属随机波动`);
  return difference < 0
    ? both(`, down from ${before}, more than chance`, `，上期 ${before}，下降超出随机波动`)
    : both(`, up from ${before}, more than chance`, `，上期 ${before}，上升超出随机波动`);
}
