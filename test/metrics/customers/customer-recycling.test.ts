import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, order, rowsOf } from '../run.ts';

const asOf = '2026-06-30';
/** The first order of the files, of a customer who bought a week ago. */
const orders = [order('steady', 'O1', '2025-01-10', 100), order('steady', 'O2', '2026-06-23', 100)];
const steady: Row = { customer_id: 'steady', owner: '甲', created_on: '2025-01-01' };

async function recycled(
  customers: readonly Row[],
  rules: object = {},
  more: Pick<Input, 'orders' | 'activities' | 'opportunities'> = {},
): Promise<unknown[]> {
  const rows = await rowsOf('customer_recycling', {
    orders: [...orders, ...(more.orders ?? [])],
    activities: more.activities ?? [],
    opportunities: more.opportunities ?? [],
    customers: [steady, ...customers.map((row) => ({ owner: '甲', created_on: '2025-01-01', ...row }))],
    parameters: { as_of: asOf, pool: { customer_recycle: rules } },
  });
  return rows.map(({ customer_id: id, reason, falls_back_on: on, late_days: late }) => [id, reason, on, late]);
}

describe('customer_recycling', () => {
  it('takes back who has no order on record half a year after its owner got it, or after the first order of the files', async () => {
    expect(
      await recycled([
        { customer_id: 'old' },
        { customer_id: 'assigned', assigned_at: '2026-01-02 09:00:00' },
        { customer_id: 'soon', assigned_at: '2026-01-04 09:00:00' },
        { customer_id: 'later', assigned_at: '2026-01-06 09:00:00' },
        { customer_id: 'lost', lost_on: '2026-01-01' },
        { customer_id: 'pooled', owner: null },
      ]),
    ).toEqual([
      // 2 January + 180 days is 1 July, 4 January + 180 the 3rd, 10 January 2025 + 180 is 9 July 2025.
      ['assigned', 'no_order', '2026-07-01', 0],
      ['old', 'no_order', '2025-07-09', 356],
      ['soon', 'no_order', '2026-07-03', 0],
    ]);
  });

  it('goes by the end of the contract before the last contact, and spares whose contract runs', async () => {
    const contract = (customer_id: string, contract_end_on: string): Row => ({ customer_id, contract_end_on, level: 'A' });
    const customers = [
      contract('ended', '2026-05-01'),
      contract('renewed', '2026-05-01'),
      contract('runs', '2026-12-31'),
      { customer_id: 'none', level: 'A' },
    ];
    const bought = ['ended', 'runs', 'none'].map((id) => order(id, `O-${id}`, '2025-02-01', 50));
    const rows = await recycled(
      customers,
      { levels: { A: 60 } },
      {
        orders: [...bought, order('renewed', 'O-renewed', '2026-06-01', 50)],
        activities: [
          { customer_id: 'steady', at: '2026-06-01 09:00:00' },
          { customer_id: 'none', at: '2026-03-01 09:00:00' },
        ],
      },
    );
    // 1 May + 30 days, before the 60 without contact, which begin with the end of the contract; 1 March + 60.
    expect(rows).toEqual([
      ['ended', 'contract_ended', '2026-05-31', 30],
      ['none', 'no_contact', '2026-04-30', 61],
    ]);
    expect(await recycled(customers, {}, { orders: [...bought, order('renewed', 'O-renewed', '2026-06-01', 50)] })).toEqual([
      ['ended', 'contract_ended', '2026-05-31', 30],
    ]);
  });

  it('has days of its own for each level, others for the rest, and the day of the file before all', async () => {
    const activities = ['vip', 'usual', 'unknown'].map((customer_id) => ({ customer_id, at: '2026-05-20 09:00:00' }));
    const customers = [
      { customer_id: 'vip', level: 'VIP' },
      { customer_id: 'usual', level: '普通客户' },
      { customer_id: 'unknown' },
      { customer_id: 'told', level: '普通客户', expires_at: '2026-07-02 00:00:00' },
    ];
    const rules = { unwon_days: null, days: 40, levels: { VIP: 90, 普通客户: 30 } };
    expect(await recycled(customers, rules, { activities })).toEqual([
      ['told', 'file', '2026-07-02', 0],
      ['unknown', 'no_contact', '2026-06-29', 1],
      ['usual', 'no_contact', '2026-06-19', 11],
    ]);
  });

  it('spares whoever has a deal that is open on the day, but for the day that the file has', async () => {
    const deal = (customer_id: string, state: string, created_on: string | null = '2026-05-01'): Row => ({
      customer_id,
      state,
      created_on,
    });
    const customers = ['open', 'undated', 'won', 'later', 'told'].map((customer_id) => ({
      customer_id,
      expires_at: customer_id === 'told' ? '2026-07-02 00:00:00' : null,
    }));
    const opportunities = [
      deal('open', 'lost'),
      deal('open', 'open'),
      deal('undated', 'open', null),
      deal('won', 'won'),
      deal('later', 'open', '2026-07-01'),
      deal('told', 'open'),
    ];
    expect(await recycled(customers, {}, { opportunities })).toEqual([
      ['later', 'no_order', '2025-07-09', 356],
      ['told', 'file', '2026-07-02', 0],
      ['won', 'no_order', '2025-07-09', 356],
    ]);
    const contract = [{ customer_id: 'open', contract_end_on: '2026-05-01' }];
    const activities = [{ customer_id: 'open', at: '2026-01-05 09:00:00' }];
    expect(await recycled(contract, { days: 20 }, { activities })).toEqual([['open', 'no_contact', '2026-05-21', 40]]);
    expect(await recycled(contract, { days: 20 }, { activities, opportunities })).toEqual([]);
  });

  it('says nothing of contacts where none are on record, nor of orders where there are none', async () => {
    const rows = await rowsOf('customer_recycling', {
      customers: [steady],
      parameters: { as_of: asOf, pool: { customer_recycle: { days: 1 } } },
      available: new Set(['customers.customer_id', 'customers.owner']),
    });
    expect(rows).toEqual([]);
  });
});
