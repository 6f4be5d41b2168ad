import { describe, expect, it } from 'vitest';
import { repsCard } from '../../../src/pipelines/reps/card.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { reviewOf, rowsIn } from './run-reps.ts';

const files = {
  'orders.csv': lines(
    'Order ID,Customer ID,Order Date,Product ID,Category,Quantity,Amount,Sales Rep',
    '1,C1,2026-02-03,P,Tools,10,100,Ann',
    '2,C2,2026-02-04,P,Tools,5,50,Ann',
    '3,C1,2026-03-03,P,Tools,8,90,Ann',
    '4,C3,2026-03-05,Q,Parts,1,20.01,Bob',
    '5,C3,2026-02-05,Q,Parts,1,10,Bob',
    '6,C9,2026-03-31,Q,Parts,1,5,Cid',
  ),
  'reps.csv': lines('Rep ID,Name,Team,Manager', '7,Ann,North,Eve', '8,Bob,South,Eve', '9,Cid,South,Ann'),
};
const march = { period: '2026-03' };

/** What each factor moved, of one rep. */
function driversOf(result: Awaited<ReturnType<typeof reviewOf>>, rep: string): unknown[] {
  const row = rowsIn(result, 'drivers').find((each) => each['rep'] === rep);
  return ['book', 'active_share', 'order_frequency', 'average_order', 'returns'].map((driver) => row?.[driver]);
}

describe('reps', () => {
  it('has the sections of its card', async () => {
    const deals = {
      'deals.csv': lines(
        'Opportunity ID,Customer ID,Deal Owner,Stage,Amount,Created Date,Closed Date,Win Reason,Competitor',
        'D1,C1,Ann,Won,9,2026-03-01,2026-03-09,Speed,Rival',
      ),
    };
    const targets = {
      'targets.csv': lines('Target Owner,Metric,Period Start,Period End,Target Value', 'Ann,Revenue,2026-03-01,2026-03-31,100'),
    };
    const calls = { 'activities.csv': lines('Customer ID,Activity Date,Activity Type,Activity Owner', 'C1,2026-02-01,Call,Ann') };
    const { sections } = await reviewOf({ ...files, ...deals, ...calls, ...targets }, march);
    // Nobody's book shrinks.
    expect(sections.map(({ id }) => id)).toEqual(repsCard.sections.map(({ id }) => id).filter((id) => id !== 'shrinking_books'));
  });

  it('says of each rep what its revenue changed by and what moved it, losses first', async () => {
    const rows = rowsIn(await reviewOf(files, march), 'drivers');
    expect(rows).toMatchObject([
      {
        rep: 'Ann',
        team: 'North',
        manager: 'Eve',
        before_revenue: 150,
        after_revenue: 90,
        revenue_difference: -60,
        lost: -50,
        contraction: -10,
      },
      { rep: 'Cid', before_revenue: 0, after_revenue: 5, gained: 5, new_products: 5 },
      { rep: 'Bob', before_revenue: 10, after_revenue: 20.01, expansion: 10.01, price: 10.01, average_order: 10.01 },
    ]);
    expect(rows[0]!['reasons']).toMatch(/^activity −/);
  });

  it('leads from one revenue to the other by the factors of all, and of one rep on its own page', async () => {
    const whole = await reviewOf(files, march);
    const steps = rowsIn(whole, 'bridge').map(({ step, amount }) => [step, amount] as const);
    expect(steps.map(([step]) => step)).toEqual(['before', 'book', 'active_share', 'order_frequency', 'average_order', 'returns', 'after']);
    expect([steps[0], steps.at(-1)]).toEqual([
      ['before', 160],
      ['after', 115.01],
    ]);
    expect(steps.slice(1, -1).reduce((sum, [, amount]) => sum + Number(amount), 0)).toBeCloseTo(-44.99, 9);
    const placeOf = ({ sections }: typeof whole): unknown => sections.find(({ id }) => id === 'bridge')?.place;
    const ann = await reviewOf(files, { ...march, rep: 'Ann' });
    expect(rowsIn(ann, 'bridge').map(({ amount }) => amount)).toEqual([150, ...driversOf(ann, 'Ann'), 90]);
    expect([placeOf(whole), placeOf(ann)]).toEqual(['detail', 'answer']);
    expect(ann.sections.find(({ id }) => id === 'bridge')?.title).toMatch(/^Revenue −60 against the period before: activity −/);
  });

  it('says why there is nothing to compare with, and what is needed', async () => {
    const titles = async (extra: object, settings: object) =>
      new Map((await reviewOf({ ...files, ...extra }, { ...march, ...settings })).sections.map(({ id, title }) => [id, title]));
    const found = await titles({}, {});
    expect(found.get('drivers_year')).toBe(
      'Nothing to compare with the year before: the orders begin on 2026-02-03; add those from 2025-03-01 on',
    );
    expect(found.get('drivers_target')).toBe(
      'No revenue target of a reviewed rep for this period: add a file of targets by rep and period',
    );
    const idle = { 'reps.csv': lines(files['reps.csv'].trim(), '10,Dan,South,Eve') };
    const chinese = await titles(idle, { rep: 'Dan', lang: 'zh-CN' });
    expect(chinese.get('drivers')).toBe('无法与上期比较：两期均无所选销售的成交');
    expect(chinese.get('drivers_year')).toBe('无法与去年同期比较：订单自 2026-02-03 开始；请补充 2025-03-01 起的订单');
  });

  it('says that nobody is known of whom the targets are, and that their unit is not said', async () => {
    const codes = async (...targets: readonly string[]) => {
      const stated = { 'targets.csv': lines('Target Owner,Period Start,Period End,Target Value', ...targets) };
      return (await reviewOf({ ...files, ...stated }, march)).findings.map(({ code }) => code).filter((code) => code.startsWith('target-'));
    };
    // 160 were sold in February: 160,000 is a thousand times it.
    expect(await codes('991,2026-02-01,2026-02-28,90000', '992,2026-02-01,2026-02-28,70000')).toEqual([
      'target-owners-unknown',
      'target-unit-doubtful',
    ]);
    expect(await codes('Ann,2026-02-01,2026-02-28,150')).toEqual([]);
  });

  it('takes every change apart into parts that sum to it', async () => {
    const rows = rowsIn(await reviewOf(files, march), 'driver_parts').filter(({ rep }) => rep === 'Ann');
    for (const split of ['factors', 'customers', 'prices', 'category']) {
      const parts = rows.filter((row) => row['split_code'] === split);
      expect(parts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)).toBe(-6000);
    }
  });

  it('says whose the revenue is: of all reps, or of the team of a manager', async () => {
    const first = async (asked: object) => (await reviewOf(files, { ...march, lang: 'zh-CN', ...asked })).answer[0];
    expect(await first({})).toContain('全体销售成交 115，');
    // Ann 90 and Bob 20.01.
    expect(await first({ manager: 'Eve' })).toContain('该团队成交 110，');
  });

  it('is the page of one rep, by name or number, or of those of a manager', async () => {
    const names = async (asked: object) => rowsIn(await reviewOf(files, { ...march, ...asked }), 'drivers').map(({ rep }) => rep);
    expect(await names({ rep: '8' })).toEqual(['Bob']);
    expect(await names({ manager: 'Eve' })).toEqual(['Ann', 'Bob']);
    const { answer } = await reviewOf(files, { ...march, rep: 'Ann' });
    expect(answer[0]).toBe('March 2026: Ann sold 90, −60 (−40%) against the period before, mostly by activity −82.50, order size +22.50.');
  });

  it('ranks reps with the range of their ranks, and lists who has no results as such', async () => {
    const more = { ...files, 'reps.csv': `${files['reps.csv']}10,Dan,South,Eve\n` };
    const result = await reviewOf(more, march);
    const rows = rowsIn(result, 'ranking');
    expect(rows.map(({ rep, rank, verdict_code: verdict }) => [rep, rank, verdict])).toEqual([
      ['Bob', 1, 'within'],
      ['Cid', 2, 'within'],
      ['Ann', 3, 'within'],
      ['Dan', null, 'none'],
    ]);
    expect(result.answer[1]).toBe('No difference between the 3 ranked would hold: their ranges of ranks overlap.');
    expect(
      rowsIn(result, 'measures')
        .filter(({ rep }) => rep === 'Bob')
        .map(({ measure_code: measure }) => measure),
    ).toContain('growth');
  });

  it('refuses a rep that the files do not have, and a manager of nobody', async () => {
    await expect(reviewOf(files, { ...march, rep: 'Anne' })).rejects.toMatchObject({
      code: 'rep-unknown',
      fix: { en: 'did you mean Ann?' },
    });
    await expect(reviewOf(files, { ...march, manager: 'Bob' })).rejects.toMatchObject({ code: 'rep-unknown' });
  });

  it('refuses a rep of another manager than the one asked for', async () => {
    await expect(reviewOf(files, { ...march, rep: 'Cid', manager: 'Eve' })).rejects.toMatchObject({
      code: 'rep-unknown',
      fix: { en: 'choose one of: Ann, Bob' },
    });
  });

  it('refuses files without an order', async () => {
    const customers = { 'customers.csv': lines('Customer ID,Name,Owner', 'C1,Acme,Ann') };
    await expect(reviewOf(customers)).rejects.toMatchObject({ code: 'nothing-to-review' });
    const nobody = { 'orders.csv': 'Order ID,Customer ID,Order Date,Amount\nO1,C1,2026-01-05,100\n' };
    await expect(reviewOf(nobody)).rejects.toMatchObject({ code: 'nothing-to-review' });
  });
});
