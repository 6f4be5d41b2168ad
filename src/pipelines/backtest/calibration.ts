import type { Lang, Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { type CalibrationBin, calibrationTable } from '../../stats/calibration.ts';
import { fitRecalibration, recalibrate } from '../../stats/recalibration.ts';
import { teaches } from '../churn/contest.ts';
import type { Fold } from './folds.ts';
import { type Kept, only } from './ranking.ts';
import { plainTable } from '../table-section.ts';

const blocks = 5;

type Stage = 'day' | 'corrected' | 'scored';

/**
 * Tenths of the customers by predicted probability. `day`: as predicted on the day; `corrected`: after what the window itself taught;
 * `scored`: as predicted on the day, of those that churn would have scored.
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
};

/** The calibration of a fold, by decile. */
function calibrationRows(fold: Fold): CalibrationRow[] {
  const rows = (stage: Stage, bins: readonly CalibrationBin[]): CalibrationRow[] =>
    bins.map((bin, index) => ({ ...bin, origin: fold.data.origin, stage, decile: index + 1 }));
  return [
    ...rows('day', binsOf(fold, null)),
    ...rows('corrected', correctedBins(fold)),
    ...rows('scored', fold.kept === null ? [] : binsOf(fold, fold.kept)),
  ];
}

function binsOf({ data, own }: Fold, kept: Kept): CalibrationBin[] {
  if (own.probabilities === null) return [];
  return calibrationTable({ probabilities: only(own.probabilities, kept), outcomes: only(data.outcome!.silent, kept) });
}

/** The tenths of the day: made anew by the corrected figures they would put together those whose lesson came out high by chance. */
function correctedBins({ data, own }: Fold): CalibrationBin[] {
  const outcomes = data.outcome!.silent;
  const rank = own.probabilities;
  const probabilities = rank === null ? null : crossFitted(rank, outcomes);
  return rank === null || probabilities === null ? [] : calibrationTable({ probabilities, outcomes, rank });
}

/** Largest difference between predicted and observed over the tenths of the customers, as predicted on the day; null without customers. */
export function largestError(fold: Fold, kept: Kept): number | null {
  return largest(binsOf(fold, kept));
}

/** The same of all customers, after the correction that the window teaches; null where it teaches none. */
export function largestCorrectedError(fold: Fold): number | null {
  return largest(correctedBins(fold));
}

function largest(bins: readonly CalibrationBin[]): number | null {
  return bins.length === 0 ? null : Math.max(...bins.map(({ observed, predicted }) => Math.abs(observed - predicted)));
}

/**
 * The probabilities after the correction that the window teaches, the one the next forecast uses: learned from four fifths of the customers and
 * applied to the others in turn, so that nobody corrects itself. Null where there is too little to learn from.
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

/** Characters from 0 % to 100 %, both ends included. */
const plotWidth = 21;

/** Two shares in [0, 1] on a line: `....o....x...........`; `#` where both fall on the same character. */
export function plotOf(predicted: number, observed: number): string {
  const at = (share: number): number => Math.round(share * (plotWidth - 1));
  return Array.from({ length: plotWidth }, (_, place) => {
    if (place === at(predicted)) return place === at(observed) ? '#' : 'o';
    return place === at(observed) ? 'x' : '.';
  }).join('');
}

const stageBasis: Localized = {
  en: 'On the day: as predicted then, all customers; corrected: the same customers after what this window teaches, learned from others; of those scored: as predicted then, only customers neither lost nor too new.',
  'zh-CN': '当日预测：全部客户，按当日所知；按该窗口校准后：同一批客户，由其他客户学习得到；仅可评估客户：当日既未流失也非历史不足者。',
};

const plotBasis: Localized = {
  en: 'A line from 0 % (left) to 100 % (right): o predicted, x observed, # both; the nearer the two marks, the better.',
  'zh-CN': '从 0%（左）到 100%（右）的刻度线：o 为预测，x 为实际，# 为两者重合；两个标记越近越好。',
};

/** Predicted against observed, a row a tenth. */
export function calibrationSection(folds: readonly Fold[], lang: Lang): TableSection {
  const count = { type: 'integer', unit: 'customers' } as const;
  const section = plainTable<CalibrationRow>(
    { id: 'calibration', title: { en: 'Calibration: predicted and observed', 'zh-CN': '校准：预测与实际' }, lang },
    {
      origin: { title: { en: 'Held out after', 'zh-CN': '回测起点' }, type: 'date', value: (row) => row.origin },
      stage: { title: { en: 'Forecast', 'zh-CN': '概率' }, type: 'text', value: (row) => stages[row.stage][lang] },
      decile: { title: { en: 'Tenth', 'zh-CN': '十分位' }, type: 'integer', value: (row) => row.decile },
      customers: { title: { en: 'Customers', 'zh-CN': '客户数' }, ...count, value: (row) => row.cases },
      predicted: { title: { en: 'Predicted', 'zh-CN': '预测不购' }, type: 'ratio', value: (row) => row.predicted },
      observed: { title: { en: 'Observed', 'zh-CN': '实际不购' }, type: 'ratio', value: (row) => row.observed },
      low: { title: { en: 'low', 'zh-CN': '下限' }, type: 'ratio', value: (row) => row.interval.low },
      high: { title: { en: 'high', 'zh-CN': '上限' }, type: 'ratio', value: (row) => row.interval.high },
      difference: { title: { en: 'Difference', 'zh-CN': '差异' }, type: 'ratio', value: (row) => row.observed - row.predicted },
      plot: {
        title: { en: '0–100%: o predicted, x observed, # both', 'zh-CN': '0–100%：o 预测，x 实际，# 重合' },
        type: 'text',
        value: (row) => plotOf(row.predicted, row.observed),
      },
    },
    folds.flatMap(calibrationRows),
  );
  const bases = new Map([
    ['stage', stageBasis],
    ['plot', plotBasis],
  ]);
  return { ...section, columns: section.columns.map((column) => ({ ...column, basis: bases.get(column.id)?.[lang] ?? null })) };
}
