import type { Fold } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { type ListOrder, orderTest, orderTrust } from '../../views/forecast/order-verdict.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText } from '../../views/number-words.ts';
import { complaintsText, silenceText } from '../parts/standing-words.ts';
import type { ListCalls, Ways } from './list-calls.ts';

/** Who is at risk and what hangs on them, whom to call first, and how far the list can be believed. */
export function churnAnswer(
  sections: readonly Section[],
  folds: readonly Fold[],
  {
    order,
    calls = null,
    money,
  }: { readonly order: ListOrder; readonly calls?: ListCalls | null; readonly money?: MoneyDisplay | undefined },
): Localized[] {
  const said = saidBy(sections);
  const [atRisk, watch, active] = ['at_risk', 'watch', 'active'].map(said.total) as [number, number, number];
  if (atRisk + watch + active === 0)
    return [
      {
        en: 'No customer can be judged yet: all of them are lost, bought once or came lately.',
        'zh-CN': '目前没有可评估的客户：均已流失、仅购买一次或首购不久。',
      },
    ];
  // Where the probabilities were of no use, or do not differ now, the first sentence has said so.
  const trust = order === 'risk' ? [orderTrust(orderTest(folds))] : [];
  const lists = atRisk === 0 ? (['watch'] as const) : watchHoldsMore(said) ? (['at_risk', 'watch'] as const) : (['at_risk'] as const);
  const first = atRisk === 0 ? nobody(said, watch, money) : stake(said, { atRisk, watch, order, money });
  return [first, ...(atRisk + watch === 0 ? [] : [toDo(lists, order, calls)]), ...trust];
}

function nobody(said: Said, watch: number, money: MoneyDisplay | undefined): Localized {
  const watched = watchedText(said, watch, money);
  return { en: `No customer is at risk${watched.en}.`, 'zh-CN': `没有高风险客户${watched['zh-CN']}。` };
}

const byValueOnly: Readonly<Record<ListOrder, Localized>> = {
  risk: { en: '', 'zh-CN': '' },
  chance: {
    en: 'Ordered by value only, for in the past the probabilities told no more than a coin: ',
    'zh-CN': '名单仅按金额排序（用历史检验，概率并不比抛硬币准）：',
  },
  same: { en: 'Ordered by value only, for the probabilities are all the same: ', 'zh-CN': '名单仅按金额排序（各客户的概率相同）：' },
};

/** How many are at risk with how much, who of them has the most, and what is to be watched. */
function stake(
  said: Said,
  {
    atRisk,
    watch,
    order,
    money,
  }: { readonly atRisk: number; readonly watch: number; readonly order: ListOrder; readonly money: MoneyDisplay | undefined },
): Localized {
  const value = said.figure('overview', 'value_at_risk');
  const days = said.figure('overview', 'horizon') ?? 0;
  const number = amountText(atRisk);
  const isOne = atRisk === 1;
  const all: Localized =
    value === null
      ? { en: `${number} ${isOne ? 'customer is' : 'customers are'} at risk`, 'zh-CN': `${number} 位客户有流失风险` }
      : {
          en: `${number} ${isOne ? 'customer at risk holds' : 'customers at risk hold'} ${moneyText(value, money)} of the next ${days} days`,
          'zh-CN': `${number} 位客户有流失风险，涉及未来 ${days} 天的 ${moneyText(value, money)}`,
        };
  const [largest] = said.rows('at_risk');
  const parts = largest === undefined ? [] : [share(largest, { isOne, isKnown: value !== null, money }), ...facts(largest)];
  const most: Localized = {
    en: parts.length === 0 ? '' : ` (${parts.map(({ en }) => en).join(', ')})`,
    'zh-CN': parts.length === 0 ? '' : `（${parts.map((part) => part['zh-CN']).join('，')}）`,
  };
  const [why, watched] = [byValueOnly[order], watchedText(said, watch, money)];
  return {
    en: `${why.en}${all.en}${most.en}${watched.en}.`,
    'zh-CN': `${why['zh-CN']}${all['zh-CN']}${most['zh-CN']}${watched['zh-CN']}。`,
  };
}

/** `; 17 to be watched hold 60,030`, with the first of them where that is more than is at risk; nothing where nobody is. */
function watchedText(said: Said, watch: number, money: MoneyDisplay | undefined): Localized {
  if (watch === 0) return { en: '', 'zh-CN': '' };
  const [number, isOne, value] = [amountText(watch), watch === 1, said.figure('overview', 'value_to_watch')];
  if (value === null) return { en: `; ${number} ${isOne ? 'is' : 'are'} to be watched`, 'zh-CN': `；另有 ${number} 位需关注` };
  const held = moneyText(value, money);
  if (!watchHoldsMore(said))
    return {
      en: `; ${number} to be watched hold${isOne ? 's' : ''} ${held}`,
      'zh-CN': `；另有 ${number} 位需关注，涉及 ${held}`,
    };
  const [first] = said.rows('watch');
  const [more, zhMore] = said.total('at_risk') === 0 ? ['', '涉及'] : [' more,', '涉及金额更多，为'];
  const [whom, zhWhom] = first === undefined ? ['', ''] : [`: first ${nameOf(first)}`, `，首先是${nameOf(first)}`];
  return {
    en: `; ${number} to be watched hold${isOne ? 's' : ''}${more} ${held}${whom} (--section watch)`,
    'zh-CN': `；另有 ${number} 位需关注，${zhMore} ${held}${zhWhom}（--section watch）`,
  };
}

/** Whether those to be watched hold more than those at risk, as far as both are known. */
function watchHoldsMore(said: Said): boolean {
  const [atRisk, watched] = [said.figure('overview', 'value_at_risk'), said.figure('overview', 'value_to_watch')];
  return atRisk !== null && watched !== null && watched > atRisk;
}

function nameOf(customer: ResultRow): string {
  return String(customer['customer_name'] ?? customer['customer_id']);
}

function share(
  largest: ResultRow,
  { isOne, isKnown, money }: { readonly isOne: boolean; readonly isKnown: boolean; readonly money: MoneyDisplay | undefined },
): Localized {
  const name = nameOf(largest);
  const own = numberOf(largest['value_at_risk']);
  if (isOne) return { en: name, 'zh-CN': name };
  if (!isKnown || own === null) return { en: `the first is ${name}`, 'zh-CN': `首先是${name}` };
  return { en: `${moneyText(own, money)} of it ${name}`, 'zh-CN': `其中 ${moneyText(own, money)} 来自${name}` };
}

/** Where to begin, and how many of those in the lists are to be called: the actions of the others are messages and campaigns. */
function toDo(lists: readonly (keyof ListCalls)[], order: ListOrder, calls: ListCalls | null): Localized {
  const count = (way: keyof Ways): number => lists.reduce((sum, list) => sum + (calls?.[list][way] ?? 0), 0);
  const [called, written] = [count('call'), count('other')].map(amountText);
  const [top, zhTop] = lists.length > 1 ? ['the top of both lists', '两份名单的首位'] : ['the top of the list', '名单首位'];
  const [by, zhBy] =
    order === 'risk' ? ['', ''] : [', the largest first, for nothing but the value tells them apart', '（先后只能以金额为准）'];
  const stands: Localized = { en: 'what to do stands below each customer', 'zh-CN': '每位客户下方列有建议动作' };
  if (calls === null) return { en: `Begin at ${top}${by}; ${stands.en}.`, 'zh-CN': `请从${zhTop}开始跟进${zhBy}，${stands['zh-CN']}。` };
  if (called === '0')
    return {
      en: `Nobody of them has to be called: ${written} by message or campaign; ${stands.en}.`,
      'zh-CN': `无需致电：${written} 位以短信或营销活动跟进，${stands['zh-CN']}。`,
    };
  const [rest, zhRest] =
    written === '0' ? ['', ''] : [`; the other ${written} by message or campaign`, `，其余 ${written} 位以短信或营销活动跟进`];
  return {
    en: `Call ${called} from ${top}${by}${rest}; ${stands.en}.`,
    'zh-CN': `请从${zhTop}起致电 ${called} 位${zhBy}${zhRest}；${stands['zh-CN']}。`,
  };
}

/** What tells that a customer is at risk: its silence, its complaints. */
export function facts(customer: ResultRow): Localized[] {
  const [days = null, cycle = null, complaints = null] = ['silence_days', 'cycle_days', 'open_complaints'].map((id) =>
    numberOf(customer[id]),
  );
  return [
    ...(days === null || cycle === null ? [] : [silenceText(days, customer)]),
    ...(complaints === null || complaints === 0 ? [] : [complaintsText(complaints)]),
  ];
}
