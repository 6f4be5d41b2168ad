import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

const folder = fileURLToPath(new URL('../../../fixtures/demo-en/', import.meta.url));
const files = Object.fromEntries(['leads.csv', 'pool_events.csv', 'reps.csv'].map((name) => [name, readFileSync(join(folder, name))]));

/** The numbers were counted from the files by a program in another language. */
describe('the leads of the demo', () => {
  it('show the sources that convert least and most, at equal age', async () => {
    const result = await poolFiles(files, { asOf: '2026-10-30' });
    expect(tableOf(result, 'conversion').title).toBe(
      'By source: Search ads converts 4.7% by day 60, all others 11.9%; Website converts 15%, all others 8.4%: more than chance',
    );
    const rows = rowsOf(result, 'conversion').slice(0, 6);
    expect(rows.map(({ value, leads, converted, lost, verdict_code: verdict }) => [value, leads, converted, lost, verdict])).toEqual([
      ['all', 800, 84, 112, null],
      ['Website', 177, 27, 24, 'above'],
      ['Trade fair', 207, 28, 28, 'no_difference'],
      ['Referral', 62, 8, 6, 'no_difference'],
      ['Cold calls', 137, 8, 21, 'no_difference'],
      ['Search ads', 217, 13, 33, 'below'],
    ]);
    const figures = [
      [0.09898551025000966, 0.10870099043603743, null],
      [0.14983164827518952, 0.16468328731963744, 0.08441106417747311],
      [0.1294139150585311, 0.1424582897170844, 0.08838061527491244],
      [0.11918973879737547, 0.13132993060732934, 0.0973482344732963],
      [0.06073534347163864, 0.06740477994911476, 0.10684231109080766],
      [0.047023552743178834, 0.050783309163803025, 0.11850377116735059],
    ];
    expect(rows.map(({ incidence, naive, others }) => [incidence, naive, others])).toEqual(
      figures.map((row) => row.map((figure) => (figure === null ? null : expect.closeTo(figure, 12)))),
    );
    const all = rowsOf(result, 'conversion_by_age').filter(({ value }) => value === 'all');
    expect(all.map(({ age, incidence }) => [age, incidence])).toEqual([
      [30, expect.closeTo(0.07792493144626828, 12)],
      [60, expect.closeTo(0.09898551025000966, 12)],
      [90, expect.closeTo(0.10736130460524804, 12)],
    ]);
  });

  it('show the rep who converts least of what he takes', async () => {
    const result = await poolFiles(files, { asOf: '2026-10-30' });
    expect(tableOf(result, 'reps').title).toBe(
      'Zhao Zhiqiang converts 1.9% of the leads taken by day 60, reps in the usual range 9.2%: more than chance',
    );
    const rows = rowsOf(result, 'reps');
    expect(rows[0]).toMatchObject({ rep: 'Zhao Zhiqiang', leads: 262, converted: 5, held: 6, verdict_code: 'below' });
    expect(rows[0]!['incidence']).toBeCloseTo(0.019221705284923674, 12);
    expect(rows[0]!['all_reps']).toBeCloseTo(0.0751814027987278, 12);
    const counted = rows.map(({ rep, leads, converted, incidence }) => [rep, leads, converted, incidence]);
    expect(counted).toHaveLength(12);
    expect(counted).toContainEqual(['Lin Xiaotong', 59, 10, expect.closeTo(0.17573789353188005, 12)]);
    expect(counted).toContainEqual(['Ma Tianyu', 63, 2, expect.closeTo(0.03265306122448979, 12)]);
    expect(rows.reduce((sum, { leads }) => sum + Number(leads), 0)).toBe(1139);
  });
});
