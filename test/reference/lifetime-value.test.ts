import { beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/lib/dates.ts';
import type { Row } from '../../src/lib/rows.ts';
import { describeWithData } from '../data-folder.ts';
import { order, withMetrics } from '../metrics/run.ts';
import { expectClose } from '../stats/close.ts';
import { cdnowSample, type CustomerHistory, dayOf, historiesOf, type PurchaseEvent, readEvents } from './purchase-events.ts';

/** MBG/NBD of BTYDplus for the calibration period, in weeks; Gamma-Gamma as in methods.md. */
const [r, alpha, a, b] = [0.524843, 6.183082, 0.89136, 1.614003];
const [p, q, v] = [6.24957227, 3.74422467, 15.44352096];
const month = 30.4375 / 7;

/** Gauss's ₂F₁ by its series, |z| < 1. */
function gauss(one: number, two: number, three: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; Math.abs(term) > 1e-16 * Math.abs(sum); n += 1) {
    term *= ((one + n) * (two + n) * z) / ((three + n) * (n + 1));
    sum += term;
  }
  return sum;
}

/** The closed form of Batislam, Denizel & Filiztekin (2007). */
function expectedPurchases({ x, recency, age }: CustomerHistory, horizon: number): number {
  const alive = 1 / (1 + (a / (b + x)) * ((alpha + age) / (alpha + recency)) ** (r + x));
  const left = ((alpha + age) / (alpha + age + horizon)) ** (r + x);
  const series = gauss(r + x, b + x + 1, a + b + x, horizon / (alpha + age + horizon));
  return alive * ((a + b + x) / (a - 1)) * (1 - left * series);
}

function valueOf({ x, mean }: CustomerHistory): number {
  return (p * (v + mean * x)) / (p * x + q - 1);
}

/** End of each month, at (1 + annual)^(1/12) a month. */
function discountedPurchases(row: CustomerHistory, annual: number, months: number): number {
  let sum = 0;
  for (let index = 1; index <= months; index += 1)
    sum += (expectedPurchases(row, index * month) - expectedPurchases(row, (index - 1) * month)) / (1 + annual) ** (index / 12);
  return sum;
}

const metrics = ['lifetime_value', 'value_forecasts', 'spend_independence'];

interface Run {
  readonly values: ReadonlyMap<string, Row>;
  readonly forecasts: readonly Row[];
  readonly independence: Row;
}

async function valuesOf(events: readonly PurchaseEvent[], parameters: object): Promise<Run> {
  const orders = events.map(({ customer, day, value }, index) => order(customer, `${index}`, addDays('1970-01-01', day), value));
  return withMetrics(metrics, { orders, parameters: { as_of: '1997-09-30', ...parameters } }, async ({ table }) => ({
    values: new Map((await table('lifetime_value')).map((row) => [String(row['customer_id']), row])),
    forecasts: await table('value_forecasts'),
    independence: (await table('spend_independence'))[0]!,
  }));
}

describeWithData('lifetime values for the CDNOW 1/10 sample', (folder) => {
  let rows: CustomerHistory[];
  let run: Run;
  let events: PurchaseEvent[];
  beforeAll(async () => {
    events = readEvents(`${folder}/reference/${cdnowSample.file}`, cdnowSample.columns);
    rows = historiesOf(events, dayOf('1997-09-30'));
    run = await valuesOf(events, {});
  });

  it('agree with the closed form at the published parameters, customer by customer, discounted from the end of each month', () => {
    expect(run.values.size).toBe(2357);
    for (const row of rows) {
      const own = run.values.get(row.customer)!;
      expectClose(Number(own['expected_orders']), expectedPurchases(row, 12 * month), 2e-5);
      expectClose(Number(own['purchase_value']), valueOf(row), 2e-5);
      expectClose(Number(own['lifetime_value']), valueOf(row) * discountedPurchases(row, 0.1, 12), 2e-5);
    }
  });

  it('add up to the totals, whose intervals hold them', () => {
    const sum = (value: (row: CustomerHistory) => number): number => rows.reduce((total, row) => total + value(row), 0);
    const total = (column: string): number => run.forecasts.reduce((all, row) => all + Number(row['customers']) * Number(row[column]), 0);
    expectClose(
      total('expected_orders'),
      sum((row) => expectedPurchases(row, 12 * month)),
      2e-5,
    );
    expectClose(
      total('discounted_value'),
      sum((row) => valueOf(row) * discountedPurchases(row, 0.1, 12)),
      2e-5,
    );
    const [first] = run.forecasts;
    expect(first!['total_orders_low']).toBeLessThan(total('expected_orders'));
    expect(first!['total_orders_high']).toBeGreaterThan(total('expected_orders'));
    expect(first!['total_value_low']).toBeLessThan(total('expected_value'));
    expect(first!['total_value_high']).toBeGreaterThan(total('expected_value'));
    expect(Number(first!['total_value_high']) / Number(first!['total_value_low'])).toBeLessThan(1.5);
  });

  it('are the expected value itself without discount, and so for any horizon', async () => {
    const { values } = await valuesOf(events, { value: { discount: 0, margin: 1, horizon_months: 3 } });
    for (const row of rows.slice(0, 300)) {
      const own = values.get(row.customer)!;
      expectClose(Number(own['lifetime_value']), Number(own['expected_value']), 1e-9);
      expectClose(Number(own['expected_orders']), expectedPurchases(row, 3 * month), 2e-5);
    }
  });

  it('rest on values that depend on frequency as little as published: r = 0.1139 over 946 customers', () => {
    expect(Number(run.independence['correlation'])).toBeCloseTo(0.1139, 4);
    expect(run.independence['n']).toBe(946);
    expect(Number(run.independence['low'])).toBeLessThan(0.1);
  });
});
