import { type CalibrationRow, leastInGroup, type Stage } from '../../forecast/churn/calibration.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { table } from '../../views/table.ts';
import { originColumn } from './origin-column.ts';

const stages: Readonly<Record<Stage, Localized>> = {
  day: { en: 'on the day', 'zh-CN': '当日预测' },
  corrected: { en: 'corrected', 'zh-CN': '按该窗口校准后' },
  scored: { en: 'of those scored', 'zh-CN': '仅可评估客户' },
  'scored-corrected': { en: 'of those scored, corrected', 'zh-CN': '仅可评估客户，校准后' },
};

const stageBasis: Localized = {
  en: 'On the day: as predicted then; corrected: after what this window teaches, learned from other customers; of all customers, or of those scored: only customers neither lost nor too new on that day.',
  'zh-CN':
    '当日预测：按当日所知；校准后：按该窗口的结果校准，由其他客户学习得到；均分别列出全部客户与仅可评估客户（当日既未流失也非历史不足者）。',
};

const groupBasis: Localized = {
  en: `By rising probability: tenths of the customers, and fewer groups where a tenth would hold less than ${leastInGroup}.`,
  'zh-CN': `按概率由低到高：客户十等分；每份不足 ${leastInGroup} 位时分组更少。`,
};

/** Predicted against observed, a row a tenth. */
export function calibrationSection(rows: readonly CalibrationRow[], lang: Lang): TableSection {
  return table<CalibrationRow>(
    lang,
    {
      id: 'calibration',
      title: { en: 'Calibration: predicted and observed', 'zh-CN': '校准：预测与实际' },
      place: 'detail',
      glance: { first: ['origin', 'stage', 'decile', 'customers', 'predicted', 'observed', 'difference'] },
      chart: { kind: 'dots', label: 'decile', value: 'observed', low: 'low', high: 'high', against: 'predicted' },
    },
    {
      origin: originColumn((row) => row.origin),
      stage: {
        title: { en: 'Forecast', 'zh-CN': '概率' },
        type: 'text',
        basis: stageBasis,
        value: (row) => stages[row.stage][lang],
        code: (row) => codeOf(row.stage),
      },
      decile: { title: { en: 'Group', 'zh-CN': '分组' }, type: 'integer', basis: groupBasis, value: (row) => row.decile },
      customers: {
        title: { en: 'Customers', 'zh-CN': '客户数' },
        type: 'integer',
        unit: 'customers',
        basis: { en: 'Customers of the group.', 'zh-CN': '该组客户数。' },
        value: (row) => row.cases,
      },
      predicted: {
        title: { en: 'Predicted', 'zh-CN': '预测不购' },
        type: 'ratio',
        basis: { en: 'Mean probability of no purchase in the group.', 'zh-CN': '该组不购概率的平均值。' },
        value: (row) => row.predicted,
      },
      observed: {
        title: { en: 'Observed', 'zh-CN': '实际不购' },
        type: 'ratio',
        basis: { en: 'Share of the group that bought nothing in the window.', 'zh-CN': '该组在窗口内未购买的占比。' },
        value: (row) => row.observed,
      },
      low: {
        title: { en: 'Observed, low', 'zh-CN': '实际不购下限' },
        type: 'ratio',
        basis: { en: 'Lower end of the 95% interval of what was observed (Wilson).', 'zh-CN': '实际占比的 95% 区间下限（Wilson）。' },
        value: (row) => row.interval.low,
      },
      high: {
        title: { en: 'Observed, high', 'zh-CN': '实际不购上限' },
        type: 'ratio',
        basis: { en: 'Upper end of the 95% interval of what was observed (Wilson).', 'zh-CN': '实际占比的 95% 区间上限（Wilson）。' },
        value: (row) => row.interval.high,
      },
      difference: {
        title: { en: 'Difference', 'zh-CN': '差异' },
        type: 'points',
        basis: { en: 'Observed less predicted, in percentage points.', 'zh-CN': '实际 − 预测，单位为百分点。' },
        value: (row) => row.observed - row.predicted,
      },
    },
    rows,
  );
}
