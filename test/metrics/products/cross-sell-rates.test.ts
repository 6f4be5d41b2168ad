import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { editionLines, editions } from './editions.ts';

const customers = [
  { customer_id: 'A', owner: 'Ann' },
  { customer_id: 'B', owner: 'Ann' },
  { customer_id: 'C', owner: 'Bob' },
];

const input = { orders: editionLines, products: editions, customers };

describe('how cross-selling does', () => {
  it('counts broad buyers, mixed orders, new categories and upgrades of the last twelve months', async () => {
    const rows = await rowsOf('cross_sell_rates', { ...input, parameters: { as_of: '2026-06-30' } });
    const all = rows.find(({ side, group_kind }) => side === 'after' && group_kind === 'all');
    // Before 2025-07-01 lie 351 days. In them A and B bought mills, C tools: A takes up tools and C a mill, for 5 and 100. Only the third order
    // of A holds both categories, and only A bought both in the period. A and B began it with a basic mill; B moved up.
    expect(all).toMatchObject({
      period_from: '2025-07-01',
      period_to: '2026-07-01',
      buyers: 3,
      broad_buyers: 1,
      orders: 4,
      mixed_orders: 1,
      known_buyers: 3,
      crossed_buyers: 2,
      cross_revenue: 105,
      upgradable: 2,
      upgraded: 1,
    });
  });

  it('does so by owner', async () => {
    const rows = await rowsOf('cross_sell_rates', { ...input, parameters: { as_of: '2026-06-30' } });
    const owners = rows.filter(({ side, group_kind }) => side === 'after' && group_kind === 'owner');
    expect(owners.map(({ group_name, buyers, crossed_buyers, upgradable }) => [group_name, buyers, crossed_buyers, upgradable])).toEqual([
      ['Ann', 2, 1, 2],
      ['Bob', 1, 1, 0],
    ]);
  });

  it('looks back as far for the period before as for the period, and says nothing where that is less than a quarter', async () => {
    const rows = await rowsOf('cross_sell_rates', { ...input, parameters: { as_of: '2026-06-30' } });
    expect(rows.find(({ side, group_kind }) => side === 'before' && group_kind === 'all')).toMatchObject({
      buyers: 3,
      known_buyers: null,
      crossed_buyers: null,
      cross_revenue: null,
      upgradable: null,
    });
    const half = { as_of: '2026-06-30', period: { from: '2026-01-01', to: '2026-07-01' } };
    const later = await rowsOf('cross_sell_rates', { ...input, parameters: half });
    const of = (side: string) => later.find((row) => row['side'] === side && row['group_kind'] === 'all');
    // Of 184 days and more before both: 351 before 2025-07-01. C buys its first mill in 2026, after tools on 2025-03-01.
    expect(of('after')).toMatchObject({ known_buyers: 2, crossed_buyers: 2 });
    expect(of('before')).toMatchObject({ buyers: 2, known_buyers: 2, crossed_buyers: 0 });
  });
});
