import { expect, test } from 'vitest';
import { headNumbers } from '../../../src/ingest/meaning/head-values.ts';
import { planTable } from '../../../src/ingest/plan-table.ts';
import { splitMappings } from '../../../src/ingest/overrides.ts';
import { orders } from '../../../src/model/orders.ts';
import type { RawTable } from '../../../src/source/raw-table.ts';

function numbersOf(cells: readonly string[], header = 'amount'): (number | null)[] {
  const raw = { columns: ['order_id', 'order_date', 'customer_id', header], head: cells.map((cell) => ['1', '2026-01-05', 'A', cell]) };
  const plan = planTable('orders_1', raw as unknown as RawTable, orders, splitMappings([]));
  return headNumbers(
    plan,
    plan.fields.find((field) => field.name === 'amount')!,
  );
}

test('numbers of the head are read with their sign, currency and separators', () => {
  expect(numbersOf(['1,234.50', '¥-12', '-$4.00', '(34.5)', '7-', '', 'none'])).toEqual([1234.5, -12, -4, -34.5, -7, null, null]);
  expect(numbersOf(['1.234,50', '12,5'])).toEqual([1234.5, 12.5]);
  expect(numbersOf(['3'], '金额（万元）')).toEqual([30_000]);
});
