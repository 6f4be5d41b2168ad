import { describe, expect, it } from 'vitest';
import type { EarlierResult } from '../../../src/pipelines/parts/since/earlier-result.ts';
import type { Result } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { reviewOf, rowsIn } from './run-reps.ts';

/** Eleven customers that halve from January to February and are back in March: what falls comes back whole, so that a fall is worth itself. */
const crowd = Array.from({ length: 11 }, (_, index) => [
  `j${index},K${index},2026-01-02,100,Bob`,
  `f${index},K${index},2026-02-02,50,Bob`,
  `m${index},K${index},2026-03-05,100,Bob`,
]).flat();

const customers = ['Fallen', 'Angry', 'Waiting', 'Small', 'Smaller', 'Least', 'Tiny'].map((name, index) => `C${index},${name},Ann`);

const files = {
  'customers.csv': lines('Customer ID,Customer Name,Account Owner', ...customers),
  'orders.csv': lines(
    'Order ID,Customer ID,Order Date,Amount,Sales Rep',
    ...crowd,
    ...customers.flatMap((_, index) => [
      `b${index},C${index},2026-02-09,${2000 - index * 200},Ann`,
      `a${index},C${index},2026-03-09,100,Ann`,
    ]),
  ),
  'feedback.csv': lines('Feedback ID,Customer ID,Created At,Feedback Type,Status', 'F1,C0,2026-03-20,Complaint,Open'),
  'deals.csv': lines(
    'Opportunity ID,Opportunity Name,Customer ID,Deal Owner,Stage,Amount,Created Date,Closed Date',
    ...Array.from(
      { length: 10 },
      (_, index) => `W${index},Won,K1,Bob,${index < 4 ? 'Closed Won' : 'Closed Lost'},100,2026-01-01,2026-01-21`,
    ),
    'D1,Big deal,C1,Ann,Proposal,10000,2026-03-01,2026-03-20',
  ),
};
const march = { period: '2026-03' };

const listed = async (further: object = {}, extra: object = {}) =>
  rowsIn(await reviewOf({ ...files, ...extra }, { ...march, ...further }), 'actions');

/** A review as `--since` reads it back. */
const earlierOf = (result: Result): EarlierResult => ({
  asOf: result.as_of,
  where: [],
  files: [],
  lists: new Map([['actions', rowsIn(result, 'actions')]]),
});

describe('actions of reps', () => {
  it('have an id by what they are about, a day in working days, a value and how it was estimated', async () => {
    const rows = await listed();
    // 2026-03-20 is the as-of date, a Friday; the deal was to close on that day and is not late yet, but slower than those won.
    expect(rows[0]).toMatchObject({ action_id: 'customer:C0', rep: 'Ann', action_code: 'complaint', about: 'Fallen' });
    expect(rows[0]).toMatchObject({ raised_on: '2026-03-20', due_on: '2026-03-24', state_code: 'open', expected_value: 1900 });
    expect(rows[0]!['why']).toBe('bought 1,900 less than in the period before (−95%); a complaint is open for 0 days');
    expect(rows[0]!['estimate']).toBe('what it bought less × 100%, the share of such falls that came back');
  });

  it('put a large customer that stopped buying and complains before a small one that bought', async () => {
    const several = (name: string, count: number, ...days: readonly string[]) =>
      Array.from({ length: count }, (_, index) => days.map((day) => `${name}${index} ${day},${name}${index},${day},1,Bob`)).flat();
    const orders = [
      ...several('S', 8, '2025-11-03', '2026-02-02'),
      ...several('G', 1, '2025-11-03'),
      ...several('B', 5, '2025-04-01', '2026-02-02'),
      ...several('O', 4, '2025-06-02'),
      'l,C0,2025-06-02,365000,Ann',
      's,C1,2025-11-03,730,Ann',
      't,C1,2026-03-31,730,Ann',
    ];
    const rows = await listed(
      {},
      {
        'orders.csv': lines('Order ID,Customer ID,Order Date,Amount,Sales Rep', ...orders),
        'feedback.csv': lines(
          'Feedback ID,Customer ID,Created At,Feedback Type,Status',
          'F1,C0,2026-03-20,Complaint,Open',
          'F2,C1,2026-03-20,Complaint,Open',
        ),
        'deals.csv': files['deals.csv'].split('\n').slice(0, 1).join('\n') + '\nL,Lost,K1,Bob,Closed Lost,1,2026-01-01,2026-01-21\n',
      },
    );
    // 31 of 365 days: 31,000 × 5 of 10 that stopped; 124 × 1 of 10 that bought.
    expect(rows.filter(({ rep }) => rep === 'Ann')).toMatchObject([
      {
        action_id: 'customer:C0',
        expected_value: 15_500,
        estimate: 'what it usually buys in such a period × 50%: 5 of 10 customers that had stopped buying did not come back',
      },
      {
        action_id: 'customer:C1',
        expected_value: 12.4,
        estimate: 'what it usually buys in such a period × 10%: 1 of 10 customers did not buy again',
      },
    ]);
  });

  it('say which decided deals the value of a slow deal comes from', async () => {
    const deals = (count: number, id: string, stage: string, closed: string) =>
      Array.from({ length: count }, (_, index) => `${id}${index},Past,K1,Bob,${stage},100,2026-01-01,${closed}`);
    const header = 'Opportunity ID,Opportunity Name,Customer ID,Deal Owner,Stage,Amount,Created Date,Closed Date';
    const asked = 'D1,Big deal,C1,Ann,Proposal,12000,2026-02-01,';
    const quick = deals(30, 'Q', 'Closed Won', '2026-01-21');
    const estimate = async (...past: string[]) => {
      const rows = await listed({}, { 'deals.csv': lines(header, ...past, asked) });
      return rows.find(({ action_id: id }) => id === 'deal:D1');
    };
    // None was open for longer than the 47 days of the deal, so that all tell: 30 of 40, (30 + 5 × 30.5 / 41) ÷ 45 = 74.93%.
    const all = (await estimate(...quick, ...deals(10, 'L', 'Closed Lost', '2026-01-21')))!;
    expect(all).toMatchObject({
      action_code: 'slow_deal',
      estimate: 'amount × 75%: 30 of 40 deals open for 20 days or more were won so far, drawn towards the 74% of all 40',
    });
    expect(all['expected_value']).toBeCloseTo(8991.87, 2);
    // Of those open for longer 3 of 12 were won; two more are still open, and one is younger: (3 + 5 × 33.5 / 46) ÷ 19 = 34.95%.
    const older = [...deals(9, 'L', 'Closed Lost', '2026-02-20'), ...deals(3, 'S', 'Closed Won', '2026-03-01')];
    const open = ['O1', 'O2'].map((id) => `${id},Old,K1,Bob,Proposal,1,2026-01-02,`);
    const some = (await estimate(...quick, ...older, ...open, 'O3,New,K1,Bob,Proposal,1,2026-03-10,'))!;
    expect(some).toMatchObject({
      action_code: 'slow_deal',
      estimate: 'amount × 35%: 3 of 14 deals open for 50 days or more were won so far, drawn towards the 73% of all 45',
    });
    expect(some['expected_value']).toBeCloseTo(4194.51, 2);
  });

  it('do not value a deal by fewer than ten decided ones', async () => {
    const few = Array.from({ length: 9 }, (_, index) => `W${index},Won,K1,Bob,Closed Won,100,2026-01-01,2026-01-21`);
    const rows = await listed(
      {},
      {
        'deals.csv': lines(
          'Opportunity ID,Opportunity Name,Customer ID,Deal Owner,Stage,Amount,Created Date,Closed Date',
          ...few,
          'D1,Big deal,K1,Bob,Proposal,10000,2026-02-01,',
        ),
      },
    );
    expect(rows.find(({ action_id: id }) => id === 'deal:D1')).toMatchObject({ expected_value: null, estimate: null });
  });

  it('are as many as a rep can do, those of the largest value; the others are counted', async () => {
    const result = await reviewOf(files, march);
    const rows = rowsIn(result, 'actions');
    expect(rows.map(({ about }) => about)).toEqual(['Fallen', 'Angry', 'Waiting', 'Small', 'Smaller']);
    expect(result.sections.find(({ id }) => id === 'actions')!.title).toBe(
      '5 actions, the largest expected value first; 2 smaller ones left out',
    );
    // 1,900 + 1,700 + 1,500 + 1,300 + 1,100.
    expect(result.answer.at(-1)).toBe(
      'To do: 5 actions, expected to bring 7,500 together (each customer once); first by 2026-03-24: Ann, Fallen: Settle the complaint.',
    );
  });

  it('count the money of one customer once', async () => {
    const later = { 'activities.csv': lines('Customer ID,Owner,Activity Date', 'K1,Bob,2026-03-31') };
    const result = await reviewOf({ ...files, ...later }, march);
    const rows = rowsIn(result, 'actions').filter(({ rep }) => rep === 'Ann');
    // 4 of the 10 decided were won, (4 + 5 × 4.5 / 11) ÷ 15 = 40.3%: 4,030 of the deal of C1, beside 1,700 that C1 bought less.
    expect(rows.slice(0, 2)).toMatchObject([
      { action_id: 'deal:D1', action_code: 'overdue_deal', about: 'Angry', due_on: '2026-04-03' },
      { action_id: 'customer:C0', expected_value: 1900 },
    ]);
    expect(rows.map(({ customer_id: id }) => id)).toEqual(['C1', 'C0', 'C1', 'C2', 'C3']);
    expect(result.answer.at(-1)).toContain('To do: 5 actions, expected to bring 8,730 together');
  });

  it('of deals without an amount are those that wait for longest', async () => {
    const later = {
      'activities.csv': lines('Customer ID,Owner,Activity Date', 'K1,Bob,2026-03-31'),
      'deals.csv':
        files['deals.csv'] +
        lines(
          'D2,Young,C9,Cid,Proposal,,2026-03-03,2026-03-20',
          'D3,Old,C9,Cid,Proposal,,2026-03-01,2026-03-20',
          'D4,Alike,C9,Cid,Proposal,,2026-03-01,2026-03-20',
        ),
    };
    const rows = (await listed({}, later)).filter(({ rep }) => rep === 'Cid');
    expect(rows.map(({ action_id: id }) => id)).toEqual(['deal:D3', 'deal:D4', 'deal:D2']);
  });

  it('have the tasks of plans with their own days and states, above the limit', async () => {
    const plan = {
      'plan.csv': lines(
        'Task,Owner,Due Date,Status,Customer,Expected Value',
        'Visit,Ann,2026-03-02,Open,Waiting,9000',
        'Fair,Bob,2026-03-10,Done,,',
      ),
    };
    const rows = await listed({}, plan);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatchObject({
      action: 'Visit',
      rep: 'Ann',
      state_code: 'late',
      due_on: '2026-03-02',
      customer_id: 'C2',
      expected_value: 9000,
    });
    expect(rows.at(-1)).toMatchObject({ action: 'Fair', state_code: 'done' });
  });

  it('of the last review are judged by what the files show since', async () => {
    const earlier = earlierOf(await reviewOf(files, march));
    const since = {
      'orders.csv': files['orders.csv'] + lines('x1,C3,2026-03-26,40,Ann', 'x2,C4,2026-03-27,1200,Ann'),
      'activities.csv': lines('Customer ID,Owner,Activity Date', 'C2,Ann,2026-03-25'),
    };
    const result = await reviewOf({ ...files, ...since }, { ...march, earlier });
    const judged = rowsIn(result, 'last_review');
    expect(judged.map((row) => [row['about'], row['state_code'], row['done_on'], row['revenue_since']])).toEqual([
      ['Fallen', 'late', null, 0],
      ['Angry', 'open', null, 0],
      ['Waiting', 'done', '2026-03-25', 0],
      ['Small', 'done', '2026-03-26', 40],
      ['Smaller', 'done', '2026-03-27', 1200],
    ]);
    expect(judged[2]!['evidence']).toBe('contacted on 2026-03-25');
    expect(result.answer.at(-1)).toContain('Of 5 actions of the last review: 3 done, 1 late, 1 open.');
    // What is late keeps its day; what was done and is called for again is raised anew.
    const now = new Map(rowsIn(result, 'actions').map((row) => [row['about'], row]));
    expect(now.get('Fallen')).toMatchObject({ raised_on: '2026-03-20', due_on: '2026-03-24', state_code: 'late' });
    expect(now.get('Waiting')).toMatchObject({ raised_on: '2026-03-27', state_code: 'open' });
    expect(now.has('Smaller')).toBe(false);
  });

  it('that do not apply any more are said to be dropped', async () => {
    const result = await reviewOf(files, march);
    const gone = {
      ...rowsIn(result, 'actions')[0]!,
      action_id: 'customer:K3',
      customer_id: 'K3',
      about: 'Somebody',
      action_code: 'fall',
      raised_on: '2026-03-10',
    };
    const earlier = { ...earlierOf(result), lists: new Map([['actions', [gone]]]) };
    expect(rowsIn(await reviewOf(files, { ...march, earlier }), 'last_review')).toMatchObject([
      { state_code: 'dropped', evidence: 'no longer applies' },
    ]);
  });
});
