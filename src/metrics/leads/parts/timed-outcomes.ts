import { type Sql, sql } from '../../../engine/sql.ts';
import type { Row } from '../../../lib/rows.ts';
import { aalenJohansen, type CumulativeIncidence } from '../../../stats/survival/aalen-johansen.ts';
import type { OutcomeCounts } from '../../../stats/survival/risk-table.ts';
import { both } from '../../columns.ts';

/** Leads counted by what became of them, and those whose course is dated by the age at which it did. */
export interface TimedOutcomes {
  readonly leads: number;
  readonly converted: number;
  readonly lost: number;
  readonly open: number;
  /** Converted without a usable date. */
  readonly undated: number;
  /** Lost or open leads of which nobody knows how old they are. */
  readonly ageless: number;
  /** By age in days. */
  readonly byAge: ReadonlyMap<number, OutcomeCounts>;
}

/** Up to this share of the converted leads (and of the others) may lack a date: the timed figures are then too low by at most this share of themselves. */
export const undatedLimit = 0.05;

/** Why a figure over time is missing. */
export const untimed = both(
  'More than 5% of the converted leads, or of the others, have no usable date; or none was followed to this age.',
  '超过 5% 的已转化（或其他）线索没有可用日期；或没有线索观察到该天数。',
);

interface Counting {
  leads: number;
  converted: number;
  lost: number;
  open: number;
  undated: number;
  ageless: number;
  byAge: Map<number, OutcomeCounts>;
}

function none(): Counting {
  return { leads: 0, converted: 0, lost: 0, open: 0, undated: 0, ageless: 0, byAge: new Map() };
}

/**
 * Counts leads by age: how many there are, those converted, those lost, and those of them of which it is known when. For a query over rows of
 * `outcome`, `timed_as` and `age_days` that is grouped by the last.
 */
export const countedOutcomes: Sql = sql`
  count(*) as leads,
  count(*) filter (where outcome = 'converted') as converted,
  count(*) filter (where outcome = 'lost') as lost,
  count(*) filter (where timed_as = 'lost') as timed_lost`;

/** The rows of such a query added up. */
export function countOutcomes(rows: readonly Row[]): TimedOutcomes {
  const counts = none();
  for (const { age_days: age = null, ...row } of rows) {
    const [leads, converted, lost, timedLost] = [row['leads'], row['converted'], row['lost'], row['timed_lost']].map(Number) as Four;
    counts.leads += leads;
    counts.converted += converted;
    counts.lost += lost;
    counts.open += leads - converted - lost;
    if (age === null) {
      counts.undated += converted;
      counts.ageless += leads - converted;
    } else {
      addAt(counts.byAge, { duration: Number(age), events: converted, competing: timedLost, censored: leads - converted - timedLost });
    }
  }
  return counts;
}

type Four = [number, number, number, number];

/** All leads less those of one group among them. */
export function others(all: TimedOutcomes, group: TimedOutcomes): TimedOutcomes {
  const rest = none();
  add(rest, all, 1);
  add(rest, group, -1);
  return rest;
}

/** The leads of several groups together. */
export function addUp(groups: readonly TimedOutcomes[]): TimedOutcomes {
  const sum = none();
  for (const group of groups) add(sum, group, 1);
  return sum;
}

function add(to: Counting, part: TimedOutcomes, sign: 1 | -1): void {
  for (const count of ['leads', 'converted', 'lost', 'open', 'undated', 'ageless'] as const) to[count] += sign * part[count];
  for (const { duration, events, competing, censored } of part.byAge.values()) {
    addAt(to.byAge, { duration, events: sign * events, competing: sign * competing, censored: sign * censored });
  }
}

/** The incidence of conversion over the age, lost leads gone for good; null where too many of either kind have no date. */
export function conversionCurve(counts: TimedOutcomes): CumulativeIncidence | null {
  return isDated(counts) ? aalenJohansen([...counts.byAge.values()]) : null;
}

export function isDated({ leads, converted, undated, ageless }: TimedOutcomes): boolean {
  return leads > 0 && undated <= undatedLimit * converted && ageless <= undatedLimit * (leads - converted);
}

function addAt(byAge: Map<number, OutcomeCounts>, { duration, events, competing, censored }: OutcomeCounts): void {
  const before = byAge.get(duration) ?? { events: 0, competing: 0, censored: 0 };
  byAge.set(duration, {
    duration,
    events: before.events + events,
    competing: before.competing + competing,
    censored: before.censored + censored,
  });
}
