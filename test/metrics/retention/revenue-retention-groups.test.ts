import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const orders = [
  order('A', '1', '2024-01-02', 100),
  order('A', '2', '2025-07-01', 120),
  order('B', '3', '2024-01-02', 200),
  order('B', '4', '2025-07-01', 150),
  order('C', '5', '2024-01-02', 50),
];
const customers = [
  { customer_id: 'A', owner: '张三', industry: '机械' },
  { customer_id: 'B', owner: "O'Neil" },
  { customer_id: 'C', owner: '张三' },
];
const rows = (group_by: string) => rowsOf('revenue_retention_groups', { orders, customers, parameters: { as_of: '2025-12-31', group_by } });

describe('revenue_retention_groups', () => {
  it('has the latest window of every group, that of customers without one too', async () => {
    expect(await rows('owner')).toMatchObject([
      { group_name: "O'Neil", months: 12, last_on: '2025-12-31', customers: 1, gross_retention: 0.75, net_retention: 0.75 },
      {
        group_name: '张三',
        customers: 2,
        start_revenue: 150,
        churned: 50,
        gross_retention: 100 / 150,
        net_retention: 120 / 150,
        logo_retention: 0.5,
      },
    ]);
    expect((await rows('industry')).map((row) => [row['group_name'], row['customers']])).toEqual([
      ['', 2],
      ['机械', 1],
    ]);
  });

  it('adds up to the window over all customers', async () => {
    const [all] = (await rowsOf('revenue_retention', { orders, parameters: { as_of: '2025-12-31' } })).toReversed();
    for (const name of ['customers', 'start_revenue', 'churned', 'contraction', 'expansion', 'end_revenue', 'retained'])
      expect((await rows('owner')).reduce((total, row) => total + Number(row[name]), 0)).toBe(all?.[name]);
  });

  it('refuses an attribute that customers do not have', async () => {
    await expect(rows('shoe_size')).rejects.toMatchObject({ code: 'parameter-invalid' });
  });
});
