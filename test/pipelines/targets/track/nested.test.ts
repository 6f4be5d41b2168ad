import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../src/metrics/targets/parts/target-leaves.ts';
import { type Holder, nesting } from '../../../../src/pipelines/targets/track/nested.ts';

/** Ann leads Ben, Ben leads Cem; the team City is Ben's two. */
const places = new Map<string, Place>([
  ['Ann', { team: null, leaders: [] }],
  ['Ben', { team: null, leaders: ['Ann'] }],
  ['Cem', { team: 'City', leaders: ['Ben', 'Ann'] }],
  ['Dan', { team: 'City', leaders: ['Ben', 'Ann'] }],
  ['Eva', { team: 'Land', leaders: [] }],
]);
const parents = new Map([
  [JSON.stringify(['Village', 'revenue']), ['Town']],
  [JSON.stringify(['Town', 'revenue']), ['State']],
  [JSON.stringify(['X', 'revenue']), ['Y']],
  [JSON.stringify(['Y', 'revenue']), ['X']],
]);

const holder = (scope: string, key: string): Holder => ({ scope, key, owner: key, metric: 'revenue' });

function within(...targets: readonly Holder[]): string[] {
  return [...nesting(parents, places).within(targets)].map(({ key }) => key);
}

describe('targets within others', () => {
  it('are those of managers whom another leads, though nobody between has a target', () => {
    expect(within(holder('manager', 'Ann'), holder('manager', 'Ben'))).toEqual(['Ben']);
    expect(within(holder('manager', 'Ann'), holder('rep', 'Cem'))).toEqual([]);
  });

  it('are teams whose reps a manager of the same list leads, and of the same people the later', () => {
    expect(within(holder('team', 'City'), holder('manager', 'Ann'), holder('team', 'Land'))).toEqual(['City']);
    expect(within(holder('team', 'City'), holder('team', 'City'))).toEqual(['City']);
  });

  it('are those that name another as their parent, over any number of levels, and end in a circle', () => {
    expect(within(holder('unknown', 'State'), holder('unknown', 'Village'))).toEqual(['Village']);
    expect(within(holder('unknown', 'X'), holder('unknown', 'Z'))).toEqual([]);
  });
});
