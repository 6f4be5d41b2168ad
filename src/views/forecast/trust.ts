import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { standingOf } from '../../forecast/churn/ranking.ts';
import type { Localized } from '../../lib/localized.ts';
import { percentText } from '../number-words.ts';
import { goneAmong } from './verdict.ts';
import { contenderTitle, fewest } from './words.ts';

/** Where the way that was chosen is itself the best simple rule there is nothing to hold it against. */
function againstRule(isRule: boolean, { low, high }: { readonly low: number; readonly high: number }, rule: Localized): Localized {
  const [en, zh] = [`the simple rule “${rule.en}”`, `简单规则“${rule['zh-CN']}”`];
  if (isRule) return { en: `by ${en}`, 'zh-CN': `依据${zh}` };
  if (low > 0) return { en: `better than ${en}`, 'zh-CN': `优于${zh}` };
  return high < 0 ? { en: `worse than ${en}`, 'zh-CN': `不如${zh}` } : { en: `no better than ${en}`, 'zh-CN': `与${zh}相当` };
}

/** How far the order of the lists can be believed, in one sentence without statistics; `verdictOf` has the figures. */
export function trustOf(folds: readonly Fold[]): Localized {
  const [latest] = folds;
  const ranking = latest === undefined ? null : judgedOf(latest).ranking;
  if (latest === undefined || ranking === null || ranking.area === null)
    return {
      en: 'The data do not reach far enough back to test the list on the past.',
      'zh-CN': '数据时间跨度不足，名单的准确性无法用历史检验。',
    };
  const { area, naive, gain } = ranking;
  const standing = standingOf(area);
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
  const [share, gone] = [percentText(area.area), goneAmong(latest)];
  const found: Localized = {
    en: `Tested on the past, customers who stopped${gone.en} stood above those who stayed ${share} of the time`,
    'zh-CN': `用历史检验，停购客户${gone['zh-CN']}排在留存客户之前的比例为 ${share}`,
  };
  if (naive === null || gain === null) return { en: `${found.en}.`, 'zh-CN': `${found['zh-CN']}。` };
  const against = againstRule(latest.own.contender === naive.contender, gain.interval, contenderTitle(naive.contender));
  return { en: `${found.en}, ${against.en}.`, 'zh-CN': `${found['zh-CN']}，${against['zh-CN']}。` };
}
