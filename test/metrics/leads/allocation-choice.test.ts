import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { alike, asOf, held, pooled, specialists, taken } from './allocation-rows.ts';
import { type Leads, together } from './lead-rows.ts';

async function choice(parts: readonly Leads[], allocation: object = {}): Promise<Row | undefined> {
  const [row] = await rowsOf('allocation_choice', { ...together(...parts), parameters: { as_of: asOf, pool: { allocation } } });
  return row;
}

describe('allocation_choice', () => {
  it('gives out by strength where reps differ with one kind of lead, and did on newer leads what they did on older', async () => {
    const row = await choice(specialists);
    expect(row).toMatchObject({ reason: 'strength', leads: 20, reps: 2, measure: 'incidence', age: 60 });
    expect(Number(row!['alike_p'])).toBeLessThan(0.01);
    // By the raw rates 20 · (40% − 23%) = 3.4.
    expect(Number(row!['held_out'])).toBeGreaterThan(2);
    expect(Number(row!['held_out'])).toBeLessThan(3.4);
    expect(Number(row!['held_out_low'])).toBeGreaterThan(0);
  });

  it('gives out evenly where reps cannot be told apart', async () => {
    expect(await choice(alike)).toMatchObject({ reason: 'alike', leads: 10, reps: 3, alike_p: 1, held_out: null });
  });

  it('gives out evenly where what was so of older leads is not so of newer ones', async () => {
    const turned = (on: string, [good, bad]: readonly [string, string]): Leads[] => [
      taken({ rep: good, industry: '制造', converted: 60, lost: 40, on }),
      taken({ rep: bad, industry: '制造', converted: 20, lost: 80, on }),
    ];
    const both = ['甲', '乙'].map((rep) => held(rep, '制造', 1, 1));
    const parts = [
      ...turned('2026-01-05', ['甲', '乙']),
      ...turned('2026-01-06', ['甲', '乙']),
      ...turned('2026-03-02', ['乙', '甲']),
      ...both,
    ];
    expect(await choice([...parts, pooled('制造', 10)])).toMatchObject({ reason: 'not_held' });
  });

  it('gives out evenly where too little is known', async () => {
    const parts = [
      taken({ rep: '甲', industry: '制造', converted: 1, lost: 4 }),
      held('甲', '制造', 1, 1),
      held('乙', '制造', 1, 1),
      pooled('制造', 4),
    ];
    expect(await choice(parts)).toMatchObject({ reason: 'too_few', reps: 2, alike_p: null });
  });

  it('has nothing to choose where there is no lead to give out', async () => {
    expect(await choice([taken({ rep: '甲', industry: '制造', converted: 1, lost: 4 }), held('甲', '制造', 2, 1)])).toBeUndefined();
    expect(await choice([pooled('制造', 4)])).toBeUndefined();
  });

  it('seldom claims a gain where all reps are alike', async () => {
    const random = createRandom(7, 'alike companies');
    const count = (rate: number): Pick<Parameters<typeof taken>[0], 'converted' | 'lost'> => {
      const converted = Array.from({ length: 40 }, () => random.chance(rate)).filter(Boolean).length;
      return { converted, lost: 40 - converted };
    };
    let claims = 0;
    for (let company = 0; company < 12; company += 1) {
      const parts = ['甲', '乙', '丙', '丁'].flatMap((rep) => [
        taken({ rep, industry: '制造', ...count(0.2), on: '2026-01-05' }),
        taken({ rep, industry: '零售', ...count(0.08), on: '2026-03-02' }),
        held(rep, '制造', 1, 1),
      ]);
      if ((await choice([...parts, pooled('制造', 20)]))?.['reason'] === 'strength') claims += 1;
    }
    // 0.6 at most expected.
    expect(claims).toBeLessThanOrEqual(2);
  });
});
