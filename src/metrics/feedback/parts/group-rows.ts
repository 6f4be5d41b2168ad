import type { Row } from '../../../lib/rows.ts';
import type { Reviewed } from '../../reps/parts/review.ts';
import { type Breakdown, breakdowns } from './group-counts.ts';
import { fewAnswers } from './survey-review.ts';
import { judged, type Tested, type Trial } from './verdicts.ts';

/** Numbers by name, that add up over groups. */
export type Counts = Readonly<Record<string, number>>;

/** A figure of groups that is made of counts. */
export interface GroupFigure {
  /** The counts it is made of, as `groupCounts` names them. */
  readonly counts: readonly string[];
  /** What it rests on. */
  readonly base: (counts: Counts) => number;
  readonly value: (counts: Counts) => number | null;
  readonly interval: (counts: Counts) => { readonly low: number; readonly high: number } | null;
  /** The second less the first. */
  readonly compare: (first: Counts, second: Counts) => Tested | null;
}

/**
 * One row a group for each breakdown, all together first: the figure of the period, against the period before, the same a year before, and the other
 * groups of the breakdown. Groups with enough behind them come first, the lowest figure leading where less is worse; the others are not ranked.
 */
export function groupRows(rows: readonly Row[], figure: GroupFigure, { worst }: { readonly worst: 'low' | 'high' }): Row[] {
  return breakdowns.flatMap((breakdown) => breakdownRows(rows, breakdown, { figure, worst }));
}

function breakdownRows(
  rows: readonly Row[],
  breakdown: Breakdown,
  { figure, worst }: { readonly figure: GroupFigure; readonly worst: 'low' | 'high' },
): Row[] {
  const own = rows.filter((row) => row['breakdown'] === breakdown);
  // One group is all of them over again.
  if (breakdown !== 'all' && own.length < 2) return [];
  const current = own.map((row) => countsOf(row, 'current', figure));
  const all = current.reduce((total, counts) => combined(total, counts, 1), countsOf({}, 'current', figure));
  const trials = (of: Reviewed): Trial[] => own.map((row, index) => trialOf(figure, countsOf(row, of, figure), current[index]!));
  const [previous, yearAgo] = [trials('previous'), trials('year_ago')];
  const rest = current.map((counts) => (own.length < 2 ? none : trialOf(figure, combined(all, counts, -1), counts)));
  const verdicts = [judged(previous), judged(yearAgo), judged(rest)] as const;
  const made = own.map((row, index) => {
    const counts = current[index]!;
    const interval = figure.interval(counts);
    const value = figure.value(counts);
    const figures: Row = {
      breakdown,
      group_name: row['group_name'] ?? '',
      base: figure.base(counts),
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      is_few: figure.base(counts) < fewAnswers,
      ...againstColumns('previous', figure, countsOf(row, 'previous', figure), previous[index]!.tested, verdicts[0][index]!),
      ...againstColumns('year_ago', figure, countsOf(row, 'year_ago', figure), yearAgo[index]!.tested, verdicts[1][index]!),
      ...differenceColumns('rest', rest[index]!.tested, verdicts[2][index]!),
      // All together have no others.
      ...(breakdown === 'all' ? { rest_verdict: null } : {}),
    };
    return { row, base: figure.base(counts), value, figures };
  });
  const sign = worst === 'low' ? 1 : -1;
  return made
    .filter(({ base, figures }) => base > 0 || Number(figures['previous_base']) > 0 || Number(figures['year_ago_base']) > 0)
    .toSorted((one, other) => {
      const [few, others] = [Number(one.figures.is_few), Number(other.figures.is_few)];
      if (few !== others) return few - others;
      const by = few === 1 ? other.base - one.base : sign * ((one.value ?? 0) - (other.value ?? 0));
      return by || (String(one.figures.group_name) < String(other.figures.group_name) ? -1 : 1);
    })
    .map(({ row, figures }, index) => ({ ...row, ...figures, group_order: index + 1, breakdown_order: breakdowns.indexOf(breakdown) + 1 }));
}

const none: Trial = { tested: null, bases: [0] };

function trialOf(figure: GroupFigure, first: Counts, second: Counts): Trial {
  const bases = [figure.base(first), figure.base(second)];
  return { tested: Math.min(...bases) === 0 ? null : figure.compare(first, second), bases };
}

function againstColumns(
  of: Reviewed,
  figure: GroupFigure,
  counts: Counts,
  tested: Tested | null,
  verdict: ReturnType<typeof judged>[number],
): Row {
  return { [`${of}_base`]: figure.base(counts), [`${of}_value`]: figure.value(counts), ...differenceColumns(of, tested, verdict) };
}

function differenceColumns(of: string, tested: Tested | null, { p_adjusted: p, verdict }: ReturnType<typeof judged>[number]): Row {
  return {
    [`${of}_difference`]: tested?.difference ?? null,
    [`${of}_low`]: tested?.low ?? null,
    [`${of}_high`]: tested?.high ?? null,
    [`${of}_p_adjusted`]: p,
    [`${of}_verdict`]: verdict,
  };
}

function countsOf(row: Row, of: Reviewed, { counts }: GroupFigure): Counts {
  return Object.fromEntries(counts.map((name) => [name, Number(row[`${of}_${name}`] ?? 0)]));
}

function combined(first: Counts, second: Counts, sign: 1 | -1): Counts {
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, value + sign * second[name]!]));
}
