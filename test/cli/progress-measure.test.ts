import { describe, expect, it } from 'vitest';
import { computeMeasure, loadMeasure, stepsMeasure } from '../../src/cli/progress-engine.ts';
import { createMeter, type Measure } from '../../src/cli/progress-measure.ts';
import { estimatedRows } from '../../src/cli/progress-rows.ts';
import { fakeClock } from './fake-terminal.ts';
import { temporaryFolder } from './run.ts';
import { join } from 'node:path';

const at = (share: number, step: string | null = null): Measure => ({ step, share, amount: null });

describe('a meter', () => {
  it('tells nothing of a step that has just begun', () => {
    const clock = fakeClock();
    const meter = createMeter(clock.now);
    expect(meter(at(0.1))).toBeNull();
    clock.pass(299);
    expect(meter(at(0.2))).toBeNull();
    clock.pass(1);
    expect(meter(at(0.2))).toEqual({ step: null, share: 0.2, amount: null, left: null });
  });

  it('tells the time left after two seconds and five percent, in proportion', () => {
    const clock = fakeClock();
    const meter = createMeter(clock.now);
    meter(at(0));
    clock.pass(1_999);
    expect(meter(at(0.5))?.left).toBeNull();
    clock.pass(1);
    expect(meter(at(0.5))?.left).toBe(2);
    clock.pass(1_000);
    expect(meter(at(0.049))).toBeNull();
    clock.pass(3_000);
    expect(meter(at(0.0499))?.left).toBeNull();
    expect(meter(at(0.05))?.left).toBe(57);
    expect(meter(at(1))?.left).toBeNull();
  });

  it('tells no time left while the share stands still', () => {
    const clock = fakeClock();
    const meter = createMeter(clock.now);
    meter(at(0));
    clock.pass(3_000);
    expect(meter(at(0.9))?.left).not.toBeNull();
    clock.pass(5_000);
    expect(meter(at(0.9))?.left).toBeNull();
    expect(meter(at(0.91))?.left).not.toBeNull();
  });

  it('begins again with another step, with a share that falls back, and after nothing ran', () => {
    const clock = fakeClock();
    const meter = createMeter(clock.now);
    for (const next of [at(0.5, 'other'), at(0.4, 'other'), null, at(0.6, 'other')]) {
      clock.pass(10_000);
      expect(meter(next)).toBeNull();
      clock.pass(400);
      if (next !== null) expect(meter(next)).toEqual({ ...next, left: null });
    }
  });
});

describe('the measure of a load', () => {
  const folder = temporaryFolder({
    'orders.csv': `id,amount\n${'12345,67.89\n'.repeat(100_000)}`,
    'utf16.csv': Buffer.from('a,b\n1,2\n', 'utf16le'),
    'page.xls': '\n <table>\n<tr>\n',
    'one-line.csv': 'a,b',
    'empty.csv': '',
  });
  const path = (name: string): string => join(folder, name);

  it('estimates the rows of a text from its first lines, and knows none of anything else', () => {
    expect(estimatedRows(path('orders.csv'))).toBeGreaterThan(99_900);
    expect(estimatedRows(path('orders.csv'))).toBeLessThan(100_100);
    expect(['utf16.csv', 'page.xls', 'one-line.csv', 'empty.csv', 'missing.csv', '.'].map((name) => estimatedRows(path(name)))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it('counts rows by the share that the engine reports, and has no step', () => {
    const engine = { progress: () => ({ table: 'orders_1', share: 0.5, rows: 7, totalRows: 9 }) };
    const measure = loadMeasure(engine, path('orders.csv'))();
    expect(measure).toMatchObject({ step: null, share: 0.5, amount: { unit: 'rows', about: true } });
    expect(measure!.amount!.done).toBe(measure!.amount!.total / 2);
    expect(loadMeasure(engine, path('utf16.csv'))()).toEqual({ step: null, share: 0.5, amount: null });
  });

  it('is nothing while no statement runs', () => {
    const engine = { progress: () => null, steps: () => null };
    expect([loadMeasure(engine, path('orders.csv'))(), computeMeasure(engine)()]).toEqual([null, null]);
  });
});

it('the measure of many files has how many are done', () => {
  expect(stepsMeasure({ done: 500, total: 2000 }, 'files')()).toEqual({
    step: null,
    share: 0.25,
    amount: { done: 500, total: 2000, unit: 'files', about: false },
  });
});

describe('the measure of what is computed', () => {
  const statement = { table: 'rfm_scores', share: 0.25, rows: 25, totalRows: 100 };

  it('counts the tables that were announced, and how far the one is that is made', () => {
    const engine = { progress: () => statement, steps: () => ({ done: 2, total: 5, next: 'rfm_scores' }) };
    expect(computeMeasure(engine)()).toEqual({ step: null, share: 0.45, amount: { done: 2, total: 5, unit: 'steps', about: false } });
    expect(computeMeasure({ ...engine, progress: () => null })()?.share).toBe(0.4);
    expect(computeMeasure({ ...engine, progress: () => ({ ...statement, table: null }) })()?.share).toBe(0.4);
  });

  it('is else named after the table of the statement and has the rows of the engine', () => {
    const engine = { progress: () => statement, steps: () => null };
    expect(computeMeasure(engine)()).toEqual({
      step: 'rfm_scores',
      share: 0.25,
      amount: { done: 25, total: 100, unit: 'rows', about: true },
    });
    expect(computeMeasure({ ...engine, progress: () => ({ table: null, share: 0, rows: 0, totalRows: 0 }) })()).toEqual({
      step: null,
      share: 0,
      amount: null,
    });
  });
});
