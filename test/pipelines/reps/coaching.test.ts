import { describe, expect, it } from 'vitest';
import { advice } from '../../../src/pipelines/reps/coaching-words.ts';
import { coachingMeasures } from '../../../src/metrics/reps/parts/coaching-measures.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { reviewOf, rowsIn } from './run-reps.ts';

const kept = { Ann: 18, Bob: 17, Cid: 16, Dan: 4 };

const orders = Object.entries(kept).flatMap(([rep, again]) =>
  Array.from({ length: 20 }, (_, index) => `${rep}${String(index).padStart(2, '0')}`).flatMap((customer, index) => [
    `${customer}-1,${customer},2026-02-02,${100 + index},${rep}`,
    ...(index < again ? [`${customer}-2,${customer},2026-03-31,100,${rep}`] : []),
  ]),
);

const files = { 'orders.csv': lines('Order ID,Customer ID,Order Date,Amount,Sales Rep', ...orders) };
const march = { period: '2026-03' };

describe('coaching of the review of reps', () => {
  it('has a row a rep that is behind: what, from where to where, what to do, with whom to begin, of whom to learn', async () => {
    const result = await reviewOf(files, march);
    const [dan, ...others] = rowsIn(result, 'coaching');
    expect(dan).toMatchObject({
      rep: 'Dan',
      certainty: 'beyond chance',
      certainty_code: 'clear',
      best_rep: 'Ann',
      worth_of_code: 'revenue',
    });
    expect(dan!['action']).toMatch(/; begin with Dan19, Dan18; learn from Ann$/);
    expect(others.map(({ certainty_code: certainty }) => certainty)).not.toContain('clear');
    expect(result.sections.find(({ id }) => id === 'coaching')!.title).toMatch(/^Coaching: 1 of \d weaknesses are beyond chance$/);
    expect(result.answer.find((sentence) => sentence.startsWith('Coach'))).toMatch(
      /^Coach Dan first: .+ from .+ to .+, the median, would have brought about [\d,]+ more revenue, learning from Ann\.$/,
    );
  });

  it('is an action of the rep where it is beyond chance, and never where it may be chance', async () => {
    const result = await reviewOf(files, march);
    const [dan] = rowsIn(result, 'coaching');
    expect(rowsIn(result, 'actions').filter(({ action_code: code }) => code === 'coaching')).toMatchObject([
      { action_id: `rep:Dan · ${String(dan!['measure_code'])}`, rep: 'Dan', expected_value: dan!['worth'], raised_on: '2026-03-31' },
    ]);
  });

  it('is of one rep where one is asked for, against all others', async () => {
    const [row, ...others] = rowsIn(await reviewOf(files, { ...march, rep: 'Dan' }), 'coaching');
    expect(row).toMatchObject({ rep: 'Dan', best_rep: 'Ann' });
    expect(others).toEqual([]);
  });

  it('says nothing of it in the answer where all may be chance', async () => {
    const alike = { 'orders.csv': files['orders.csv'].replace(/^Dan.*\n/gm, '') };
    const result = await reviewOf(alike, march);
    expect(result.sections.find(({ id }) => id === 'coaching')!.title).toBe('Coaching: hints only, all may be chance');
    expect(result.answer.join(' ')).not.toContain('Coach ');
  });

  it('has advice for every measure', () => {
    expect(Object.keys(advice).toSorted()).toEqual(coachingMeasures.map(({ id }) => id).toSorted());
  });
});
