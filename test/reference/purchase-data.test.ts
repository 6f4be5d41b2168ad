import { expect, it } from 'vitest';
import { groupHistories } from '../../src/stats/purchases/history.ts';
import { describeWithData } from '../data-folder.ts';
import { cdnowFull, cdnowSample, dayOf, heldOut, historiesOf, readEvents } from './purchase-events.ts';

/** The histories on which the fits rest: totals that lifetimes, BTYD, BTYDplus and CLVTools agree on. */
describeWithData('purchase histories of the reference files', (folder) => {
  it('are those of the lifetimes tests for its small event log', () => {
    const events = readEvents(`${folder}/reference/lifetimes_tiny_elog.csv`, { customer: 0, date: 1, value: 2 });
    expect(historiesOf(events, dayOf('2015-02-07'), 1)).toEqual([
      { customer: '1', x: 1, recency: 36, age: 37, mean: 2 },
      { customer: '2', x: 0, recency: 0, age: 37, mean: 0 },
      { customer: '3', x: 2, recency: 4, age: 37, mean: 3 },
      { customer: '4', x: 2, recency: 20, age: 22, mean: 6 },
      { customer: '5', x: 2, recency: 2, age: 22, mean: 4.5 },
      { customer: '6', x: 0, recency: 0, age: 5, mean: 0 },
    ]);
  });

  it('split the small event log at 2015-02-01 as lifetimes does', () => {
    const events = readEvents(`${folder}/reference/lifetimes_tiny_elog.csv`, { customer: 0, date: 1, value: 2 });
    const cut = dayOf('2015-02-01');
    const known = historiesOf(events, cut, 1);
    expect(known.map((row) => [row.customer, row.mean])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 3],
      ['4', 0],
      ['5', 4.5],
    ]);
    expect(heldOut(events, cut, dayOf('2015-02-07'))).toBe(3);
  });

  it.each([
    [
      cdnowSample,
      33_183.6438,
      { customers: 2357, repeats: 2457, recency: 112_949, age: 539_779, repeaters: 946, groups: 1016, later: 1882 },
    ],
    [
      cdnowFull,
      336_714.2874,
      { customers: 23_570, repeats: 24_337, recency: 1_129_644, age: 5_399_736, repeaters: 9451, groups: 8685, later: 19_684 },
    ],
  ])('have the published totals for $file', ({ file, columns }, means, totals) => {
    const events = readEvents(`${folder}/reference/${file}`, columns);
    const rows = historiesOf(events, dayOf('1997-09-30'), 1);
    const sum = (value: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + value(row), 0);
    expect(sum((row) => row.mean)).toBeCloseTo(means, 3);
    expect({
      customers: rows.length,
      repeats: sum((row) => row.x),
      recency: sum((row) => row.recency),
      age: sum((row) => row.age),
      repeaters: sum((row) => Math.min(1, row.x)),
      groups: groupHistories(rows).groups.length,
      later: heldOut(events, dayOf('1997-09-30'), dayOf('1998-06-30')),
    }).toEqual(totals);
  });
});
