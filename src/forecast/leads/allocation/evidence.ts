import type { Row } from '../../../lib/rows.ts';
import type { Proportion } from '../../../stats/proportions.ts';

/** Leads taken and converted, by kind of lead and rep. */
export type Evidence = readonly (readonly Proportion[])[];

export interface AllEvidence {
  /** Whether by the same age, or of all so far, as dates are missing. */
  readonly measure: 'incidence' | 'rate';
  readonly all: Evidence;
  /** Of leads taken by the middle day, and after it. */
  readonly older: Evidence;
  readonly newer: Evidence;
}

/** What reps may be differently good at: a segment, new or come back; and how old the leads were, which is the same to all. */
export interface Stratum {
  /** Empty: the others. */
  readonly segment: string;
  readonly cameBack: boolean;
  /** As in rep_segments. */
  readonly ageBand: number;
}

/** What tells apart strata that differ in more than their ages. */
export function segmentKey({ segment, cameBack }: Stratum): string {
  return `${segment}\n${cameBack ? 1 : 0}`;
}

export function stratumKey(stratum: Stratum): string {
  return `${segmentKey(stratum)}\n${stratum.ageBand}`;
}

export function stratumOf(row: Row): Stratum {
  return { segment: String(row['segment']), cameBack: row['came_back'] === true, ageBand: Number(row['age_band']) };
}

/** Of the rows of rep_segments; `undatedLimit` is the share that may lack a date. */
export function evidenceOf(
  rows: readonly Row[],
  { strata, reps, undatedLimit }: { readonly strata: readonly Stratum[]; readonly reps: readonly string[]; readonly undatedLimit: number },
): AllEvidence {
  const sum = (name: string): number => rows.reduce((so, row) => so + Number(row[name]), 0);
  const others = sum('taken') - sum('converted');
  const dated = sum('undated') <= undatedLimit * sum('converted') && sum('ageless') <= undatedLimit * others;
  const measure = dated ? 'incidence' : 'rate';
  const [trials, successes] = dated ? ['old_enough', 'converted_in_time'] : ['taken', 'converted'];
  const places = {
    strata: new Map(strata.map((each, place) => [stratumKey(each), place])),
    reps: new Map(reps.map((rep, place) => [rep, place])),
  };
  const of = (isWanted: (row: Row) => boolean): Evidence => {
    const counts = strata.map(() => reps.map(() => ({ successes: 0, trials: 0 })));
    for (const row of rows.filter(isWanted)) {
      const cell = counts[places.strata.get(stratumKey(stratumOf(row)))!]![places.reps.get(String(row['rep']))!]!;
      cell.trials += Number(row[trials]);
      cell.successes += Number(row[successes]);
    }
    return counts;
  };
  return {
    measure,
    all: of(() => true),
    older: of(({ is_newer: isNewer }) => isNewer !== true),
    newer: of(({ is_newer: isNewer }) => isNewer === true),
  };
}
