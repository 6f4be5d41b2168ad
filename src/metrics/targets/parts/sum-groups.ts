import type { Row } from '../../../lib/rows.ts';
import { addTo, groupedBy } from '../../../lib/groups.ts';
import { daysIn } from './same-length.ts';
import { addsUp } from '../../../forecast/targets/rate-metrics.ts';
import { type Slip, slipOf } from './units.ts';

/** A row of target_rows, with whom its rep belongs to. */
export interface PlannedTarget {
  readonly order: number;
  readonly level: string;
  readonly scope: string;
  readonly key: string | null;
  readonly owner: string | null;
  /** The name that the list of reps has for it, where it has one. */
  readonly parent: string | null;
  readonly metric: string;
  readonly countedAs: string;
  readonly ambition: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Null where it is blank, or can be no value of the metric. */
  readonly value: number | null;
  readonly slip: Slip | null;
  readonly team: string | null;
  readonly manager: string | null;
}

export const sumVerdicts = ['adds_up', 'over', 'short', 'incomplete', 'blank', 'parent_missing'] as const;

export type SumVerdict = (typeof sumVerdicts)[number];

/** Targets of which one is the sum of the others, or should be. */
export interface SumGroup {
  /** `owners`: those of others; `periods`: the own ones of shorter periods. */
  readonly kind: 'owners' | 'periods';
  readonly dimension: Dimension;
  /** Null where the owner that the children name has no such target. */
  readonly parent: PlannedTarget | null;
  /** Who should have it. */
  readonly parentName: string | null;
  readonly children: readonly PlannedTarget[];
  /** Rows of teams that stand beside the rows of their reps: they are not added. */
  readonly leftOut: readonly PlannedTarget[];
  readonly sum: number;
  readonly gap: number | null;
  readonly verdict: SumVerdict;
}

type Dimension = 'organisation' | 'products' | 'customers';

/** Values are added as whole ten-thousandths. */
const parts = 10_000;

export function plannedTarget(row: Row): PlannedTarget {
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
  const given = typeof row['value'] === 'number' ? row['value'] : null;
  const slip = given === null ? null : slipOf(String(row['metric']), text('unit'), given);
  return {
    order: Number(row['target_order']),
    level: String(row['level']),
    scope: String(row['scope']),
    key: text('scope_key'),
    owner: text('owner'),
    parent: text('parent_name'),
    metric: String(row['metric']),
    countedAs: String(row['counted_as']),
    ambition: String(row['ambition']),
    from: text('period_start'),
    to: text('period_end'),
    value: slip === null ? given : null,
    slip,
    team: text('team'),
    manager: text('manager'),
  };
}

/** Which targets are to add up to which, in the order of the parents, and whether they do. Rates and averages do not add up. */
export function sumGroups(targets: readonly PlannedTarget[], tolerance: number): SumGroup[] {
  const dated = targets.filter(({ from, to, metric }) => from !== null && to !== null && (addsUp(metric) || metric === 'customers'));
  const index = indexOf(dated);
  const links = dated.flatMap((target) => linksOf(target, index));
  const groups = groupedBy(links, ({ kind, child, parent, parentName }) =>
    parent === null
      ? JSON.stringify([parentName, child.metric, child.ambition, child.from, child.to])
      : JSON.stringify([parent.order, kind, kind === 'owners' ? dimensionOf(child) : null]),
  );
  return [...groups.values()].map((group) => groupOf(group, tolerance)).toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ parent, children, leftOut }: SumGroup): number {
  return parent?.order ?? (children[0] ?? leftOut[0])!.order;
}

interface Link {
  readonly kind: SumGroup['kind'];
  readonly child: PlannedTarget;
  readonly parent: PlannedTarget | null;
  readonly parentName: string | null;
}

interface Index {
  /** By owner, metric and ambition. */
  readonly byOwner: ReadonlyMap<string, readonly PlannedTarget[]>;
  /** By scope, its key, metric and ambition. */
  readonly byScope: ReadonlyMap<string, readonly PlannedTarget[]>;
}

function ownerKey(owner: string | null, { metric, ambition }: PlannedTarget): string {
  return JSON.stringify([owner, metric, ambition]);
}

function scopeKey(scope: string, key: string | null, { metric, ambition }: PlannedTarget): string {
  return JSON.stringify([scope, key, metric, ambition]);
}

function indexOf(targets: readonly PlannedTarget[]): Index {
  const [byOwner, byScope] = [new Map<string, PlannedTarget[]>(), new Map<string, PlannedTarget[]>()];
  for (const target of targets) {
    addTo(byOwner, ownerKey(target.owner, target), target);
    addTo(byScope, scopeKey(target.scope, target.key, target), target);
  }
  return { byOwner, byScope };
}

/** What a target is part of: a longer one of its own, and one of the same period of whom it belongs to. */
function linksOf(child: PlannedTarget, index: Index): Link[] {
  const own = index.byOwner.get(ownerKey(child.owner, child)) ?? [];
  const longer = shortest(own.filter((other) => isWithin(child, other) && !isSamePeriod(child, other) && isOfSame(child, other)));
  const periods: Link[] =
    longer === null || !addsUp(child.metric) ? [] : [{ kind: 'periods', child, parent: longer, parentName: longer.owner }];
  const { candidates, name } = above(child, index);
  const isOther = (other: PlannedTarget): boolean => other.order !== child.order && other.owner !== child.owner;
  const same = candidates.find((other) => isSamePeriod(child, other) && isOther(other));
  if (same !== undefined) return [...periods, { kind: 'owners', child, parent: same, parentName: same.owner }];
  if (longer !== null) return periods;
  const containing = shortest(candidates.filter((other) => isWithin(child, other) && isOther(other)));
  if (containing !== null) return [{ kind: 'owners', child, parent: containing, parentName: containing.owner }];
  return child.parent === null ? [] : [{ kind: 'owners', child, parent: null, parentName: name }];
}

/** Targets of whom a target belongs to: as it says; else of its manager, team or company by the list of reps. */
function above(child: PlannedTarget, { byOwner, byScope }: Index): { candidates: readonly PlannedTarget[]; name: string | null } {
  if (child.parent !== null) return { candidates: byOwner.get(ownerKey(child.parent, child)) ?? [], name: child.parent };
  const places: (readonly [scope: string, key: string | null])[] = [];
  if (child.scope === 'rep' && child.manager !== null) places.push(['manager', child.manager]);
  if (child.scope === 'rep' && child.team !== null) places.push(['team', child.team]);
  if (['rep', 'manager', 'team', 'region'].includes(child.scope)) places.push(['company', null]);
  const found = places.map(([scope, key]) => byScope.get(scopeKey(scope, key, child)) ?? []).find((list) => list.length > 0);
  return { candidates: found ?? [], name: null };
}

/** A product may be part of the targets of several reps. */
function isOfSame(one: PlannedTarget, other: PlannedTarget): boolean {
  return one.parent === null || other.parent === null || one.parent === other.parent;
}

function isWithin(inner: PlannedTarget, outer: PlannedTarget): boolean {
  return outer.from! <= inner.from! && inner.to! <= outer.to!;
}

function isSamePeriod(one: PlannedTarget, other: PlannedTarget): boolean {
  return one.from === other.from && one.to === other.to;
}

function shortest(targets: readonly PlannedTarget[]): PlannedTarget | null {
  if (targets.length < 2) return targets[0] ?? null;
  return targets.toSorted((one, other) => days(one) - days(other) || one.order - other.order)[0] ?? null;
}

function days({ from, to }: PlannedTarget): number {
  return daysIn({ from: from!, to: to! });
}

function dimensionOf({ level }: PlannedTarget): Dimension {
  if (level === 'product') return 'products';
  return level === 'customer' ? 'customers' : 'organisation';
}

function groupOf(links: readonly Link[], tolerance: number): SumGroup {
  const [{ kind, parent, parentName, child: first }] = links as [Link, ...Link[]];
  const all = links.map(({ child }) => child);
  const leftOut = kind === 'owners' ? all.filter((child) => standsForOthers(child, all)) : [];
  const children = all.filter((child) => !leftOut.includes(child));
  const sum = children.reduce((total, { value }) => total + exact(value ?? 0), 0n);
  const isBlank = parent?.value === null || children.some(({ value }) => value === null);
  const gap = parent === null || isBlank ? null : sum - exact(parent.value);
  const group = {
    kind,
    dimension: kind === 'owners' ? dimensionOf(first) : 'organisation',
    parent,
    parentName,
    children,
    leftOut,
  } as const;
  return {
    ...group,
    sum: Number(sum) / parts,
    gap: gap === null ? null : Number(gap) / parts,
    verdict: verdictOf(parent, children, isBlank ? null : Number(gap) / parts, tolerance),
  };
}

function verdictOf(parent: PlannedTarget | null, children: readonly PlannedTarget[], gap: number | null, tolerance: number): SumVerdict {
  if (parent === null) return 'parent_missing';
  if (gap === null) return 'blank';
  if (!fillsPeriod(parent, children)) return 'incomplete';
  if (Math.abs(gap) <= tolerance * Math.abs(parent.value ?? 0)) return 'adds_up';
  return gap > 0 ? 'over' : 'short';
}

/** The row of a team or manager beside rows of the reps of that team. */
function standsForOthers(target: PlannedTarget, all: readonly PlannedTarget[]): boolean {
  const { scope, key } = target;
  if (scope !== 'manager' && scope !== 'team') return false;
  return all.some(
    (other) =>
      other.scope === 'rep' && isSamePeriod(other, target) && key !== null && (scope === 'team' ? other.team : other.manager) === key,
  );
}

/** Whether the periods of every owner fill that of the parent. */
function fillsPeriod(parent: PlannedTarget, children: readonly PlannedTarget[]): boolean {
  const whole = days(parent);
  return [...groupedBy(children, ({ owner }) => owner).values()].every((own) => {
    const periods = new Map(own.map((target) => [`${target.from} ${target.to}`, target]));
    return [...periods.values()].reduce((sum, target) => sum + days(target), 0) >= whole;
  });
}

function exact(value: number): bigint {
  return BigInt(Math.round(value * parts));
}
