import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { expectClose } from '../../stats/close.ts';
import { rowsOf } from '../run.ts';
import { asOf, type Leads, leadsOf, together } from './lead-rows.ts';

async function conversion(leads: Leads, parameters: object = {}): Promise<Row[]> {
  return rowsOf('lead_conversion', { ...leads, parameters: { as_of: asOf, ...parameters } });
}

function of(rows: readonly Row[], dimension: string, value = ''): Row {
  const row = rows.find((each) => each['dimension'] === dimension && each['value'] === value);
  if (row === undefined) throw new Error(`no row of ${dimension} ${value}`);
  return row;
}

const ten = together(
  leadsOf('won', 1, 1),
  leadsOf('lost', 2, 1),
  leadsOf('open', 2, 1),
  leadsOf('won', 3, 1),
  leadsOf('open', 4, 1),
  leadsOf('lost', 5, 1),
  leadsOf('won', 6, 1),
  leadsOf('open', 6, 1),
  leadsOf('open', 7, 1),
  leadsOf('lost', 8, 1),
);

describe('lead_conversion', () => {
  it('has the right share of ten leads, 0.3514 by day 6, beside the naive one, 0.4214', async () => {
    const row = of(await conversion(ten, { pool: { ages: [3, 6, 8] } }), 'all');
    expect(row).toMatchObject({ leads: 10, converted: 3, lost: 3, open_leads: 4, undated: 0, rate: 0.3, age: 6, measure: 'incidence' });
    // 1/10, then 0.8 · 1/7 more, and then 0.8 · 6/7 · 4/5 · 1/4 more; naive: 1 − 9/10 · 6/7 · 3/4.
    expectClose(Number(row['incidence']), 0.1 + 0.8 / 7 + (0.8 * 24) / 35 / 4, 1e-14);
    expectClose(Number(row['naive']), 1 - 0.9 * (6 / 7) * 0.75, 1e-14);
    expect(row).toMatchObject({ median_days: null, verdict: null, others: null });
  });

  it('says what leads and customers of each group cost, of those that have a cost', async () => {
    const rows = await conversion(
      together(
        leadsOf('won', 20, 1, { product: 'CRM', cost: 100.1 }),
        leadsOf('won', 21, 1, { product: 'CRM', cost: null }),
        leadsOf('lost', 90, 2, { product: 'CRM', cost: 50.1 }),
        leadsOf('open', 30, 1, { product: 'ERP', cost: 30 }),
        leadsOf('open', 30, 1, { product: 'none', cost: null }),
      ),
    );
    const costs = (dimension: string, value: string): unknown[] => {
      const row = of(rows, dimension, value);
      return [row['costed'], row['cost_per_lead'], row['cost_per_customer']];
    };
    expect(costs('all', '')).toEqual([4, 230.3 / 4, 230.3]);
    expect(costs('product', 'CRM')).toEqual([3, 200.3 / 3, 200.3]);
    expect(costs('product', 'ERP')).toEqual([1, 30, null]);
    expect(costs('product', 'none')).toEqual([0, null, null]);
  });

  it('compares each group with all others at the middle age, adjusted for the groups', async () => {
    const leads = together(
      leadsOf('won', 20, 40, { source: 'fair' }),
      leadsOf('lost', 90, 60, { source: 'fair' }),
      leadsOf('won', 59, 20, { source: 'calls' }),
      leadsOf('won', 61, 10, { source: 'calls' }),
      leadsOf('lost', 90, 70, { source: 'calls' }),
    );
    const rows = await conversion(leads);
    expect(rows.map(({ dimension, value }) => [dimension, value])).toEqual([
      ['all', ''],
      ['source', 'calls'],
      ['source', 'fair'],
    ]);
    const calls = of(rows, 'source', 'calls');
    // Converted by day 60: 20 against 40 of 100. z = 0.2 / √(0.3 · 0.7 · 0.02), p = 0.00202823; times two groups.
    expect(calls).toMatchObject({ leads: 100, converted: 30, rate: 0.3, age: 60, verdict: 'below' });
    expectClose(Number(calls['incidence']), 0.2, 1e-12);
    expectClose(Number(calls['others']), 0.4, 1e-12);
    expectClose(Number(calls['difference']), -0.2, 1e-12);
    expectClose(Number(calls['p_adjusted']), 2 * 0.00202823, 1e-5);
    expect(of(rows, 'source', 'fair')).toMatchObject({ verdict: 'above' });
  });

  it('does not call a young group bad: its leads count as long as they were followed', async () => {
    const leads = together(
      leadsOf('won', 20, 30, { batch: 'old' }),
      leadsOf('lost', 100, 70, { batch: 'old' }),
      leadsOf('won', 20, 15, { batch: 'young' }),
      leadsOf('open', 19, 50, { batch: 'young' }),
      leadsOf('open', 70, 35, { batch: 'young' }),
    );
    const young = of(await conversion(leads), 'batch', 'young');
    // 15 of the 50 who were followed beyond day 19, though 15 of all 100.
    expect(young).toMatchObject({ rate: 0.15, verdict: 'no_difference' });
    expectClose(Number(young['incidence']), 0.3, 1e-12);
  });

  it('says where nobody was followed long enough, and where too few are', async () => {
    const leads = together(
      leadsOf('won', 10, 40, { source: 'a', region: 'north' }),
      leadsOf('open', 70, 60, { source: 'a', region: 'north' }),
      leadsOf('open', 30, 50, { source: 'b', region: 'north' }),
      leadsOf('open', 70, 5, { source: 'a', region: 'south' }),
    );
    const rows = await conversion(leads);
    expect(of(rows, 'source', 'b')).toMatchObject({ verdict: 'too_young', incidence: null, p_adjusted: null });
    expect(of(rows, 'region', 'south')).toMatchObject({ verdict: 'too_few', leads: 5, incidence: 0 });
  });

  it('has no timed figures of a group of which over 5% of the converted have no date', async () => {
    const dated = (source: string, without: number): Leads => {
      const some = together(leadsOf('won', 10, 20, { source }), leadsOf('open', 100, 80, { source }));
      return { ...some, leads: some.leads.map((lead, index) => (index < without ? { ...lead, converted_at: null } : lead)) };
    };
    const rows = await conversion(together(dated('a', 1), dated('b', 2), dated('c', 0)));
    expect(of(rows, 'source', 'a')).toMatchObject({ undated: 1, measure: 'incidence', verdict: 'no_difference' });
    expectClose(Number(of(rows, 'source', 'a')['incidence']), 19 / 99, 1e-12);
    expect(of(rows, 'source', 'b')).toMatchObject({ undated: 2, rate: 0.2, incidence: null, median_days: null, verdict: 'undated' });
  });

  it('compares the shares of all leads where there are no dates, but not months and batches', async () => {
    const leads = Array.from({ length: 400 }, (_, index) => ({
      lead_id: String(index),
      source: index < 200 ? 'a' : 'b',
      batch: index % 2 === 0 ? '1' : '2',
      converted: index % (index < 200 ? 2 : 4) === 0,
    }));
    const rows = await rowsOf('lead_conversion', { leads });
    expect(of(rows, 'source', 'b')).toMatchObject({
      rate: 0.25,
      others: 0.5,
      difference: -0.25,
      measure: 'rate',
      incidence: null,
      verdict: 'below',
    });
    expect(of(rows, 'batch', '1')).toMatchObject({ others: null, verdict: 'undated' });
    expect(rows.filter(({ dimension }) => dimension === 'month')).toEqual([]);
  });

  it('takes only the leads that came in during the period, and blanks as a group of their own', async () => {
    const leads = together(leadsOf('won', 10, 2, { source: 'a' }), leadsOf('open', 10, 3), leadsOf('open', 12, 1, { source: 'a' }));
    const rows = await conversion(leads, { period: { from: '2026-06-01', to: '2026-07-01' } });
    expect(rows.map(({ dimension, value, leads: count }) => [dimension, value, count])).toEqual([
      ['all', '', 4],
      ['source', '', 3],
      ['source', 'a', 1],
    ]);
  });

  it('groups by the month in which leads came in', async () => {
    const rows = await conversion(together(leadsOf('won', 10, 2), leadsOf('open', 10, 3)));
    expect(rows.map(({ dimension, value }) => [dimension, value])).toEqual([
      ['all', ''],
      ['month', '2026-01'],
      ['month', '2026-06'],
    ]);
  });
});
