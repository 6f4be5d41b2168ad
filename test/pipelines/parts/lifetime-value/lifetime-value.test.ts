// @module-tag slow
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../../src/config/load.ts';
import type { Config } from '../../../../src/config/schema.ts';
import { type Result, resultSchema } from '../../../../src/result/result.ts';
import { lines } from '../../../ingest/ingest-files.ts';
import { asOfDay, buyers } from '../../../metrics/value/buyers.ts';
import { explainFiles, facts, scoreFiles, table } from '../../run-score.ts';

const settings = (value: Partial<Config['value']> = {}): Config['value'] => ({ ...defaultConfig().config.value, ...value });

const orderLines = buyers(120).map(
  (row) =>
    `${row['order_id']},${row['customer_id']},${String(row['ordered_at']).slice(0, 10)},${row['amount']},${Number(row['amount']) / 4}`,
);
const files = {
  'orders.csv': lines('订单编号,客户编号,下单日期,金额,利润', ...orderLines),
  'customers.csv': lines('客户编号,客户名称,推荐人', 'K0001,甲,', 'K0002,乙,K0001', 'K0003,丙,甲', 'N0001,未购客户,'),
};
const number = (value: unknown): number => Number(value ?? 0);

describe('score with lifetime values', () => {
  const scored = (): Promise<Result> => scoreFiles(files, { asOf: asOfDay, value: settings() });

  it('is a valid Result whose ranking has the columns, and without asking it is what it was', async () => {
    const result = await scored();
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    const added = [
      'lifetime_value',
      'lifetime_value_low',
      'lifetime_value_high',
      'probability_alive',
      'expected_orders',
      'expected_orders_low',
      'expected_orders_high',
      'expected_value',
      'expected_value_low',
      'expected_value_high',
      'historical_value',
      'total_value',
      'simple_value',
      'referral_value',
      'referred_customers',
    ];
    const ids = table(result, 'ranking').columns.map((column) => column.id);
    const bare = await scoreFiles(files, { asOf: asOfDay });
    expect(result.not_computed).toEqual(bare.not_computed);
    expect(ids.filter((id) => !added.includes(id))).toEqual(table(bare, 'ranking').columns.map((column) => column.id));
    expect(ids.filter((id) => added.includes(id))).toEqual(added);
    expect(result.sections.map(({ id }) => id)).toEqual([...bare.sections.map(({ id }) => id), 'lifetime_value', 'lifetime_value_holdout']);
    const without = table(result, 'ranking').rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([id]) => !added.includes(id))),
    );
    expect(without).toEqual(table(bare, 'ranking').rows);
  });

  it('has totals that are the sums of the ranking', async () => {
    const result = await scored();
    const rows = table(result, 'ranking').rows;
    const all = facts(result, 'lifetime_value');
    for (const id of ['lifetime_value', 'historical_value', 'expected_orders', 'expected_value']) {
      const sum = rows.reduce((total, row) => total + number(row[id]), 0);
      expect(number(all.get(id)?.value) / sum, id).toBeCloseTo(1, 9);
    }
    expect(number(all.get('total_value')?.value)).toBeCloseTo(
      number(all.get('lifetime_value')?.value) + number(all.get('historical_value')?.value),
      6,
    );
    expect(all.get('expected_value')?.low).toBeLessThan(number(all.get('expected_value')?.value));
    expect(all.get('expected_value')?.high).toBeGreaterThan(number(all.get('expected_value')?.value));
  });

  it('says by which models and settings: published names, standard errors, unit of time, horizon, discount, margin', async () => {
    const all = facts(await scoreFiles(files, { asOf: asOfDay, value: settings({ model: 'mbg-nbd' }) }), 'lifetime_value');
    for (const name of ['r', 'alpha', 'a', 'b', 'p', 'q', 'v']) {
      expect(all.get(`${name}_error`)?.value, name).toBeGreaterThan(0);
      expect(all.get(name)?.low, name).toBeLessThan(number(all.get(name)?.value));
    }
    expect(all.get('purchase_model')).toMatchObject({
      value: 'mbg-nbd',
      basis: expect.stringMatching(/^As asked for\. .*first one included/) as string,
    });
    expect(all.get('time_unit')?.value).toBe('weeks');
    expect(all.get('horizon_months')).toMatchObject({ value: 12, basis: 'Months of 30.4375 days, 365.25 days in all, until 2027-01-01.' });
    expect(all.get('discount')?.basis).toMatch(/^0\.7974% a month/);
    expect(all.get('margin')).toMatchObject({
      value: 0.25,
      basis: 'Profit divided by revenue, over all order lines whose profit is known.',
    });
    expect(all.get('left_out')).toMatchObject({ value: 1, basis: 'no dated order that is no return: 1' });
    expect(all.get('spend_frequency_correlation')?.n).toBe(all.get('p')?.n);
    for (const fact of all.values()) expect(fact.basis, fact.id).not.toBeNull();
  });

  it('adds up the worth of referred customers, named by id or by name', async () => {
    const rows = new Map(table(await scored(), 'ranking').rows.map((row) => [row['customer_id'], row]));
    const worth = number(rows.get('K0002')?.['total_value']) + number(rows.get('K0003')?.['total_value']);
    expect(rows.get('K0001')).toMatchObject({ referred_customers: 2 });
    expect(number(rows.get('K0001')?.['referral_value'])).toBeCloseTo(worth, 1);
    expect(rows.get('K0002')).toMatchObject({ referred_customers: null, referral_value: null });
  });

  it('takes horizon, discount and margin from the settings, and says so in Chinese', async () => {
    const own = await scoreFiles(files, {
      asOf: asOfDay,
      lang: 'zh-CN',
      value: settings({ discount: 0, margin: 1, horizon_months: 3, lifetime_years: 2 }),
    });
    for (const row of table(own, 'ranking').rows)
      if (row['lifetime_value'] !== null) expect(number(row['lifetime_value'])).toBeCloseTo(number(row['expected_value']), 8);
    const all = facts(own, 'lifetime_value');
    expect(all.get('margin')).toMatchObject({ value: 1, basis: '按设定。' });
    expect(all.get('lifetime_years')).toMatchObject({ value: 2, n: null, basis: '按设定。' });
    expect(all.get('expected_orders')?.value).toBeLessThan(number(facts(await scored(), 'lifetime_value').get('expected_orders')?.value));
    for (const fact of all.values()) expect(fact.title).not.toMatch(/^[A-Z][a-z]+ /);
  });

  it('tests the models on the later half of a year, says how near they came, and uses the nearest', async () => {
    const result = await scored();
    const rows = table(result, 'lifetime_value_holdout').rows;
    expect(rows.map((row) => [row['used'], row['origin'], row['horizon_days']])).toEqual(
      [true, false, false, false].map((used) => [used, '2025-07-02', 183]),
    );
    const [own, ...others] = rows;
    for (const row of others)
      if (row['method'] !== 'last-period')
        expect(number(row['squared_error'])).toBeGreaterThanOrEqual(number(own!['squared_error']) / 1.02);
    expect(number(own!['orders_error'])).toBeCloseTo(number(own!['foreseen_orders']) / number(own!['actual_orders']) - 1, 12);
    const all = facts(result, 'lifetime_value');
    expect(all.get('purchase_model')).toMatchObject({
      value: own!['method'],
      basis: expect.stringMatching(/^Nearest to what came in the back-test, or within 2% of that and likelier on all the data\./) as string,
    });
    expect(all.get('holdout')?.value).toMatch(
      /^In the 183 days after 2025-07-02 orders were forecast (right|\d+% too (few|many)) and revenue (right|\d+% too (little|much)); (what known customers had bought in the period before (comes nearer|comes as near|is farther off)|no customer had been known long enough to hold the period before against it)\.$/,
    );
    const zh = facts(await scoreFiles(files, { asOf: asOfDay, lang: 'zh-CN', value: settings() }), 'lifetime_value');
    expect(zh.get('holdout')?.value).toMatch(/^2025-07-02 之后 183 天，订单预测(准确|偏[低高] \d+%)，/);
  });

  it('has nothing to hold out from orders of seven weeks', async () => {
    const short = await scoreFiles(
      { 'orders.csv': lines('订单编号,客户编号,下单日期,金额', ...orderLines.map((line) => line.split(',').slice(0, 4).join(','))) },
      { asOf: '2025-02-19', value: settings() },
    );
    expect(facts(short, 'lifetime_value').get('holdout')).toMatchObject({
      value: null,
      basis: expect.stringMatching(/eight weeks/) as string,
    });
    expect(short.sections.map(({ id }) => id)).not.toContain('lifetime_value_holdout');
    expect(facts(short, 'lifetime_value').get('purchase_model')?.basis).toMatch(/^The default: there was nothing to hold out\./);
  });

  it('says why there are none: customers with summary columns only, and orders that nobody repeated', async () => {
    const summaries = { 'customers.csv': lines('客户编号,客户名称,订单数,销售额', 'C1,甲,3,300', 'C2,乙,1,50') };
    const without = await scoreFiles(summaries, { asOf: asOfDay, value: settings() });
    expect(without.not_computed).toContainEqual({
      metric: 'lifetime_value',
      needs: expect.arrayContaining(['orders.ordered_at']) as string[],
    });
    expect(facts(without, 'lifetime_value').get('lifetime_value')).toMatchObject({ value: null });
    for (const id of ['purchase_model', 'spend_model'])
      expect(facts(without, 'lifetime_value').get(id)).toMatchObject({ value: null, basis: 'No model: nobody has a dated purchase.' });

    const once = { 'orders.csv': lines('订单编号,客户编号,下单日期,金额', 'S1,C1,2025-03-01,100', 'S2,C2,2025-06-01,300') };
    const result = await scoreFiles(once, { asOf: asOfDay, value: settings() });
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    const codes = result.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['purchase-model-missing', 'spend-model-missing']));
    expect(facts(result, 'lifetime_value').get('purchase_model')).toMatchObject({
      value: null,
      basis: 'No model: there are no repeat purchases to learn from.',
    });
  });
});

describe('explain with lifetime values', () => {
  const explained = (customer: string, value = settings({ model: 'mbg-nbd' })) => explainFiles(files, customer, { asOf: asOfDay, value });

  it('says the same as the ranking, with the interval and the arithmetic', async () => {
    const row = table(await scoreFiles(files, { asOf: asOfDay, value: settings({ model: 'mbg-nbd' }) }), 'ranking').rows.find(
      (own) => own['customer_id'] === 'K0001',
    )!;
    const result = await explained('K0001');
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    const own = facts(result, 'lifetime_value');
    for (const id of [
      'lifetime_value',
      'expected_orders',
      'expected_value',
      'historical_value',
      'simple_value',
      'referral_value',
      'probability_alive',
    ])
      expect(own.get(id)?.value, id).toBe(row[id]);
    expect(own.get('expected_value')).toMatchObject({ low: row['expected_value_low'], high: row['expected_value_high'] });
    expect(own.get('purchase_value')?.basis).toMatch(/ [\d.]+ × \([\d.]+ \+ \d+ × [\d.]+\) ÷ \([\d.]+ × \d+ \+ [\d.]+ − 1\) = [\d.]+\.$/);
    expect(own.get('lifetime_value')?.basis).toMatch(/ [\d.]+ × 0\.25 = [\d.]+\. 95% prediction interval [\d.]+ to [\d.]+\.$/);
    expect(own.get('expected_orders')?.basis).toMatch(
      /mbg-nbd \(r = .*; weeks\) at x = \d+, t_x = [\d.]+, T = [\d.]+, 12 months ahead\. 95% prediction interval \d+ to \d+\.$/,
    );
  });

  it('shows the months, which add up to the lifetime value', async () => {
    const result = await explained('K0005', settings({ horizon_months: 7, discount: 0.3, margin: 0.5 }));
    const months = table(result, 'lifetime_value_months').rows;
    expect(months).toHaveLength(7);
    const sum = (column: string): number => months.reduce((total, row) => total + number(row[column]), 0);
    const own = facts(result, 'lifetime_value');
    expect(sum('lifetime_value')).toBeCloseTo(number(own.get('lifetime_value')?.value), 8);
    expect(sum('expected_orders')).toBeCloseTo(number(own.get('expected_orders')?.value), 10);
    expect(months.at(-1)?.['discount_factor']).toBeCloseTo(1.3 ** (-7 / 12), 12);
    expect((await explainFiles(files, 'K0005', { asOf: asOfDay })).sections.map(({ id }) => id)).toEqual([
      'customer',
      'factors',
      'sources',
    ]);
  });

  it('has no figures and says why for a customer who never bought', async () => {
    const result = await explained('N0001');
    expect(facts(result, 'lifetime_value').get('left_out')?.value).toBe('no dated order that is no return');
    expect(facts(result, 'lifetime_value').get('lifetime_value')?.value).toBeNull();
    expect(table(result, 'lifetime_value_months').rows).toEqual([]);
  });
});
