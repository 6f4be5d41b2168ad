import type { FactText } from '../../views/facts.ts';
import { largestCorrectedError, largestError, levelOf } from '../../forecast/churn/calibration.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { Kept } from '../../forecast/churn/ranking.ts';

const scoredAlone = {
  en: 'Only customers neither lost nor too new on that day.',
  'zh-CN': '仅含当日既未流失也非历史不足的客户。',
};

/** How near the probabilities of a fold came: of all customers, and of those that churn would have scored. */
export function calibrationFacts(fold: Fold): FactText[] {
  const { kept } = fold;
  return [
    ...levelFacts(fold, null),
    ...(kept === null ? [] : levelFacts(fold, kept)),
    {
      id: 'calibration_error',
      title: { en: 'Largest calibration error', 'zh-CN': '最大校准误差' },
      type: 'points',
      value: largestError(fold, null),
      basis: {
        en: 'Predicted less observed share, in percentage points: the largest over the groups of customers in the section calibration, as predicted on the day.',
        'zh-CN': '预测占比与实际占比之差（百分点），取校准表各分组中的最大值，按当日预测。',
      },
    },
    {
      id: 'calibration_error_scored',
      title: { en: 'The same, of those scored', 'zh-CN': '可评估客户的最大校准误差' },
      type: 'points',
      value: kept === null ? null : largestError(fold, kept),
      basis: scoredAlone,
    },
    {
      id: 'corrected_error',
      title: { en: 'The same of all, corrected', 'zh-CN': '校准后最大误差' },
      type: 'points',
      value: largestCorrectedError(fold, null),
      basis: {
        en: 'After the correction that this window teaches, learned from other customers.',
        'zh-CN': '按该窗口校准后（由其他客户学习得到）。',
      },
    },
    {
      id: 'corrected_error_scored',
      title: { en: 'The same, of those scored, corrected', 'zh-CN': '可评估客户校准后的最大误差' },
      type: 'points',
      value: kept === null ? null : largestCorrectedError(fold, kept),
      basis: scoredAlone,
    },
  ];
}

function levelFacts(fold: Fold, kept: Kept): FactText[] {
  const level = levelOf(fold, kept);
  const [suffix, ofThose, zhOfThose] = kept === null ? ['', '', ''] : ['_scored', ', of those', '（可评估客户）'];
  return [
    {
      id: `stop_predicted${suffix}`,
      title: { en: `Expected to stop${ofThose}`, 'zh-CN': `预测停购占比${zhOfThose}` },
      type: 'ratio',
      value: level?.predicted ?? null,
      n: level?.customers ?? null,
      basis: { en: 'Mean of the probabilities, as predicted on the day.', 'zh-CN': '当日预测概率的平均值。' },
    },
    {
      id: `stop_observed${suffix}`,
      title: { en: `Stopped${ofThose}`, 'zh-CN': `实际停购占比${zhOfThose}` },
      type: 'ratio',
      value: level?.observed ?? null,
      n: level?.customers ?? null,
      low: level?.interval.low ?? null,
      high: level?.interval.high ?? null,
      basis: { en: 'Share of these customers who bought nothing in the window.', 'zh-CN': '上述客户中在该窗口内未购买的占比。' },
    },
  ];
}
