import type { Fold } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { trustOf } from '../../views/forecast/trust.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';

/** Who is at risk and what hangs on them, whom to call first, and how far the list can be believed. */
export function churnAnswer(sections: readonly Section[], folds: readonly Fold[]): Localized[] {
  const said = saidBy(sections);
  const [atRisk, watch, active] = ['at_risk', 'watch', 'active'].map(said.total) as [number, number, number];
  if (atRisk + watch + active === 0)
    return [
      {
        en: 'No customer can be judged yet: all of them are lost, bought once or came lately.',
        'zh-CN': '目前没有可评估的客户：均已流失、仅购买一次或首购不久。',
      },
    ];
  if (atRisk === 0) return [nobody(watch), trustOf(folds)];
  return [stake(said, atRisk), todo(atRisk, watch), trustOf(folds)];
}

function nobody(watch: number): Localized {
  return {
    en: `No customer is at risk${watch === 0 ? '' : `; ${amountText(watch)} ${watch === 1 ? 'is' : 'are'} to be watched`}.`,
    'zh-CN': `没有高风险客户${watch === 0 ? '' : `；需关注 ${amountText(watch)} 位`}。`,
  };
}

/** How many are at risk with how much, and who of them has the most. */
function stake(said: Said, customers: number): Localized {
  const value = said.figure('overview', 'value_at_risk');
  const days = said.figure('overview', 'horizon') ?? 0;
  const number = amountText(customers);
  const isOne = customers === 1;
  const all: Localized =
    value === null
      ? { en: `${number} ${isOne ? 'customer is' : 'customers are'} at risk`, 'zh-CN': `${number} 位客户有流失风险` }
      : {
          en: `${number} ${isOne ? 'customer at risk holds' : 'customers at risk hold'} ${amountText(value)} of the next ${days} days`,
          'zh-CN': `${number} 位客户有流失风险，涉及未来 ${days} 天的 ${amountText(value)}`,
        };
  const [largest] = said.rows('at_risk');
  if (largest === undefined) return { en: `${all.en}.`, 'zh-CN': `${all['zh-CN']}。` };
  const parts = [share(largest, { isOne, isKnown: value !== null }), ...facts(largest)];
  return {
    en: `${all.en}${isOne ? ': ' : '; '}${parts.map(({ en }) => en).join(', ')}.`,
    'zh-CN': `${all['zh-CN']}${isOne ? '：' : '；'}${parts.map((part) => part['zh-CN']).join('，')}。`,
  };
}

function share(largest: ResultRow, { isOne, isKnown }: { readonly isOne: boolean; readonly isKnown: boolean }): Localized {
  const name = String(largest['customer_name'] ?? largest['customer_id']);
  const own = numberOf(largest['value_at_risk']);
  if (isOne) return { en: name, 'zh-CN': name };
  if (!isKnown || own === null) return { en: `the first of them is ${name}`, 'zh-CN': `首先是${name}` };
  return { en: `${amountText(own)} of it is ${name}`, 'zh-CN': `其中 ${amountText(own)} 来自${name}` };
}

function facts(customer: ResultRow): Localized[] {
  const [days, cycle, complaints] = ['silence_days', 'cycle_days', 'open_complaints'].map((id) => numberOf(customer[id]));
  const found: Localized[] = [];
  if (typeof days === 'number' && typeof cycle === 'number') {
    const usual = amountText(Math.round(cycle));
    found.push({
      en: `silent for ${amountText(days)} days (usually orders every ${usual})`,
      'zh-CN': `已 ${amountText(days)} 天未购（通常 ${usual} 天一单）`,
    });
  }
  if (typeof complaints === 'number' && complaints > 0)
    found.push({
      en: `${amountText(complaints)} complaint${complaints === 1 ? '' : 's'} open`,
      'zh-CN': `${amountText(complaints)} 起投诉未结`,
    });
  return found;
}

function todo(atRisk: number, watch: number): Localized {
  const [them, others] = atRisk === 1 ? ['it', '该客户'] : ['them', '这些客户'];
  return {
    en: `Call ${them} this week${atRisk === 1 ? '' : ', the most value first'}${watch === 0 ? '' : `; keep an eye on ${amountText(watch)} more`}.`,
    'zh-CN': `请本周联系${others}${atRisk === 1 ? '' : '，金额大的优先'}${watch === 0 ? '' : `；另有 ${amountText(watch)} 位需关注`}。`,
  };
}
