import { horizonDays } from '../../forecast/offers/owned.ts';
import { afterChinese, beforeChinese, both, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, oneDecimalPercent, percentText } from '../../views/number-words.ts';
import { untestedOffers } from '../parts/untested-offers.ts';
import type { Verdict } from './verdict.ts';

/** Whom to offer what first, and how far the list can be believed: first of all where the rules proved of no use. */
export function crossSellAnswer(sections: readonly Section[], verdict: Verdict, money: MoneyDisplay | undefined): Localized[] {
  const said = saidBy(sections);
  const customers = said.figure('overview', 'offered_customers') ?? 0;
  const upgrade = upgradeText(said, money);
  if (customers === 0) return [nothing, ...upgrade];
  const offer = offerText(customers, said.figure('overview', 'expected_value'), said.rows('opportunities')[0], money);
  const trust = trustOf(verdict);
  return verdict.followed === 'rules' || verdict.followed === 'untested' ? [offer, ...upgrade, ...trust] : [...trust, offer, ...upgrade];
}

const nothing = both(
  'There is nothing worth offering now: no item that an active customer lacks was taken up by one in twenty like it.',
  '目前没有值得推荐的品项：活跃客户未购买的品项中，没有一项有 5% 以上的同类客户购买。',
);

function offerText(customers: number, expected: number | null, first: ResultRow | undefined, money: MoneyDisplay | undefined): Localized {
  const [number, isOne] = [amountText(customers), customers === 1];
  const worth: Localized =
    expected === null
      ? both('', '')
      : both(`; their first offers promise ${moneyText(expected, money)} in all`, `；首选推荐的期望金额合计 ${moneyText(expected, money)}`);
  const top = first === undefined ? both('', '') : firstText(first, money);
  return both(
    `${number} active ${isOne ? 'customer lacks' : 'customers lack'} something that others like them came to buy${worth.en}.${top.en}`,
    `${number} 位活跃客户尚未购买同类客户会买的品项${worth['zh-CN']}。${top['zh-CN']}`,
  );
}

/** Who is ready for the next edition, and what that promises. */
function upgradeText({ figure, rows }: Said, money: MoneyDisplay | undefined): Localized[] {
  const [ready, expected] = [figure('overview', 'ready_upgrades') ?? 0, figure('overview', 'upgrade_expected_value')];
  const [first] = rows('upgrades');
  if (ready === 0 || first === undefined) return [];
  const name = String(first['customer_name'] ?? first['customer_id']);
  const next = String(first['next_item']);
  const [worth, zhWorth] =
    expected === null ? ['', ''] : [`, ${moneyText(expected, money)} expected in all`, `，期望金额合计 ${moneyText(expected, money)}`];
  return [
    both(
      `${amountText(ready)} ${ready === 1 ? 'owner of an edition is' : 'owners of an edition are'} ready for the next one${worth}: first ${name}, for ${next}.`,
      `${amountText(ready)} 项现有版本已具备升级条件${zhWorth}：${afterChinese('首先是', name)}，${afterChinese('升级至', next)}。`,
    ),
  ];
}

/** ` Begin with Acme: offer Gloves (chance 32%, 206 expected; bought Pedals …).` */
function firstText(first: ResultRow, money: MoneyDisplay | undefined): Localized {
  const name = String(first['customer_name'] ?? first['customer_id']);
  const [item, because, owner] = [String(first['item']), first['because'] ?? null, first['owner'] ?? null];
  const [chance, expected] = [numberOf(first['chance']), numberOf(first['expected_value'])];
  const parts: Localized[] = [
    ...(because === null ? [] : [both(`it bought ${because}`, afterChinese('已购买', String(because)))]),
    ...(chance === null ? [] : [both(`chance ${percentText(chance)}`, `成交概率 ${percentText(chance)}`)]),
    ...(expected === null ? [] : [both(`${moneyText(expected, money)} expected`, `期望 ${moneyText(expected, money)}`)]),
  ];
  const [english, chinese] = [parts.map(({ en }) => en).join(', '), parts.map((part) => part['zh-CN']).join('，')];
  return both(
    ` Begin with ${name}: ${owner === null ? 'offer' : `${owner} offers`} ${item}${english === '' ? '' : ` (${english})`}.`,
    `${beforeChinese(afterChinese('请从', name), '开始：')}${owner === null ? '' : beforeChinese(afterChinese('由', String(owner)), '')}${afterChinese('推荐', item)}${chinese === '' ? '' : `（${chinese}）`}。`,
  );
}

function trustOf({ followed, isBlind, days, offers, hits, rules }: Verdict): Localized[] {
  if (followed === 'untested' || offers === 0 || rules === null) return [untestedOffers];
  const [ofRules, ofBest, ofAny] = (['rules', 'best_sellers', 'any'] as const).map((list) => oneDecimalPercent(hits[list] / offers)) as [
    string,
    string,
    string,
  ];
  const on = both(
    `On ${days} past ${days === 1 ? 'day' : 'days'} (${amountText(offers)} offers, ${horizonDays} days each)`,
    `用 ${days} 个历史推荐日检验（共 ${amountText(offers)} 个推荐，各看 ${horizonDays} 天）`,
  );
  if (isBlind)
    return [
      both(
        `${on.en} neither the rules (${ofRules} taken up) nor the best sellers (${ofBest}) did better than any item a customer lacked (${ofAny}): choose by what you know of the customer.`,
        `${on['zh-CN']}，规则（命中 ${ofRules}）与热销品项（${ofBest}）均不优于客户未购买过的任意品项（${ofAny}）：请依据对客户的了解选择。`,
      ),
    ];
  const times = rules.lift === null ? both('', '') : liftText(rules.lift, rules.low, rules.high);
  if (followed === 'best_sellers')
    return [
      both(
        `${on.en} the rules did no better than the best sellers that each customer lacked (${ofRules} against ${ofBest} taken up${times.en}): the list goes by these; any item would have done ${ofAny}.`,
        `${on['zh-CN']}，规则并不优于客户未购买过的热销品项（命中 ${ofRules} 对 ${ofBest}${times['zh-CN']}），因此名单按热销品项排列；任意品项的命中率为 ${ofAny}。`,
      ),
    ];
  return [
    both(
      `${on.en} ${ofRules} of such offers were taken up, against ${ofBest} of the best sellers that the same customers lacked${times.en}.`,
      `${on['zh-CN']}，此类推荐命中 ${ofRules}，同一客户未购买过的热销品项命中 ${ofBest}${times['zh-CN']}。`,
    ),
  ];
}

/** `; 1.38 times as many, 95% interval 1.26–1.52`. */
function liftText(lift: number, low: number | null, high: number | null): Localized {
  const range = low === null || high === null ? null : `${low.toFixed(2)}–${high.toFixed(2)}`;
  return both(
    `; ${lift.toFixed(2)} times as many${range === null ? '' : `, 95% interval ${range}`}`,
    `；前者为后者的 ${lift.toFixed(2)} 倍${range === null ? '' : `，95% 区间 ${range}`}`,
  );
}

/** `7.6%`: differences of such shares are small. */
