import { describe, expect, it } from 'vitest';
import { readSpenders, spendOf } from '../../../src/forecast/value/spenders.ts';
import { addDays } from '../../../src/lib/dates.ts';
import { DuckDbEngine } from '../../../src/engine/duckdb.ts';
import { runMetrics } from '../../../src/metrics/runner.ts';
import { metrics } from '../../../src/metrics/registry.ts';
import { columnsOf, entityById, fieldIds } from '../../../src/model/entities.ts';
import { order, scratch } from '../../metrics/run.ts';

describe('a history', () => {
  it('has the mean of the repeat purchases with a value', () => {
    expect(spendOf({ valued_days: 4, valued_sum: 10 })).toEqual({ x: 4, mean: 2.5 });
    expect(spendOf({ valued_days: 0, valued_sum: null })).toEqual({ x: 0, mean: 0 });
  });
});

describe('the customers whose values are modelled', () => {
  it('are every k-th by id where there are more than 20,000', async () => {
    const engine = await DuckDbEngine.open({ scratch, threads: 1 });
    const orders = Array.from({ length: 30_001 }, (_, index) =>
      [0, 1].map((day) => order(`C${String(index).padStart(5, '0')}`, `${index}-${day}`, addDays('2026-01-01', day), index + day)),
    ).flat();
    await engine.append('orders', columnsOf(entityById('orders')), orders);
    await engine.append('customers', columnsOf(entityById('customers')), []);
    await runMetrics({
      engine,
      metrics: ['value_histories'],
      registry: metrics,
      available: new Set(fieldIds()),
      parameters: { as_of: '2026-02-01' },
    });
    const spenders = await readSpenders((query) => engine.rows(query));
    await engine.close();
    expect(spenders).toHaveLength(15_000);
    expect(spenders.slice(0, 2)).toEqual([
      { x: 1, mean: 2 },
      { x: 1, mean: 4 },
    ]);
  });
});
