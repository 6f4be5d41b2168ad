import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf, withMetrics } from '../run.ts';
import { addDays } from '../../../src/lib/dates.ts';
import { asOf, lateLog, parameters } from './late-log.ts';

async function lists(churn: unknown = {}): Promise<ReadonlyMap<unknown, Row>> {
  const rows = await rowsOf('churn_lists', { orders: lateLog, parameters: { ...parameters, churn } });
  return new Map(rows.map((row) => [row['customer_id'], row]));
}

describe('churn_lists', () => {
  it('put every customer with a purchase into one list', async () => {
    const own = await lists();
    expect(own.size).toBe(34);
    expect(own.get('GONE')).toMatchObject({ list_id: 'lost', probability: null, value_at_risk: null, by_silence: 0 });
    expect(own.get('ONCE')).toMatchObject({ list_id: 'too_new', probability: null });
    expect(own.get('R0')).toMatchObject({ list_id: 'active', by_silence: 0 });
  });

  it('put a very late customer whose purchases fell at risk, and watch one whose did not, whatever the probability says', async () => {
    const own = await lists({ at_risk: 0.99, watch: 0.98 });
    expect(own.get('SILENT')).toMatchObject({ list_id: 'at_risk', by_silence: 1, place: 1 });
    expect(own.get('SLOWED')).toMatchObject({ list_id: 'watch', by_silence: 1 });
  });

  it('go by the probabilities that are set', async () => {
    const own = await lists({ at_risk: 0.02, watch: 0.01 });
    for (const { list_id: list, probability, usual_probability: pace } of own.values())
      if (list === 'active') expect(Number(probability)).toBeLessThan(Number(pace) + 0.01 * (1 - Number(pace)));
    expect([...own.values()].filter((row) => row['list_id'] === 'active').length).toBeLessThan(
      [...(await lists()).values()].filter((row) => row['list_id'] === 'active').length,
    );
  });

  it('watch nobody for a horizon that is short beside the usual gap', async () => {
    // Three who buy every 100 days, the last time 30 days ago, among those who buy often.
    const slow = ['S1', 'S2', 'S3'].flatMap((id) =>
      Array.from({ length: 7 }, (_, index) => order(id, `${id}-${index}`, addDays(asOf, -30 - 100 * index), 10)),
    );
    const rows = await rowsOf('churn_lists', { orders: [...lateLog, ...slow], parameters: { ...parameters, churn: { watch: 0.04 } } });
    const own = new Map(rows.map((row) => [row['customer_id'], row]));
    for (const id of ['S1', 'S2', 'S3']) {
      const { list_id: list, probability, usual_probability: pace } = own.get(id)!;
      expect(pace).toBeCloseTo(Math.exp(-0.9), 12);
      expect(Number(probability)).toBeGreaterThan(0.04);
      expect(Number(probability) - Number(pace)).toBeLessThan(0.04 * (1 - Number(pace)));
      expect(list).toBe('active');
    }
    expect(own.get('GONE')).toMatchObject({ list_id: 'lost', usual_probability: null });
  });

  it('watch whoever is overdue by its own gaps, however likely it is to buy', async () => {
    // Ten purchases 30 days apart, the last 40 days ago: longer than ever, and the model has seen worse.
    const late = Array.from({ length: 10 }, (_, index) => order('LATE', `LATE-${index}`, addDays(asOf, -40 - 30 * index), 10));
    const rows = await rowsOf('churn_lists', { orders: [...lateLog, ...late], parameters: { ...parameters, churn: { watch: 0.9 } } });
    const own = rows.find((row) => row['customer_id'] === 'LATE')!;
    expect(own).toMatchObject({ list_id: 'watch', by_silence: 1 });
    expect(own['probability_counted']).toBe(own['probability']);
  });

  it('put at risk of a very late customer at least the share of past ones who stayed silent', async () => {
    await withMetrics(['churn_lists', 'churn_status', 'churn_scores'], { orders: lateLog, parameters }, async ({ table }) => {
      const of = async (id: string, metric: string) => (await table(metric)).find((row) => row['customer_id'] === id)!;
      const value = async (id: string) => Number((await of(id, 'churn_status'))['expected_value']);
      const probability = async (id: string) => Number((await of(id, 'churn_scores'))['probability']);
      // One of one before: (1 + 1) ÷ (1 + 2).
      const least = Math.max(2 / 3, await probability('SILENT'));
      expect((await of('SILENT', 'churn_lists'))['value_at_risk']).toBeCloseTo(least * (await value('SILENT')), 9);
      expect((await of('R0', 'churn_lists'))['value_at_risk']).toBeCloseTo((await probability('R0')) * (await value('R0')), 9);
    });
  });

  it('number the customers of a list by value at risk', async () => {
    const own = [...(await lists()).values()].filter((row) => row['list_id'] === 'active');
    const placed = own.toSorted((one, other) => Number(one['place']) - Number(other['place']));
    expect(placed.map((row) => row['place'])).toEqual(placed.map((_, index) => index + 1));
    const values = placed.map((row) => Number(row['value_at_risk']));
    expect(values).toEqual(values.toSorted((one, other) => other - one));
  });
});
