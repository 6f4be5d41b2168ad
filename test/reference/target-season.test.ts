import { expect, it } from 'vitest';
import type { Result, ResultRow } from '../../src/result/result.ts';
import { splitFields } from '../../src/pipelines/targets/split/split.ts';
import { describeWithData } from '../data-folder.ts';
import { ingestPaths } from '../ingest/ingest-files.ts';
import { rowsIn, splitIn } from '../pipelines/run-split.ts';

/** Whether a season that was learned from the years before tells the months of a year that was held out better than even months do. */

async function split(path: string, asOf: string): Promise<Result> {
  const loaded = await ingestPaths([path], { fields: splitFields(), asOf });
  try {
    return await splitIn(loaded, { number: 1_000_000 });
  } finally {
    await loaded.close();
  }
}

const percents = (rows: readonly ResultRow[]): unknown[][] =>
  rows.map((row) => [
    String(row['held_from']).slice(0, 7),
    row['learned_years'],
    ...['learned', 'even', 'working_days'].map((method) => Number((Number(row[method]) * 100).toFixed(1))),
  ]);

const codes = (result: Result): string[] => result.findings.map(({ code }) => code).filter((code) => code.startsWith('split-season'));

describeWithData('the season of superstore', (folder) => {
  it('learned from two years puts half as much into the wrong month as even months do', async () => {
    const result = await split(`${folder}/superstore-en/Sample - Superstore.xls`, '2014-12-31');
    // Held out, years learned from, percent of the year in the wrong month: learned, even, working days. By hand in Python: 8.92, 8.11 and 10.85.
    expect(percents(rowsIn(result, 'season_check'))).toEqual([
      ['2014-01', 2, 8.9, 18.1, expect.any(Number)],
      ['2013-01', 2, 8.1, 18.6, expect.any(Number)],
      ['2012-01', 1, 10.9, 21.5, expect.any(Number)],
    ]);
    for (const { learned, even, working_days: days } of rowsIn(result, 'season_check')) {
      expect(Number(learned)).toBeLessThan(Number(even));
      expect(Number(learned)).toBeLessThan(Number(days));
    }
    expect(codes(result)).toEqual([]);
  });
});

describeWithData('the season of online-retail', (folder) => {
  it('covers one full year: nothing is held out, and it says so', async () => {
    const result = await split(`${folder}/online-retail/OnlineRetail.csv`, '2011-12-09');
    expect(rowsIn(result, 'season_check')).toEqual([]);
    expect(codes(result)).toEqual(['split-season-untested']);
    // A single year counts half: November with its 14.2% becomes 11.3%.
    const november = rowsIn(result, 'season').find(({ month }) => month === '2012-11')!;
    expect([november['learned'], november['low']]).toEqual([expect.closeTo(0.1128, 4), null]);
  });
});

describeWithData('the season of adventureworks', (folder) => {
  it('learned from one year puts less into the wrong month than even months do', async () => {
    const result = await split(`${folder}/adventureworks-b2b/FactResellerSales.csv`, '2020-05-31');
    const checks = rowsIn(result, 'season_check');
    expect(checks.map(({ held_from: from }) => String(from))).toEqual(['2019-06-01']);
    expect(Number(checks[0]!['learned'])).toBeLessThan(Number(checks[0]!['even']));
  });
});
