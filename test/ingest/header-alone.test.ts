import { expect, it } from 'vitest';
import { findingsOf, ingestFiles, inputOf, lines } from './ingest-files.ts';

const orders = lines('Order ID,Customer ID,Order Date,Amount,Sales Rep', '1,A,2026-01-05,100,Amy', '2,B,2026-01-09,50,Jae');

it.each([
  ['targets', 'Target Owner,Metric,Period,Target Value'],
  ['reps', 'Rep ID,Name,Team,Manager'],
  ['opportunities', 'Deal ID,Deal Name,Customer,Stage,Amount,Created At'],
  ['activities', 'Activity ID,Customer ID,Rep,Contacted At,Channel'],
])('a file of %s with a header alone is said, and the others are read', async (role, header) => {
  const loaded = await ingestFiles({ 'orders.csv': orders, [`${role}.csv`]: lines(header) });
  expect(findingsOf(loaded, 'file-without-rows')).toMatchObject([{ level: 'warning', count: 1 }]);
  expect(findingsOf(loaded, 'file-without-rows')[0]!.message).toContain(`${role}.csv holds a header and no rows`);
  expect(inputOf(loaded)).toMatchObject({ role: 'orders', rows_used: 2 });
});

it('orders with a header alone are an error, and so is a file of which nobody knows what it is, or that is alone', async () => {
  const refused = { code: 'no-rows', exit: 'inputUnreadable' };
  const reps = lines('Rep ID,Name,Team,Manager', '1,Amy,North,Max');
  await expect(ingestFiles({ 'orders.csv': lines(orders.split('\n')[0]!), 'reps.csv': reps })).rejects.toMatchObject(refused);
  await expect(ingestFiles({ 'orders.csv': orders, 'x.csv': lines('alpha,beta,gamma') })).rejects.toMatchObject(refused);
  await expect(ingestFiles({ 'reps.csv': lines('Rep ID,Name,Team,Manager') })).rejects.toMatchObject(refused);
});
