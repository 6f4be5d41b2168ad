import type { Fold } from '../../forecast/churn/folds.ts';
import type { Ranking } from '../../forecast/churn/ranking.ts';
import type { Localized } from '../../lib/localized.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import type { FactText } from '../facts.ts';

/** An area under the curve with the cases it is over and its interval; null where it could not be measured. */
export function areaOf(area: AreaUnderCurve | null | undefined): Pick<FactText, 'value' | 'n' | 'low' | 'high'> {
  if (area === null || area === undefined) return { value: null, n: null, low: null, high: null };
  return { value: area.area, n: area.events + area.others, ...area.interval };
}

/** The area among the customers that churn would have scored; where there is none, why. */
export function scoredArea(fold: Fold | undefined): FactText {
  const ranking = fold?.scored ?? null;
  return {
    id: 'auc_scored',
    title: { en: 'AUC of those scored', 'zh-CN': '可评估客户的 AUC' },
    type: 'number',
    ...areaOf(ranking?.area),
    basis: whyScored(fold, ranking),
  };
}

function whyScored(fold: Fold | undefined, ranking: Ranking | null): Localized {
  if (fold === undefined) return { en: 'No past window to hold out.', 'zh-CN': '没有可供回测的历史窗口。' };
  if (ranking === null)
    return {
      en: 'Cannot be told: the churn definition goes by the customer file, which says how things stand today, not on that day.',
      'zh-CN': '无法计算：流失定义依据客户文件，而文件只反映当前状态，无法还原当日。',
    };
  if (ranking.area === null)
    return {
      en: `Cannot be told: all ${ranking.customers} of them did the same.`,
      'zh-CN': `无法计算：这 ${ranking.customers} 位客户表现一致。`,
    };
  return {
    en: 'Only customers neither lost nor too new on that day, by the rules of the lists; marks of the customer file left out.',
    'zh-CN': '仅含当日既未流失也非历史不足的客户，按名单规则判定，不计客户文件的标记。',
  };
}
