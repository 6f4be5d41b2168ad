import { describe, expect, it } from 'vitest';
import { openContest } from '../../../src/forecast/churn/contest.ts';
import type { Read } from '../../../src/forecast/read.ts';
import { addDays } from '../../../src/lib/dates.ts';
import { runParameters } from '../../../src/metrics/parameters.ts';
import { metrics } from '../../../src/metrics/registry.ts';
import { contestSettings } from '../../../src/metrics/retention/parts/contest-settings.ts';
import { runMetrics } from '../../../src/metrics/runner.ts';
import { fieldIds } from '../../../src/model/entities.ts';
import { asOf, lateLog, parameters } from './late-log.ts';
import { rowsOf } from '../run.ts';
import { duckDbWith } from '../two-engines.ts';

describe('churn_scores', () => {
  it('has a probability for every customer with a purchase, all by one contender', async () => {
    const rows = await rowsOf('churn_scores', { orders: lateLog, parameters });
    expect(rows).toHaveLength(34);
    expect(new Set(rows.map((row) => row['contender'])).size).toBe(1);
    const of = (id: string) => Number(rows.find((row) => row['customer_id'] === id)?.['probability']);
    expect(of('GONE')).toBeGreaterThan(of('SLOWED'));
    expect(of('SLOWED')).toBeGreaterThan(of('R0'));
    for (const row of rows) expect(row['probability']).toBeGreaterThanOrEqual(0);
  });

  it('says how such customers did who were as late in past windows', async () => {
    const [row] = await rowsOf('churn_scores', { orders: lateLog, parameters });
    // GONE alone was silent for more than 90 and at most 180 days at a past day, and bought nothing after.
    expect(row).toMatchObject({ late_customers: 1, late_silent: 1 });
  });

  it('scores nobody where the as-of date is no origin', async () => {
    const origins = [addDays(asOf, -90)];
    expect(await rowsOf('churn_scores', { orders: lateLog, parameters: { as_of: asOf, retention: { origins } } })).toEqual([]);
  });

  it('rests on the contest that churn_contest rests on, read once', async () => {
    const engine = await duckDbWith({ orders: lateLog });
    try {
      let contests = 0;
      const read: Read = (query) => {
        if (query.text.includes('from purchase_fits')) contests += 1;
        return engine.rows(query);
      };
      const wanted = ['churn_contest', 'churn_scores'];
      await runMetrics({ engine, metrics: wanted, registry: metrics, available: new Set(fieldIds()), parameters, read });
      expect(contests).toBe(1);
      const contest = await openContest(read, contestSettings(runParameters.parse(parameters))!);
      expect(contest.past).toHaveLength(3);
      expect(contests).toBe(1);
    } finally {
      await engine.close();
    }
  });
});
