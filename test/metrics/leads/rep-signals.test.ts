import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

/** So many leads of a rep, of which some were contacted and some recycled. */
function worked(rep: string, taken: number, contacted: number, recycled: number): Row[] {
  return Array.from({ length: taken }, (_, index) => {
    const event = (kind: string, day: number): Row => ({
      lead_id: `${rep}${index}`,
      event: kind,
      at: `2026-01-${String(day).padStart(2, '0')} 09:00:00`,
      rep,
    });
    return [
      event('claim', 2),
      ...(index < contacted ? [event('contact', 3)] : []),
      ...(index >= taken - recycled ? [event('recycle', 20)] : []),
    ];
  }).flat();
}

const signals = async (events: readonly Row[]): Promise<Record<string, Row>> => {
  const rows = await rowsOf('rep_signals', { pool_events: events, parameters: { as_of: '2026-03-31' } });
  return Object.fromEntries(rows.map((row) => [`${row['rep']} ${row['rate']}`, row]));
};

describe('rep_signals', () => {
  it('finds the one who differs, and does not call the others different from the average that one has moved', async () => {
    const alike = ['甲', '乙', '丙', '丁'].flatMap((rep, index) => worked(rep, 60, 54 + (index % 2), 24 + index));
    const rows = await signals([...alike, ...worked('囤', 200, 100, 180)]);
    expect(rows['囤 follow_up']).toMatchObject({ part: 100, taken: 200, value: 0.5, others: 218 / 240, signal: 'far_below' });
    expect(rows['囤 recycle']).toMatchObject({ value: 0.9, others: 102 / 240, signal: 'far_above' });
    expect(rows['囤 return']).toMatchObject({ value: 0, p_equal: 1, signal: 'none' });
    for (const rep of ['甲', '乙', '丙', '丁'])
      expect([rows[`${rep} follow_up`]?.['signal'], rows[`${rep} recycle`]?.['signal']]).toEqual(['none', 'none']);
    // Limits of 60 leads around 218 of 240: 54.5 are expected.
    expect(rows['甲 follow_up']?.['low']).toBeLessThan(54 / 60);
    expect(rows['甲 follow_up']?.['high']).toBeLessThanOrEqual(1);
  });

  it('says nothing of a rep alone', async () => {
    const rows = await signals(worked('甲', 30, 5, 20));
    expect(rows['甲 recycle']).toMatchObject({ others: null, p_equal: null, signal: 'none' });
  });

  it('has no rate of contacts and of conversions where no file records any', async () => {
    const rows = await signals([...worked('甲', 30, 0, 20), ...worked('乙', 30, 0, 10)]);
    expect(Object.keys(rows).toSorted()).toEqual(['乙 recycle', '乙 return', '甲 recycle', '甲 return']);
  });
});
