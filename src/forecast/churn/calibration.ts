import { type CalibrationBin, calibrationTable } from '../../stats/calibration.ts';
import { type Interval, wilson } from '../../stats/wilson.ts';
import type { Fold } from './folds.ts';
import { type Kept, only } from './ranking.ts';
import { crossFitted } from './recalibration.ts';

/** Fewer customers make no group of their own. */
export const leastInGroup = 20;

export type Stage = 'day' | 'corrected' | 'scored' | 'scored-corrected';

/**
 * Tenths of the customers by predicted probability, or fewer groups. `day`: as predicted on the day; `corrected`: after what the window itself taught;
 * `scored`, `scored-corrected`: the same, of those that churn would have scored.
 */
export interface CalibrationRow extends CalibrationBin {
  readonly origin: string;
  readonly stage: Stage;
  readonly decile: number;
}

/** The calibration of a fold, by decile. */
export function calibrationRows(fold: Fold): CalibrationRow[] {
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

/** Of those that churn would have scored, where they can be told, as predicted on the day: what the probabilities of today can be held against. */
export function judgedCalibration(fold: Fold): CalibrationRow[] {
  const stage = fold.kept === null ? 'day' : 'scored';
  return calibrationRows(fold).filter((row) => row.stage === stage);
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
