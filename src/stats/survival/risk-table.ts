/** How many left at one age, and how: weights need not be whole. Rows of equal duration add up; a single subject is a row of its own. */
export interface OutcomeCounts {
  /** Age ≥ 0 at which they left or were seen last, in any unit (days). */
  readonly duration: number;
  /** Had the event (converted). */
  readonly events: number;
  /** Had another event, after which this one can no more happen (lost). */
  readonly competing: number;
  /** Were still open when last seen: at risk of an event at this very age, too. */
  readonly censored: number;
}

export interface RiskStep extends OutcomeCounts {
  /** Subjects whose duration is at least this one. */
  readonly atRisk: number;
}

/**
 * One step for each duration at which anybody left or was seen last, ascending. Throws a RangeError on a duration or count that is negative
 * or not finite: set such subjects aside and count them before.
 */
export function riskTable(counts: readonly OutcomeCounts[]): readonly RiskStep[] {
  const merged = new Map<number, OutcomeCounts>();
  for (const row of counts) {
    for (const value of [row.duration, row.events, row.competing, row.censored]) {
      if (!(value >= 0 && value < Infinity)) throw new RangeError(`${value} is no duration and no count`);
    }
    const { events, competing, censored } = merged.get(row.duration) ?? { events: 0, competing: 0, censored: 0 };
    merged.set(row.duration, {
      duration: row.duration,
      events: events + row.events,
      competing: competing + row.competing,
      censored: censored + row.censored,
    });
  }
  let atRisk = 0;
  return [...merged.values()]
    .filter((row) => left(row) > 0)
    .toSorted((first, second) => second.duration - first.duration)
    .map((row) => ({ ...row, atRisk: (atRisk += left(row)) }))
    .toReversed();
}

function left({ events, competing, censored }: OutcomeCounts): number {
  return events + competing + censored;
}
