import type { SpendBasis } from '../../forecast/churn/totals.ts';
import { lastPeriod } from '../../forecast/holdout.ts';
import type { Localized } from '../../lib/localized.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { amountText } from '../number-words.ts';

const models: ReadonlyMap<string, string> = new Map([
  ['bg-nbd', 'BG/NBD'],
  ['mbg-nbd', 'MBG/NBD'],
  ['pareto-nbd', 'Pareto/NBD'],
]);

/** The published name of a purchase model. */
export function modelName(id: string): string {
  return models.get(id) ?? id;
}

const rules: ReadonlyMap<string, Localized> = new Map([
  ['logistic', { en: 'logistic regression', 'zh-CN': '逻辑回归' }],
  ['recency', { en: 'recency alone', 'zh-CN': '仅看最近购买' }],
  ['frequency', { en: 'frequency alone', 'zh-CN': '仅看购买频率' }],
  ['pace', { en: 'usual pace', 'zh-CN': '以往购买节奏' }],
]);

/** What a contender goes by: a model's chance of a purchase, purchases it expects, or chance of being alive; or a rule of its own. */
export function contenderTitle({ id, model }: { readonly id: string; readonly model: string | null }): Localized {
  if (model === null) return rules.get(id) ?? { en: id, 'zh-CN': id };
  const name = modelName(model);
  if (id.endsWith('-expected')) return { en: `${name}, expected purchases`, 'zh-CN': `${name} 预期购买次数` };
  if (id.endsWith('-alive')) return { en: `${name}, P(alive)`, 'zh-CN': `${name} 存活概率` };
  return { en: `${name}, P(purchase)`, 'zh-CN': `${name} 购买概率` };
}

/** What foresaw purchases and revenue in total: a purchase model, or what was bought in the period before. */
export function methodTitle(id: string): Localized {
  return id === lastPeriod ? { en: 'last period repeated', 'zh-CN': '沿用上期' } : { en: modelName(id), 'zh-CN': modelName(id) };
}

/** What the value of a purchase goes by. */
export function spendText({ fitted, oneIn }: SpendBasis): Localized {
  if (!fitted) return { en: 'A purchase at the mean value of the customer.', 'zh-CN': '每次购买按客户自身的平均金额计。' };
  if (oneIn === 1) return { en: 'A purchase at the value that Gamma-Gamma expects.', 'zh-CN': '每次购买按 Gamma-Gamma 期望金额计。' };
  return {
    en: `A purchase at the value that Gamma-Gamma expects, fitted on one customer in ${oneIn}.`,
    'zh-CN': `每次购买按 Gamma-Gamma 期望金额计，每 ${oneIn} 位客户取 1 位拟合。`,
  };
}

/** The smaller of the two classes, on which the interval hangs, as in `8 who stopped`. */
export function fewest({ events, others }: AreaUnderCurve): Localized {
  return events <= others
    ? { en: `${amountText(events)} who stopped`, 'zh-CN': `${amountText(events)} 位停购` }
    : { en: `${amountText(others)} who stayed`, 'zh-CN': `${amountText(others)} 位留存` };
}
