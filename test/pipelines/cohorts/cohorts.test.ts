import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { monthlyOrders } from '../../metrics/retention/survivors.ts';
import { type CohortSettings, cohortsOf } from '../run-cohorts.ts';
import { columnOf, facts, table } from '../run-score.ts';

const head = '订单编号,客户编号,下单日期,金额';
const orders = lines(
  head,
  '1,A,2026-01-05,100',
  '2,A,2026-02-05,50',
  '3,A,2026-03-05,25',
  '4,B,2026-01-31,200',
  '5,B,2026-03-01,20',
  '6,C,2026-02-20,30',
  '7,C,2026-03-20,40',
  '8,D,2026-03-15,500',
);
const customers = lines('客户编号,客户名称,负责人,省份', 'A,甲,张三,华东', 'B,乙,李四,华东', 'C,丙,张三,', 'D,丁,,华南');

const made = (text: string, settings: CohortSettings = {}) => cohortsOf({ 'orders.csv': text }, settings);
const fromRows = (rows: ReturnType<typeof monthlyOrders>, settings: CohortSettings = {}) =>
  made(
    lines(
      head,
      ...rows.map((row) => [row['order_id'], row['customer_id'], String(row['ordered_at']).slice(0, 10), row['amount']].join(',')),
    ),
    settings,
  );

describe('cohorts', () => {
  it('is a valid Result with the promised sections', async () => {
    const result = await made(orders, { asOf: '2026-03-31' });
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(result).toMatchObject({ command: 'cohorts', as_of: '2026-03-31', period: null, lang: 'en', engine: 'duckdb', not_computed: [] });
    expect(result.sections.map(({ id }) => id)).toEqual([
      'overview',
      'retention',
      'survival',
      'revenue',
      'revenue_per_customer',
      'average',
      'projection',
      'revenue_retention',
      'revenue_retention_months',
      'cells',
    ]);
  });

  it('fetches of the table for other programs as many rows as of any other', async () => {
    const months = ['2025-01', '2025-02', '2025-03', '2025-04'];
    const rows = months.flatMap((month, index) => monthlyOrders(month, [9, 8, 7, 6, 5, 4, 3].slice(0, 7 - index)));
    const cells = table(
      await fromRows(rows, { asOf: '2025-07-31', screen: { limit: null, sections: ['cells'], shows: 'answer' } }),
      'cells',
    );
    expect([cells.glance.most, cells.rows.length, cells.total]).toEqual([0, 20, 7 + 6 + 5 + 4]);
  });

  it('makes triangles, the latest cohort first, with a column for every age that is over', async () => {
    const result = await made(orders, { asOf: '2026-04-10' });
    expect(table(result, 'retention').columns.map(({ id, title }) => [id, title])).toEqual([
      ['cohort', 'Cohort'],
      ['customers', 'Customers'],
      ['p0', 'Month 0'],
      ['p1', 'Month 1'],
      ['p2', 'Month 2'],
    ]);
    expect(table(result, 'retention').rows).toEqual([
      { cohort: '2026-03', customers: 1, p0: 1, p1: null, p2: null },
      { cohort: '2026-02', customers: 1, p0: 1, p1: 1, p2: null },
      { cohort: '2026-01', customers: 2, p0: 1, p1: 0.5, p2: 1 },
    ]);
    expect(table(result, 'revenue').rows.map((row) => [row['p0'], row['p1'], row['p2']])).toEqual([
      [500, null, null],
      [30, 40, null],
      [300, 50, 45],
    ]);
    expect(columnOf(result, 'revenue_per_customer', 'p2')).toEqual([null, null, 197.5]);
  });

  it('says the same in long form, where a running month is there and masked', async () => {
    const result = await made(orders, { asOf: '2026-04-10' });
    const cells = table(result, 'cells');
    expect(cells.columns.slice(0, 7).map(({ id }) => id)).toEqual(['cohort', 'period', 'customers', 'active', 'retention', 'low', 'high']);
    expect(cells.rows).toHaveLength(4 + 3 + 2);
    expect(
      cells.rows.filter((row) => row['complete'] === false).map((row) => [row['cohort'], row['period'], row['active'], row['revenue']]),
    ).toEqual([
      ['2026-01', 3, null, null],
      ['2026-02', 2, null, null],
      ['2026-03', 1, null, null],
    ]);
    for (const row of table(result, 'retention').rows)
      for (const cell of cells.rows.filter(({ cohort, complete }) => cohort === row['cohort'] && complete === true))
        expect(row[`p${String(cell['period'])}`]).toBe(cell['retention']);
  });

  it('gives the overview: customers, cohorts, repeat rate and retention with n and interval', async () => {
    const overview = facts(await made(orders, { asOf: '2026-04-10' }), 'overview');
    expect(overview.get('customers')).toMatchObject({ value: 4, unit: 'customers' });
    expect(overview.get('cohorts')?.value).toBe(3);
    expect(overview.get('first_cohort')?.value).toBe('2026-01');
    expect(overview.get('last_period')?.value).toBe('2026-03');
    expect(overview.get('repeat_rate')).toMatchObject({
      value: 0.75,
      n: 4,
      low: expect.closeTo(0.30064, 5),
      high: expect.closeTo(0.95441, 5),
    });
    expect(overview.get('retention_1')).toMatchObject({ value: 2 / 3, n: 3 });
    expect(overview.has('retention_3')).toBe(false);
    expect(overview.get('gross_retention')).toMatchObject({ value: null, n: null });
    expect(overview.get('gross_retention')?.basis).toContain('do not reach back two years');
  });

  it('takes quarters and years, and the cohorts of a period only', { tags: ['slow'] }, async () => {
    const quarters = await made(orders, { asOf: '2026-04-10', unit: 'quarter' });
    expect(table(quarters, 'retention').rows).toEqual([{ cohort: '2026-Q1', customers: 4, p0: 1 }]);
    expect(table(quarters, 'retention').columns.at(-1)?.title).toBe('Quarter 0');
    const period = { from: '2026-02-01', to: '2026-03-01' };
    const february = await made(orders, { asOf: '2026-04-10', period });
    expect(february.period).toEqual(period);
    expect(columnOf(february, 'retention', 'cohort')).toEqual(['2026-02']);
    expect(facts(february, 'overview').get('customers')).toMatchObject({ value: 1, basis: expect.stringContaining('2026-02-01') });
  });

  it('projects survival in figures and words, and says how the projection would have done', async () => {
    const survivors = [1000, 631, 468, 382, 326, 289, 262, 241];
    const result = await fromRows(monthlyOrders('2025-01', survivors), { asOf: '2025-08-31' });
    const overview = facts(result, 'overview');
    expect(overview.get('settling_periods')).toMatchObject({ value: 1, basis: expect.stringContaining('through 2025-08') });
    expect(overview.get('projected_survival')).toMatchObject({
      title: 'Still customers after 19 months, projected',
      n: 1000,
      basis: expect.stringMatching(/^Of 100 new customers expected to buy then or later: 17 \(\d+ to \d+\) after 12 months, 13 /),
    });
    expect(overview.get('projected_survival')?.basis).toContain('not a renewal');
    const error = overview.get('projection_error');
    expect(error).toMatchObject({
      n: 1000,
      basis: expect.stringMatching(/^Fitted without the last 2 months, .* 2025-08 or later; 241 did, within/),
    });
    expect(Math.abs(Number(error?.value))).toBeLessThan(0.05);
    expect(columnOf(result, 'projection', 'observed').slice(0, 9)).toEqual([...survivors.map((count) => count / 1000), null]);
    expect(Number(columnOf(result, 'projection', 'projected')[12])).toBeCloseTo(0.170037, 6);
    expect(result.findings.map(({ code }) => code)).not.toContain('projection-not-held');
  });

  it('warns of a projection that failed its check, in the same line too', { tags: ['slow'] }, async () => {
    const rows = monthlyOrders('2025-01', [1000, 631, 468, 382, 326, 289, 100, 60]);
    const result = await fromRows(rows, { asOf: '2025-08-31' });
    const overview = facts(result, 'overview');
    const [projected, error] = [overview.get('projected_survival'), overview.get('projection_error')];
    expect(Number(error?.low)).toBeGreaterThan(0);
    expect(projected?.title).toBe('Still customers after 19 months, projected (failed its check)');
    const percent = Math.round(100 * Number(error?.value));
    expect(projected?.basis).toMatch(
      new RegExp(`^A rough guide only: when checked it was ${percent}% too high, outside its interval. Of 100`),
    );
    const warning = result.findings.find(({ code }) => code === 'projection-not-held');
    expect(warning).toMatchObject({ level: 'warning', count: 1, file: null });
    expect(warning?.message).toContain(`${percent}% too high, 60 customers survived where `);
    const chinese = await fromRows(rows, { asOf: '2025-08-31', lang: 'zh-CN' });
    expect(facts(chinese, 'overview').get('projected_survival')?.title).toBe('19 个月后仍存续（预测，未通过回测）');
    expect(chinese.findings.find(({ code }) => code === 'projection-not-held')?.message).toMatch(/偏高 \d+%.*实际存续 60 位/);
  });

  it('says in words where the data cannot tell', { tags: ['slow'] }, async () => {
    const once = await made(lines(head, '1,A,2026-01-05,100', '2,B,2026-02-05,100'), { asOf: '2026-04-30' });
    expect(facts(once, 'overview').get('projected_survival')).toMatchObject({
      value: null,
      basis: 'The data cannot tell how retention goes on: nobody has bought again.',
    });
    const constant = await fromRows(monthlyOrders('2025-01', [81, 54, 36, 24, 16]), { asOf: '2025-05-31' });
    expect(facts(constant, 'overview').get('projected_survival')?.basis).toContain('The same share, 33.3%, is lost in every period.');
  });

  it('breaks revenue retention down by an attribute of the customers', async () => {
    const twice = lines(
      head,
      '1,A,2024-01-01,100',
      '2,A,2025-05-01,50',
      '3,B,2024-02-01,100',
      '4,C,2024-02-01,300',
      '5,C,2025-02-01,600',
      '6,D,2024-02-01,-5',
    );
    const result = await cohortsOf({ 'orders.csv': twice, 'customers.csv': customers }, { asOf: '2025-12-31', by: 'owner' });
    const section = table(result, 'revenue_retention_by');
    expect(section.columns[0]).toMatchObject({ id: 'group_name', title: 'Owner' });
    expect(section.rows.map((row) => [row['group_name'], row['customers'], row['gross_retention'], row['net_retention']])).toEqual([
      ['张三', 2, 350 / 400, 650 / 400],
      ['李四', 1, 0, 0],
      [null, 0, null, null],
    ]);
    const overview = facts(result, 'overview');
    expect(overview.get('gross_retention')).toMatchObject({ value: 0.7, n: 3 });
    expect(overview.get('net_retention')).toMatchObject({ value: 1.3, n: 3 });
    expect(overview.get('logo_retention')).toMatchObject({ value: 2 / 3, n: 3 });
    expect(overview.get('excluded')?.value).toBe(1);
    expect(overview.get('net_retention')?.basis).toContain('12 months to 2025-12-31 against 12 to 2024-12-31');
  });

  it('works without amounts, and says what is not computed', async () => {
    const result = await made(lines('客户编号,下单日期', 'A,2026-01-05', 'A,2026-02-05', 'B,2026-01-06'), {
      asOf: '2026-02-28',
    });
    expect(table(result, 'retention').rows).toEqual([{ cohort: '2026-01', customers: 2, p0: 1, p1: 0.5 }]);
    expect(table(result, 'revenue').rows).toEqual([]);
    expect(table(result, 'revenue_retention').rows).toEqual([]);
    expect(result.not_computed).toEqual(
      ['revenue_retention', 'revenue_retention_months'].map((metric) => ({ metric, needs: ['orders.amount'] })),
    );
  });

  it('is worded in Chinese, with the same ids and figures', { tags: ['slow'] }, async () => {
    const files = { 'orders.csv': orders, 'customers.csv': customers };
    const english = await cohortsOf(files, { by: 'region' });
    const chinese = await cohortsOf(files, { by: 'region', lang: 'zh-CN' });
    const bare = (result: typeof english) =>
      result.sections.map((section) =>
        section.kind === 'facts'
          ? section.facts.map(({ id, value, n, low, high }) => [id, value, n, low, high])
          : [section.columns.map(({ id }) => id), section.rows],
      );
    expect(bare(chinese)).toEqual(bare(english));
    for (const section of chinese.sections) {
      expect(section.title).toMatch(/\p{Script=Han}/u);
      const parts = section.kind === 'facts' ? section.facts : section.columns;
      for (const { title, basis } of parts) {
        expect(title).toMatch(/\p{Script=Han}/u);
        expect(basis ?? '说一次').toMatch(/\p{Script=Han}/u);
        expect(basis ?? '').not.toMatch(/\b(?:the|of|in) /);
      }
    }
  });

  it('refuses files that do not say who bought when', async () => {
    await expect(cohortsOf({ 'customers.csv': customers })).rejects.toMatchObject({ code: 'no-cohorts', exit: 'usage' });
    await expect(made(lines('订单编号,下单日期,金额', '1,2026-01-01,5'))).rejects.toMatchObject({ code: 'no-cohorts' });
  });

  it('has no cohort where all goods went back, and stays silent about the rest', async () => {
    const result = await made(lines(head, '1,A,2026-01-05,-5', '2,B,2026-02-05,-7'), { asOf: '2026-03-31' });
    expect(facts(result, 'overview').get('customers')?.value).toBe(0);
    expect(facts(result, 'overview').get('repeat_rate')).toMatchObject({ value: null, n: 0 });
    expect(table(result, 'retention').rows).toEqual([]);
    expect(table(result, 'projection').rows).toEqual([]);
  });

  it('warns where the orders end before the last period does, longer than they ever paused', async () => {
    const daily = Array.from({ length: 60 }, (_, day) => {
      const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      return `${day},${day % 2 === 0 ? 'A' : 'B'},${at},10`;
    });
    const early = async (settings: CohortSettings) =>
      (await made(lines(head, ...daily), settings)).findings
        .filter(({ code }) => code === 'period-ends-early')
        .map(({ message }) => message);
    // The last order is of 1 March.
    expect(await early({ asOf: '2026-03-31' })).toEqual([
      'the orders end on 2026-03-01, before the end of 2026-03-01..2026-03-31: its figures lack the days after',
    ]);
    expect(await early({ asOf: '2026-03-30', lang: 'zh-CN' })).toEqual([]);
    expect(await early({ asOf: '2026-04-10', unit: 'quarter', lang: 'zh-CN' })).toEqual([
      '订单到 2026-03-01 为止，早于 2026-01-01..2026-03-31 的终点：其后没有数据，该时期的数字因此偏低',
    ]);
    // 37 of the 365 days of revenue retention; of the year as a period nothing is missing.
    expect(await early({ asOf: '2026-04-07', unit: 'year' })).toEqual([
      'the orders end on 2026-03-01, before the end of 2025-04-08..2026-04-07: its figures lack the days after',
    ]);
    expect(await early({ asOf: '2026-04-06', unit: 'year' })).toEqual([]);
  });
});
