import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/dates.ts';
import type { Row } from '../../src/lib/rows.ts';
import { cohortFields } from '../../src/pipelines/cohorts/cohorts.ts';
import type { Result } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { ingestFiles, ingestPaths } from '../ingest/ingest-files.ts';
import { monthlyOrders } from '../metrics/retention/survivors.ts';
import { order, rowsOf } from '../metrics/run.ts';
import { cohortsIn } from '../pipelines/run-cohorts.ts';
import { facts, table } from '../pipelines/run-score.ts';
import { cdnowFull, readEvents } from './purchase-events.ts';

/** Published survivors, parameters and projections of the shifted beta-geometric model: Fader & Hardie (2007). */
const published = [
  {
    name: 'Regular',
    survivors: [1000, 631, 468, 382, 326, 289, 262, 241],
    fit: [0.704077, 1.182043, -1680.265188],
    percents: [62.6706, 47.3819, 38.7974, 33.2068, 29.2347, 26.2456, 23.9024, 22.0085, 20.4411, 19.119, 17.9865, 17.0037],
  },
  {
    name: 'High End',
    survivors: [1000, 869, 743, 653, 593, 551, 517, 491],
    fit: [0.668088, 3.806096, -1611.158147],
    percents: [85.0679, 74.6859, 66.9789, 60.9919, 56.1834, 52.2216, 48.8906, 46.044, 43.578, 41.4172, 39.5055, 37.7999],
  },
];

describe.each(published)('the customers of $name, as orders', ({ survivors, fit, percents }) => {
  const input = { orders: monthlyOrders('2025-01', survivors), parameters: { as_of: '2025-08-31' } };

  it('give the published parameters and likelihood', async () => {
    const [all] = await rowsOf('cohort_model', input);
    expect(all).toMatchObject({ fit: 'all', kind: 'estimated', customers: 1000, periods: 7 });
    for (const [index, name] of ['alpha', 'beta', 'log_likelihood'].entries()) expect(all?.[name]).toBeCloseTo(fit[index]!, 5);
  });

  it('give the published projection over twelve periods', async () => {
    const rows = await rowsOf('cohort_projection', input);
    for (const [index, percent] of percents.entries()) expect(100 * Number(rows[index + 1]?.['projected'])).toBeCloseTo(percent, 4);
  });
});

describe('revenue retention', () => {
  const twoYears = (amounts: readonly (readonly [string, number | null, number | null])[]): Row[] =>
    amounts.flatMap(([id, then, now]) => [
      ...(then === null ? [] : [order(id, `${id}1`, '2024-01-01', then)]),
      ...(now === null ? [] : [order(id, `${id}2`, '2025-06-01', now)]),
    ]);
  const yearly = { as_of: '2025-12-31', cohorts: { unit: 'year' } };

  it('is 80% gross, 84% net and 75% of the logos in the worked example, where the naive ratio is 100%', async () => {
    const orders = twoYears([
      ['A', 100, 120],
      ['B', 200, 150],
      ['C', 50, null],
      ['D', 150, 150],
      ['E', null, 80],
    ]);
    expect(await rowsOf('revenue_retention', { orders, parameters: yearly })).toMatchObject([
      { start_revenue: 500, gross_retention: 0.8, net_retention: 0.84, logo_retention: 0.75 },
    ]);
  });

  it('is 85% gross and 103% net for a start of 10.0 M, a contraction of 0.6, a loss of 0.9 and an expansion of 1.8', async () => {
    const orders = twoYears([
      ['lost', 900_000, null],
      ['shrunk', 2_000_000, 1_400_000],
      ['same', 5_000_000, 5_000_000],
      ['grown', 2_100_000, 3_900_000],
    ]);
    expect(await rowsOf('revenue_retention', { orders, parameters: yearly })).toMatchObject([
      {
        start_revenue: 10_000_000,
        churned: 900_000,
        contraction: 600_000,
        expansion: 1_800_000,
        gross_retention: 0.85,
        net_retention: 1.03,
      },
    ]);
  });
});

const parts = (result: Result, id: string, columns: readonly string[], picks: readonly (readonly [cohort: string, period: number])[]) =>
  picks.map(([cohort, period]) => {
    const row = table(result, id).rows.find((candidate) => candidate['cohort'] === cohort && candidate['period'] === period);
    return columns.map((column) => row?.[column]);
  });

function cohortSizes(result: Result): unknown[] {
  return table(result, 'retention')
    .rows.map((row) => [row['cohort'], row['customers']])
    .toReversed();
}

function averages(result: Result, ages: readonly number[]): unknown[] {
  return ages.map((age) => {
    const row = table(result, 'average').rows.find((candidate) => candidate['age'] === age);
    return [row?.['cohorts'], row?.['customers'], row?.['active']];
  });
}

function windows(result: Result, days: readonly string[]): unknown[] {
  return days.map((day) => table(result, 'revenue_retention').rows.find((row) => row['last_on'] === day));
}

const figures = ['active', 'survivors', 'revenue', 'cumulative_revenue'];

/** The figures were computed apart, with pandas, from the same definitions. */
describeWithData('cohorts of real files', (folder) => {
  it('count the 23,570 customers of CDNOW, who all began in one quarter', async () => {
    const events = readEvents(`${folder}/reference/${cdnowFull.file}`, cdnowFull.columns);
    const lines = events.map(({ customer, day, value }, index) => `${customer},o${index},${addDays('1970-01-01', day)},${value}`);
    const loaded = await ingestFiles(
      { 'cdnow.csv': `customer_id,order_id,order_date,amount\n${lines.join('\n')}\n` },
      { fields: cohortFields(null) },
    );
    const result = await cohortsIn(loaded);
    expect(result.as_of).toBe('1998-06-30');
    expect(facts(result, 'overview').get('repeat_rate')).toMatchObject({ n: 23_570, value: 11_662 / 23_570 });
    expect(cohortSizes(result)).toEqual([
      ['1997-01', 7846],
      ['1997-02', 8476],
      ['1997-03', 7248],
    ]);
    expect(averages(result, [1, 3, 6, 12])).toEqual([
      [3, 23_570, 3501],
      [3, 23_570, 2349],
      [3, 23_570, 1907],
      [3, 23_570, 1774],
    ]);
    expect(
      parts(result, 'cells', figures, [
        ['1997-01', 1],
        ['1997-01', 5],
        ['1997-02', 12],
      ]),
    ).toEqual([
      [1157, 3654, 61_041.69, 360_101.86],
      [736, 2842, 34_397.9, 520_812.57],
      [568, null, 27_745.88, 770_823.11],
    ]);
    expect(table(result, 'cells').rows.reduce((total, row) => total + Number(row['revenue']), 0)).toBeCloseTo(2_500_315.63, 2);
    expect(windows(result, ['1998-06-30', '1997-12-31'])).toMatchObject([
      {
        months: 6,
        customers: 6421,
        excluded: 0,
        retained: 3463,
        start_revenue: 593_202.13,
        gross_retention: expect.closeTo(0.44794087303766084, 12),
      },
      {
        months: 6,
        customers: 23_500,
        excluded: 70,
        retained: 6419,
        start_revenue: 1_430_959.13,
        net_retention: expect.closeTo(0.4144854227947097, 12),
      },
    ]);
  });

  it('count the 4,339 customers of online-retail, whose last month is cut off on the ninth', async () => {
    const loaded = await ingestPaths([`${folder}/online-retail/OnlineRetail.csv`], { fields: cohortFields(null) });
    const result = await cohortsIn(loaded);
    await loaded.close();
    expect(facts(result, 'overview').get('repeat_rate')).toMatchObject({ n: 4339, value: 2845 / 4339 });
    expect(facts(result, 'overview').get('last_period')?.value).toBe('2011-11');
    expect(facts(result, 'overview').get('gross_retention')?.value).toBeNull();
    expect(cohortSizes(result).slice(0, 3)).toEqual([
      ['2010-12', 885],
      ['2011-01', 417],
      ['2011-02', 380],
    ]);
    expect(table(result, 'retention').rows[0]).toMatchObject({ cohort: '2011-12', customers: 41, p0: null });
    expect(averages(result, [1, 3, 6])).toEqual([
      [11, 3974, 940],
      [9, 3317, 893],
      [6, 2718, 781],
    ]);
    expect(
      parts(result, 'cells', figures, [
        ['2010-12', 1],
        ['2010-12', 6],
        ['2010-12', 11],
        ['2010-12', 12],
        ['2011-10', 1],
      ]),
    ).toEqual([
      [324, 766, 267_324.58, 825_857.27],
      [321, 696, 306_670.04, 2_166_656.71],
      [445, null, 499_362.92, 4_161_537.5],
      [null, null, null, null],
      [86, null, 39_201.97, 197_621.19],
    ]);
    expect(windows(result, ['2011-12-09', '2011-11-30'])).toMatchObject([
      {
        months: 6,
        customers: 2637,
        excluded: 55,
        retained: 1859,
        gross_retention: expect.closeTo(0.7557740641142261, 12),
        net_retention: expect.closeTo(1.2609193178176628, 12),
      },
      {
        months: 6,
        customers: 2707,
        excluded: 60,
        retained: 1882,
        gross_retention: expect.closeTo(0.7406888382545572, 12),
        net_retention: expect.closeTo(1.203863752078659, 12),
      },
    ]);
  });

  it('compare two years of adventureworks, whose resellers buy once a quarter', async () => {
    const loaded = await ingestPaths([`${folder}/adventureworks-b2b/FactResellerSales.csv`], { fields: cohortFields(null) });
    const result = await cohortsIn(loaded, { unit: 'quarter' });
    await loaded.close();
    expect(averages(result, [1, 3, 6])).toEqual([
      [10, 630, 557],
      [8, 428, 365],
      [5, 402, 270],
    ]);
    expect(
      parts(
        result,
        'cells',
        ['active', 'survivors'],
        [
          ['2017-Q3', 8],
          ['2018-Q3', 4],
        ],
      ),
    ).toEqual([
      [88, 103],
      [146, 154],
    ]);
    expect(facts(result, 'overview').get('gross_retention')).toMatchObject({ n: 387, value: expect.closeTo(0.648623133892101, 12) });
    expect(facts(result, 'overview').get('net_retention')).toMatchObject({ n: 387, value: expect.closeTo(0.7977246850145939, 12) });
    expect(facts(result, 'overview').get('logo_retention')).toMatchObject({ n: 387, value: 303 / 387 });
    expect(windows(result, ['2020-03-31'])).toMatchObject([
      { customers: 417, retained: 343, gross_retention: expect.closeTo(0.717862224737952, 12) },
    ]);
  });
});
