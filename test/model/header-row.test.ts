import { expect, it } from 'vitest';
import { columnsOfHeader, headerRow } from '../../src/model/header-row.ts';

const row = headerRow(['Order ID', '--', '', 'order_id', '金额（万元）']);

it('finds a header however it is written, from the left', () => {
  expect(columnsOfHeader(row, 'orderId')).toEqual([0, 3]);
  expect(columnsOfHeader(row, '金额')).toEqual([4]);
  expect(columnsOfHeader(row, '数量')).toEqual([]);
});

it('finds a header without letters and digits by its text', () => {
  expect(columnsOfHeader(row, '--')).toEqual([1]);
  expect(columnsOfHeader(row, '—')).toEqual([]);
});

it('copes with as many columns as a sheet can have', () => {
  const started = performance.now();
  expect(headerRow(Array.from({ length: 16_384 }, (_, index) => `列${index % 7}`)).columns.size).toBe(7);
  expect(performance.now() - started).toBeLessThan(2_000);
});
