import type { Lang } from '../../lib/localized.ts';
import type { Finding, Input } from '../../result/result.ts';
import { amountText } from '../../views/number-words.ts';

/** That a large share of the money is in no figure, as a sentence; none where it is not so, or no figure is of orders. */
export function moneyLeftOut(inputs: readonly Input[], findings: readonly Finding[], lang: Lang): string[] {
  const hasOrders = inputs.some(({ role, idle }) => role === 'orders' && idle !== true);
  const left = findings.filter(({ code, level }) => hasOrders && code === 'money-left-out' && level !== 'info');
  return left.map(({ count, message }) => `${amountText(count)} ${message}${{ en: '.', 'zh-CN': '。' }[lang]}`);
}
