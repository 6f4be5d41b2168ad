// @module-tag slow
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { Churn } from '../../../src/metrics/parameters.ts';
import { only, rankingOf, scoredAt, standingOf } from '../../../src/forecast/churn/ranking.ts';
import { churnFields } from '../../../src/pipelines/churn/churn.ts';
import { contenders } from '../../../src/forecast/churn/contenders.ts';
import { openContest } from '../../../src/forecast/churn/contest.ts';
import { measure } from '../../../src/forecast/churn/evaluation.ts';
import { runForecast } from '../../../src/pipelines/parts/forecast-run.ts';
import { ingestPaths } from '../../ingest/ingest-files.ts';
import { blankHistories } from './fold.ts';
import { demoFolder, inputOf } from '../../pipelines/run-churn.ts';

const { churn } = defaultConfig().config;
const contender = (id: string) => contenders.find((each) => each.id === id)!;

describe('the customers that churn would have scored', () => {
  it.each<Churn['definition']>([churn.definition, { rule: 'cycles', cycles: 1, min_days: 20 }, { rule: 'days', days: 120 }])(
    'are those of the metric churn_status, by %o',
    async (definition) => {
      const settings = { churn: { definition, min_age_days: 45 } };
      const loaded = await ingestPaths([`${demoFolder}orders.csv`], { fields: churnFields() });
      try {
        const input = inputOf(loaded, settings);
        const run = await runForecast(input, { wanted: ['purchase_fits', 'purchase_outcome', 'churn_status'], folds: 0 });
        const { asOf } = await openContest(run.read, { ...run.contest, origins: [run.asOf] });
        const rows = await loaded.engine.rows<{ customer_id: string }>(
          sql`select customer_id from churn_status where status = 'scored' order by customer_id`,
        );
        const kept = scoredAt(asOf, input.churn);
        expect(asOf.ids.filter((_, row) => kept?.[row])).toEqual(rows.map((row) => row.customer_id));
        expect(rows.length).toBeGreaterThan(50);
        expect(rows.length).toBeLessThan(asOf.rows - 10);
      } finally {
        await loaded.close();
      }
    },
  );

  it('cannot be told where the definition goes by the customer file', () => {
    const data = blankHistories([0, 1]);
    expect(scoredAt(data, { definition: { rule: 'contract_end' }, min_age_days: 0 })).toBeNull();
    expect(scoredAt(data, { definition: { rule: 'lost_flag' }, min_age_days: 0 })).toBeNull();
  });

  it('are nobody where nobody bought twice', () => {
    const data = { ...blankHistories([0, 1]), repeats: new Float64Array(2) };
    expect(scoredAt(data, churn)).toEqual([false, false]);
  });
});

describe('a ranking', () => {
  const outcomes = [1, 1, 1, 0, 0, 0, 0, 1];
  const data = blankHistories(outcomes);
  const evaluate = (id: string, scores: readonly number[]) =>
    measure(contender(id), data, { scores: Float64Array.from(scores), probabilities: null });
  const own = evaluate('logistic', [8, 7, 6, 5, 4, 3, 2, 1]);
  const recency = evaluate('recency', [8, 3, 2, 7, 6, 5, 4, 1]);
  const pace = evaluate('pace', [1, 1, 1, 1, 1, 1, 1, 1]);
  const reference = evaluate('bg-nbd-alive', [8, 7, 6, 4, 3, 2, 1, 5]);

  it('is set against the best naive rule, and not against what is measured for reference', () => {
    const ranking = rankingOf(data, own, [own, recency, pace, reference], null);
    expect(ranking.customers).toBe(8);
    expect(ranking.area?.area).toBe(12 / 16);
    expect(ranking.naive).toMatchObject({ contender: pace.contender, area: { area: 0.5 } });
    expect(ranking.gain?.difference).toBeCloseTo(0.25, 14);
    expect(ranking.areas.get(recency.contender)?.area).toBe(4 / 16);
  });

  it('of some customers leaves the others out, for the naive rules as well', () => {
    const kept = outcomes.map((_, row) => row !== 7 && row !== 1 && row !== 2);
    const ranking = rankingOf(data, own, [recency, pace], kept);
    expect(ranking).toMatchObject({ customers: 5, area: { area: 1, events: 1, others: 4 } });
    expect(ranking.naive).toMatchObject({ contender: recency.contender, area: { area: 1 } });
    expect(ranking.gain).toBeNull();
    expect([...only(data.outcome!.silent, kept)]).toEqual([1, 0, 0, 0, 0]);
  });

  it('of customers who all did the same is none', () => {
    const kept = outcomes.map((silent) => silent === 1);
    expect(rankingOf(data, own, [recency], kept)).toMatchObject({ customers: 4, area: null, naive: null, gain: null });
  });
});

describe('the standing of an area', () => {
  const area = (low: number, high: number) => ({ area: (low + high) / 2, interval: { low, high }, events: 1200, others: 12 });

  it('is chance where the interval holds a half and nothing of use, unsure where it holds both', () => {
    expect([area(0.478, 0.559), area(0.3, 0.45), area(0.499, 0.865), area(0.501, 0.52)].map(standingOf)).toEqual([
      'chance',
      'chance',
      'unsure',
      'useful',
    ]);
  });
});
