import type { Localized } from '../../lib/localized.ts';
import type { Fact, Result, ResultRow, ResultRows, Section, TableSection } from '../../result/result.ts';

/** The commands whose Results a report is made of. */
export const reportCommands = [
  'score',
  'churn',
  'cohorts',
  'compare',
  'pool',
  'targets track',
  'reps',
  'satisfaction',
  'cross-sell',
] as const;

export type ReportCommand = (typeof reportCommands)[number];

/** Why a command could not be run on the files, and what would let it. */
export interface Refusal {
  readonly text: Localized;
  readonly fix: Localized | null;
}

/** What the commands came to on one loading of the files: a Result each, or why there is none. */
export interface Runs {
  readonly results: ReadonlyMap<ReportCommand, Result>;
  readonly refusals: ReadonlyMap<ReportCommand, Refusal>;
}

/** A section of a command; null where the command was not run or has none of the kind. */
export function sectionOf({ results }: Runs, command: ReportCommand, id: string): Section | null {
  return results.get(command)?.sections.find((section) => section.id === id) ?? null;
}

/** A table of a command; null where there is none of the name. */
export function tableOf(runs: Runs, command: ReportCommand, id: string): TableSection | null {
  const section = sectionOf(runs, command, id);
  return section?.kind === 'table' ? section : null;
}

/** Rows of a table; none where it is not there. */
export function rowsOf(runs: Runs, command: ReportCommand, id: string): ResultRows {
  return tableOf(runs, command, id)?.rows ?? [];
}

/** The first row of which all of this holds; null where there is none. */
export function rowWhere(rows: ResultRows, wanted: Readonly<ResultRow>): ResultRow | null {
  for (const row of rows) if (Object.entries(wanted).every(([id, value]) => row[id] === value)) return row;
  return null;
}

export function factOf(runs: Runs, command: ReportCommand, section: string, id: string): Fact | null {
  const found = sectionOf(runs, command, section);
  return found?.kind === 'facts' ? (found.facts.find((fact) => fact.id === id) ?? null) : null;
}
