import type { Period } from '../../lib/dates.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { Result } from '../../result/result.ts';

/** The calendar year that a period begins in. */
export function yearOf(period: Period): Period {
  const year = Number(period.from.slice(0, 4));
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/**
 * What `targets track` says of a year, for a report of a period without a target of its own: the table of the period is that of the year, and what
 * adds up or follows the targets of periods is left out.
 */
export function asYear(result: Result): Result {
  const sections = result.sections.flatMap((section) => {
    if (section.id === 'attainment') return [{ ...section, id: 'year' }];
    return ['year', 'roll_up', 'trend'].includes(section.id) ? [] : [section];
  });
  return { ...result, sections };
}

/** What the sales of the year are called; the day up to which they go is said where the period ends before. */
export function yearTitle(asOf: string | null, period: Period | null): Localized {
  if (period === null || asOf === null || period.to > asOf) return both('Sales, year to date', '本年累计销售额');
  const lastOfYear = `${period.from.slice(0, 4)}-12-31`;
  const last = asOf < lastOfYear ? asOf : lastOfYear;
  return both(`Sales of the year to ${last}`, `全年销售额（截至 ${last}）`);
}
