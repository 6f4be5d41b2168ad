import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { churnLists } from '../../../src/pipelines/churn/lists.ts';
import type { Result } from '../../../src/result/result.ts';
import { churnOf, demoFolder } from '../run-churn.ts';
import { table } from '../run-score.ts';

const everything = readdirSync(demoFolder).map((name) => demoFolder + name);

describe('the lists on a screen', () => {
  let whole: Result;
  let seen: Result;
  beforeAll(async () => {
    whole = await churnOf(everything);
    seen = await churnOf(everything, { screen: { limit: 5, sections: null, shows: 'all' } });
  }, 120_000);

  it.each(churnLists)('have the first rows with all that is said of them, and know how many there are: %s', (id) => {
    const [all, some] = [table(whole, id), table(seen, id)];
    expect(some.rows).toHaveLength(Math.min(5, all.rows.length));
    expect([...some.rows]).toEqual(all.rows.slice(0, 5));
    expect(some.columns).toEqual(all.columns);
    expect(some.total).toBe(all.rows.length);
  });

  it('have the months of their first customer, whose sales of the year before come to what it bought', () => {
    const months = table(whole, 'largest_months');
    expect(months.title).toContain('苏州科锐医疗器械');
    expect(months.rows.map(({ month_on: month, revenue }) => [month, Math.round(Number(revenue))])).toEqual([
      ['2025-10-01', 182_968],
      ['2025-11-01', 153_838],
      ['2025-12-01', 179_000],
      ['2026-01-01', 346_876],
      ['2026-02-01', 183_830],
      ['2026-03-01', 61_824],
      ['2026-04-01', 41_716],
      ['2026-05-01', 23_698],
      ['2026-06-01', 63_310],
      ...['07', '08', '09', '10'].map((month) => [`2026-${month}-01`, 0]),
    ]);
    expect(months.rows.at(-1)?.['before']).toBeCloseTo(Number(months.rows[0]?.['revenue']), 6);
  });

  it('differ in nothing else', () => {
    const others = (result: Result) => result.sections.filter(({ id }) => !churnLists.some((list) => list === id));
    expect(others(seen)).toEqual(others(whole));
  });
});
