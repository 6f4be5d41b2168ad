import { describe, expect, it } from 'vitest';
import { leavesOf, type OwnedTarget, type Place } from '../../../../src/metrics/targets/parts/target-leaves.ts';

const quarter = { from: '2026-01-01', to: '2026-03-31' };

function target(order: number, owner: string, parent: string | null, more: Partial<OwnedTarget> = {}): OwnedTarget {
  return { order, owner, parent, level: 'team', scope: 'unknown', key: '', metric: 'revenue', ...quarter, ...more };
}

const rep = (order: number, owner: string, parent: string, more: Partial<OwnedTarget> = {}): OwnedTarget =>
  target(order, owner, parent, { level: 'rep', scope: 'rep', key: owner, ...more });

const places = new Map<string, Place>([
  ['Amy', { team: null, leaders: [] }],
  ['Jae', { team: 'North', leaders: ['Amy'] }],
  ['Tom', { team: 'North', leaders: ['Jae', 'Amy'] }],
  ['Zoe', { team: 'South', leaders: [] }],
]);

function keys(targets: readonly OwnedTarget[], order = 1): string[] {
  return (leavesOf(targets, places).get(order) ?? []).map(({ scope, key }) => `${scope} ${key}`);
}

describe('the parts of a target whose owner nothing is known of', () => {
  it('are those at the bottom, over any number of levels', () => {
    const tree = [
      target(1, 'Group', null),
      target(2, 'East', 'Group'),
      target(3, 'City', 'East'),
      rep(4, 'Jae', 'City'),
      rep(5, 'Zoe', 'East'),
    ];
    expect(keys(tree)).toEqual(['rep Jae', 'rep Zoe']);
    expect(keys(tree, 3)).toEqual(['rep Jae']);
  });

  it('say that a part cannot be told', () => {
    expect(keys([target(1, 'Group', null), target(2, 'East', 'Group'), rep(3, 'Jae', 'Group')])).toEqual(['unknown East', 'rep Jae']);
  });

  it('hold nobody twice: a rep beside the own team, or a manager above', () => {
    const team = target(2, 'North', 'Group', { scope: 'team', key: 'North' });
    const manager = target(2, 'Amy', 'Group', { scope: 'manager', key: 'Amy' });
    expect(keys([target(1, 'Group', null), team, rep(3, 'Tom', 'Group'), rep(4, 'Zoe', 'Group')])).toEqual(['team North', 'rep Zoe']);
    expect(keys([target(1, 'Group', null), manager, rep(3, 'Tom', 'Group'), rep(4, 'Zoe', 'Group')])).toEqual(['manager Amy', 'rep Zoe']);
    expect(keys([target(1, 'Group', null), manager, target(3, 'North', 'Group', { scope: 'team', key: 'North' })])).toEqual([
      'manager Amy',
    ]);
  });

  it('are of people, where it is split to products as well', () => {
    const product = target(2, 'Lens', 'Group', { level: 'product', scope: 'product', key: 'Lens' });
    expect(keys([target(1, 'Group', null), product, rep(3, 'Jae', 'Group')])).toEqual(['rep Jae']);
    expect(keys([target(1, 'Group', null), product])).toEqual(['product Lens']);
  });

  it('are parts in their own periods: whoever changed the team counts for each in its time', () => {
    const leaves = leavesOf(
      [
        target(1, 'A', null),
        target(2, 'B', null),
        rep(3, 'Jae', 'A', { to: '2026-01-31' }),
        rep(4, 'Jae', 'A', { from: '2026-02-01', to: '2026-02-28' }),
        rep(5, 'Jae', 'B', { from: '2026-03-01' }),
      ],
      places,
    );
    expect(leaves.get(1)).toEqual([
      { scope: 'rep', key: 'Jae', from: '2026-01-01', to: '2026-01-31' },
      { scope: 'rep', key: 'Jae', from: '2026-02-01', to: '2026-02-28' },
    ]);
    expect(leaves.get(2)).toEqual([{ scope: 'rep', key: 'Jae', from: '2026-03-01', to: '2026-03-31' }]);
  });

  it('end where owners name one another in a circle', () => {
    expect(keys([target(1, 'A', 'B'), target(2, 'B', 'A')])).toEqual(['unknown B']);
  });
});
