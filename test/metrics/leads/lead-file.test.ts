import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const file = (leads: readonly Row[], as_of: string | null = '2026-03-31'): Promise<Row[]> =>
  rowsOf('lead_file', { leads, parameters: { as_of } });

describe('lead_file', () => {
  it('has no state of a lead of which the log tells later events', async () => {
    const lead = { owner: '李四', status: 'lost', created_at: '2026-01-01 09:00:00', contacts: 5, recycles: 2, pool: '华东' };
    const pool_events = [
      { lead_id: 'A', event: 'claim', at: '2026-03-31 23:00:00', rep: '张三' },
      { lead_id: 'B', event: 'claim', at: '2026-04-01 00:00:00', rep: '李四' },
      { lead_id: 'C', event: 'convert', at: '2026-04-02 09:00:00', rep: '李四' },
    ];
    const leads = [
      { lead_id: 'A', ...lead },
      { lead_id: 'B', ...lead },
      { lead_id: 'C', ...lead, status: 'converted' },
      { lead_id: 'D', ...lead, converted_at: '2026-02-01 09:00:00' },
    ];
    const found = await rowsOf('lead_file', { leads, pool_events, parameters: { as_of: '2026-03-31' } });
    const names = ['lead_id', 'is_outdated', 'owner', 'pool', 'contacts', 'recycles', 'is_lost', 'is_converted'];
    expect(found.map((row) => names.map((name) => row[name]))).toEqual([
      ['A', false, '李四', '华东', 5, 2, true, false],
      ['B', true, null, '华东', null, null, false, false],
      ['C', true, null, '华东', null, null, false, false],
      ['D', false, '李四', '华东', 5, 2, true, true],
    ]);
  });

  it('has a lead with one row as it stands, and one with several once', async () => {
    const rows = await file([
      { lead_id: 'A', owner: '张三', created_at: '2026-01-01 09:00:00', first_contact_at: '2026-01-03 09:00:00', contacts: 2 },
      { lead_id: 'B', owner: '李四', created_at: '2026-01-05 09:00:00', first_contact_at: '2026-01-08 09:00:00', contacts: 1 },
      {
        lead_id: 'B',
        owner: null,
        created_at: '2026-01-04 09:00:00',
        first_contact_at: '2026-01-09 09:00:00',
        contacts: 4,
        status: 'lost',
      },
    ]);
    expect(rows.toSorted((one, other) => String(one['lead_id']).localeCompare(String(other['lead_id'])))).toMatchObject([
      { lead_id: 'A', owner: '张三', created_at: '2026-01-01 09:00:00', contacts: 2, is_lost: false, is_converted: false },
      {
        lead_id: 'B',
        owner: '李四',
        created_at: '2026-01-04 09:00:00',
        first_contact_at: '2026-01-08 09:00:00',
        contacts: 4,
        is_lost: true,
      },
    ]);
  });

  it('knows nothing of what came later', async () => {
    const later = {
      status: 'converted',
      created_at: '2026-01-01 09:00:00',
      assigned_at: '2026-04-01 00:00:00',
      converted_at: '2026-04-01 00:00:00',
    };
    expect(await file([{ lead_id: 'A', ...later }])).toMatchObject([{ is_converted: false, converted_at: null, assigned_at: null }]);
    expect(await file([{ lead_id: 'A', ...later }], null)).toMatchObject([
      { is_converted: true, converted_at: '2026-04-01 00:00:00', assigned_at: '2026-04-01 00:00:00' },
    ]);
    expect(await file([{ lead_id: 'A', created_at: '2026-04-01 00:00:00' }])).toEqual([]);
  });

  it('tells leads without a number by company and name, and leaves out rows with none of them', async () => {
    const rows = await file([
      { lead_id: null, company: '海川', name: '王芳', status: 'invalid' },
      { lead_id: null, company: '海川', name: '刘洋' },
      { lead_id: null, company: null, name: null, status: 'converted' },
    ]);
    expect(new Map(rows.map((row) => [row['lead_id'], row['is_invalid']]))).toEqual(
      new Map([
        ['海川 王芳', true],
        ['海川 刘洋', false],
      ]),
    );
  });
});

describe('lead_file of a pool of customers', () => {
  const customer = (customer_id: string, more: Row): Row => ({
    customer_id,
    name: `公司${customer_id}`,
    created_on: '2026-01-01',
    ...more,
  });
  const rows = (customers: readonly Row[], orders: readonly Row[] = []): Promise<Row[]> =>
    rowsOf('lead_file', {
      customers,
      orders,
      leads: [{ lead_id: 'L1', name: 'not asked for' }],
      parameters: { as_of: '2026-03-31', pool_records: { of: 'customers', id: 'customer_id' } },
    });

  it('says of customers what it says of leads', async () => {
    const known = { owner: '张三', pool: '华东公海', source: '展会', assigned_at: '2026-01-05 09:00:00', recycles: 2 };
    expect(await rows([customer('A', { ...known, last_contact_at: '2026-04-02 09:00:00' })])).toEqual([
      expect.objectContaining({
        lead_id: 'A',
        company: '公司A',
        name: null,
        created_at: '2026-01-01 00:00:00',
        ...known,
        last_contact_at: null,
        is_converted: false,
        converted_at: null,
        is_lost: false,
      }),
    ]);
  });

  it('has the first order as the conversion: that of the orders, else of the file, else without a date', async () => {
    const found = await rows(
      [
        customer('A', { first_order_on: '2026-02-20' }),
        customer('B', { first_order_on: '2026-02-20' }),
        customer('C', { is_customer: true }),
        customer('D', { last_order_on: '2026-02-01' }),
        customer('E', { orders: 3 }),
        customer('F', { orders: 0, is_customer: false }),
        customer('G', { first_order_on: '2026-04-20' }),
        customer('H', {}),
        customer('I', { lost_on: '2026-03-01' }),
        customer('J', { created_on: '2026-04-01' }),
        // Called a customer by the file of a later day, but its first order is later, too.
        customer('K', { is_customer: true, orders: 1 }),
        customer('L', { is_customer: true, first_order_on: '2026-04-02' }),
      ],
      [
        order('A', '2', '2026-02-10', 5),
        order('A', '1', '2026-02-03', 5),
        order('H', '3', '2026-04-03', 5),
        order('K', '4', '2026-04-05', 5),
      ],
    );
    expect(found.map(({ lead_id, is_converted, converted_at, is_lost }) => [lead_id, is_converted, converted_at, is_lost])).toEqual([
      ['A', true, '2026-02-03 10:00:00', false],
      ['B', true, '2026-02-20 00:00:00', false],
      ['C', true, null, false],
      ['D', true, null, false],
      ['E', true, null, false],
      ['F', false, null, false],
      ['G', false, null, false],
      ['H', false, null, false],
      ['I', false, null, true],
      ['K', false, null, false],
      ['L', false, null, false],
    ]);
  });
});

it('lead_course of customers is made of the events and activities that name customers', async () => {
  const customers = [{ customer_id: 'A', name: '海川', created_on: '2026-01-01', owner: '李四' }];
  const pool_events = [
    { customer_id: 'A', lead_id: null, event: 'claim', at: '2026-01-05 09:00:00', rep: '张三' },
    { customer_id: 'A', lead_id: null, event: 'recycle', at: '2026-01-20 09:00:00', rep: null },
    { customer_id: null, lead_id: 'A', event: 'invalidate', at: '2026-01-21 09:00:00', rep: null },
  ];
  const activities = [
    { customer_id: 'A', lead_id: null, at: '2026-01-07 09:00:00' },
    { customer_id: null, lead_id: 'A', at: '2026-01-06 09:00:00' },
  ];
  const parameters = { as_of: '2026-03-31', pool_records: { of: 'customers', id: 'customer_id' } };
  expect(await rowsOf('lead_course', { customers, pool_events, activities, parameters })).toMatchObject([
    { lead_id: 'A', lead: '海川', claims: 1, comebacks: 1, contacts: 1, first_contact_at: '2026-01-07 09:00:00', outcome: 'open' },
  ]);
});
