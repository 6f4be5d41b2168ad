import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { tinyLog } from './tiny-log.ts';

it('purchase_groups counts customers with the same history', async () => {
  const twins = [...tinyLog, ...tinyLog.map((row) => ({ ...row, customer_id: `${String(row['customer_id'])}b` }))];
  const groups = await rowsOf('purchase_groups', { orders: twins, parameters: { as_of: '2015-02-07' } });
  expect(groups.map((row) => [row['repeat_days'], row['recency_days'], row['age_days'], row['customers']])).toEqual([
    [0, 0, 5, 2],
    [0, 0, 37, 2],
    [1, 36, 37, 2],
    [2, 2, 22, 2],
    [2, 4, 37, 2],
    [2, 20, 22, 2],
  ]);
});
