import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { table } from '../../views/table.ts';
import { type CalibrationBin, calibrationTable } from '../../stats/calibration.ts';
import { fitRecalibration, recalibrate } from '../../stats/recalibration.ts';
import { type Interval, wilson } from '../../stats/wilson.ts';
import { teaches } from '../churn/contest.ts';
import type { Fold } from './folds.ts';
import { type Kept, only } from './ranking.ts';
import { originColumn } from './sections.ts';

const blocks = 5;
const leastInGroup = 20;

type Stage = 'day' | 'corrected' | 'scored' | 'scored-corrected';

/**
 * Tenths of the customers by predicted probability, or fewer groups. `day`: as predicted on the day; `corrected`: after what the window itself taught;
 * `scored`, `scored-corrected`: the same, of those that churn would have scored.
 */
interface CalibrationRow extends CalibrationBin {
  readonly origin: string;
  readonly stage: Stage;
  readonly decile: number;
}

const stages: Readonly<Record<Stage, Localized>> = {
  day: { en: 'on the day', 'zh-CN': '当日预测' },
  corrected: { en: 'corrected', 'zh-CN': '按该窗口校准后' },
  scored: { en: 'of those scored', 'zh-CN': '仅可评估客户' },
  'scored-corrected': { en: 'of those scored, corrected', 'zh-CN': '仅可评估客户，校准后' },
};

/** The calibration of a fold, by decile. */
function calibrationRows(fold: Fold): CalibrationRow[] {
  const rows = (stage: Stage, bins: readonly CalibrationBin[]): CalibrationRow[] =>
    bins.map((bin, index) => ({ ...bin, origin: fold.data.origin, stage, decile: index + 1 }));
  return [
    ...rows('day', binsOf(fold, null)),
    ...rows('corrected', correctedBins(fold, null)),
    ...(fold.kept === null
      ? []
      : [...rows('scored', binsOf(fold, fold.kept)), ...rows('scored-corrected', correctedBins(fold, fold.kept))]),
  ];
}

function binsOf({ data, own }: Fold, kept: Kept): CalibrationBin[] {
  if (own.probabilities === null) return [];
  const probabilities = only(own.probabilities, kept);
  return calibrationTable({ probabilities, outcomes: only(data.outcome!.silent, kept) }, { bins: groupsOf(probabilities.length) });
}

/** Ten groups, and fewer where a tenth would hold so few customers that its share is chance. */
export function groupsOf(customers: number): number {
  return Math.min(10, Math.max(1, Math.floor(customers / leastInGroup)));
}

/** The tenths of the day: made anew by the corrected figures they would put together those whose lesson came out high by chance. */
function correctedBins({ data, own }: Fold, kept: Kept): CalibrationBin[] {
  const outcomes = data.outcome!.silent;
  const rank = own.probabilities;
  const corrected = rank === null ? null : crossFitted(rank, outcomes);
  if (rank === null || corrected === null) return [];
  const probabilities = only(corrected, kept);
  const bins = groupsOf(probabilities.length);
  return calibrationTable({ probabilities, outcomes: only(outcomes, kept), rank: only(rank, kept) }, { bins });
}

/** How many were expected to stop, and how many did. */
export interface Level {
  readonly customers: number;
  /** Mean of the probabilities, as predicted on the day. */
  readonly predicted: number;
  readonly observed: number;
  /** Wilson's, of what was observed. */
  readonly interval: Interval;
}

/** Null without customers, and where the default gives no probabilities. */
export function levelOf({ data, own }: Fold, kept: Kept): Level | null {
  if (own.probabilities === null) return null;
  const predicted = only(own.probabilities, kept);
  const stopped = only(data.outcome!.silent, kept).reduce((total, value) => total + value, 0);
  const customers = predicted.length;
  const interval = wilson(stopped, customers);
  if (interval === null) return null;
  return {
    customers,
    predicted: predicted.reduce((total, value) => total + value, 0) / customers,
    observed: stopped / customers,
    interval,
  };
}

/** Largest difference between predicted and observed over the tenths of the customers, as predicted on the day; null without customers. */
export function largestError(fold: Fold, kept: Kept): number | null {
  return largest(binsOf(fold, kept));
}

/** The same after the correction that the window teaches; null where it teaches none. */
export function largestCorrectedError(fold: Fold, kept: Kept): number | null {
  return largest(correctedBins(fold, kept));
}

function largest(bins: readonly CalibrationBin[]): number | null {
  return bins.length === 0 ? null : Math.max(...bins.map(({ observed, predicted }) => Math.abs(observed - predicted)));
}

/**
 * The probabilities after the correction that the window teaches: learned from four fifths of the customers and applied to the others in turn,
 * so that nobody corrects itself. Null where there is too little to learn from.
 */
function crossFitted(probabilities: Float64Array, outcomes: Float64Array): Float64Array | null {
  if (!teaches(outcomes)) return null;
  const corrected = new Float64Array(probabilities.length);
  for (let block = 0; block < blocks; block += 1) {
    const kept = (_: number, row: number): boolean => row % blocks !== block;
    const map = fitRecalibration({ probabilities: probabilities.filter(kept), outcomes: outcomes.filter(kept) });
    if (map === null) return null;
    for (let row = block; row < probabilities.length; row += blocks) corrected[row] = recalibrate(map, probabilities[row]!);
  }
  return corrected;
}

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
export function calibrationSection(folds: readonly Fold[], lang: Lang): TableSection {
  return table<CalibrationRow>(
    lang,
    {
      id: 'calibration',
      title: { en: 'Calibration: predicted and observed', 'zh-CN': '校准：预测与实际' },
      chart: { kind: 'dots', label: 'predicted', value: 'observed', low: 'low', high: 'high' },
    },
    {
      origin: originColumn((row) => row.origin),
      stage: { title: { en: 'Forecast', 'zh-CN': '概率' }, type: 'text', basis: stageBasis, value: (row) => stages[row.stage][lang] },
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
        title: { en: 'low', 'zh-CN': '下限' },
        type: 'ratio',
        basis: { en: 'Lower end of the 95 % interval of what was observed (Wilson).', 'zh-CN': '实际占比的 95% 区间下限（Wilson）。' },
        value: (row) => row.interval.low,
      },
      high: {
        title: { en: 'high', 'zh-CN': '上限' },
        type: 'ratio',
        basis: { en: 'Upper end of the 95 % interval of what was observed (Wilson).', 'zh-CN': '实际占比的 95% 区间上限（Wilson）。' },
        value: (row) => row.interval.high,
      },
      difference: {
        title: { en: 'Difference', 'zh-CN': '差异' },
        type: 'ratio',
        basis: { en: 'Observed less predicted.', 'zh-CN': '实际 − 预测。' },
        value: (row) => row.observed - row.predicted,
      },
    },
    folds.flatMap(calibrationRows),
  );
}
