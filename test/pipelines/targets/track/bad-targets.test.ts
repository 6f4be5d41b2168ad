import { describe, expect, it } from 'vitest';
import type { Result, ResultRow } from '../../../../src/result/result.ts';
import { lines } from '../../../ingest/ingest-files.ts';
import { trackOf } from '../../run-track.ts';

const reps = lines('Name,Team,Joined On', 'Jae,North,2020-01-01', 'Tom,North,2021-01-01', 'Solo,,2021-01-01');
const orders = lines(
  'Order ID,Customer ID,Order Date,Sales Rep,Amount',
  '0,A,2025-11-05,Jae,1',
  '1,A,2026-01-05,Jae,400',
  '2,B,2026-01-12,Tom,100',
  '3,C,2026-01-15,Solo,40',
);
const header = 'Level,Target Owner,Parent,Metric,Period Start,Period End,Target Value';
const january = 'Revenue,2026-01-01,2026-01-31';

async function tracked(...targets: readonly string[]): Promise<{ rows: unknown[][]; said: string[]; result: Result }> {
  const result = await trackOf(
    { 'targets.csv': lines(header, ...targets), 'reps.csv': reps, 'orders.csv': orders },
    { asOf: '2026-01-15' },
  );
  const section = result.sections.find(({ id }) => id === 'attainment');
  const rows: ResultRow[] = section?.kind === 'table' ? [...section.rows] : [];
  const own = /^target/;
  return {
    result,
    rows: rows.map((row) => [row['owner'], row['target'], row['actual'], row['attainment']]),
    said: result.findings.map(({ code }) => code).filter((code) => own.test(code)),
  };
}

describe('files of targets with mistakes', () => {
  it('count a row that is there twice once, and add different ones, and say so', async () => {
    const { rows, said } = await tracked(
      `Rep,Jae,,${january},600`,
      `Rep,Jae,,${january},600`,
      `Rep,Tom,,${january},300`,
      `Rep,Tom,,${january},200`,
    );
    expect(rows).toEqual([
      ['Tom', 500, 100, 0.2],
      ['Jae', 600, 400, 400 / 600],
    ]);
    expect(said).toEqual(['target-rows-twice', 'target-rows-added']);
  });

  it('leave out a period that ends before it begins', async () => {
    const { rows, said } = await tracked('Rep,Jae,,Revenue,2026-01-31,2026-01-01,600', `Rep,Tom,,${january},300`);
    expect(rows).toEqual([['Tom', 300, 100, 1 / 3]]);
    expect(said).toEqual(['target-periods-unusable']);
  });

  it('give an owner whom nobody knows no actual, and no 0', async () => {
    const { rows, said } = await tracked(`Rep,Nobody,,${january},600`, `Rep,Tom,,${january},300`);
    expect(rows).toEqual([
      ['Tom', 300, 100, 1 / 3],
      ['Nobody', 600, null, null],
    ]);
    expect(said).toEqual(['target-owners-unknown']);
  });

  it('give a value that is no number, none, zero and less no attainment, each with its reason', async () => {
    const { rows, said, result } = await tracked(`Rep,Jae,,${january},tbd`, `Rep,Tom,,${january},0`, `Rep,Solo,,${january},-5`);
    expect(rows.map(([owner, , , attainment]) => [owner, attainment])).toEqual([
      ['Jae', null],
      ['Solo', null],
      ['Tom', null],
    ]);
    const section = result.sections.find(({ id }) => id === 'attainment');
    expect(section?.kind === 'table' ? [...section.rows].map(({ note }) => note) : []).toEqual([
      'the target is blank: no attainment',
      'the value can be none of the metric: no attainment',
      'the target is zero: no attainment, what was done counts',
    ]);
    expect(said).toEqual(['target-values-unusable', 'target-values-blank']);
  });

  it('add a target of money in % to nothing, and say so', async () => {
    const { rows, said, result } = await tracked(`Rep,Jae,,${january},50%`, `Rep,Tom,,${january},200`, `Rep,Solo,,${january},0.5`);
    expect(rows).toEqual([
      ['Tom', 200, 100, 0.5],
      ['Jae', null, 400, null],
      ['Solo', null, 40, null],
    ]);
    expect(said).toEqual(['target-values-unusable']);
    expect(result.findings.find(({ code }) => code === 'target-values-unusable')?.message).toBe(
      '2 targets have a value that is none of the metric, first Jae, 2026-01, revenue: 50% (it is written in %, and its metric is an amount): counted nowhere, as if blank',
    );
  });

  it('read ten thousands that are written in the value', async () => {
    const { rows } = await tracked(`Rep,Jae,,${january},0.05万`, `Rep,Tom,,${january},0.03万`);
    expect(rows).toEqual([
      ['Tom', 300, 100, 1 / 3],
      ['Jae', 500, 400, 0.8],
    ]);
  });

  it('leave what has not begun for later', async () => {
    expect((await tracked('Rep,Jae,,Revenue,2026-03-01,2026-03-31,600', `Rep,Tom,,${january},300`)).rows).toEqual([
      ['Tom', 300, 100, 1 / 3],
    ]);
  });

  it('take a target of a single day', async () => {
    const { rows } = await tracked('Rep,Solo,,Revenue,2026-01-15,2026-01-15,100', `Rep,Tom,,${january},300`);
    expect(rows).toContainEqual(['Solo', 100, 40, 0.4]);
  });

  it('add no periods that overlap, and count their owner once among those behind', async () => {
    const { rows, said, result } = await tracked(
      'Rep,Jae,,Revenue,2026-01-01,2026-01-20,300',
      'Rep,Jae,,Revenue,2026-01-12,2026-02-10,300',
      `Rep,Tom,,${january},300`,
    );
    expect(rows).toContainEqual(['Jae', 300, 400, 400 / 300]);
    expect(rows).toContainEqual(['Jae', 300, 0, 0]);
    expect(said).toEqual(['targets-overlapping']);
    expect(result.answer.join(' ')).toContain('2 of 2 reps');
  });

  it('say of a team that is called a rep what it is', async () => {
    const { rows, said } = await tracked(`Rep,North,,${january},600`, `Rep,Tom,,${january},300`);
    expect(rows).toContainEqual(['North', 600, null, null]);
    expect(said).toEqual(['target-owners-unknown', 'target-levels-mistaken']);
  });

  it('count a rep in no team for the rep, and for no team', async () => {
    const { rows } = await tracked(`Rep,Solo,,${january},600`, `Team,North,,${january},300`);
    expect(rows).toEqual([
      ['North', 300, 500, 5 / 3],
      ['Solo', 600, 40, 40 / 600],
    ]);
  });

  it('make no sum of a group of which a part is not known', async () => {
    const { rows, said } = await tracked(
      `Team,Group,Top,${january},900`,
      `Rep,Tom,Group,${january},300`,
      `Rep,Nobody,Group,${january},600`,
    );
    expect(rows.find(([owner]) => owner === 'Group')).toEqual(['Group', 900, null, null]);
    expect(said).toEqual(['target-owners-unknown', 'target-parts-untold']);
  });

  it('say what there is where the target is 0, or no target has a value that can be reached', async () => {
    const zero = await tracked(`Rep,Jae,,${january},0`);
    expect(zero.result.answer[0]).toBe('January 2026: Jae stands at 400; the target is 0, so that there is no attainment.');
    const negative = await tracked(`Rep,Jae,,${january},-600`);
    expect(negative.rows).toEqual([['Jae', null, 400, null]]);
    expect(negative.said).toContain('target-values-unusable');
    expect(negative.result.answer[0]).toBe(
      'Nothing can be said: none of the targets has a value that can be reached; the findings say why.',
    );
  });
});
