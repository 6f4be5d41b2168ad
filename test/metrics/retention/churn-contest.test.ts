import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { contenders } from '../../../src/forecast/churn/contenders.ts';
import { rowsOf } from '../run.ts';
import { asOf, lateLog, parameters } from './late-log.ts';

describe('churn_contest', () => {
  it('has the default and every contender by itself for each window held out', async () => {
    const rows = await rowsOf('churn_contest', { orders: lateLog, parameters: { ...parameters, churn: { folds: 2 } } });
    const days = [-90, -180].map((ago) => addDays(asOf, ago));
    for (const origin of days) {
      const own = rows.filter((row) => row['origin'] === origin);
      expect(own.filter((row) => row['chosen'] === 1)).toHaveLength(1);
      const alone = own.filter((row) => row['chosen'] === 0).map((row) => row['contender']);
      expect(new Set(alone)).toEqual(new Set(contenders.map(({ id }) => id)));
      expect(alone).toHaveLength(contenders.length);
      for (const row of own) expect(row['customers']).toBe(33);
      const chosen = own.find((row) => row['chosen'] === 1);
      const same = own.find((row) => row['chosen'] === 0 && row['contender'] === chosen?.['contender']);
      expect([chosen?.['auc'], chosen?.['position']]).toEqual([same?.['auc'], same?.['position']]);
    }
    expect(new Set(rows.map((row) => row['origin']))).toEqual(new Set(days));
  });

  it('is chosen before the fact, or as asked for', async () => {
    const asked = await rowsOf('churn_contest', { orders: lateLog, parameters: { ...parameters, churn: { model: 'recency' } } });
    expect(asked.filter((row) => row['chosen'] === 1).map((row) => row['contender'])).toEqual(['recency']);
  });

  it('measures those that would have been scored, where the definition lets them be told', async () => {
    const scored = async (definition: unknown) =>
      (await rowsOf('churn_contest', { orders: lateLog, parameters: { ...parameters, churn: { definition } } }))[0]?.['scored_customers'];
    // All but the one long gone.
    expect(await scored({ rule: 'cycles', cycles: 3, min_days: 180 })).toBe(32);
    expect(await scored({ rule: 'lost_flag' })).toBeNull();
  });

  it('is empty without a past window, and where the as-of date is no origin', async () => {
    for (const origins of [[asOf], [addDays(asOf, -90)]])
      expect(await rowsOf('churn_contest', { orders: lateLog, parameters: { as_of: asOf, retention: { origins } } })).toEqual([]);
  });
});
