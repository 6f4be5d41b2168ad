import { purchasesOfCycle } from '../../forecast/churn/silence.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultCell } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';

/** `silent for 143 days, usually orders every 16`; of a customer with too few purchases for a cycle of its own the gap that is usual among others. */
export function silenceText(silence: number, cycle: number | null, purchases: ResultCell | undefined): Localized {
  const said: Localized = { en: `silent for ${amountText(silence)} days`, 'zh-CN': `已 ${amountText(silence)} 天未购` };
  if (cycle === null) return said;
  const usual = amountText(Math.round(cycle));
  return (numberOf(purchases) ?? 0) >= purchasesOfCycle
    ? { en: `${said.en}, usually orders every ${usual}`, 'zh-CN': `${said['zh-CN']}，通常 ${usual} 天一单` }
    : { en: `${said.en}, others order again within ${usual}`, 'zh-CN': `${said['zh-CN']}，其他客户通常 ${usual} 天内复购` };
}

/** `3 complaints open`. */
export function complaintsText(complaints: number): Localized {
  return {
    en: `${amountText(complaints)} complaint${complaints === 1 ? '' : 's'} open`,
    'zh-CN': `${amountText(complaints)} 起投诉未结`,
  };
}
