import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const parameters = {
  as_of: '2026-04-30',
  comparison: { before: { from: '2026-02-01', to: '2026-03-01' }, after: { from: '2026-03-01', to: '2026-04-01' } },
};
const event = (lead_id: string, day: string, kind: string, rep: string | null = null): Row => ({
  lead_id,
  at: `2026-${day} 09:00:00`,
  event: kind,
  rep,
});
const enters = (lead_id: string, day: string): Row => event(lead_id, day, 'enter');

describe('pool_periods', () => {
  it('counts what was in the pool, came in, was taken and what became of it', async () => {
    const pool_events = [
      // In the pool all the time.
      enters('idle', '01-10'),
      // Came in in February, claimed and contacted in March, converted in April.
      enters('good', '02-10'),
      event('good', '03-02', 'claim', '张三'),
      event('good', '03-03', 'contact', '张三'),
      event('good', '04-05', 'convert', '张三'),
      // Held over the turn of the month, recycled in March, claimed again in March without a contact.
      enters('back', '01-15'),
      event('back', '02-20', 'claim', '李四'),
      event('back', '03-10', 'recycle'),
      event('back', '03-20', 'claim', '张三'),
      // Came in in March, invalid in March.
      enters('wrong', '03-05'),
      event('wrong', '03-06', 'assign', '李四'),
      event('wrong', '03-07', 'invalidate', '李四'),
      // Given back in March, contacted before.
      enters('given', '02-01'),
      event('given', '02-25', 'claim', '李四'),
      event('given', '02-26', 'contact', '李四'),
      event('given', '03-15', 'return', '李四'),
    ];
    const leads = [{ lead_id: 'wrong', created_at: '2026-03-05 09:00:00', status: 'invalid', cost: 30 }];
    const rows = await rowsOf('pool_periods', { pool_events, leads, parameters });
    expect(rows).toEqual([
      {
        period: 'after',
        first_day: '2026-03-01',
        last_day: '2026-03-31',
        // idle, good; back and given were held.
        pool_start: 2,
        // idle, given; good and back are held, wrong is out.
        pool_end: 2,
        entered: 1,
        // idle, good, wrong, back and given (which came back).
        available: 5,
        // good, back, wrong.
        claimed: 3,
        utilised: 1,
        // back twice, given, good, wrong.
        held: 5,
        returned: 1,
        recycled: 1,
        contacted: 1,
        converted: 0,
        invalid: 1,
        cohort_converted: 0,
        cohort_invalid: 1,
        costed: 1,
        costed_converted: 0,
        cost: 30,
      },
      {
        period: 'before',
        first_day: '2026-02-01',
        last_day: '2026-02-28',
        // idle, back.
        pool_start: 2,
        // idle, good.
        pool_end: 2,
        // good, given.
        entered: 2,
        available: 4,
        // back, given.
        claimed: 2,
        utilised: 1,
        held: 2,
        returned: 0,
        recycled: 0,
        contacted: 1,
        converted: 0,
        invalid: 0,
        // By the end of February.
        cohort_converted: 0,
        cohort_invalid: 0,
        costed: 0,
        costed_converted: 0,
        cost: null,
      },
    ]);
  });

  it('counts no outcome of a period where they have no dates', async () => {
    const leads = [
      { lead_id: 'A', created_at: '2026-03-05 09:00:00', converted: true },
      { lead_id: 'B', created_at: '2026-03-06 09:00:00', status: 'invalid' },
    ];
    const [after] = await rowsOf('pool_periods', { leads, parameters });
    expect(after).toMatchObject({ entered: 2, converted: null, invalid: null, cohort_converted: 1, cohort_invalid: 1 });
  });

  it('does not know, without a log, what lay in the pool and who took it', async () => {
    const leads = [
      { lead_id: 'A', created_at: '2026-03-05 09:00:00', converted_at: '2026-03-20 09:00:00', status: 'converted' },
      { lead_id: 'B', created_at: '2026-03-06 09:00:00', last_contact_at: '2026-03-08 09:00:00' },
    ];
    const [after] = await rowsOf('pool_periods', { leads, parameters });
    expect(after).toMatchObject({ pool_start: null, available: null, claimed: null, held: null, recycled: null });
    expect(after).toMatchObject({ entered: 2, contacted: 1, converted: 1, cohort_converted: 1 });
  });

  it('knows who was contacted by activities, too, and does not know where no file records contacts', async () => {
    const pool_events = [
      enters('A', '02-10'),
      event('A', '03-02', 'claim', '张三'),
      enters('B', '02-10'),
      event('B', '03-05', 'claim', '张三'),
    ];
    const march = async (activities: readonly Row[], leads: readonly Row[] = []): Promise<Row> =>
      (await rowsOf('pool_periods', { pool_events, activities, leads, parameters }))[0]!;
    expect(await march([])).toMatchObject({ claimed: 2, utilised: null, contacted: null });
    const activities = [
      { lead_id: 'A', at: '2026-03-02 00:00:00' },
      { lead_id: 'B', at: '2026-04-02 09:00:00' },
    ];
    expect(await march(activities)).toMatchObject({ claimed: 2, utilised: 1, contacted: 1 });
    // Whether A was contacted in March already, a last contact in April does not tell.
    const leads = [
      { lead_id: 'A', created_at: '2026-02-10 09:00:00', last_contact_at: '2026-04-10 09:00:00' },
      { lead_id: 'B', created_at: '2026-02-10 09:00:00', last_contact_at: '2026-03-10 09:00:00' },
    ];
    expect(await march([], leads)).toMatchObject({ claimed: 2, utilised: null, contacted: 1 });
  });
});
