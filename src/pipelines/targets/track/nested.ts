import { sql } from '../../../engine/sql.ts';
import { addTo } from '../../../lib/groups.ts';
import { placesOf } from '../../../metrics/targets/parts/places.ts';
import type { Place } from '../../../metrics/targets/parts/target-leaves.ts';
import type { TrackInput } from './run.ts';

/** Whose target it is, and of what. */
export interface Holder {
  readonly scope: string;
  readonly key: string;
  readonly owner: string | null;
  readonly metric: string;
}

/** Which of several targets hold others: a team in a team counts once in a sum. */
export interface Nesting {
  /** Those that lie in another of them, over any number of levels; of two that hold the same people the later. */
  readonly within: <T extends Holder>(targets: readonly T[]) => ReadonlySet<T>;
}

/** By the parents that targets name, and by the teams and leaders of the list of reps. */
export async function nestingOf({ engine }: Pick<TrackInput, 'engine'>): Promise<Nesting> {
  const rows = await engine.rows<{ owner: string; parent: string; metric: string }>(sql`
    select owner, parent, metric from target_rows where owner is not null and parent is not null group by owner, parent, metric`);
  const parents = new Map<string, string[]>();
  for (const { owner, parent, metric } of rows) addTo(parents, JSON.stringify([owner, metric]), parent);
  return nesting(parents, await placesOf((query) => engine.rows(query)));
}

/** `parents` by owner and metric. */
export function nesting(parents: ReadonlyMap<string, readonly string[]>, places: ReadonlyMap<string, Place>): Nesting {
  const members = membersBy(places);
  const isPartOf = ({ owner, metric }: Holder, others: ReadonlySet<string | null>): boolean => {
    const seen = new Set<string>();
    const waiting = owner === null ? [] : [owner];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const parent of parents.get(JSON.stringify([next, metric])) ?? []) {
        if (parent !== owner && others.has(parent)) return true;
        if (!seen.has(parent)) waiting.push(parent);
        seen.add(parent);
      }
    }
    return false;
  };
  return {
    within: (targets) => {
      const owners = new Set(targets.map(({ owner }) => owner));
      const sets = targets.map((target) => members(target));
      return new Set(
        targets.filter((target, index) => {
          if (isPartOf(target, owners)) return true;
          const own = sets[index]!;
          return own !== null && sets.some((other, place) => other !== null && place !== index && holds(other, own, place < index));
        }),
      );
    },
  };
}

function holds(other: ReadonlySet<string>, own: ReadonlySet<string>, isFirst: boolean): boolean {
  if (own.size === 0 || own.size > other.size || (own.size === other.size && !isFirst)) return false;
  return [...own].every((rep) => other.has(rep));
}

/** The reps of a team, and those whom a manager leads, with the manager; null of all else. */
function membersBy(places: ReadonlyMap<string, Place>): (target: Holder) => ReadonlySet<string> | null {
  const [teams, led] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [rep, { team, leaders }] of places) {
    if (team !== null) addTo(teams, team, rep);
    for (const leader of leaders) addTo(led, leader, rep);
  }
  return ({ scope, key }) => {
    if (scope === 'team') return new Set(teams.get(key));
    return scope === 'manager' ? new Set([key, ...(led.get(key) ?? [])]) : null;
  };
}
