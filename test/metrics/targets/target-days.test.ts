import { describe, expect, it } from 'vitest';
import { type Input, order, rowsOf } from '../run.ts';
import { january } from './months.ts';

const reps = [{ name: 'Top' }, { name: 'Amy', manager: 'Top' }, { name: 'Jae', manager: 'Amy' }, { name: 'Own', manager: 'Own' }];
const orders = ['Jae', 'Amy', 'Own'].map((rep, index) => order('C', `o${index}`, '2026-01-05', 10 ** index, { rep }));

/** Days of the scopes that have targets; the company is there of every metric. */
async function days(input: Input): Promise<unknown[][]> {
  const rows = await rowsOf('target_days', { reps, orders, parameters: { as_of: '2026-01-10' }, ...input });
  const isAsked = input.targets?.some(({ level }) => level === 'company') ?? false;
  return rows
    .filter(({ scope }) => isAsked || scope !== 'company')
    .map(({ scope_key: key, day, item, value, base }) => [key, day, item, value, base]);
}

describe('target_days', () => {
  it('gives a manager what the own reports sell, theirs, and what the manager sells, each once', async () => {
    const targets = ['Top', 'Amy', 'Own'].map((owner) => ({ ...january, level: 'team', owner, value: 1 }));
    expect(await days({ targets })).toEqual([
      ['Amy', '2026-01-05', '', 11, null],
      ['Own', '2026-01-05', '', 100, null],
      ['Top', '2026-01-05', '', 11, null],
    ]);
  });

  it('keeps customers apart where different ones are counted, and knows nothing after the as-of date', async () => {
    const targets = [{ ...january, owner: 'Jae', metric: 'customers', value: 1 }];
    const later = order('D', 'o9', '2026-01-11', 1, { rep: 'Jae' });
    expect(await days({ targets, orders: [...orders, later] })).toEqual([['Jae', '2026-01-05', 'C', 1, null]]);
  });

  it('has the company of every metric, even of owners whom nobody knows', async () => {
    const rows = await rowsOf('target_days', {
      reps,
      orders,
      targets: [{ ...january, owner: 'Stranger', value: 1 }],
      parameters: { as_of: '2026-01-10' },
    });
    expect(rows.map(({ scope, value }) => [scope, value])).toEqual([['company', 111]]);
  });

  it('counts an order of two lines once', async () => {
    const targets = [{ ...january, level: 'company', owner: 'All', metric: 'orders', value: 1 }];
    expect(await days({ targets, orders: [...orders, orders[0]!] })).toEqual([['', '2026-01-05', '', 3, null]]);
  });
});
