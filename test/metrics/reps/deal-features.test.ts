import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('deal_features', () => {
  it('has deal, customer, product and contacts of each decided deal', async () => {
    const rows = await rowsOf('deal_features', {
      customers: [{ customer_id: 'C1', industry: 'medical', size: '50-200', region: 'East', source: 'fair' }],
      products: [
        { product_id: '1', name: 'Lens', category: 'optics' },
        { product_id: '2', name: 'Part', category: 'spares' },
        { product_id: '3', name: 'Part', category: 'optics' },
      ],
      opportunities: [
        {
          opportunity_id: 'D1',
          customer_id: 'C1',
          rep: 'Ann',
          state: 'won',
          product: 'Lens',
          source: 'web',
          amount: 10,
          created_on: '2026-03-01',
          closed_on: '2026-03-11',
          competitor: 'Rival',
        },
        {
          opportunity_id: 'D2',
          customer_id: 'C1',
          rep: 'Ann',
          state: 'lost',
          product: 'Part',
          created_on: '2026-02-01',
          closed_on: '2026-02-11',
        },
        { opportunity_id: 'early', customer_id: 'C1', rep: 'Ann', state: 'lost', created_on: '2026-01-01', closed_on: '2026-01-11' },
        { opportunity_id: 'open', customer_id: 'C1', rep: 'Ann', state: 'open', created_on: '2026-03-01' },
        { opportunity_id: 'later', customer_id: 'C1', rep: 'Ann', state: 'won', created_on: '2026-03-01', closed_on: '2026-04-01' },
      ],
      activities: [
        { customer_id: 'C1', at: '2026-01-20 09:00:00' },
        { customer_id: 'C1', at: '2026-03-03 09:00:00' },
        { customer_id: 'C1', opportunity_id: 'D1', at: '2026-03-11 18:00:00' },
        { customer_id: 'C1', opportunity_id: 'open', at: '2026-03-04 09:00:00' },
        { opportunity_id: 'D2', at: '2026-02-02 09:00:00' },
        { customer_id: 'C1', at: '2026-03-12 09:00:00' },
      ],
      parameters: march,
    });
    const won = rows.find(({ state }) => state === 'won');
    expect(rows).toHaveLength(3);
    expect(won).toMatchObject({
      rep: 'Ann',
      state: 'won',
      amount: 10,
      industry: 'medical',
      size: '50-200',
      region: 'East',
      source: 'web',
      category: 'optics',
      product: 'Lens',
      competitor: 'Rival',
      took_days: 10,
      contacts: 2,
      first_contact_days: 2,
    });
    // The name stands for products of two categories; the contact names the deal, but not the customer.
    expect(rows.find(({ product }) => product === 'Part')).toMatchObject({
      category: null,
      source: 'fair',
      contacts: 1,
      first_contact_days: 1,
    });
    // Opened before contacts are on record.
    expect(rows.find(({ product, state }) => product === null && state === 'lost')).toMatchObject({
      contacts: null,
      first_contact_days: null,
    });
  });
});
