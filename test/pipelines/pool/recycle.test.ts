import { describe, expect, it } from 'vitest';
import { lines } from './pool-facts.ts';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles, type PoolSettings } from './run-pool.ts';

const files = {
  'leads.csv': lines('Lead ID,Created Time,Lead Source', 'L1,2026-06-01 09:00:00,Web'),
  'customers.csv': lines(
    'Customer ID,Customer Name,Owner,Customer Level,Created Time,Contract End Date',
    'C1,Steady Ltd,Ann,A,2025-01-01,',
    'C2,Silent Ltd,Ann,A,2025-01-01,',
    'C3,Ended Ltd,Bob,B,2025-01-01,2026-06-02',
  ),
  'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', 'O1,C1,2025-01-10,100', 'O2,C1,2026-06-20,100', 'O3,C3,2025-03-01,100'),
};

const rules = { days: null, levels: {}, unwon_days: 180, contract_days: 30 };

function run(settings: PoolSettings = {}) {
  return poolFiles(files, { asOf: '2026-06-30', ...settings });
}

describe('recycle', () => {
  it('lists who should go back to the pool, and by when the others have to be renewed or contacted', async () => {
    const result = await run();
    expect(tableOf(result, 'recycle').title).toBe('1 customer to take back to the pool, 1 more within 3 days');
    expect(
      rowsOf(result, 'recycle').map(({ customer_id: id, reason_code: code, late_days: late, action }) => [id, code, late, action]),
    ).toEqual([
      ['C2', 'no_order', 356, 'return to the pool'],
      ['C3', 'contract_ended', 0, 'renew before 2026-07-02'],
    ]);
    expect(tableOf(await run({ lang: 'zh-CN' }), 'recycle').title).toBe('1 个客户应收回公海，另有 1 个 3 天内到期');
  });

  it('goes by contacts with customers where leads are evaluated, and spares whoever has an open deal', async () => {
    const more = {
      ...files,
      'activities.csv': lines(
        'Customer ID,Activity Time,Activity Type,Owner',
        'C1,2026-05-02 09:00:00,Call,Ann',
        'C2,2026-06-28 09:00:00,Call,Ann',
      ),
      'deals.csv': lines('Opportunity ID,Customer ID,Deal Stage,Deal Amount,Created Date', 'D1,C2,Negotiation,500,2026-05-01'),
    };
    const due = async (own: Readonly<Record<string, string>>): Promise<unknown[]> =>
      rowsOf(await poolFiles(own, { asOf: '2026-06-30', pool: { customer_recycle: { ...rules, days: 5 } } }), 'recycle').map((row) => [
        row['customer_id'],
        row['reason_code'],
        row['last_contact_on'],
      ]);
    const { 'deals.csv': _, ...contacts } = more;
    expect(await due(contacts)).toEqual([
      ['C2', 'no_order', '2026-06-28'],
      ['C3', 'no_contact', null],
      ['C1', 'no_contact', '2026-05-02'],
    ]);
    expect((await due(more)).map((row) => (row as unknown[])[0])).toEqual(['C3', 'C1']);
  });

  it('is not there where no customer falls back', async () => {
    const none = { ...rules, unwon_days: null, contract_days: null };
    expect((await run({ pool: { customer_recycle: none } })).sections.map(({ id }) => id)).not.toContain('recycle');
  });
});
