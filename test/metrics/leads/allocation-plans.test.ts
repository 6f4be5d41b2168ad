import { describe, expect, it } from 'vitest';
import { rowsOf, withMetrics } from '../run.ts';
import { alike, asOf, held, specialists, taken } from './allocation-rows.ts';
import { type Leads, together } from './lead-rows.ts';

const plans = (parts: readonly Leads[]) => rowsOf('allocation_plans', { ...together(...parts), parameters: { as_of: asOf } });

describe('allocation_plans', () => {
  it('holds strength against dealing in turn and against today', async () => {
    const rows = await plans(specialists);
    const [strength, inTurn, today] = rows;
    expect(rows.map(({ plan, is_proposed, leads }) => [plan, is_proposed, leads])).toEqual([
      ['by_strength', true, 20],
      ['in_turn', false, 20],
      ['today', false, 0],
    ]);
    // 20 · 40% and 20 · 23%, both a little drawn together.
    expect(Number(strength!['expected'])).toBeGreaterThan(7);
    expect(Number(strength!['expected'])).toBeLessThan(8);
    expect(Number(inTurn!['expected'])).toBeCloseTo(4.6, 0);
    expect(Number(strength!['more_than_in_turn'])).toBeCloseTo(Number(strength!['expected']) - Number(inTurn!['expected']), 9);
    expect(Number(strength!['more_than_in_turn_low'])).toBeGreaterThan(1.5);
    expect(Number(strength!['more_than_in_turn_high'])).toBeLessThan(4.5);
    expect(inTurn).toMatchObject({ more_than_in_turn: 0, more_than_in_turn_low: 0, more_than_in_turn_high: 0 });
    expect(today).toMatchObject({ expected: 0, expected_high: 0, more_than_today: 0 });
  });

  it('expects what the reps and the leads are expected to bring, with and without an outlier who gets none', async () => {
    const hoarder = taken({ rep: '丁', industry: '制造', converted: 0, lost: 200 });
    for (const parts of [specialists, alike, [...alike, hoarder, held('甲', '制造', 2, 20)]]) {
      const input = { ...together(...parts), parameters: { as_of: asOf } };
      await withMetrics(['allocation_plans', 'rep_allocation', 'lead_allocation'], input, async ({ table }) => {
        const total = async (id: string, name: string): Promise<number> =>
          (await table(id)).reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
        const proposed = (await table('allocation_plans')).find(({ is_proposed: isProposed }) => isProposed === true)!;
        expect(await total('rep_allocation', 'expected')).toBeCloseTo(Number(proposed['expected']), 9);
        expect(await total('lead_allocation', 'chance')).toBeCloseTo(Number(proposed['expected']), 9);
      });
    }
  });

  it('proposes dealing in turn, and no other, where reps are alike', async () => {
    const rows = await plans([...alike, held('甲', '制造', 2, 4)]);
    expect(rows.map(({ plan, is_proposed, leads }) => [plan, is_proposed, leads])).toEqual([
      ['in_turn', true, 12],
      ['today', false, 2],
    ]);
    // The two that wait with 甲 convert there as elsewhere: 2 of 12.
    expect(Number(rows[1]!['expected']) / Number(rows[0]!['expected'])).toBeCloseTo(2 / 12, 2);
  });
});
