import { placeAmong } from '../../../stats/student.ts';
import type { TargetCheck } from '../../target-check-parameter.ts';
import { type OwnLevel, ownLevel, type PastValue, tellsNothing } from './own-level.ts';
import { daysIn, monthsIn, type PastSpan, type Span, stepsInYear } from './same-length.ts';

export const achievableVerdicts = ['easy', 'realistic', 'ambitious', 'out_of_reach', 'cannot_tell'] as const;

export type AchievableVerdict = (typeof achievableVerdicts)[number];

/** What a target is compared with: the same period a year before, the period before, the own level of the last year, its run-rate, what the file says. */
export type ComparedWith = 'year_ago' | 'previous' | 'level' | 'run_rate' | 'stated';

export interface Achievable {
  readonly verdict: AchievableVerdict;
  readonly comparedWith: ComparedWith | null;
  readonly base: number | null;
  /** The target over what it is compared with. */
  readonly stretchIndex: number | null;
  /** Share of past periods that grew by less than the target asks; by the level, of what it lets expect the share below the target. */
  readonly percentile: number | null;
  /** How many past periods it rests on. */
  readonly periods: number;
  /** The middle of all past periods of the same length. */
  readonly usual: number | null;
  readonly perDay: number | null;
  readonly recentPerDay: number | null;
}

interface Asked {
  readonly span: Span | null;
  readonly value: number | null;
  readonly baseline: number | null;
  readonly kind: 'sum' | 'count' | 'average';
  /** What was reached, by first and last day. */
  readonly history: ReadonlyMap<string, number | null>;
  /** The periods of the same length before, the nearest first. */
  readonly before: (span: Span) => readonly PastSpan[];
}

export function achievable({ span, value, baseline, kind, history, before }: Asked, limits: TargetCheck): Achievable {
  const spans = span === null || history.size === 0 ? [] : before(span);
  const past = spans.map(({ name }) => history.get(name) ?? null);
  const recent = span === null ? null : runRate(span, spans, past, kind);
  const known = past.flatMap((each) => each ?? []).toSorted((one, other) => one - other);
  const days = span === null || kind !== 'sum' ? null : daysIn(span);
  const figures = {
    usual: known[Math.floor((known.length - 1) / 2)] ?? null,
    perDay: days === null || value === null ? null : value / days,
    recentPerDay: days === null || recent === null ? null : recent / days,
  };
  const nothing = { verdict: 'cannot_tell', comparedWith: null, base: null, stretchIndex: null, percentile: null, periods: 0 } as const;
  if (span === null || value === null || (value <= 0 && kind !== 'average')) return { ...nothing, ...figures };
  const level = kind === 'average' ? null : ownLevel(lastYear(span, spans, past, leastOfLevel), kind === 'sum' ? daysIn(span) : null);
  if (level !== null && tellsNothing(past, level.mean, { year: stepsInYear(span), least: limits.least_periods }))
    return { ...byLevel(value, level, known, limits), ...figures };
  const { base, comparedWith, growths } = comparison({ span, past, recent, baseline, kind, limits });
  if (base === null) return { ...nothing, ...figures };
  const stretchIndex = base > 0 ? value / base : null;
  const asked = kind === 'average' ? value - base : value / base - 1;
  const below = growths.filter((growth) => growth < asked).length + growths.filter((growth) => growth === asked).length / 2;
  const isKnown = growths.length >= limits.least_periods;
  // One more period than are known counts against each verdict: nothing is out of reach for being above the few that were seen.
  const place = isKnown ? { most: (below + 1) / (growths.length + 1), least: below / (growths.length + 1) } : null;
  return {
    verdict: verdictOf({ value, index: stretchIndex, record: known.at(-1) ?? base, place }, limits),
    comparedWith,
    base,
    stretchIndex,
    percentile: isKnown ? below / growths.length : null,
    periods: growths.length,
    ...figures,
  };
}

/** By where the target stands in what the own level lets expect, with the uncertainty of mean and spread. */
function byLevel(
  value: number,
  level: OwnLevel,
  known: readonly number[],
  limits: TargetCheck,
): Pick<Achievable, 'verdict' | 'comparedWith' | 'base' | 'stretchIndex' | 'percentile' | 'periods'> {
  const { mean: base, values } = level;
  const index = base > 0 ? value / base : null;
  const share = placeAmong(value, values)!;
  return {
    verdict: verdictOf({ value, index, record: known.at(-1) ?? base, place: { most: share, least: share } }, limits),
    comparedWith: 'level',
    base,
    stretchIndex: index,
    percentile: share,
    periods: values.length,
  };
}

/** What the last twelve months that are known would give in the time of the target; of averages the last one. */
function runRate(span: Span, spans: readonly PastSpan[], past: readonly (number | null)[], kind: Asked['kind']): number | null {
  const last = lastYear(span, spans, past, 1);
  if (last.length === 0) return null;
  if (kind !== 'sum') return last[0]!.value;
  const days = last.reduce((sum, period) => sum + period.days, 0);
  return (last.reduce((sum, period) => sum + period.value, 0) / days) * daysIn(span);
}

/** The periods of the last twelve months that are known, so many at least, up to the first gap; the nearest first. */
function lastYear(span: Span, spans: readonly PastSpan[], past: readonly (number | null)[], least: number): PastValue[] {
  const first = past.findIndex((value) => value !== null);
  if (first === -1) return [];
  const last = past.slice(first, first + Math.max(least, stepsOfYear(span)));
  const gap = last.indexOf(null);
  return (gap === -1 ? last : last.slice(0, gap)).map((value, index) => ({ value: value!, days: spans[first + index]!.days }));
}

/** How many such periods twelve months are, at least 1. */
function stepsOfYear(span: Span): number {
  return Math.max(1, Math.floor(12 / (monthsIn(span) ?? daysIn(span) / 30.4)));
}

/** So many periods at least are the own level, where a year has fewer. */
const leastOfLevel = 4;

interface Compared {
  readonly base: number | null;
  readonly comparedWith: ComparedWith | null;
  /** Growth of each past period against what it is to be compared with. */
  readonly growths: readonly number[];
}

interface Known extends Pick<Asked, 'baseline' | 'kind'> {
  readonly span: Span;
  readonly past: readonly (number | null)[];
  readonly recent: number | null;
  readonly limits: TargetCheck;
}

/** Last year where it is known; the period before, where there are too few years to know how much is usual. */
function comparison({ span, past, recent, baseline, kind, limits }: Known): Compared {
  const isBase = (value: number | null | undefined): value is number => typeof value === 'number' && (kind === 'average' || value > 0);
  const year = stepsInYear(span);
  const yearly = year === null ? null : past[year - 1];
  const growths = year === null ? [] : growthsOver(past, year, kind);
  const steps = growthsOver(past, 1, kind);
  if (isBase(yearly) && (growths.length >= limits.least_periods || steps.length < limits.least_periods || !isBase(past[0])))
    return { base: yearly, comparedWith: 'year_ago', growths };
  if (isBase(past[0]) && steps.length >= limits.least_periods) return { base: past[0], comparedWith: 'previous', growths: steps };
  if (isBase(yearly)) return { base: yearly, comparedWith: 'year_ago', growths };
  if (isBase(recent)) return { base: recent, comparedWith: 'run_rate', growths: [] };
  return isBase(baseline) ? { base: baseline, comparedWith: 'stated', growths: [] } : { base: null, comparedWith: null, growths: [] };
}

function growthsOver(past: readonly (number | null)[], steps: number, kind: Asked['kind']): number[] {
  return past.flatMap((value, index) => {
    const before = past[index + steps] ?? null;
    if (value === null || before === null) return [];
    if (kind === 'average') return [value - before];
    return before > 0 ? [value / before - 1] : [];
  });
}

interface Judged {
  readonly value: number;
  readonly index: number | null;
  /** The most that was ever reached in such a period. */
  readonly record: number;
  /** Shares of the past that the target leaves behind, at most and at least; null where too little is known. */
  readonly place: { readonly most: number; readonly least: number } | null;
}

function verdictOf({ value, index, record, place }: Judged, { percentiles, stretch }: TargetCheck): AchievableVerdict {
  const isRecord = value > record;
  if (isRecord && index !== null && index > stretch.out_of_reach) {
    if (place === null || place.least > percentiles.out_of_reach || value > stretch.out_of_reach * record) return 'out_of_reach';
  }
  if (place !== null) {
    if (place.least > percentiles.ambitious) return 'ambitious';
    return place.most < percentiles.easy ? 'easy' : 'realistic';
  }
  if (index === null) return 'cannot_tell';
  if (index > stretch.ambitious) return 'ambitious';
  return index < stretch.easy ? 'easy' : 'realistic';
}
