import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { type Standing, standingOf } from '../../forecast/churn/ranking.ts';
import type { Localized } from '../../lib/localized.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { percentText } from '../number-words.ts';
import { contenderTitle, fewest } from './words.ts';

/** What the latest hold-out shows of the order of the churn list. */
export interface OrderTest {
  readonly area: AreaUnderCurve;
  readonly standing: Standing;
  readonly horizonDays: number;
  /** How the list did against the best simple rule, which it may be itself; null where they could not be compared. */
  readonly against: { readonly rule: Localized; readonly told: 'itself' | 'more' | 'as much' | 'less' } | null;
  /** Whether those long gone are among the customers, who are easy to tell: who would have been scored that day is not known. */
  readonly withGone: boolean;
}

/** Null where nothing could be held out, and where all customers did the same. */
export function orderTest([latest]: readonly Fold[]): OrderTest | null {
  const ranking = latest === undefined ? null : judgedOf(latest).ranking;
  if (latest === undefined || ranking === null || ranking.area === null) return null;
  const { area, naive, gain } = ranking;
  const told = gain === null ? null : gain.interval.low > 0 ? 'more' : gain.interval.high < 0 ? 'less' : 'as much';
  return {
    area,
    standing: standingOf(area),
    horizonDays: latest.data.horizonDays,
    against:
      naive === null || told === null
        ? null
        : { rule: contenderTitle(naive.contender), told: latest.own.contender === naive.contender ? 'itself' : told },
    withGone: latest.scored === null,
  };
}

const noneGone: Localized = { en: '', 'zh-CN': '' };
const someGone: Localized = { en: ' (those long gone, too, who are easy to tell)', 'zh-CN': '（含早已流失、容易识别的客户）' };

/** How the order did, as part of a sentence. */
export function orderClause(test: OrderTest | null): Localized {
  if (test === null)
    return { en: 'who stops could not be told, for all customers did the same', 'zh-CN': '客户表现一致，无法检验谁会停购' };
  const { area, standing, withGone } = test;
  if (standing === 'chance')
    return { en: 'the churn list told no more than a coin who would stop', 'zh-CN': '流失名单识别停购客户并不比抛硬币准' };
  const [share, gone] = [percentText(area.area), withGone ? someGone : noneGone];
  const found: Localized = {
    en: `the churn list put customers who stopped${gone.en} above those who stayed ${share} of the time`,
    'zh-CN': `流失名单把停购客户${gone['zh-CN']}排在留存客户之前的比例为 ${share}`,
  };
  if (standing === 'useful') return found;
  const few = fewest(area);
  return { en: `${found.en}, which may be chance with only ${few.en}`, 'zh-CN': `${found['zh-CN']}，但仅 ${few['zh-CN']}，可能出于偶然` };
}

/** How far the order can be believed, in one sentence for who calls the customers. */
export function orderTrust(test: OrderTest | null): Localized {
  if (test === null)
    return {
      en: 'The data do not reach far enough back to test the list on the past.',
      'zh-CN': '数据时间跨度不足，名单的准确性无法用历史检验。',
    };
  const { area, standing, against, withGone } = test;
  if (standing === 'chance')
    return {
      en: 'Tested on the past, the probabilities told no more than a coin: go by the value, not by the probability.',
      'zh-CN': '用历史检验，概率并不比抛硬币准：请以金额而非概率为准。',
    };
  if (standing === 'unsure') {
    const few = fewest(area);
    return {
      en: `Whether the list is better than chance cannot be told yet: the past has only ${few.en}.`,
      'zh-CN': `名单是否优于随机尚无法判断：历史窗口中仅 ${few['zh-CN']}。`,
    };
  }
  const [share, gone] = [percentText(area.area), withGone ? someGone : noneGone];
  const held = against === null ? { en: '', 'zh-CN': '' } : heldAgainst(against);
  return {
    en: `Tested on the past, customers who stopped${gone.en} stood above those who stayed ${share} of the time${held.en}.`,
    'zh-CN': `用历史检验，停购客户${gone['zh-CN']}排在留存客户之前的比例为 ${share}${held['zh-CN']}。`,
  };
}

function heldAgainst({ rule, told }: NonNullable<OrderTest['against']>): Localized {
  const [en, zh] = [`the simple rule “${rule.en}”`, `简单规则“${rule['zh-CN']}”`];
  return {
    itself: { en: `, by ${en}`, 'zh-CN': `，依据${zh}` },
    more: { en: `, better than ${en}`, 'zh-CN': `，优于${zh}` },
    'as much': { en: `, no better than ${en}`, 'zh-CN': `，与${zh}相当` },
    less: { en: `, worse than ${en}`, 'zh-CN': `，不如${zh}` },
  }[told];
}

/** What the lists of risk are ordered by: `risk`, value × probability; or the value alone, where probabilities were of no use in the past (`chance`) or are all the same. */
export type ListOrder = 'risk' | 'chance' | 'same';

/** Whether the order of the list is to be followed, the simple rule that does better, or the value. */
export function orderAdvice(test: OrderTest | null, order: ListOrder): Localized {
  const { standing, against } = test ?? { standing: 'unsure', against: null };
  const { rule, told } = against ?? { rule: { en: '', 'zh-CN': '' }, told: null };
  const [more, zhMore] =
    told === 'less' ? [`; the simple rule “${rule.en}” told more`, `；简单规则“${rule['zh-CN']}”识别效果更好`] : ['', ''];
  if (order === 'same')
    return {
      en: `Go by the value of customers, for the probabilities of those listed now are all the same${more}.`,
      'zh-CN': `请按客户金额安排跟进：目前名单中各客户的概率相同${zhMore}。`,
    };
  if (order === 'chance')
    return {
      en: `Go by the value of customers, not by their probability${more}.`,
      'zh-CN': `请按客户金额而非概率安排跟进${zhMore}。`,
    };
  if (told === 'less')
    return {
      en: `Go by the simple rule “${rule.en}” rather than by the list: it told more.`,
      'zh-CN': `请按简单规则“${rule['zh-CN']}”而非名单顺序跟进：其识别效果更好。`,
    };
  if (standing === 'unsure')
    return {
      en: 'Take the order of the list for a hint and call those with the most value first.',
      'zh-CN': '名单顺序仅作提示，请先联系金额大的客户。',
    };
  if (told === null) return { en: 'Work down the churn list in its order.', 'zh-CN': '可按流失名单的顺序跟进。' };
  return told === 'more'
    ? {
        en: `Work down the churn list in its order: it tells more than the simple rule “${rule.en}”.`,
        'zh-CN': `可按流失名单的顺序跟进：优于简单规则“${rule['zh-CN']}”。`,
      }
    : {
        en: `Work down the churn list in its order; the simple rule “${rule.en}” does as well.`,
        'zh-CN': `可按流失名单的顺序跟进；简单规则“${rule['zh-CN']}”效果相当。`,
      };
}
