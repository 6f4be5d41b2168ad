import { purchasesOfCycle } from '../../forecast/churn/silence.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultCell } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';

/** The columns of `churn_status` that `silenceText` reads, and what they hold of a customer. */
export const silenceColumns = ['cycle_days', 'longest_gap_days', 'purchases'] as const;
type Habit = Readonly<Record<string, ResultCell | undefined>>;

/**
 * `silent for 143 days, usually orders every 16, never more than 40`; of a customer with too few purchases for a cycle of its own the gap
 * that is usual among others.
 */
export function silenceText(silence: number, habit: Habit): Localized {
  const [cycle, longest, purchases] = silenceColumns.map((column) => numberOf(habit[column])) as [
    number | null,
    number | null,
    number | null,
  ];
  const said: Localized = { en: `silent for ${amountText(silence)} days`, 'zh-CN': `已 ${amountText(silence)} 天未购` };
  if (cycle === null) return said;
  const usual = amountText(Math.round(cycle));
  if ((purchases ?? 0) < purchasesOfCycle)
    return { en: `${said.en}, others order again within ${usual}`, 'zh-CN': `${said['zh-CN']}，其他客户通常 ${usual} 天内复购` };
  const most = longest === null ? '' : amountText(longest);
  const apart = longest === null ? '' : silence > longest ? `, never more than ${most}` : `, at most ${most}`;
  return {
    en: `${said.en}, usually orders every ${usual}${apart}`,
    'zh-CN': `${said['zh-CN']}，通常 ${usual} 天一单${longest === null ? '' : `，以往最长间隔 ${most} 天`}`,
  };
}

/** `bought on two days, the last 64 days ago`: several orders of a day are one purchase. Without the days, by the orders: `bought twice, …`. */
export function fewPurchasesText({ days, orders }: { readonly days: number | null; readonly orders: number }, silence: number): Localized {
  const when = daysAgo(silence);
  const isOne = (days ?? orders) < 2;
  const [en, zh] =
    days === null
      ? [isOne ? 'once' : 'twice', isOne ? '仅购买一次' : '仅购买两次']
      : [onDays(isOne ? 1 : 2), `仅 ${isOne ? 1 : 2} 天有购买`];
  return isOne
    ? { en: `bought ${en}, ${when.en}`, 'zh-CN': `${zh}，在${when['zh-CN']}` }
    : { en: `bought ${en}, the last ${when.en}`, 'zh-CN': `${zh}，最近一次在${when['zh-CN']}` };
}

/** `on one day`, `on two days`. */
export function onDays(days: 1 | 2): string {
  return days === 1 ? 'on one day' : 'on two days';
}

/** `today`, `1 day ago`, `64 days ago`. */
export function daysAgo(days: number): Localized {
  if (days === 0) return { en: 'today', 'zh-CN': '当天' };
  return { en: `${amountText(days)} ${days === 1 ? 'day' : 'days'} ago`, 'zh-CN': ` ${amountText(days)} 天前` };
}

/** `3 complaints open`. */
export function complaintsText(complaints: number): Localized {
  return {
    en: `${amountText(complaints)} complaint${complaints === 1 ? '' : 's'} open`,
    'zh-CN': `${amountText(complaints)} 起投诉未结`,
  };
}
