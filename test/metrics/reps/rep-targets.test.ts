import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

const target = (owner: string, from: string, to: string, value: number | null, more: object = {}) => ({
  owner,
  metric: 'revenue',
  period_start: from,
  period_end: to,
  value,
  ...more,
});

const parameters = { ...march };

describe('rep_targets', () => {
  it('hold the target of the period against what was sold; who has none has no row, and none is 0', async () => {
    const rows = await rowsOf('rep_targets', {
      reps: [{ name: 'Ann', manager: 'Eve' }, { name: 'Bob', manager: 'Eve' }, { name: 'Cid' }, { name: 'Dan' }, { name: 'Eve' }],
      orders: [order('a', '1', '2026-03-10', 90, { rep: 'Ann' }), order('c', '2', '2026-03-31', 7, { rep: 'Cid' })],
      targets: [
        target('Ann', '2026-03-01', '2026-03-31', 120),
        target('Ann', '2026-03-01', '2026-03-31', 200, { ambition: 'stretch' }),
        target('Dan', '2026-04-01', '2026-04-30', 500),
        target('Bob', '2026-03-01', '2026-03-31', 50),
        target('Dan', '2026-03-01', '2026-03-31', 0),
        target('Eve', '2026-03-01', '2026-03-31', 170),
      ],
      parameters,
    });
    const seen = rows.map((row) => [row['rep'], row['target'], row['actual'], row['attainment'], row['target_difference']]);
    expect(seen).toEqual([
      ['Ann', 120, 90, 0.75, -30],
      ['Bob', 50, 0, 0, -50],
      ['Dan', 0, 0, null, 0],
    ]);
  });

  it('count a target that is there twice once, add parts of one span, and pass over one that ends before it begins', async () => {
    const rows = await rowsOf('rep_targets', {
      reps: [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Cid' }],
      orders: [order('a', '1', '2026-03-10', 90, { rep: 'Ann' }), order('b', '2', '2026-03-11', 30, { rep: 'Bob' })],
      targets: [
        target('Ann', '2026-03-01', '2026-03-31', 120),
        target('Ann', '2026-03-01', '2026-03-31', 120),
        target('Bob', '2026-03-01', '2026-03-15', 20),
        target('Bob', '2026-03-01', '2026-03-15', 40),
        target('Cid', '2026-03-01', '2026-03-31', 10),
        target('Cid', '2026-12-31', '2026-01-01', 70),
      ],
      parameters,
    });
    expect(rows.map((row) => [row['rep'], row['target'], row['actual']])).toEqual([
      ['Ann', 120, 90],
      ['Bob', 60, 30],
      ['Cid', 10, 0],
    ]);
  });

  it('take the first of targets that share days and of which neither lies in the other, and count the others', async () => {
    const rows = await rowsOf('rep_targets', {
      reps: [{ name: 'Ann' }, { name: 'Bob' }],
      orders: [order('a', '1', '2026-03-10', 90, { rep: 'Ann' }), order('b', '2', '2026-03-25', 30, { rep: 'Ann' })],
      targets: [
        target('Ann', '2026-03-01', '2026-03-20', 100),
        target('Ann', '2026-03-05', '2026-03-28', 200),
        target('Bob', '2026-03-01', '2026-03-15', 20),
        target('Bob', '2026-03-16', '2026-03-31', 40),
      ],
      parameters,
    });
    expect(rows.map((row) => [row['rep'], row['target'], row['actual'], row['period_end'], row['overlaps']])).toEqual([
      ['Ann', 100, 90, '2026-03-20', 1],
      ['Bob', 60, 0, '2026-03-31', 0],
    ]);
  });
});
