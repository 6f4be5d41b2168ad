import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { asOfDay, buyers } from './buyers.ts';

async function values(orders: readonly Row[], value: object = {}, customers: readonly Row[] = []): Promise<Map<string, Row>> {
  const rows = await rowsOf('lifetime_value', { orders, customers, parameters: { as_of: asOfDay, value } });
  return new Map(rows.map((row) => [String(row['customer_id']), row]));
}

function revenueOf(orders: readonly Row[], customer: string): number {
  return orders.filter((row) => row['customer_id'] === customer).reduce((sum, row) => sum + Number(row['amount']), 0);
}

describe('lifetime_value', () => {
  it('keeps what was and what is to come apart, and their sum', async () => {
    const orders = [...buyers(100), order('K0003', 'back', '2025-12-30', -15)];
    const rows = await values(orders, { margin: 0.4 });
    for (const [id, row] of rows) {
      expect(row['left_out']).toBeNull();
      expect(row['lifetime_value']).toBeCloseTo(0.4 * Number(row['discounted_value']), 9);
      expect(row['historical_value']).toBeCloseTo(0.4 * revenueOf(orders, id), 6);
      expect(row['total_value']).toBeCloseTo(Number(row['historical_value']) + Number(row['lifetime_value']), 9);
      expect(Number(row['first_value']) + Number(row['repeat_value'] ?? 0)).toBeCloseTo(Number(row['historical_value']), 6);
    }
  });

  it('is the expected value without discount and with a margin of 1', async () => {
    for (const row of (await values(buyers(80), { discount: 0, margin: 1 })).values())
      expect(row['lifetime_value']).toBeCloseTo(Number(row['expected_value']), 9);
  });

  it('is finite for one order long ago, one on the last day, and a thousand orders', async () => {
    const thousand = Array.from({ length: 1000 }, (_, index) => order('many', `m${index}`, addDays('2023-01-01', index), 10 + (index % 7)));
    const rows = await values([
      ...buyers(150),
      ...thousand,
      order('old', 'o', '2023-01-01', 50),
      order('new', 'n', asOfDay, 50),
      ...[0, 1].map((day) => order('free', `f${day}`, addDays('2025-06-01', day), 0)),
    ]);
    for (const id of ['many', 'old', 'new', 'free']) {
      const row = rows.get(id)!;
      for (const column of ['lifetime_value', 'expected_value_high', 'expected_orders', 'purchase_value'])
        expect(Number.isFinite(row[column]), `${id} ${column}`).toBe(true);
    }
    expect(rows.get('old')!['lifetime_value']).toBeLessThan(Number(rows.get('new')!['lifetime_value']));
    expect(rows.get('old')!['probability_alive']).toBeLessThan(0.5);
    expect(rows.get('free')!['purchase_value']).toBeLessThan(0.1 * Number(rows.get('new')!['purchase_value']));
  });

  it('says who was left out and why', async () => {
    const customers = [{ customer_id: 'idle' }, { customer_id: 'K0001' }];
    const rows = await values([...buyers(60), order('gone', 'g', '2025-03-01', -5)], {}, customers);
    for (const id of ['idle', 'gone'])
      expect(rows.get(id)).toMatchObject({ left_out: 'no-purchase', lifetime_value: null, expected_orders: null });
    expect(rows.get('gone')).toMatchObject({ historical_value: -5, total_value: null });
    expect(rows.get('K0001')).toMatchObject({ left_out: null });

    const once = await values([order('A', '1', '2025-06-01', 10)]);
    expect(once.get('A')).toMatchObject({ left_out: 'no-model', lifetime_value: null, historical_value: 10 });
    const free = await values(buyers(60).map((row) => ({ ...row, amount: null })));
    expect(free.get('K0001')).toMatchObject({ left_out: 'no-spend', lifetime_value: null, historical_value: null });
  });
});
