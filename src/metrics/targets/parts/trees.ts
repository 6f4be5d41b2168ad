import { learnPartSeason, learnSeason } from '../../../forecast/targets/season.ts';
import type { SplitNode } from '../../../forecast/targets/split-tree.ts';
import { groupedBy } from '../../../lib/groups.ts';
import type { TargetSplit } from '../../target-parameter.ts';
import { placeInSeason } from './history.ts';
import type { Plan } from './plan.ts';
import type { OwnerWeight } from './owner-weight.ts';

/** Who gets a target, and of whom it is a part: '' is the company, which is a part of nothing. */
export interface Owner {
  readonly level: 'company' | 'team' | 'rep' | 'customer' | 'product';
  readonly owner: string;
  readonly parent: string | null;
  /** Reps of a team. */
  readonly members: readonly string[];
  /** What it has at least and at most by the settings, in whole units; null: nothing is said. */
  readonly bounds: { readonly least: number; readonly most: number } | null;
}

interface Scale {
  readonly plan: Plan;
  /** Whole units in steps of the number that is split. */
  readonly toSteps: (value: number) => number;
}

type Node = SplitNode<Owner>;

/** Teams, their reps and those their customers, of the levels that are asked for; a level that is not leaves those below it to the one above. */
export function repTree(weights: readonly OwnerWeight[], split: TargetSplit, scale: Scale): Node[] {
  const getting = (level: string): OwnerWeight[] =>
    weights.filter((row) => row.level === level && row.state === 'gets').toSorted(largestFirst);
  const [reps, customers] = [getting('rep'), getting('customer')];
  const { levels } = split;
  const booksOf = groupedBy(customers, ({ parent }) => parent ?? '');
  const node = nodeMaker(weights, split, scale);
  const customersOf = (names: readonly string[], parent: string): Node[] =>
    names.flatMap((name) => booksOf.get(name) ?? []).map(({ owner, share }) => node('customer', owner, parent, share ?? 0, []));
  const repsOf = (own: readonly OwnerWeight[], parent: string): Node[] =>
    levels.includes('rep')
      ? own.map(({ owner, share }) => node('rep', owner, parent, share ?? 0, customersOf([owner], owner)))
      : customersOf(
          own.map(({ owner }) => owner),
          parent,
        );
  if (!levels.includes('team') && !levels.includes('rep'))
    return customers.map(({ owner, share }) => node('customer', owner, '', share ?? 0, []));
  if (!levels.includes('team')) return repsOf(reps, '');
  const shareOf = (own: readonly OwnerWeight[]): number => own.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const teams = [...groupedBy(reps, ({ parent }) => parent)].toSorted(
    ([one, own], [other, others]) => shareOf(others) - shareOf(own) || ((one ?? '') < (other ?? '') ? -1 : 1),
  );
  return teams.flatMap(([team, own]) => {
    if (team === null)
      return levels.includes('rep') ? repsOf(own, '') : own.map(({ owner, share }) => node('rep', owner, '', share ?? 0, []));
    const members = own.map(({ owner }) => owner);
    return [node('team', team, '', shareOf(own), repsOf(own, team), members)];
  });
}

function largestFirst(one: OwnerWeight, other: OwnerWeight): number {
  return (other.share ?? 0) - (one.share ?? 0) || (one.owner < other.owner ? -1 : 1);
}

type MakeNode = (
  level: Owner['level'],
  owner: string,
  parent: string,
  weight: number,
  children: readonly Node[],
  members?: readonly string[],
) => Node;

/** Floor and cap are those of reps, or of teams where reps get no targets; limits of the settings are those of whoever they name. */
function nodeMaker(weights: readonly OwnerWeight[], split: TargetSplit, { plan, toSteps }: Scale): MakeNode {
  const reps = weights.filter(({ level, state }) => level === 'rep' && state === 'gets');
  const before = new Map(reps.map(({ owner, last_value: last }) => [owner, Math.max(0, last)]));
  const whole = [...before.values()].reduce((sum, value) => sum + value, 0);
  const bounded = split.levels.includes('rep') ? 'rep' : 'team';
  return (level, owner, parent, weight, children, members = [owner]) => {
    const last = members.reduce((sum, member) => sum + (before.get(member) ?? 0), 0);
    const usual = level === bounded && whole > 0 && last > 0 ? (plan.value * last) / whole : null;
    const limit = split.limits.find((each) => each.owner === owner);
    const least = Math.max(usual === null ? 0 : usual * (split.floor ?? 0), limit?.least ?? 0);
    const most = Math.min(usual === null || split.cap === null ? Infinity : usual * split.cap, limit?.most ?? Infinity);
    return {
      of: { level, owner, parent, members, bounds: least > 0 || most < Infinity ? { least, most } : null },
      weight,
      bounds: { least: Math.ceil(toSteps(least) - 1e-6), most: Math.floor(toSteps(most) + 1e-6) },
      season: null,
      children,
    };
  };
}

/** Categories or products, each by its own season where seasons are learned. */
export function productTree(
  weights: readonly OwnerWeight[],
  { plan, split, seasonal }: { readonly plan: Plan; readonly split: TargetSplit; readonly seasonal: boolean },
): Node[] {
  const { history, months } = plan;
  const company = history === null || !seasonal ? null : learnSeason(history.of('company', ''), split.season_years);
  return weights
    .filter(({ level, state }) => level === 'product' && state === 'gets')
    .toSorted(largestFirst)
    .map(({ owner, share }) => {
      const own =
        history === null || company === null ? null : learnPartSeason(history.of('product', owner), company.shares, split.season_years);
      const shares = own?.shares ?? company?.shares ?? null;
      return {
        of: { level: 'product', owner, parent: '', members: [], bounds: null },
        weight: share ?? 0,
        bounds: { least: 0, most: Infinity },
        season: shares === null || history === null ? null : months.map((month) => shares[placeInSeason(month, history)]!),
        children: [],
      };
    });
}
