import type { IsoDate } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import type { Span } from './same-length.ts';

/** A target with a period, and what its owner is part of. */
export interface OwnedTarget extends Span {
  readonly order: number;
  readonly level: string;
  readonly scope: string;
  readonly key: string;
  readonly owner: string;
  readonly parent: string | null;
  readonly metric: string;
}

/** What makes up a target for whose owner nothing counts by itself: a scope, and the days in which it was a part. */
export interface Leaf extends Span {
  readonly scope: string;
  readonly key: string;
}

/** Where a rep stands: team, and everybody above. */
export interface Place {
  readonly team: string | null;
  readonly leaders: readonly string[];
}

/**
 * The parts of every target of an owner that nothing is known of, over any number of levels: whose targets name it as their parent, and of those
 * that nothing is known of either, theirs. A rep stands once, though the own team or manager is a part as well. One of scope `unknown` says
 * that a part cannot be told, so that there is no sum.
 */
export function leavesOf(targets: readonly OwnedTarget[], places: ReadonlyMap<string, Place>): Map<number, Leaf[]> {
  const children = groupedBy(
    targets.filter(({ parent }) => parent !== null),
    ({ parent, metric }) => JSON.stringify([parent, metric]),
  );
  const below = ({ owner, metric }: OwnedTarget): readonly OwnedTarget[] => children.get(JSON.stringify([owner, metric])) ?? [];
  const under = (target: OwnedTarget, span: Span, above: ReadonlySet<string>): Leaf[] =>
    oneDimension(below(target)).flatMap((child): Leaf[] => {
      const shared = { from: later(child.from, span.from), to: earlier(child.to, span.to) };
      if (shared.from > shared.to || above.has(child.owner)) return [];
      if (child.scope !== 'unknown') return [{ scope: child.scope, key: child.key, ...shared }];
      // Nothing counts for it but its parts, in the periods that these have.
      const own = under(child, span, new Set([...above, child.owner]));
      return own.length > 0 ? own : [{ scope: 'unknown', key: child.owner, ...shared }];
    });
  const unknown = targets.filter((target) => target.scope === 'unknown' && below(target).length > 0);
  return new Map(unknown.map((target) => [target.order, merged(onceEach(under(target, target, new Set([target.owner])), places))]));
}

/** A target may be split to people, to customers and to products: one of these is the whole. */
function oneDimension(children: readonly OwnedTarget[]): readonly OwnedTarget[] {
  const of = (is: (level: string) => boolean): readonly OwnedTarget[] => children.filter(({ level }) => is(level));
  const people = of((level) => level !== 'customer' && level !== 'product');
  if (people.length > 0) return people;
  const customers = of((level) => level === 'customer');
  return customers.length > 0 ? customers : children;
}

/** Without those that another one holds: reps and managers of a manager or team, teams of which a manager leads everybody. */
function onceEach(leaves: readonly Leaf[], places: ReadonlyMap<string, Place>): Leaf[] {
  const has = (scope: string): ReadonlySet<string> => new Set(leaves.filter((leaf) => leaf.scope === scope).map(({ key }) => key));
  const [teams, managers] = [has('team'), has('manager')];
  const everything = leaves.filter(({ scope }) => scope === 'company');
  if (everything.length > 0) return everything;
  const isLed = (rep: string): boolean => places.get(rep)?.leaders.some((leader) => managers.has(leader)) ?? false;
  const members = groupedBy([...places], ([, { team }]) => team);
  return leaves.filter(({ scope, key }) => {
    if (scope === 'rep') return !isLed(key) && !managers.has(key) && !teams.has(places.get(key)?.team ?? '');
    if (scope === 'manager') return !isLed(key);
    if (scope === 'team') return !(members.get(key) ?? [[key]]).every(([rep]) => isLed(rep));
    return true;
  });
}

/** One leaf of the same scope for days that follow one another or overlap. */
function merged(leaves: readonly Leaf[]): Leaf[] {
  return [...groupedBy(leaves, ({ scope, key }) => JSON.stringify([scope, key])).values()].flatMap((own) => {
    const spans: { from: IsoDate; to: IsoDate; scope: string; key: string }[] = [];
    for (const leaf of own.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
      const last = spans.at(-1);
      if (last === undefined || leaf.from > last.to) spans.push({ ...leaf });
      else last.to = later(last.to, leaf.to);
    }
    return spans;
  });
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}
