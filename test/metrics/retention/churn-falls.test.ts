import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { asOf, lateLog, parameters } from './late-log.ts';

describe('churn_falls', () => {
  it('tests the customers beyond three usual gaps alone, per horizon', async () => {
    const rows = await rowsOf('churn_falls', { orders: lateLog, parameters });
    expect(rows.map((row) => row['customer_id'])).toEqual(['SILENT', 'SLOWED']);
    // Seven purchases in 180 days, 36 in the 360 before.
    expect(rows[0]).toMatchObject({ frequency_before: 9, frequency_after: 3.5, spend_before: 9000, spend_after: 3500 });
    expect(rows[0]!['frequency_p']).toBeLessThan(0.05);
    expect(rows[0]!['spend_p']).toBeLessThan(0.05);
    expect(rows[1]).toMatchObject({ frequency_p: null, frequency_before: null, spend_p: null });
  });

  it('knows the fall of purchases alone where no order has an amount', async () => {
    const orders = lateLog.map((row) => ({ ...row, amount: null }));
    const [silent] = await rowsOf('churn_falls', { orders, parameters });
    expect(silent).toMatchObject({ customer_id: 'SILENT', spend_p: null, spend_before: null, frequency_before: 9 });
  });

  it('is empty where nobody is that late', async () => {
    const orders = [order('A', 'A1', asOf, 10)];
    expect(await rowsOf('churn_falls', { orders, parameters })).toEqual([]);
    expect(await rowsOf('churn_falls', { orders: lateLog, parameters: { as_of: null } })).toEqual([]);
  });
});
