import { isNothing } from '../../lib/with-sign.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { oneDecimal, percentText } from '../../views/number-words.ts';
import { rowsOf, type Runs } from './runs.ts';

/**
 * The measures of the period against the one before, as `compare` judges them; without a verdict where more than chance is not said of what is
 * shown: the change is shown as 0, or periods of different lengths are judged by the day and there it goes the other way.
 */
export function changesOf(runs: Runs): ResultRow[] {
  return Array.from(rowsOf(runs, 'compare', 'changes'), (row) =>
    row['verdict_code'] === 'more_than_chance' && !isSeen(row) ? { ...row, verdict: null, verdict_code: null, judgement: null } : row,
  );
}

function isSeen(row: ResultRow): boolean {
  const difference = numberOf(row['difference']) ?? 0;
  const [relative, aDay] = [numberOf(row['relative_difference']), numberOf(row['difference_per_day'])];
  if (difference === 0 || (aDay !== null && aDay * difference <= 0)) return false;
  if (row['shows'] === 'ratio') return !isNothing(oneDecimal(Math.abs(difference) * 100));
  return relative === null || !isNothing(percentText(Math.abs(relative)));
}
