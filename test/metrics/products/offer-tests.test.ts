import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('offers of past days', () => {
  it('are taken up by those whom the rules name, and by half as many whom the best seller is offered', async () => {
    const rows = await rowsOf('offer_tests', { orders: story, parameters: { as_of: asOf } });
    const last = rows.filter(({ origin }) => origin === '2025-12-30');
    // On that day the cohort of the half year before has its machine, not yet what goes with it: 40 customers, of whom 32 come to buy it.
    const of = (list: string) => last.find(({ list_id }) => list_id === list)!;
    expect(of('rules')['hits']).toBe(32);
    expect(Number(of('best_sellers')['hits'])).toBeLessThan(32);
    expect(of('best_sellers')['offers']).toBe(of('rules')['offers']);
  });

  it('are none where less than a year is known', async () => {
    const short = story.filter(({ ordered_at }) => String(ordered_at) > '2025-08-01');
    expect(await rowsOf('offer_tests', { orders: short, parameters: { as_of: asOf } })).toEqual([]);
  });
});
