import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const deal = (state: string, created_on: string | null, closed_on: string | null, amount: number, rep = 'Ada'): Row => ({
  opportunity_id: `${state} ${created_on} ${closed_on}`,
  state,
  created_on,
  closed_on,
  amount,
  rep,
});

const months = async (opportunities: readonly Row[]) =>
  (await rowsOf('deal_months', { opportunities, parameters: { as_of: '2026-10-18' } })).map((row) => [
    row['rep'],
    row['last_on'],
    row['open'],
    row['open_amount'],
  ]);

describe('deal_months', () => {
  it('rebuilds who had what open at the end of each month, from when a deal won would have been decided', async () => {
    const deals = [
      // Won after 20 days: nothing is told of before 2026-07-21.
      deal('won', '2026-07-01', '2026-07-21', 100),
      deal('lost', '2026-07-10', '2026-08-31', 20),
      deal('open', '2026-08-05', '2026-09-01', 3),
      deal('open', '2026-10-02', null, 4, 'Bo'),
    ];
    expect(await months(deals)).toEqual([
      ['Ada', '2026-07-31', 1, 20],
      // Decided on the last day is not open at its end; expected to be decided says nothing of whether it was.
      ['Ada', '2026-08-31', 1, 3],
      ['Ada', '2026-09-30', 1, 3],
      ['Ada', '2026-10-18', 1, 3],
      ['Bo', '2026-10-18', 1, 4],
    ]);
  });

  it('tells of the as-of date alone where more than one deal in twenty has no date, or none is decided', async () => {
    const open = deal('open', '2026-05-05', null, 3);
    expect(await months([open, deal('won', '2026-04-01', null, 9)])).toEqual([['Ada', '2026-10-18', 1, 3]]);
    expect(await months([open])).toEqual([['Ada', '2026-10-18', 1, 3]]);
  });

  it('rebuilds the as-of date, too, where the file is of a later day', async () => {
    const deals = [
      deal('won', '2026-09-01', '2026-09-11', 100),
      // Decided, and opened, after the as-of date.
      deal('lost', '2026-10-02', '2026-10-30', 20),
      deal('open', '2026-10-25', null, 3),
      deal('open', '2026-10-03', null, 4),
    ];
    expect(await months(deals)).toEqual([['Ada', '2026-10-18', 2, 24]]);
  });
});
