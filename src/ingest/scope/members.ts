import { CrmEvalError } from '../../errors.ts';
import { addTo } from '../../lib/groups.ts';
import { type Scope, scopeText } from '../../lib/scope.ts';

/** A row of a list of reps: all ways in which the rep is written, and what it belongs to. */
export interface ListedRep {
  /** What tells it from others of its name; null: nothing does. */
  readonly id: string | null;
  readonly forms: readonly string[];
  readonly team: string | null;
  readonly manager: string | null;
}

export interface Members {
  /** Every name and number of everybody in scope. */
  readonly people: ReadonlySet<string>;
  /** Teams of which nobody is out of scope. */
  readonly teams: ReadonlySet<string>;
  /** Names in scope that somebody out of it has, too: they may be told, but rows that have them are of nobody. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Who is in scope. A manager's reach goes down to the reports of its reports, itself included. `named` are all people that files name.
 * Throws `scope-unknown` (usage) for a name that stands nowhere; no other name is told then, nor what is like it.
 */
export function membersOf(scope: Scope, listed: readonly ListedRep[], named: ReadonlySet<string>): Members {
  const people = new Set<string>();
  const add = (rep: ListedRep): void => {
    for (const form of rep.forms) people.add(form);
  };
  for (const name of scope.names) {
    const own = listed.filter((rep) => belongs(rep, scope.of, name));
    for (const rep of own) add(rep);
    const isPerson = scope.of === 'rep' ? named.has(name) : scope.of === 'manager' && own.length > 0;
    if (isPerson) people.add(name);
    if (own.length === 0 && !isPerson) throw scopeUnknown(scope, name);
  }
  if (scope.of === 'manager') for (const rep of below(listed, people)) add(rep);
  const shared = namesShared(listed, people);
  for (const name of shared) people.delete(name);
  const teams = new Set(listed.flatMap(({ team }) => team ?? []));
  for (const { team, forms } of listed) if (team !== null && !forms.some((form) => people.has(form))) teams.delete(team);
  return { people, teams, shared };
}

/** Names of reps in scope that reps with another number have, who are not in scope by any other name. */
function namesShared(listed: readonly ListedRep[], people: ReadonlySet<string>): Set<string> {
  const shared = new Set<string>();
  const holders = new Map<string, ListedRep[]>();
  for (const rep of listed) for (const form of rep.forms) addTo(holders, form, rep);
  for (const [name, reps] of holders) {
    const ids = new Set(reps.flatMap(({ id }) => id ?? []));
    const areIn = [...ids].filter((id) => people.has(id)).length;
    if (people.has(name) && !ids.has(name) && areIn > 0 && areIn < ids.size) shared.add(name);
  }
  return shared;
}

function belongs({ forms, team, manager }: ListedRep, of: Scope['of'], name: string): boolean {
  if (of === 'team') return team === name;
  return forms.includes(name) || (of === 'manager' && manager === name);
}

/** Everybody whose manager is among these, or among those found by that. */
function below(listed: readonly ListedRep[], leaders: ReadonlySet<string>): Set<ListedRep> {
  const found = new Set<ListedRep>();
  const names = new Set(leaders);
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const rep of listed)
      if (rep.manager !== null && names.has(rep.manager)) {
        found.add(rep);
        for (const form of rep.forms) names.add(form);
      }
  }
  return found;
}

function scopeUnknown(scope: Scope, name: string): CrmEvalError {
  const given = scopeText(scope);
  return new CrmEvalError(
    'scope-unknown',
    'usage',
    { en: `nobody in the files is "${name}" (--scope ${given})`, 'zh-CN': `文件中没有“${name}”（--scope ${given}）` },
    {
      fix:
        scope.of === 'rep'
          ? { en: 'write the name or number as the files have it', 'zh-CN': '请按文件中的写法填写姓名或编号' }
          : {
              en: 'teams and managers are told by a list of reps: add it, and write the name as it has it',
              'zh-CN': '团队与主管取自销售人员表：请加上该表，并按其中的写法填写',
            },
    },
  );
}
