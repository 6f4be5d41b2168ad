import type { Period } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { Chart, TableSection } from '../../result/result.ts';
import type { ChapterNote } from './chapter-notes.ts';
import type { ReportCommand, Runs } from './runs.ts';

/** A section of a chapter: one of a command, seen as the report needs it, or made of what commands say. */
export interface Part {
  /** In the report, behind the id of the chapter. */
  readonly id: string;
  /** What its sheet is called, the same whatever it finds. */
  readonly name: Localized;
  /** What it is of, or the first thing that it is made of. */
  readonly command: ReportCommand;
  /** The section of the command, or how one is made of the runs; null where they do not allow it. */
  readonly from: string | ((runs: Runs, input: { readonly lang: Lang; readonly period: Period | null }) => TableSection | null);
  /** The columns that are seen first, of those in brackets the first that holds anything; none given: as the command has them. */
  readonly columns?: readonly (string | readonly string[])[];
  /** The sentences below its rows. */
  readonly below?: readonly string[];
  readonly most?: number;
  readonly chart?: Chart | null;
  readonly title?: Localized;
}

/** A part of a report: what is said of one thing. */
export interface Chapter {
  readonly id: string;
  readonly name: Localized;
  /** Its sections in their order; those that are not there are left out. */
  readonly parts: readonly Part[];
  /** Its title where the files do not allow it, and the table whose columns `schema` lists. */
  readonly absent: { readonly title: Localized; readonly table: string };
  /** What was found, at most 30 Chinese characters or 80 others; null where nothing can be said. */
  readonly finding: (runs: Runs, money: MoneyDisplay) => Localized | null;
  readonly note: ChapterNote;
}
