import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const reps = [
  { rep_id: '285', other_id: '481044938', name: 'Syed', team: 'Pacific', joined_on: '2017-05-01' },
  { rep_id: '286', other_id: '758596752', name: 'Lynn', team: 'Pacific', manager: '285' },
  { rep_id: '287', name: null },
  { rep_id: '1', name: 'Li' },
  { rep_id: '2', name: 'Li', other_id: '1' },
];

describe('rep_names', () => {
  it('knows a rep by name and by each number, and the manager by the name', async () => {
    const rows = await rowsOf('rep_names', { reps });
    const of = new Map(rows.map(({ key, rep, manager }) => [key, [rep, manager]]));
    for (const key of ['Lynn', '286', '758596752']) expect(of.get(key)).toEqual(['Lynn', 'Syed']);
    expect(of.get('287')).toEqual(['287', null]);
    expect(rows.find(({ key }) => key === 'Syed')).toMatchObject({ team: 'Pacific', joined_on: '2017-05-01', is_listed: true });
  });

  it('takes a name that two of the list have for one, and leaves out a number that stands for two', async () => {
    const rows = await rowsOf('rep_names', { reps: [...reps, { rep_id: '9', name: 'Wu' }, { rep_id: '8', name: 'Zhao', other_id: '9' }] });
    expect(rows.filter(({ rep }) => rep === 'Li').map(({ key }) => key)).toEqual(['1', '2', 'Li']);
    expect(rows.map(({ key }) => key)).not.toContain('9');
  });

  it('has names of other files as they are written', async () => {
    const rows = await rowsOf('rep_names', {
      reps,
      orders: [order('c', 'o', '2026-01-01', 1, { rep: '285' }), order('c', 'o2', '2026-01-01', 1, { rep: 'Ann' })],
      customers: [{ customer_id: 'c', owner: 'Bob' }],
    });
    expect(rows.filter(({ is_listed: isListed }) => isListed === false).map(({ key, rep }) => [key, rep])).toEqual([
      ['Ann', 'Ann'],
      ['Bob', 'Bob'],
    ]);
  });
});
