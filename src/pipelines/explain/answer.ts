import { capitalised, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { type Factor, factors } from '../../metrics/customers/parts/factors.ts';
import type { FactorId } from '../../metrics/choices.ts';
import type { Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, oneDecimal, percentText } from '../../views/number-words.ts';
import { toDo } from '../parts/first-to-act.ts';
import { actionOf, type TierWord } from '../parts/scoring-words.ts';
import { fewPurchasesText, silenceColumns, silenceText } from '../parts/standing-words.ts';

/** Where the customer stands, why, and what to do. */
export function explainAnswer(sections: readonly Section[], tiers: readonly TierWord[], money?: MoneyDisplay): Localized[] {
  const said = saidBy(sections);
  return [standing(said, money), why(said), whatToDo(said, tiers)];
}

function standing(said: Said, money: MoneyDisplay | undefined): Localized {
  const text = (id: string): string | null => {
    const value = said.fact('customer', id)?.value ?? null;
    return value === null ? null : String(value);
  };
  const name = text('customer_name') ?? text('customer_id') ?? '';
  const [score, rank, revenue, share] = ['score', 'rank', 'revenue', 'revenue_share'].map((id) => said.figure('customer', id));
  const tier = text('tier');
  const held: Localized =
    typeof revenue !== 'number'
      ? { en: '', 'zh-CN': '' }
      : typeof share !== 'number'
        ? { en: ` and brought ${moneyText(revenue, money)}`, 'zh-CN': `，累计贡献 ${moneyText(revenue, money)}` }
        : {
            en: ` and brought ${moneyText(revenue, money)}, ${shareText(share)} of the revenue`,
            'zh-CN': `，累计贡献 ${moneyText(revenue, money)}，占销售额 ${shareText(share)}`,
          };
  if (typeof score !== 'number' || typeof rank !== 'number' || tier === null)
    return {
      en: `${name} has no score, for too little is known of it${held.en.replace(' and', '; it')}.`,
      'zh-CN': `${name}已知信息过少，未评分${held['zh-CN']}。`,
    };
  const points = oneDecimal(score);
  const compared = said.rows('factors', Infinity).reduce((most, row) => Math.max(most, numberOf(row['customers']) ?? 0), 0);
  return {
    en: `${name} is number ${amountText(rank)} of ${amountText(compared)} with ${points} of 100 points (50 is average; tier ${tier})${held.en}.`,
    'zh-CN': `${name}在 ${amountText(compared)} 个客户中排名第 ${amountText(rank)}，得分 ${points}（满分 100，平均 50，${tier}层级）${held['zh-CN']}。`,
  };
}

/** Small shares keep a digit. */
function shareText(share: number): string {
  return share < 0.1 ? `${oneDecimal(100 * share)}%` : percentText(share);
}

/** A contribution of less is no reason. */
const leastContribution = 0.5;
const mostFactors = 2;

/** What lifts and drags the score most, and how it buys against its own habit. */
function why(said: Said): Localized {
  const known = said.rows('factors', Infinity).flatMap((row) => {
    const contribution = numberOf(row['contribution']);
    // The base and the score are no factors.
    const factor: Factor | undefined = factors[row['factor'] as FactorId];
    return contribution === null || factor === undefined ? [] : [{ factor, contribution }];
  });
  const side = (sign: 1 | -1): Localized[] =>
    known
      .filter(({ contribution }) => sign * contribution >= leastContribution)
      .toSorted((one, other) => sign * (other.contribution - one.contribution))
      .slice(0, mostFactors)
      .map(({ factor }) => (sign === 1 ? factor.lifts : factor.drags));
  const [lifts, drags] = [side(1), side(-1)];
  const parts: Localized[] = [];
  if (lifts.length > 0) parts.push(joined({ en: 'For it: ', 'zh-CN': '加分：' }, lifts));
  if (drags.length > 0) parts.push(joined({ en: parts.length === 0 ? 'Against it: ' : 'against it: ', 'zh-CN': '减分：' }, drags));
  const silence = silenceOf(said);
  if (silence !== null) parts.push(silence);
  if (parts.length === 0) return { en: 'Nothing about it stands out.', 'zh-CN': '没有突出之处。' };
  const whole = parts.map(({ en }) => en).join('; ');
  return { en: `${capitalised(whole)}.`, 'zh-CN': `${parts.map((part) => part['zh-CN']).join('；')}。` };
}

function joined(head: Localized, parts: readonly Localized[]): Localized {
  return { en: head.en + parts.map(({ en }) => en).join(', '), 'zh-CN': head['zh-CN'] + parts.map((part) => part['zh-CN']).join('、') };
}

/** As in the ranking, of a customer whose rhythm asks for it. */
function silenceOf(said: Said): Localized | null {
  const state = said.fact('customer', 'state')?.code ?? null;
  const figure = (id: string): number | null => said.figure('customer', id);
  const [silence, limit] = [figure('recency_days'), figure('overdue_after_days')];
  if (silence === null) return null;
  if (state === 'once_or_twice') return fewPurchasesText({ days: figure('purchases'), orders: figure('orders') ?? 1 }, silence);
  const isLate = state === 'lost' || state === 'overdue' || (limit !== null && silence > limit);
  return isLate ? silenceText(silence, Object.fromEntries(silenceColumns.map((column) => [column, figure(column)]))) : null;
}

/** By the tier and the state of the customer, as in the ranking. */
function whatToDo(said: Said, tiers: readonly TierWord[]): Localized {
  const code = (id: string): string => String(said.fact('customer', id)?.code ?? '');
  const action = actionOf(tiers, Number(code('tier').replace('tier_', '')), code('state') || null)?.text;
  return action === undefined
    ? { en: 'To do: add orders, or figures of the customer.', 'zh-CN': '建议：补充订单或客户数据。' }
    : toDo(action);
}
