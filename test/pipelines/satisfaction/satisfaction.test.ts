import { describe, expect, it } from 'vitest';
import { satisfactionCard } from '../../../src/pipelines/satisfaction/card.ts';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { satisfactionOf } from '../run-satisfaction.ts';

const header =
  'Feedback ID,Customer ID,Owner,Feedback Date,Feedback Type,NPS,CSAT,Service Quality,Price Satisfaction,Topic,Text,Action,Action Owner,Due Date,State,Closed Date';

/** So many answers, one customer each, of the first half of 2026; the second owner's are worse. */
const answers = Array.from({ length: 60 }, (_, index) => {
  const [owner, nps] = index % 2 === 0 ? ['Li', 10 - (index % 3)] : ['Wu', 4 + (index % 5)];
  const service = 1 + (index % 5);
  return `S${index},C${index % 30},${owner},2026-0${1 + (index % 5)}-10,Survey,${nps},${Math.max(1, service - (index % 2))},${service},${1 + (index % 4)},,,,,,,`;
});
const complaints = [
  'K1,C1,Wu,2026-04-01,Complaint,,,,,Late,,Send the engineer,Feng,2026-04-15,Open,',
  'K2,C1,Wu,2026-05-20,Complaint,,,,,,the quote is too expensive,,,,,',
  'K3,C2,Li,2026-03-01,Complaint,,,,,Late,,Call,Deng,2026-03-15,Closed,2026-03-10',
];
const orders = lines(
  'Order ID,Customer ID,Order Date,Amount',
  ...Array.from({ length: 35 }, (_, index) => `O${index},C${index},2026-02-1${index % 10},${100 * (index + 1)}`),
);
const customers = lines('Customer ID,Customer Name,Owner', 'C1,Acme,Wu', 'C2,Bolt,Li');
const files = { 'feedback.csv': lines(header, ...answers, ...complaints), 'orders.csv': orders, 'customers.csv': customers };
const settings = { asOf: '2026-06-30' };

function rowsOf(result: Result, id: string): ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('satisfaction', () => {
  it('has the sections of its card where all is known', async () => {
    const result = await satisfactionOf(files, settings);
    expect(result.sections.map(({ id }) => id)).toEqual(satisfactionCard.sections.map(({ id }) => id));
    expect([result.period, result.compared_with]).toEqual([
      { from: '2025-07-01', to: '2026-07-01' },
      { from: '2024-07-01', to: '2025-07-01' },
    ]);
  });

  it('names whom to call, those who bought most first, with why and what to do', async () => {
    const first = rowsOf(await satisfactionOf(files, settings), 'to_call').find((row) => row['customer_id'] === 'C1');
    expect(first).toMatchObject({
      customer_name: 'Acme',
      calls_for: 'Complaint overdue',
      calls_for_code: 'overdue',
      revenue: 200,
      why: '2 complaints open, the oldest (“Late”) for 90 days, 76 overdue; scored 5 for NPS 140 days ago, 5 before',
      to_do: 'Feng settles “Send the engineer” this week, then call the customer',
    });
    const chinese = rowsOf(await satisfactionOf(files, { ...settings, lang: 'zh-CN' }), 'to_call').find(
      (row) => row['customer_id'] === 'C1',
    );
    expect(chinese).toMatchObject({
      calls_for: '投诉逾期',
      why: '2 起投诉未结，最早一起“Late”已 90 天，逾期 76 天；140 天前 NPS 评分 5 分，此前 5 分',
      to_do: '由 Feng 落实“Send the engineer”，本周办结并回访客户',
    });
    const money = rowsOf(await satisfactionOf(files, settings), 'to_call').map((row) => row['revenue'] as number);
    expect(money).toEqual(money.toSorted((one, other) => other - one));
  });

  it('puts complaints under topics by tag, else by words', async () => {
    const result = await satisfactionOf(files, settings);
    expect(
      rowsOf(result, 'topics').map((row) => [row['topic'], row['topic_code'], row['mentions'], row['found_by_code'], row['words']]),
    ).toEqual([
      ['Late', 'Late', 2, 'tag', null],
      ['Price', 'price', 1, 'word', 'expensive'],
    ]);
  });

  it('holds the groups of a breakdown against each other only where there are ten answers', async () => {
    const nps = rowsOf(await satisfactionOf(files, settings), 'nps');
    expect(nps.map((row) => [row['breakdown_code'], row['group'], row['answers'], row['rest_verdict_code']])).toEqual([
      ['all', 'All', 60, null],
      ['rep', 'Wu', 30, 'more_than_chance'],
      ['rep', 'Li', 30, 'more_than_chance'],
    ]);
    expect(nps.map((row) => row['rest_verdict'])).toEqual([null, 'below the others', 'above the others']);
    expect(nps.map((row) => row['previous_nps'])).toEqual([null, null, null]);
  });

  it('breaks figures down by an attribute of customers where that is asked for', async () => {
    const result = await satisfactionOf(files, { ...settings, by: 'owner' });
    const own = rowsOf(result, 'csat').filter((row) => row['breakdown_code'] === 'attribute');
    expect(own.map((row) => [row['breakdown'], row['group'], row['answers'], row['is_few']])).toEqual([
      ['Owner', 'not said', 56, false],
      ['Owner', 'Li', 2, true],
      ['Owner', 'Wu', 2, true],
    ]);
  });

  it('compares a period that is no year with the one before and with the year before', async () => {
    const result = await satisfactionOf(files, { ...settings, period: { from: '2026-04-01', to: '2026-07-01' } });
    const [all] = rowsOf(result, 'nps');
    expect(all).toMatchObject({ answers: 24, previous_answers: 36, year_ago_answers: 0, year_ago_verdict_code: 'cannot_tell' });
    expect(rowsOf(await satisfactionOf(files, settings), 'nps')[0]).not.toHaveProperty('year_ago_nps');
  });

  it('leaves out what the files do not have, and says whom to press where no row has a customer', async () => {
    const cases = lines(
      'Case Owner,Status,Created Time,Case Origin',
      'Ann,Open,2026-01-01,Phone',
      'Ann,Open,2026-02-01,Phone',
      'Bob,Closed,2026-02-01,Phone',
      'Bob,Open,2026-02-21,Phone',
    );
    const result = await satisfactionOf({ 'cases.csv': cases }, { asOf: '2026-02-28', roles: { 'cases.csv': 'feedback' } });
    expect(result.sections.map(({ id }) => id)).toEqual(['action_owners', 'actions', 'overview', 'trend']);
    expect(result.answer).toEqual([
      '3 matters that customers raised are open; begin with Ann: 2 open, the oldest for 58 days. No row says which customer it is.',
    ]);
  });

  it('says so where the answers are on another scale, lie outside of it, have no date or are of some customers only', async () => {
    const five = lines(
      'Customer ID,Survey Date,NPS',
      ...Array.from({ length: 12 }, (_, index) => `C${index},2026-06-0${1 + (index % 9)},${1 + (index % 5)}`),
    );
    const other = await satisfactionOf({ 'survey.csv': five }, settings);
    expect(other.findings.map(({ code }) => code)).toContain('nps-scale-other');
    expect(other.findings.find(({ code }) => code === 'nps-scale-other')?.message).toBe(
      'the 12 answers read as NPS lie from 1 to 5, a scale of 1 to 5: no NPS is computed of them',
    );
    expect(rowsOf(other, 'nps')).toEqual([]);
    const odd = await satisfactionOf(
      { 'survey.csv': lines('Customer ID,Survey Date,NPS', 'A,2026-06-01,11', 'B,2026-06-01,9', 'C,,3'), 'orders.csv': orders },
      settings,
    );
    expect(odd.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['nps-outside-scale', 'feedback-without-date']));
    expect(rowsOf(odd, 'nps')[0]).toMatchObject({ answers: 1, nps: 100, high: 100, low: -100 });
    const some = await satisfactionOf(files, settings);
    expect(some.findings.find(({ code }) => code === 'answers-of-some')?.message).toBe(
      '30 of the 35 customers with an order in the period answered (74% of revenue); they bought 1,550 each, the others 3,300: what those who are silent think is not known',
    );
  });

  it('refuses files without feedback, and feedback without anything to count', async () => {
    await expect(satisfactionOf({ 'orders.csv': orders }, settings)).rejects.toThrow(
      /^there is no feedback in \S*orders\.csv \(Orders, 35\): satisfaction needs survey answers/,
    );
    const bare = lines('Feedback ID,Customer ID,Feedback Date,Channel', 'F1,A,2026-01-01,Phone');
    await expect(satisfactionOf({ 'feedback.csv': bare }, settings)).rejects.toThrow(
      /^the feedback of \S*feedback\.csv \(Feedback, 1\) cannot be used: no column is nps \| csat/,
    );
    const undated = lines('Customer ID,NPS', 'A,9');
    await expect(satisfactionOf({ 'survey.csv': undated }, { ...settings, roles: { 'survey.csv': 'feedback' } })).rejects.toThrow(
      'no column is at',
    );
  });
});

describe('the answer of satisfaction', () => {
  it('says whom to call, what to mend and how it stands', async () => {
    const { answer } = await satisfactionOf(files, settings);
    expect(answer).toHaveLength(3);
    expect(answer[0]).toMatch(
      /^Call \d+ customers now: 1 with an overdue complaint, \d+ whose latest answer is bad; they bought [\d,]+ in twelve months\. First C\d+ \(scored \d for NPS /,
    );
    expect(answer[1]).toMatch(
      /^Service moves the overall score most \(\d+% of what the dimensions explain, n = 60\); no dimension scores clearly lowest \(price 2\.50, service 3\.00\); of 3 reasons named 100% are “Late” and “Price”\.$/,
    );
    expect(answer[2]).toMatch(
      /^NPS 3 \(−16 to 23, n = 60\); lower than elsewhere, more than chance: rep Wu \(−\d+\); satisfied answers 30% \(20–43%, n = 60\); complaints per order 8\.6% \(3\.0–22\.4%, n = 35\)\.$/,
    );
  });

  it('names the columns that cannot be read, with a cell of each, where it refuses', async () => {
    const words = lines('Customer ID,Survey Date,NPS,CSAT', 'A,2026-06-01,9 pts,', 'B,2026-06-02,8 pts,');
    await expect(satisfactionOf({ 'survey.csv': words }, settings)).rejects.toThrow(
      /cannot be used: the cells of NPS \(“9 pts”\), CSAT are blank or cannot be read/,
    );
  });

  it('says so where nothing came in within the period', async () => {
    const period = { from: '2025-07-01', to: '2025-10-01' };
    expect((await satisfactionOf(files, { ...settings, period })).answer.at(-1)).toBe(
      'No feedback came in within the third quarter of 2025.',
    );
    expect((await satisfactionOf(files, { ...settings, period, lang: 'zh-CN' })).answer.at(-1)).toBe('2025 年第三季度没有收到反馈。');
  });

  it('compares nothing by a handful of answers', async () => {
    const { answer } = await satisfactionOf(files, { ...settings, period: { from: '2026-05-01', to: '2026-06-01' } });
    expect(answer.at(-1)).toContain(', too few to tell;');
  });

  it('says so where nobody has to be called', async () => {
    const content = lines('Customer ID,Survey Date,NPS', 'A,2026-06-01,9');
    expect((await satisfactionOf({ 'survey.csv': content }, settings)).answer[0]).toBe(
      'Nobody has to be called: no complaint is open and no latest answer is bad.',
    );
    expect((await satisfactionOf({ 'survey.csv': content }, { ...settings, lang: 'zh-CN' })).answer[0]).toBe(
      '目前无需专门联系客户：没有未结投诉，最近的回答也没有差评。',
    );
  });
});
