import { CrmEvalError } from '../../errors.ts';
import { addTo } from '../../lib/groups.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Scope } from '../../lib/scope.ts';
import type { Person } from '../../pipelines/report/people.ts';

/** Whose files there are besides those of the whole; null: nobody's. */
export interface Split {
  readonly by: 'owner' | 'team' | 'manager';
  /** Known once the whole is computed. */
  readonly people: () => readonly Person[];
}

/** Somebody, or a team, with files of their own. */
export interface Target {
  readonly name: string;
  readonly scope: Scope;
  /** Who is meant by it. */
  readonly members: readonly string[];
  /** Why there are none; null: there are. */
  readonly reason: Localized | null;
}

/** Throws `split-nobody` where the files name none. */
export function targetsOf({ by, people }: Split, lang: Lang): Target[] {
  const targets = by === 'owner' ? ofOwners(people()) : ofGroups(people(), by);
  if (targets.length > 0) return targets;
  const what = {
    owner: { en: 'owner', 'zh-CN': '负责人' },
    team: { en: 'team', 'zh-CN': '团队' },
    manager: { en: 'manager', 'zh-CN': '主管' },
  }[by];
  throw new CrmEvalError(
    'split-nobody',
    'usage',
    { en: `the files name no ${what.en}`, 'zh-CN': `文件中没有${what[lang]}` },
    {
      fix: {
        en: 'add a list of reps with teams or managers, or a customer list with owners',
        'zh-CN': '请加上含团队或主管的销售人员表，或含负责人的客户表',
      },
    },
  );
}

const sharedName: Localized = {
  en: 'several reps of the list have one name, and no file says by their numbers whose rows are whose',
  'zh-CN': '销售人员表中有多人同名，数据文件也未以编号区分各自的数据',
};

const severalGroups: Localized = {
  en: 'a rep of the list stands in several of them, and no number says which rows are of which',
  'zh-CN': '销售人员表中有人同时列在多处，且没有编号可区分各处的数据',
};

function ofOwners(people: readonly Person[]): Target[] {
  return people.flatMap((person): Target[] => {
    const { name, namesakes } = person;
    if (namesakes.length === 0) return [{ name, scope: { of: 'rep', names: [name] }, members: [name], reason: null }];
    // What an earlier result says of the name is of all of them.
    const own = namesakes.map(({ id, isTold }): Target => {
      const scope = { of: 'rep', names: [id] } as const;
      return { name: `${name} (${id})`, scope, members: [], reason: isTold ? null : sharedName };
    });
    return own.every(({ reason }) => reason !== null) ? [{ ...own[0]!, name, scope: { of: 'rep', names: [name] } }] : own;
  });
}

function ofGroups(people: readonly Person[], of: 'team' | 'manager'): Target[] {
  const groupsOf = (person: Person): readonly string[] => (of === 'team' ? person.teams : person.managers);
  const members = new Map<string, Person[]>();
  for (const person of people) for (const group of groupsOf(person)) addTo(members, group, person);
  return [...members]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, own]) => ({
      name,
      scope: { of, names: [name] },
      members: own.map((person) => person.name),
      reason: reasonOf(own.filter((person) => groupsOf(person).length > 1 && !isToldApart(person))),
    }));
}

/** Why there are no files of a group with these in it, who stand in others too. */
function reasonOf(unclear: readonly Person[]): Localized | null {
  if (unclear.length === 0) return null;
  return unclear.some(({ namesakes }) => namesakes.length > 0) ? sharedName : severalGroups;
}

/** A namesake in another team is let in only where nothing tells the two apart. */
function isToldApart({ namesakes }: Person): boolean {
  return namesakes.some(({ isTold }) => isTold);
}
