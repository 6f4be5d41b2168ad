import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../src/ingest/scope/members.ts';

const rep = (id: string, name: string, team: string, manager: string | null) => ({ id, forms: [id, name], team, manager });

/** Eve leads Dan and Fay, Dan leads Ann and Bob; Fay is alone in the West. */
const listed = [
  rep('1', 'Ann', 'North', 'Dan'),
  rep('2', 'Bob', 'North', 'Dan'),
  rep('3', 'Dan', 'North', 'Eve'),
  rep('4', 'Fay', 'West', '5'),
];
const named = new Set([...listed.flatMap(({ forms }) => forms), 'Gus', 'Eve']);

const of = (kind: 'rep' | 'team' | 'manager', ...names: string[]) => {
  const { people, teams } = membersOf({ of: kind, names }, listed, named);
  return [[...people].toSorted().join(' '), [...teams].join(' ')];
};

describe('members of a scope', () => {
  it('are reps by any of their names, listed or not', () => {
    expect(of('rep', 'Ann')).toEqual(['1 Ann', '']);
    expect(of('rep', '4', 'Gus')).toEqual(['4 Fay Gus', 'West']);
  });

  it('are all reps of a team', () => {
    expect(of('team', 'North')).toEqual(['1 2 3 Ann Bob Dan', 'North']);
  });

  it('are a manager with all below, down to the reports of reports', () => {
    expect(of('manager', 'Dan')).toEqual(['1 2 3 Ann Bob Dan', 'North']);
    expect(of('manager', 'Eve')).toEqual(['1 2 3 Ann Bob Dan Eve', 'North']);
  });

  it('leave out a name that somebody out of scope has, too, and keep it where all who have it are in', () => {
    const twins = [...listed, rep('6', 'Twin', 'North', null), rep('7', 'Twin', 'South', null)];
    const members = (kind: 'rep' | 'team', ...names: string[]) => {
      const { people, shared } = membersOf({ of: kind, names }, twins, new Set(['Twin']));
      return [[...people].toSorted().join(' '), [...shared].join(' ')];
    };
    expect(members('rep', '6')).toEqual(['6', 'Twin']);
    expect(members('team', 'South')).toEqual(['7', 'Twin']);
    expect(members('rep', 'Twin')).toEqual(['6 7 Twin', '']);
    expect(members('rep', '6', '7')).toEqual(['6 7 Twin', '']);
  });

  it('have to be known; who else there is is not told', () => {
    for (const [kind, name] of [
      ['rep', 'Anne'],
      ['team', 'South'],
      ['manager', 'Gus'],
    ] as const) {
      const refused = (() => {
        try {
          return of(kind, name);
        } catch (error) {
          return error;
        }
      })();
      expect(refused).toMatchObject({ code: 'scope-unknown', exit: 'usage' });
      expect(JSON.stringify(refused)).not.toMatch(/Ann"|Bob|Dan|Fay|North/);
    }
  });
});
