import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('rfm_score_counts shows the scores that nobody has', async () => {
  const customers = [1, 1, 1, 1, 1, 1, 1, 2, 3].map((orders, index) => ({
    customer_id: `C${index}`,
    recency_days: index,
    orders,
    revenue: 1,
  }));
  const rows = await rowsOf('rfm_score_counts', { customers });
  expect(rows).toHaveLength(15);
  expect(rows.filter((row) => row['measure'] === 'frequency').map((row) => row['customers'])).toEqual([7, 0, 0, 0, 2]);
  expect(rows.filter((row) => row['measure'] === 'monetary').map((row) => row['customers'])).toEqual([9, 0, 0, 0, 0]);
});
