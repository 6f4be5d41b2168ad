import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { standingOf } from '../../forecast/churn/ranking.ts';
import type { Localized } from '../../lib/localized.ts';
import { percentText } from '../number-words.ts';
import { contenderTitle, fewest } from './words.ts';

/** How far the order of the lists can be believed, in one sentence without statistics; `verdictOf` has the figures. */
export function trustOf(folds: readonly Fold[]): Localized {
  const [latest] = folds;
  const ranking = latest === undefined ? null : judgedOf(latest).ranking;
  if (ranking === null || ranking.area === null)
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
  const share = percentText(area.area);
  const found: Localized = {
    en: `Tested on the past, customers who stopped stood above those who stayed ${share} of the time`,
    'zh-CN': `用历史检验，停购客户排在留存客户之前的比例为 ${share}`,
  };
  if (naive === null || gain === null) return { en: `${found.en}.`, 'zh-CN': `${found['zh-CN']}。` };
  const rule = contenderTitle(naive.contender);
  const isBetter = gain.interval.low > 0;
  return {
    en: `${found.en}, ${isBetter ? 'better than' : 'no better than'} the simple rule “${rule.en}”.`,
    'zh-CN': `${found['zh-CN']}，${isBetter ? '优于' : '与'}简单规则“${rule['zh-CN']}”${isBetter ? '' : '相当'}。`,
  };
}
