import { expect, it } from 'vitest';
import { lines } from '../../ingest/ingest-files.ts';
import { columnOf, scoreFiles, table } from '../run-score.ts';

const orders = lines(
  'Order ID,Customer ID,Order Date,Amount',
  ...Array.from({ length: 10 }, (_, index) => `S${index},C${index},2026-01-${String(index + 10)},${(index + 1) * 100}`),
);
const cuts = { recency: [1, 2.5, 3, 4], frequency: [1, 2, 3, 4], monetary: [150, 350, 550, 950] };

it('the cut points say which score each range earns, and how many customers have it', async () => {
  const result = await scoreFiles({ 'orders.csv': orders }, { score: { rfm: { method: 'cuts', cuts } } });
  expect(table(result, 'cut_points').columns.map((column) => column.id)).toEqual([
    'measure',
    'measure_code',
    'cut',
    'value',
    'scores',
    'customers',
  ]);
  expect(new Set(columnOf(result, 'cut_points', 'measure_code'))).toEqual(new Set(['recency', 'frequency', 'monetary']));
  expect(columnOf(result, 'cut_points', 'cut')).toEqual([1, 2, 3, 4, null, 1, 2, 3, 4, null, 1, 2, 3, 4, null]);
  const scores = columnOf(result, 'cut_points', 'scores');
  expect(scores.slice(0, 5)).toEqual(['5 if ≤ 1', '4 if ≤ 2.5', '3 if ≤ 3', '2 if ≤ 4', '1 if > 4']);
  expect(scores.slice(10)).toEqual(['1 if ≤ 150', '2 if ≤ 350', '3 if ≤ 550', '4 if ≤ 950', '5 if > 950']);
  expect(columnOf(result, 'cut_points', 'customers')).toEqual([2, 1, 1, 1, 5, 10, 0, 0, 0, 0, 1, 2, 2, 4, 1]);
});

it('the customers of each score are those of the ranking', async () => {
  const result = await scoreFiles({ 'orders.csv': orders });
  const points = columnOf(result, 'ranking', 'recency_score');
  expect(columnOf(result, 'cut_points', 'customers').slice(0, 5)).toEqual(
    [5, 4, 3, 2, 1].map((score) => points.filter((own) => own === score).length),
  );
});

it('two cuts that coincide leave a score that does not occur', async () => {
  const result = await scoreFiles({ 'orders.csv': orders });
  expect(columnOf(result, 'cut_points', 'scores').slice(5, 10)).toEqual([
    '1 if ≤ 1',
    '2 does not occur',
    '3 does not occur',
    '4 does not occur',
    '5 if > 1',
  ]);
});

it('in Chinese, and with the rule of rfm, a value on the cut belongs above', async () => {
  const result = await scoreFiles({ 'orders.csv': orders }, { lang: 'zh-CN', score: { rfm: { method: 'rfm-compat' } } });
  expect(columnOf(result, 'cut_points', 'scores')).toMatchObject({
    0: '< 2.8 天 → 5 分',
    4: '≥ 8.2 天 → 1 分',
    10: '< 281 → 1 分',
    14: '≥ 821 → 5 分',
  });
});

it('customers of whom no figure is known are not ranked', async () => {
  const files = { 'customers.csv': lines('Customer ID,Name', 'A,Acme', 'B,Bolt') };
  await expect(scoreFiles(files)).rejects.toMatchObject({ code: 'nothing-known' });
});
