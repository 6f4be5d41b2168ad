import { describe, expect, it } from 'vitest';
import { lines } from '../../ingest/ingest-files.ts';
import { reviewOf, rowsIn } from './run-reps.ts';

const files = {
  'customers.csv': lines(
    'Customer ID,Customer Name,Owner,Created Date',
    'C1,Acme,Ann,2025-01-01',
    'C2,Best,Ann,2025-01-01',
    'C3,Core,Bob,2025-01-01',
    'C4,Dart,Cid,2025-01-01',
  ),
  'orders.csv': lines(
    'Order ID,Customer ID,Order Date,Amount,Sales Rep',
    '1,C1,2026-01-10,5000,Ann',
    '2,C2,2026-02-10,300,Ann',
    '3,C3,2026-02-10,200,Bob',
    '4,C2,2026-03-10,100,Ann',
    '5,C4,2026-03-31,90,Cid',
  ),
  'activities.csv': lines(
    'Customer ID,Activity Date,Activity Type,Activity Owner,Next Contact',
    'C1,2026-01-05,Visit,Ann,',
    'C1,2026-01-15,Call,Ann,',
    'C1,2026-01-25,Call,Ann,2026-02-25',
    'C2,2026-03-05,Visit,Ann,2026-03-20',
    'C2,2026-03-18,Call,Ann,',
    'C3,2026-02-03,Email,Bob,',
  ),
};
const march = { period: '2026-03' };

describe('activities of the review of reps', () => {
  it('has a row a rep, most money at stake first, who records nothing last and said to', async () => {
    const result = await reviewOf(files, march);
    const rows = rowsIn(result, 'activities');
    expect(rows.map(({ rep, records_code: records, contacts, neglected_revenue: money }) => [rep, records, contacts, money])).toEqual([
      ['Ann', 'recorded', 2, 5000],
      ['Bob', 'none_in_period', 0, null],
      ['Cid', 'none', null, null],
    ]);
    expect(rows[0]).toMatchObject({ visits: 1, calls: 1, due: 1, kept: 1, previous_contacts: 0, previous_due: 1, previous_kept: 0 });
    expect(result.sections.find(({ id }) => id === 'activities')!.title).toBe('Activities by rep; 1 of 3 have no contact on record');
  });

  it('lists the key customers that are neglected, and names the one with most money', async () => {
    const result = await reviewOf(files, march);
    expect(rowsIn(result, 'neglected')).toMatchObject([
      { customer_name: 'Acme', rep: 'Ann', last_contact_on: '2026-01-25', silent_days: 65, rhythm_days: 10, revenue_year: 5000 },
    ]);
    expect(result.answer).toContain(
      'The key customer Acme (5,000 in twelve months, owned by Ann): not contacted for 65 days, usually every 10; call now.',
    );
  });

  it('says of purchases after contacts that they are no effect', async () => {
    const section = (await reviewOf(files, march)).sections.find(({ id }) => id === 'contact_effects')!;
    expect(section.title).toMatch(/^Contacted in the period before: .* \(association, not cause\)$/);
    const chinese = (await reviewOf(files, { ...march, lang: 'zh-CN' })).sections.find(({ id }) => id === 'contact_effects')!;
    expect(chinese.title).toContain('仅为相关，不代表因果');
  });

  it('is of one rep or one team where these are asked for', async () => {
    const result = await reviewOf(
      { ...files, 'reps.csv': lines('Name,Manager', 'Bob,Eve', 'Cid,Eve', 'Ann,Dan') },
      { ...march, manager: 'Eve' },
    );
    expect(rowsIn(result, 'activities').map(({ rep }) => rep)).toEqual(['Bob', 'Cid']);
    expect(rowsIn(result, 'neglected')).toEqual([]);
    expect(result.answer.join(' ')).not.toContain('Acme');
  });

  it('is left out where no contact is on record', async () => {
    const { 'activities.csv': _, ...others } = files;
    const ids = (await reviewOf(others, march)).sections.map(({ id }) => id);
    expect(ids).not.toContain('activities');
    expect(ids).not.toContain('neglected');
    expect(ids).not.toContain('contact_effects');
  });
});
