import { addMonths, type Period } from '../../lib/dates.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { earlierWords } from '../../lib/period-words.ts';
import { numberOf } from '../../views/number-of.ts';
import type { CoursePoint } from './figure-course.ts';
import { factOf, type Runs } from './runs.ts';

/** What the period before is called: a calendar month, quarter or year; null where it is none, or only days of one. */
export function nameBefore(runs: Runs, period: Period | null): Localized | null {
  const before = runs.results.get('compare')?.compared_with;
  if (before === undefined || period === null) return null;
  const words = earlierWords(before, period);
  return words.en.startsWith(before.from) ? null : words;
}

interface Since {
  readonly before: number | null;
  readonly before_name: Localized | null;
  readonly difference: number | null;
}

const unknown: Since = { before: null, before_name: null, difference: null };

/** A figure against itself at the end of the month before: of a day, or of the twelve months up to it. Unknown where its months do not end in its value. */
export function sinceLastMonth(value: number, course: readonly CoursePoint[]): Since {
  const [before, last] = course.slice(-2);
  if (before === undefined || last === undefined || last.value !== value || before.value === null) return unknown;
  if (addMonths(before.month, 1) !== last.month) return unknown;
  return {
    before: before.value,
    before_name: earlierWords(monthOf(before), monthOf(last)),
    difference: value - before.value,
  };
}

function monthOf({ month }: CoursePoint): Period {
  return { from: month, to: addMonths(month, 1) };
}

/** The sales of a year against those of the same days a year before, as `compare` has them; unknown where it has other sales of the year. */
export function sinceLastYear(runs: Runs, value: number): Since {
  const fact = (id: string) => numberOf(factOf(runs, 'compare', 'year_to_date', id)?.value);
  const [revenue, before] = [fact('revenue'), fact('year_ago_revenue')];
  if (revenue === null || before === null || Math.abs(revenue - value) > 1e-6 * Math.max(1, Math.abs(value))) return unknown;
  return { before, before_name: both('a year before', '上年同期'), difference: value - before };
}
