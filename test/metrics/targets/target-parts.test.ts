import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { january } from './months.ts';

const target = (owner: string, parent: string | null, more: object = {}) => ({
  ...january,
  owner,
  parent,
  metric: 'revenue',
  value: 1,
  ...more,
});

it('target_parts are the known owners below an unknown one, over any number of levels, each within its own days', async () => {
  const rows = await rowsOf('target_parts', {
    targets: [
      target('Group', null),
      target('Section', 'Group'),
      target('Jae', 'Section'),
      // Part of the group for half of the month.
      target('Kim', 'Group', { period_end: '2026-01-15' }),
      // Known itself: nothing is made of its parts.
      target('North', null, { level: 'team' }),
      target('Lee', 'North'),
    ],
    reps: [{ name: 'Jae' }, { name: 'Kim' }, { name: 'Lee', team: 'North' }],
  });
  const parts = rows.map(({ target_order: order, scope, scope_key: key, part_from: from, part_to: to }) => [order, scope, key, from, to]);
  const whole = ['2026-01-01', '2026-01-31'];
  const orders = [...new Set(parts.map(([order]) => order))];
  expect(orders).toHaveLength(2);
  const of = (count: number): unknown[] =>
    orders
      .map((order) => parts.filter(([own]) => own === order))
      .find((own) => own.length === count)!
      .map((part) => part.slice(1));
  expect(of(2)).toEqual([
    ['rep', 'Jae', ...whole],
    ['rep', 'Kim', '2026-01-01', '2026-01-15'],
  ]);
  expect(of(1)).toEqual([['rep', 'Jae', ...whole]]);
});

it('target_parts has one of scope unknown where a part cannot be told, and ends where parents go in a circle', async () => {
  const rows = await rowsOf('target_parts', {
    targets: [target('Group', null), target('Jae', 'Group'), target('Nobody', 'Group'), target('A', 'B'), target('B', 'A')],
    reps: [{ name: 'Jae' }],
  });
  expect(rows.map(({ scope, scope_key: key }) => [scope, key])).toContainEqual(['unknown', 'Nobody']);
  expect(rows.filter(({ scope }) => scope === 'rep').map(({ scope_key: key }) => key)).toEqual(['Jae']);
});
