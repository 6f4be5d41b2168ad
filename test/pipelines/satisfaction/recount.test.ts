import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Result, ResultRow } from '../../../src/result/result.ts';
import { demoFiles } from '../../metrics/two-engines.ts';
import { satisfactionIn } from '../run-satisfaction.ts';

/**
 * The figures of the demo company counted again in another language: pandas 1.5, numpy and scipy 1.10 over fixtures/demo, from the CSV files
 * alone. NPS: adjusted Wald by hand; satisfied answers and complaints: Wilson by hand; dimensions: scipy.stats.t.interval and ttest_ind with
 * equal_var=False; relative importance: numpy.linalg.lstsq for each of the 120 orders of five dimensions, averaged; closing times: Kaplan–Meier
 * by hand.
 */
let result: Result;

beforeAll(async () => {
  const demo = await demoFiles();
  result = await satisfactionIn(demo);
  await demo.close();
});

function fact(id: string): Fact {
  const overview = result.sections.find((section) => section.id === 'overview');
  return (overview?.kind === 'facts' ? overview.facts : []).find((each) => each.id === id)!;
}

function rows(id: string): ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

function expectFact(id: string, value: number, n: number, low: number, high: number): void {
  const found = fact(id);
  expect(found.n).toBe(n);
  expect(found.value).toBeCloseTo(value, 8);
  expect(found.low).toBeCloseTo(low, 8);
  expect(found.high).toBeCloseTo(high, 8);
}

describe('the recount of the demo company', () => {
  it('agrees on the NPS, in all and of a rep with few answers', () => {
    expectFact('nps', 16.796875, 256, 8.197325183944239, 25.007308020688967);
    expect(fact('nps_before')).toMatchObject({ n: 217, value: (100 * (76 - 30)) / 217 });
    const rep = rows('nps').find((row) => row['group'] === '周思远')!;
    expect([rep['answers'], rep['promoters'], rep['detractors']]).toEqual([29, 7, 10]);
    expect(rep['low']).toBeCloseTo(-36.697824416148414, 7);
    expect(rep['high']).toBeCloseTo(17.947824416148418, 7);
  });

  it('agrees on satisfied answers', () => {
    expectFact('csat', 182 / 256, 256, 0.6526113609415181, 0.7630266996288174);
    expect(fact('csat_before')).toMatchObject({ n: 217, value: 165 / 217 });
    expect(fact('csat_mean').value).toBeCloseTo(3.84375, 12);
  });

  it('agrees on complaints per order and per customer, and how long they take', () => {
    expectFact('complaint_rate', 36 / 637, 637, 0.041098650335162495, 0.07724802929486811);
    expect(fact('complaint_rate_before')).toMatchObject({ n: 562, value: 45 / 562 });
    expectFact('customer_rate', 28 / 115, 115, 0.1741636310062311, 0.3293766268677643);
    expect(fact('median_days')).toMatchObject({ value: 25, n: 36 });
    expect(['open', 'overdue', 'done', 'done_late'].map((id) => fact(id).value)).toEqual([25, 24, 33, 18]);
  });

  it('agrees on the means of the dimensions, and which of them changed', () => {
    const expected = [
      ['support_score', 2.65234375, 2.550072690923911, 2.754614809076089, 3.2119815668202767, 'more_than_chance'],
      ['price_score', 3.8671875, 3.77550670314789, 3.95886829685211, 3.824884792626728, 'within_chance'],
      ['delivery_score', 4.0390625, 3.9526781307831267, 4.125446869216874, 3.986175115207373, 'within_chance'],
      ['service_score', 4.21484375, 4.1279197535832335, 4.3017677464167665, 4.221198156682028, 'within_chance'],
      ['quality_score', 4.3125, 4.227017602393173, 4.397982397606827, 4.317972350230415, 'within_chance'],
    ] as const;
    const found = rows('dimensions');
    expect(found.map((row) => [row['dimension_code'], row['previous_verdict_code']])).toEqual(expected.map((row) => [row[0], row[5]]));
    for (const [index, [, mean, low, high, before]] of expected.entries()) {
      const values = ['mean', 'low', 'high', 'previous_mean'].map((column) => found[index]![column] as number);
      for (const [at, value] of [mean, low, high, before].entries()) expect(values[at]).toBeCloseTo(value, 7);
    }
  });

  it('agrees on the relative importance of the dimensions', () => {
    const found = rows('drivers');
    const expected = { price_score: 0.2158865768778698, quality_score: 0.2077765936918757, support_score: 0.2063551863608867 };
    for (const [id, share] of Object.entries({ ...expected, service_score: 0.1864510381597234, delivery_score: 0.18353060490964443 })) {
      const row = found.find((each) => each['dimension_code'] === id)!;
      expect(row['share'], id).toBeCloseTo(share, 8);
      expect(row['explained']).toBeCloseTo(0.5156163038129071, 8);
      expect(row['answers']).toBe(473);
    }
  });

  it('agrees on who buys again and who answered', () => {
    expect(rows('repurchase').map((row) => [row['buyers'], row['customers']])).toEqual([
      [28, 37],
      [36, 50],
      [10, 18],
    ]);
    expect(rows('respondents').map((row) => row['customers'])).toEqual([93, 22]);
    expect(rows('respondents')[0]!['revenue_share']).toBeCloseTo(0.9649263091604519, 10);
  });
});
