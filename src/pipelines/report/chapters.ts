import { type ReportChapter, reportChapters } from '../../metrics/choices.ts';
import type { Chapter } from './chapter.ts';
import { customerChapters } from './customer-chapters.ts';
import { salesChapters } from './sales-chapters.ts';

const { tiers, churn, cohorts, satisfaction, cross_sell } = customerChapters;

/** All that a report may hold, in the usual order. */
export const chapters = { tiers, churn, cohorts, ...salesChapters, satisfaction, cross_sell } as const satisfies Readonly<
  Record<ReportChapter, Chapter>
>;

/** What is in a report, by the name of its layout. */
export const layouts = {
  monthly: reportChapters,
  customers: ['tiers', 'churn', 'cohorts', 'satisfaction', 'cross_sell'],
  pool: ['pool'],
  reps: ['targets', 'reps'],
  targets: ['targets'],
} as const satisfies Readonly<Record<string, readonly ReportChapter[]>>;

export type Layout = keyof typeof layouts;

/** What a report holds: of the layout that was asked for, else what the config names, else all of the month. */
export function chaptersOf(layout: Layout | null, configured: readonly ReportChapter[] | undefined): readonly ReportChapter[] {
  return layout === null ? (configured ?? layouts.monthly) : layouts[layout];
}
