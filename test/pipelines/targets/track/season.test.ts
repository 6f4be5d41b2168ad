import { describe, expect, it } from 'vitest';
import { lines } from '../../../ingest/ingest-files.ts';
import { trackOf } from '../../run-track.ts';

/** Two years and a month to October 2026: heaters bring 80 in each of November, December and January and 20 in other months, tools 100 always. */
const orders = lines(
  'Order ID,Customer ID,Order Date,Category,Amount,Sales Rep',
  ...Array.from({ length: 25 }, (_, index) => {
    const month = ((index + 9) % 12) + 1;
    const date = `${2024 + Math.floor((index + 9) / 12)}-${String(month).padStart(2, '0')}-10`;
    const heaters = [11, 12, 1].includes(month) ? 80 : 20;
    return [`H${index},A,${date},Heaters,${heaters},Jae`, `T${index},A,${date},Tools,100,Jae`];
  }).flat(),
  'L,A,2026-10-31,Tools,1,Jae',
);
const targets = (month: string, days: number) =>
  lines('Target Owner,Metric,Period Start,Period End,Target Value', `Jae,Revenue,2026-${month}-01,2026-${month}-${days},100`);

const answerOf = async (month: string, days: number) =>
  (await trackOf({ 'orders.csv': orders, 'targets.csv': targets(month, days) }, { asOf: `2026-${month}-${days}` })).answer;

describe('the season ahead', () => {
  it('is told with how much more sells in it, what the last one brought, and what to do', async () => {
    expect((await answerOf('10', 31)).at(-1)).toBe(
      'A season is ahead: Heaters sells 4.0 times as much a month from November to January as in the rest of the year (2 years of orders), 240 last time. To do: see that stock and the targets of these months follow it.',
    );
  });

  it('is a section of its own, too', async () => {
    const { sections } = await trackOf({ 'orders.csv': orders, 'targets.csv': targets('10', 31) }, { asOf: '2026-10-31' });
    const season = sections.find(({ id }) => id === 'season');
    expect(season?.title).toBe('A season is ahead');
    expect(season?.kind === 'table' && [...season.rows]).toEqual([
      {
        product: 'Heaters',
        what: 'A season is ahead: Heaters sells 4.0 times as much a month from November to January as in the rest of the year (2 years of orders)',
        from_month: 11,
        to_month: 1,
        times: expect.closeTo(4, 9),
        years: 2,
        last_revenue: 240,
      },
    ]);
  });

  it('is no matter of months that are far from it, nor of what sells alike all the year', async () => {
    expect((await answerOf('06', 30)).join(' ')).not.toContain('season');
  });
});
