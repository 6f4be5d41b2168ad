import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';

/** For how long nobody contacted a neglected customer, of contact_customers or customer_needs, and how often that was usual. */
export function silenceText(row: ResultRow): Localized {
  const [silent, rhythm] = [numberOf(row['silent_days']), numberOf(row['rhythm_days'])];
  if (silent === null) return both('no contact on record', '没有跟进记录');
  const usual = rhythm === null ? both('', '') : both(`, usually every ${Math.round(rhythm)}`, `，通常每 ${Math.round(rhythm)} 天一次`);
  return both(`not contacted for ${silent} days${usual.en}`, `已 ${silent} 天未联系${usual['zh-CN']}`);
}
