import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };

/** The overall score follows service in all, price in part. */
function answers(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const [service, price] = [1 + (index % 5), 1 + (Math.floor(index / 5) % 5)];
    return {
      customer_id: `C${index % 12}`,
      at: '2026-03-05 09:00:00',
      csat: Math.round((3 * service + price) / 4),
      service_score: service,
      price_score: price,
    };
  });
}

describe('score_drivers', () => {
  it('shares out what moves the overall score', async () => {
    const rows = await rowsOf('score_drivers', { feedback: answers(100), parameters });
    expect(
      rows.map((row) => [row['dimension'], row['dimension_order'], row['outcome'], row['answers'], row['customers'], row['leads']]),
    ).toEqual([
      ['price_score', 2, 'csat', 100, 12, false],
      ['service_score', 1, 'csat', 100, 12, true],
    ]);
    expect(rows.reduce((sum, row) => sum + Number(row['share']), 0)).toBeCloseTo(1, 12);
    // Service and price are crossed evenly, so each explains the square of its own correlation.
    for (const row of rows) expect(Number(row['share']) * Number(row['explained'])).toBeCloseTo(Number(row['correlation']) ** 2, 10);
  });

  it('leaves out incomplete answers and dimensions that few have, and says nothing of too few answers', async () => {
    const few = [
      { ...answers(1)[0]!, price_score: null },
      ...answers(40).map((answer, index) => ({ ...answer, support_score: index < 10 ? 3 : null })),
    ];
    const rows = await rowsOf('score_drivers', { feedback: few, parameters });
    expect(rows.map((row) => [row['dimension'], row['answers']])).toEqual([
      ['price_score', 40],
      ['service_score', 40],
    ]);
    expect(await rowsOf('score_drivers', { feedback: answers(29), parameters })).toEqual([]);
  });
});
