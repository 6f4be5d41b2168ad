import { type Sql, sql } from '../../engine/sql.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { ResultCell } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { from, type ListColumn, own, ownOf, reads, worded } from '../../views/list-columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { listed, moneyText, percentText } from '../../views/number-words.ts';
import { actionOf, stateWords, type TierWord } from './scoring-words.ts';
import { complaintsText, fewPurchasesText, silenceColumns, silenceText } from './standing-words.ts';

/** Holds of `states` (customer_state) and `scores` (customer_scores) where the customer needs something now; the lost of the last tier are let go. */
export function needsAction(tiers: number): Sql {
  return sql`(states.state in ('complaint', 'payment', 'overdue', 'falling') or (states.state = 'lost' and scores.tier < ${tiers}))`;
}

/** The state of each customer in words. */
export function stateColumns(lang: Lang): ListColumn[] {
  return worded(from('customer_state', 'state'), stateWords(lang));
}

export const actionHeading = {
  title: { en: 'Action', 'zh-CN': '建议动作' },
  type: 'text',
  basis: {
    en: 'What to do with the customer, by its tier and state; the texts can be set in the config.',
    'zh-CN': '按客户的层级与状态给出的行动，可在配置中修改。',
  },
} as const;

/** What to do with each customer. */
export function actionColumn(tiers: readonly TierWord[]): ListColumn {
  return own(
    'action',
    actionHeading,
    [...reads('customer_scores', 'tier'), ...reads('customer_state', 'state')],
    (tier, state) => actionOf(tiers, tier, state)?.text ?? null,
    (tier, state) => actionOf(tiers, tier, state)?.code ?? null,
  );
}

const reasonReads = [
  ...reads('customer_state', 'state', 'rhythm'),
  ...reads('customer_profile', 'recency_days', 'average_order', 'orders'),
  ...reads('churn_status', ...silenceColumns),
  ...reads('churn_feedback', 'open_complaints'),
  ...reads('churn_flags', 'overdue_amount'),
  ...reads('revenue_growth', 'growth_rate'),
];

/** Why a customer is in its state, in a few words; null for one that is steady. `since`: so many days have passed since the states were told, without a purchase. */
export function stateReasonColumn({ lang, money }: Pick<ViewContext, 'lang' | 'money'>, since = 0): ListColumn {
  return ownOf(
    'why',
    {
      title: { en: 'Why', 'zh-CN': '原因' },
      type: 'text',
      basis: {
        en: 'What puts the customer into its state: silence, complaints, debts, the fall of its revenue.',
        'zh-CN': '使客户处于该状态的事实：沉默、投诉、欠款、销售额下降。',
      },
    },
    reasonReads,
    (record) => stateReason(record, { lang, money, since }),
  );
}

/** `silent for 143 days, usually orders every 16, never more than 40; 3 complaints open`. */
function stateReason(
  record: Readonly<Record<string, ResultCell>>,
  { lang, money, since }: Pick<ViewContext, 'lang' | 'money'> & { readonly since: number },
): string | null {
  const { state = null, rhythm = null } = record;
  if (state === null || state === 'steady') return null;
  const [recency, growth] = [numberOf(record['recency_days']), numberOf(record['growth_rate'])];
  const silence = recency === null ? null : recency + since;
  const [complaints, debt] = [numberOf(record['open_complaints']) ?? 0, numberOf(record['overdue_amount']) ?? 0];
  const parts: Localized[] = [];
  if (silence !== null && (rhythm === 'lost' || rhythm === 'overdue')) parts.push(silenceText(silence, record));
  if (complaints > 0) parts.push(complaintsText(complaints));
  if (debt > 0 && debt >= (numberOf(record['average_order']) ?? 0))
    parts.push({ en: `${moneyText(debt, money)} overdue for payment`, 'zh-CN': `逾期未付 ${moneyText(debt, money)}` });
  if (state === 'falling' && growth !== null)
    parts.push({ en: `revenue down ${percentText(-growth)} on the period before`, 'zh-CN': `销售额较上期下降 ${percentText(-growth)}` });
  if (state === 'new') parts.push({ en: `last bought ${silence} days ago`, 'zh-CN': `${silence} 天前购买` });
  const [days, orders] = [numberOf(record['purchases']), numberOf(record['orders'])];
  if (state === 'once_or_twice' && silence !== null) parts.push(fewPurchasesText({ days, orders: orders ?? 1 }, silence));
  return listed(
    parts.map((part) => part[lang]),
    lang,
  );
}
