import type { Row } from '../../../lib/rows.ts';
import { addTo, groupedBy } from '../../../lib/groups.ts';
import type { TargetCheck } from '../../target-check-parameter.ts';
import { type Achievable, achievable } from './achievable.ts';
import type { PastSpan, Span } from './same-length.ts';
import { addsUp } from '../../../forecast/targets/rate-metrics.ts';
import type { PlannedSums } from './planned-targets.ts';
import type { PlannedTarget, SumGroup } from './sum-groups.ts';
import { kindOfValue, unitDiffers, unitFactor } from './units.ts';

/** Why a letter holds or not, by letter; those of the first lists hold. */
export const reasons = {
  specific: { holds: ['named', 'not_compared'], fails: ['metric_unknown', 'owner_missing', 'owner_unknown'] },
  measurable: {
    holds: ['measured'],
    fails: [
      'value_missing',
      'metric_unknown',
      'in_percent',
      'below_one',
      'rate_above_one',
      'out_of_scale',
      'unit_differs',
      'unit_factor',
      'data_missing',
    ],
  },
  relevant: {
    holds: ['adds_up', 'top', 'has_parent', 'part_of_period', 'team_row'],
    fails: ['does_not_add_up', 'parent_missing', 'no_parent'],
  },
  time_bound: { holds: ['dated'], fails: ['period_missing', 'period_reversed', 'over_when_set', 'twice', 'overlaps'] },
} as const;

/** What is known beside the targets. */
export interface Known {
  /** What was reached, by counted_as, scope and key: by first and last day. */
  readonly history: ReadonlyMap<string, ReadonlyMap<string, number | null>>;
  /** The field that is missing to measure a metric. */
  readonly missing: ReadonlyMap<string, string>;
  /** Whether other files name anybody or anything that has targets. */
  readonly hasOthers: boolean;
  readonly before: (span: Span) => readonly PastSpan[];
  readonly limits: TargetCheck;
}

export function historyKey(countedAs: string, scope: string, key: string | null): string {
  return JSON.stringify([countedAs, scope, key ?? '']);
}

/** The five letters of every target, in the order of the targets. */
export function smartRows({ targets, groups }: PlannedSums, known: Known): Row[] {
  const standing = standingOf(groups);
  const clashes = clashesOf(targets.map(({ target }) => target));
  const reach = new Map(targets.map(({ row, target }) => [target.order, reachOf(row, target, known)]));
  const factors = unitFactors(
    targets.map(({ target }) => target),
    reach,
    standing,
    known,
  );
  return targets.map(({ row, target }) => {
    const { verdict, comparedWith, base, stretchIndex, percentile, periods, perDay, recentPerDay } = reach.get(target.order)!;
    const factor = factors.get(target.order) ?? null;
    const specific = specificOf(target, known);
    const measurable = measurableOf(row, target, known, factor);
    const relevant = relevantOf(target, standing);
    const timeBound = timeBoundOf(row, target, clashes);
    const judged = { specific, measurable, relevant, time_bound: timeBound };
    const failed = Object.entries(judged).filter(([letter, reason]) => fails(letter as keyof typeof reasons, reason)).length;
    const isReachable = verdict !== 'out_of_reach' || factor !== null;
    return {
      target_order: target.order,
      ...judged,
      achievable: factor === null ? verdict : 'cannot_tell',
      failed: failed + (isReachable ? 0 : 1),
      needs: measurable === 'data_missing' ? known.missing.get(target.metric)! : null,
      unit_factor: factor,
      compared_with: comparedWith,
      base,
      stretch_index: stretchIndex,
      percentile,
      past_periods: periods,
      required_per_day: perDay,
      recent_per_day: recentPerDay,
    };
  });
}

export function fails(letter: keyof typeof reasons, reason: string): boolean {
  return (reasons[letter].fails as readonly string[]).includes(reason);
}

function specificOf({ metric, scope, owner, level }: PlannedTarget, { hasOthers }: Known): string {
  if (metric === 'unknown') return 'metric_unknown';
  if (owner === null && level !== 'company') return 'owner_missing';
  if (scope !== 'unknown') return 'named';
  return hasOthers ? 'owner_unknown' : 'not_compared';
}

function measurableOf(row: Row, { metric, value, slip }: PlannedTarget, { missing }: Known, factor: number | null): string {
  if (metric !== 'unknown' && slip !== null) return slip;
  if (value === null) return 'value_missing';
  if (metric === 'unknown') return 'metric_unknown';
  if (unitDiffers(metric, typeof row['unit'] === 'string' ? row['unit'] : null)) return 'unit_differs';
  if (factor !== null) return 'unit_factor';
  return missing.has(metric) ? 'data_missing' : 'measured';
}

interface Standing {
  readonly partOf: ReadonlyMap<number, readonly SumGroup[]>;
  readonly parents: ReadonlySet<number>;
  readonly leftOut: ReadonlySet<number>;
}

function standingOf(groups: readonly SumGroup[]): Standing {
  const partOf = new Map<number, SumGroup[]>();
  for (const group of groups) for (const child of group.children) addTo(partOf, child.order, group);
  return {
    partOf,
    parents: new Set(groups.flatMap(({ parent }) => parent?.order ?? [])),
    leftOut: new Set(groups.flatMap(({ leftOut }) => leftOut.map(({ order }) => order))),
  };
}

function relevantOf({ order, level, parent, metric }: PlannedTarget, { partOf, parents, leftOut }: Standing): string {
  const verdicts = (partOf.get(order) ?? []).map(({ verdict }) => verdict);
  if (verdicts.some((verdict) => verdict === 'over' || verdict === 'short')) return 'does_not_add_up';
  if (verdicts.includes('parent_missing')) return 'parent_missing';
  if (verdicts.includes('adds_up')) return 'adds_up';
  if (verdicts.length > 0) return 'part_of_period';
  if (leftOut.has(order)) return 'team_row';
  if (level === 'company' || parents.has(order)) return 'top';
  if (parent !== null) return addsUp(metric) || metric === 'customers' ? 'parent_missing' : 'has_parent';
  return 'no_parent';
}

/** Targets of one owner, metric and ambition of which two lie over each other; one within another is a part of it. */
function clashesOf(targets: readonly PlannedTarget[]): ReadonlyMap<number, 'twice' | 'overlaps'> {
  const same = new Map<string, PlannedTarget[]>();
  for (const target of targets) {
    const { from, to, owner, level, parent, metric, ambition } = target;
    if (from !== null && to !== null && from <= to) addTo(same, JSON.stringify([owner, level, parent, metric, ambition]), target);
  }
  const found = new Map<number, 'twice' | 'overlaps'>();
  const mark = (kind: 'twice' | 'overlaps', ...both: readonly PlannedTarget[]): void => {
    for (const { order } of both) if (found.get(order) !== 'twice') found.set(order, kind);
  };
  for (const own of same.values()) {
    for (const [index, one] of own.entries()) {
      for (const other of own.slice(index + 1)) {
        if (one.from === other.from && one.to === other.to) mark('twice', one, other);
        else if (lieOver(one, other)) mark('overlaps', one, other);
      }
    }
  }
  return found;
}

/** Whether they share days and neither lies within the other. */
function lieOver(one: PlannedTarget, other: PlannedTarget): boolean {
  const [first, second] = one.from! <= other.from! ? [one, other] : [other, one];
  return second.from! <= first.to! && second.to! > first.to! && first.from! < second.from!;
}

function timeBoundOf(row: Row, { order, from, to }: PlannedTarget, clashes: ReadonlyMap<number, string>): string {
  if (from === null || to === null) return 'period_missing';
  if (to < from) return 'period_reversed';
  const setOn = row['set_on'];
  if (typeof setOn === 'string' && setOn > to) return 'over_when_set';
  return clashes.get(order) ?? 'dated';
}

function reachOf(
  row: Row,
  { metric, countedAs, scope, key, from, to, value }: PlannedTarget,
  { history, before, limits }: Known,
): Achievable {
  const span = from !== null && to !== null && from <= to ? { from, to } : null;
  const kind = addsUp(metric) ? 'sum' : metric === 'customers' ? 'count' : 'average';
  const baseline = typeof row['baseline'] === 'number' ? row['baseline'] : null;
  const known = history.get(historyKey(countedAs, scope, key)) ?? new Map<string, number | null>();
  return achievable({ span, value, baseline, kind, history: known, before }, limits);
}

/** Whose past is steady enough that one row alone tells. */
const steadyLevels: ReadonlySet<string> = new Set(['company', 'team']);

/**
 * Targets that are a thousand or ten thousand times what is usual, or so much less: those of companies and teams each against its own past, all
 * others where most of their metric are so; those of owners whom nobody knows, together against the company.
 */
function unitFactors(
  targets: readonly PlannedTarget[],
  reach: ReadonlyMap<number, Achievable>,
  { parents, leftOut }: Standing,
  known: Known,
): ReadonlyMap<number, number> {
  const amounts = targets.filter(({ metric }) => kindOfValue(metric) === 'money' || kindOfValue(metric) === 'count');
  const found = new Map<number, number>();
  for (const own of groupedBy(amounts, ({ metric }) => metric).values()) {
    const compared = own.filter(({ order }) => reach.get(order)!.usual !== null);
    const off = compared.flatMap((target) => {
      const factor = unitFactor(reach.get(target.order)!.usual, target.value);
      return factor === null ? [] : [{ target, factor }];
    });
    const most = 2 * off.length >= compared.length;
    for (const { target, factor } of off) if (most || steadyLevels.has(target.level)) found.set(target.order, factor);
  }
  const strangers = amounts.filter(({ order, scope, from, to }) => {
    return scope === 'unknown' && !parents.has(order) && !leftOut.has(order) && from !== null && to !== null && from <= to;
  });
  for (const own of groupedBy(strangers, ({ metric, ambition }) => JSON.stringify([metric, ambition])).values()) {
    const factor = factorOfAll(own, known);
    if (factor !== null) for (const { order } of own) found.set(order, factor);
  }
  return found;
}

/** The middle over all of them: in some periods most of the company has no target, and others are unlike the past. */
function factorOfAll(strangers: readonly PlannedTarget[], { history, before, limits }: Known): number | null {
  const company = history.get(historyKey(strangers[0]!.countedAs, 'company', null)) ?? new Map<string, number | null>();
  const ratios = [...groupedBy(strangers, ({ from, to }) => `${from} ${to}`).values()].flatMap((together) => {
    const { from, to } = together[0]!;
    const value = together.reduce((total, target) => total + (target.value ?? 0), 0);
    const { usual } = achievable({ span: { from: from!, to: to! }, value, baseline: null, kind: 'sum', history: company, before }, limits);
    return usual === null || value <= 0 ? [] : together.map(() => usual / value);
  });
  const middle = ratios.toSorted((one, other) => one - other)[Math.floor((ratios.length - 1) / 2)];
  return middle === undefined ? null : unitFactor(middle, 1);
}
