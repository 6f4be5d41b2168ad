import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { rowsOf } from '../run.ts';
import { asOf, type Taken, takenAt } from './allocation-rows.ts';
import { together } from './lead-rows.ts';

const of = (age: number, converted: number, lost: number): Taken & { readonly age: number } => ({
  rep: '甲',
  industry: '制造',
  converted,
  lost,
  age,
});

describe('taken_ages', () => {
  it('counts what came of leads by their age when they were taken, with all bands', async () => {
    const parts = [takenAt(of(0, 3, 4)), takenAt(of(7, 1, 2)), takenAt(of(8, 2, 10)), takenAt(of(95, 0, 5))];
    const rows = await rowsOf('taken_ages', { ...together(...parts), parameters: { as_of: asOf } });
    expect(
      rows.map((row) => [
        row['age_band'],
        row['from_days'],
        row['to_days'],
        row['taken'],
        row['converted'],
        row['oldest_days'],
        row['is_tried'],
      ]),
    ).toEqual([
      [1, 0, 7, 10, 4, 7, true],
      [2, 8, 30, 12, 2, 8, true],
      [3, 31, 90, 0, 0, null, false],
      [4, 91, 180, 5, 0, 95, false],
      [5, 181, null, 0, 0, null, false],
    ]);
  });

  it('takes a lead that was claimed before it came in by the file for new', async () => {
    const rows = await rowsOf('taken_ages', { ...together(takenAt({ ...of(0, 3, 9), age: -5 })), parameters: { as_of: asOf } });
    expect(rows[0]).toMatchObject({ age_band: 1, taken: 12, oldest_days: 0 });
  });

  it('has one band where more than one in twenty was taken at an unknown age', async () => {
    const list = Array.from({ length: 10 }, (_, index) => ({ lead_id: `list ${index}`, owner: '乙', created_at: addDays(asOf, -100) }));
    const parts = [takenAt(of(3, 1, 9)), { leads: list, pool_events: [] }];
    const rows = await rowsOf('taken_ages', { ...together(...parts), parameters: { as_of: asOf } });
    expect(rows).toMatchObject([{ age_band: 0, from_days: null, to_days: null, taken: 20, oldest_days: null }]);
  });
});
