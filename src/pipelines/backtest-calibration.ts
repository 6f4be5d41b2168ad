import type { Lang, Localized } from '../lib/localized.ts';
import type { TableSection } from '../result/result.ts';
import { type CalibrationBin, calibrationTable } from '../stats/calibration.ts';
import { fitRecalibration, recalibrate } from '../stats/recalibration.ts';
import type { Fold } from './backtest-folds.ts';
import { plainTable } from './table-section.ts';

/** Below so many customers, or so many in the smaller class, a window teaches nothing about probabilities. */
const leastCases = 100;
const leastOfClass = 20;
const blocks = 5;

/** Tenths of the customers by predicted probability. `day`: as predicted on the day; `corrected`: after what the window itself taught. */
export interface CalibrationRow extends CalibrationBin {
  readonly origin: string;
  readonly stage: 'day' | 'corrected';
  readonly decile: number;
}

const stages: Readonly<Record<CalibrationRow['stage'], Localized>> = {
  day: { en: 'as predicted on the day', 'zh-CN': '当日预测' },
  corrected: { en: 'corrected by this window', 'zh-CN': '按该窗口校准后' },
};

/** The calibration of a fold, by decile. */
export function calibrationRows({ data, own }: Fold): CalibrationRow[] {
  const outcomes = data.outcome!.silent;
  const corrected = own.probabilities === null ? null : crossFitted(own.probabilities, outcomes);
  const rows = (stage: CalibrationRow['stage'], probabilities: Float64Array | null): CalibrationRow[] =>
    probabilities === null
      ? []
      : calibrationTable({ probabilities, outcomes }).map((bin, index) => ({ ...bin, origin: data.origin, stage, decile: index + 1 }));
  return [...rows('day', own.probabilities), ...rows('corrected', corrected)];
}

/** Largest difference between predicted and observed over the tenths of the customers; null without rows. */
export function largestError(rows: readonly CalibrationRow[], stage: CalibrationRow['stage']): number | null {
  const errors = rows.filter((row) => row.stage === stage).map(({ observed, predicted }) => Math.abs(observed - predicted));
  return errors.length === 0 ? null : Math.max(...errors);
}

/**
 * The probabilities after the correction that the window teaches, the one the next forecast uses: learned from four fifths of the customers and
 * applied to the others in turn, so that nobody corrects itself. Null where there is too little to learn from.
 */
function crossFitted(probabilities: Float64Array, outcomes: Float64Array): Float64Array | null {
  const events = outcomes.reduce((sum, silent) => sum + silent, 0);
  if (outcomes.length < leastCases || Math.min(events, outcomes.length - events) < leastOfClass) return null;
  const corrected = new Float64Array(probabilities.length);
  for (let block = 0; block < blocks; block += 1) {
    const kept = (_: number, row: number): boolean => row % blocks !== block;
    const map = fitRecalibration({ probabilities: probabilities.filter(kept), outcomes: outcomes.filter(kept) });
    if (map === null) return null;
    for (let row = block; row < probabilities.length; row += blocks) corrected[row] = recalibrate(map, probabilities[row]!);
  }
  return corrected;
}

/** Predicted against observed, a row a tenth. */
export function calibrationSection(folds: readonly Fold[], lang: Lang): TableSection {
  const count = { type: 'integer', unit: 'customers' } as const;
  return plainTable<CalibrationRow>(
    { id: 'calibration', title: { en: 'Calibration: predicted and observed', 'zh-CN': '校准：预测与实际' }, lang },
    {
      origin: { title: { en: 'Held out after', 'zh-CN': '回测起点' }, type: 'date', value: (row) => row.origin },
      stage: { title: { en: 'Probabilities', 'zh-CN': '概率' }, type: 'text', value: (row) => stages[row.stage][lang] },
      decile: { title: { en: 'Tenth', 'zh-CN': '十分位' }, type: 'integer', value: (row) => row.decile },
      customers: { title: { en: 'Customers', 'zh-CN': '客户数' }, ...count, value: (row) => row.cases },
      predicted: { title: { en: 'Predicted', 'zh-CN': '预测不购' }, type: 'ratio', value: (row) => row.predicted },
      observed: { title: { en: 'Observed', 'zh-CN': '实际不购' }, type: 'ratio', value: (row) => row.observed },
      low: { title: { en: 'low', 'zh-CN': '下限' }, type: 'ratio', value: (row) => row.interval.low },
      high: { title: { en: 'high', 'zh-CN': '上限' }, type: 'ratio', value: (row) => row.interval.high },
      difference: { title: { en: 'Difference', 'zh-CN': '差异' }, type: 'ratio', value: (row) => row.observed - row.predicted },
    },
    folds.flatMap(calibrationRows),
  );
}
