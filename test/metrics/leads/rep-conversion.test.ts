import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { expectClose } from '../../stats/close.ts';
import { rowsOf } from '../run.ts';

const asOf = '2026-06-30';
const taken = '2026-01-05';

/** Leads that the rep claimed, and how that went on after so many days; the spell is open without an end. */
function claims(rep: string, count: number, end?: string, days = 0, from = taken): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const lead_id = `${rep} ${end} ${days} ${from} ${index}`;
    const claim = { lead_id, event: 'claim', at: `${from} 09:00:00`, rep };
    return end === undefined ? [claim] : [claim, { lead_id, event: end, at: `${addDays(from, days)} 18:00:00`, rep }];
  }).flat();
}

function conversion(input: { readonly pool_events?: readonly Row[]; readonly leads?: readonly Row[] }, more: object = {}): Promise<Row[]> {
  return rowsOf('rep_conversion', { ...input, parameters: { as_of: asOf, ...more } });
}

describe('rep_conversion', () => {
  it('counts from the day a rep got a lead: what went back is lost to the rep, what is still held may convert yet', async () => {
    const pool_events = [
      ...claims('张三', 2, 'convert', 10),
      ...claims('张三', 3, 'recycle', 30),
      ...claims('张三', 4, undefined, 0, '2026-06-10'),
      ...claims('张三', 1, 'convert', 61),
      ...claims('李四', 8, 'return', 5),
      ...claims('李四', 2, 'convert', 5),
    ];
    const [zhang, li] = await conversion({ pool_events });
    // 2 of 10 on day 10; the four held were last seen on day 20. Of 4 then left 3 go on day 30, the last converts on day 61.
    expect(zhang).toMatchObject({ rep: '张三', leads: 10, converted: 3, held: 4, rate: 0.3, age: 60, measure: 'incidence' });
    expectClose(Number(zhang!['incidence']), 0.2, 1e-12);
    expect(li).toMatchObject({ rep: '李四', leads: 10, converted: 2, held: 0, rate: 0.2 });
    expectClose(Number(li!['incidence']), 0.2, 1e-12);
    expectClose(Number(li!['all_reps']), 0.2, 1e-12);
    expect(zhang).toMatchObject({ verdict: 'too_few', rank_low: 1, rank_high: 2 });
  });

  it('says who differs only where reps differ by more than chance', async () => {
    const pool_events = ['A', 'B', 'C', 'D'].flatMap((rep) => [...claims(rep, 20, 'convert', 10), ...claims(rep, 80, 'return', 20)]);
    const alike = await conversion({ pool_events });
    expect(alike.map(({ rep, incidence, verdict }) => [rep, incidence, verdict])).toEqual(
      ['A', 'B', 'C', 'D'].map((rep) => [rep, expect.closeTo(0.2, 12), 'no_difference']),
    );
    const hoarder = [...claims('H', 4, 'convert', 10), ...claims('H', 196, 'recycle', 15)];
    const rows = await conversion({ pool_events: [...pool_events, ...hoarder] });
    const found = rows.find(({ rep }) => rep === 'H')!;
    // All reps: 84 of 600.
    expect(found).toMatchObject({ leads: 200, converted: 4, rate: 0.02, verdict: 'below', rank_low: 5, rank_high: 5 });
    expectClose(Number(found['all_reps']), 0.14, 1e-12);
    // Those who are alike: 80 of 400.
    expectClose(Number(found['usual_rate']), 0.2, 1e-12);
    expect(Number(found['shrunk'])).toBeGreaterThan(0.02);
    expect(Number(found['shrunk_high'])).toBeLessThan(0.14);
    expect(rows.filter(({ verdict }) => verdict !== 'no_difference')).toEqual([found]);
    expect(rows.every(({ equal_p }) => equal_p === 1 / 2000)).toBe(true);
  });

  it('calls nobody better only since one rep is far below', async () => {
    const pool_events = [
      ...['A', 'B', 'C', 'D'].flatMap((rep) => [...claims(rep, 10, 'convert', 10), ...claims(rep, 90, 'return', 20)]),
      ...claims('E', 17, 'convert', 10),
      ...claims('E', 83, 'return', 20),
    ];
    const hoarder = [...claims('H', 5, 'convert', 10), ...claims('H', 595, 'recycle', 15)];
    const rows = await conversion({ pool_events: [...pool_events, ...hoarder] });
    // All reps: 62 of 1,100, which the interval of E leaves out; without H 57 of 500, by which E is within chance.
    expect(Number(rows[4]!['shrunk_low'])).toBeGreaterThan(62 / 1100);
    expectClose(Number(rows[4]!['usual_rate']), 0.114, 1e-12);
    expect(rows.map(({ rep, verdict }) => [rep, verdict])).toEqual([
      ...['A', 'B', 'C', 'D', 'E'].map((rep) => [rep, 'no_difference']),
      ['H', 'below'],
    ]);
  });

  it('goes by the owners where there is no log, and by shares of all where conversions have no date', async () => {
    const leads = Array.from({ length: 40 }, (_, index) => ({
      lead_id: String(index),
      owner: index % 2 === 0 ? '张三' : '李四',
      created_at: `${taken} 09:00:00`,
      converted: index % 4 < 2,
    }));
    const rows = await conversion({ leads });
    expect(rows).toMatchObject([
      { rep: '张三', leads: 20, converted: 10, held: 10, measure: 'rate', incidence: null, all_reps: 0.5, verdict: 'no_difference' },
      { rep: '李四', leads: 20, converted: 10, held: 10 },
    ]);
    expectClose(Number(rows[0]!['shrunk']), 0.5, 1e-3);
  });

  it('credits a conversion that only the lead file knows to who had the lead then', async () => {
    const pool_events = [...claims('张三', 1), ...claims('李四', 1, 'return', 5)];
    const leads = pool_events
      .filter(({ event }) => event === 'claim')
      .map(({ lead_id = null }) => ({ lead_id, created_at: `${taken} 08:00:00`, converted_at: '2026-02-04 09:00:00' }));
    expect(await conversion({ pool_events, leads })).toMatchObject([
      { rep: '张三', leads: 1, converted: 1, held: 0, incidence: 1 },
      { rep: '李四', leads: 1, converted: 0, held: 0, incidence: 0 },
    ]);
  });

  it('with a period takes the leads taken in it', async () => {
    const pool_events = [...claims('A', 3, 'convert', 3), ...claims('A', 2, 'convert', 3, '2026-03-02')];
    const [row] = await conversion({ pool_events }, { period: { from: '2026-03-01', to: '2026-04-01' } });
    expect(row).toMatchObject({ leads: 2, converted: 2 });
  });
});
