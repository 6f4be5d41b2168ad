import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const orders = [{ customer_id: 'C1', order_id: 'O1', ordered_at: '2026-05-01 09:00:00', product: 'Mill Basic', amount: 10 }];
const parameters = { as_of: '2026-06-30' };
const mills = [
  { product_id: 'M1', name: 'Mill Basic', category: 'Machines', tier: 'Basic', price: 100 },
  { product_id: 'M2', name: 'Mill Pro', category: 'Machines', tier: 'Pro', price: 200 },
  { product_id: 'M3', name: 'Mill Max', category: 'Machines', tier: 'Max', price: 400 },
  { product_id: 'L1', name: 'Lathe Basic', category: 'Machines', tier: 'Basic', price: 90 },
  { product_id: 'X1', name: 'Drill', category: 'Machines', tier: 'Max', price: 900 },
];

describe('steps from edition to edition', () => {
  it('are those of the list of products, by number or name, as order lines call the product', async () => {
    const products = [{ ...mills[0]!, upgrade_to: 'M2' }, { ...mills[1]!, upgrade_to: 'Mill Max' }, mills[2]!];
    expect(await rowsOf('upgrade_steps', { orders, products, parameters })).toEqual([
      { item_id: 'M2', item: 'Mill Pro', next_id: 'M3', next_item: 'Mill Max', rungs: 1, told_by: 'list', price: 200, next_price: 400 },
      {
        item_id: 'Mill Basic',
        item: 'Mill Basic',
        next_id: 'M2',
        next_item: 'Mill Pro',
        rungs: 1,
        told_by: 'list',
        price: 100,
        next_price: 200,
      },
      {
        item_id: 'Mill Basic',
        item: 'Mill Basic',
        next_id: 'M3',
        next_item: 'Mill Max',
        rungs: 2,
        told_by: 'list',
        price: 100,
        next_price: 400,
      },
    ]);
  });

  it('are else from one edition of the same product to the next dearer one', async () => {
    const rows = await rowsOf('upgrade_steps', { orders, products: mills, parameters });
    const nearest = rows.filter(({ rungs }) => rungs === 1);
    expect(nearest.map(({ item, next_item, told_by }) => [item, next_item, told_by])).toEqual([
      ['Mill Pro', 'Mill Max', 'tier'],
      ['Mill Basic', 'Mill Pro', 'tier'],
    ]);
  });
});
