import { beforeAll, expect, it } from 'vitest';
import type { PostgresEngine } from '../../../src/engine/postgres.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { Ingested } from '../../../src/ingest/contract.ts';
import { openLoaded } from '../../../src/ingest/warehouse/loaded-schema.ts';
import type { Lang } from '../../../src/lib/localized.ts';
import type { Finding, Input } from '../../../src/result/result.ts';
import { describeWithPostgres, urlWith } from '../../postgres-server.ts';
import { type CanonicalRows, fieldsIn, loadRows, openRun, query } from './loading.ts';

const rows: CanonicalRows = {
  customers: [{ customer_id: 'C1' }, { customer_id: 'C2' }],
  orders: [
    { order_id: 'O1', customer_id: 'C1', ordered_at: '2026-01-31 23:59:59.999999', amount: 1 },
    { order_id: 'O2', customer_id: 'C1', ordered_at: '2026-02-01', amount: 2, category: '泵' },
    { order_id: 'O3', customer_id: 'C2', ordered_at: '2026-03-31', amount: 4 },
    { order_id: 'O4', customer_id: 'C2', ordered_at: null, amount: 8 },
  ],
};

const input: Input = {
  role: 'orders',
  file: '订单.csv',
  sheet: null,
  encoding: 'utf-8',
  rows_read: 7,
  rows_used: 4,
  rows_set_aside: 3,
  rows_rejected: 0,
  reasons: { 'total-row': 1, 'after-as-of': 2 },
  sum_read: 15,
  sum_used: 15,
  sum_set_aside: null,
  sum_rejected: null,
  taken_off: {},
  sha256: 'cd'.repeat(32),
};

const place = { file: '订单.csv', sheet: null, line: null, cell: null, column: null, value: null };

const finding = (lang: Lang): Finding => ({
  ...place,
  code: 'amount-negative',
  level: 'info',
  line: 2,
  column: '金额',
  message: { en: 'negative', 'zh-CN': '负数' }[lang],
  fix: null,
  count: 1,
});

describeWithPostgres('a schema that was loaded', (server) => {
  beforeAll(async () => {
    const findingsIn = async (lang: Lang): Promise<Finding[]> => [finding(lang)];
    await loadRows(server, rows, { ingested: { inputs: [input], findingsIn } });
  });

  async function opened(asOf: string | null, lang: Lang = 'en'): Promise<{ ingested: Ingested; engine: PostgresEngine; ids: unknown[] }> {
    const engine = await openRun(server, { schema: 'crm_eval' });
    const ingested = await openLoaded({ engine, schema: 'crm_eval', asOf, lang });
    const ids = (await engine.rows(sql`select order_id from orders order by order_id`)).map((row) => row['order_id']);
    return { ingested, engine, ids };
  }

  it('is as the files were', async () => {
    const { ingested, ids } = await opened(null);
    expect(ids).toEqual(['O1', 'O2', 'O3', 'O4']);
    expect(ingested).toMatchObject({
      asOf: '2026-03-31',
      inputs: [input],
      findings: [finding('en')],
      tables: [],
      available: fieldsIn(rows),
    });
    expect(await ingested.rejects()).toEqual([]);
  });

  it('speaks the language of the run, whatever that of the load', async () => {
    const { ingested } = await opened(null, 'zh-CN');
    expect(ingested.findings).toEqual([finding('zh-CN')]);
    expect(await ingested.findingsIn('en')).toEqual([finding('en')]);
  });

  it.each([
    ['2026-01-31', ['O1', 'O4'], 2],
    ['2026-02-01', ['O1', 'O2', 'O4'], 1],
    ['2026-03-31', ['O1', 'O2', 'O3', 'O4'], 0],
    ['2020-01-01', ['O4'], 3],
  ])('as of %s has the orders up to the end of the day, and those without a date', async (asOf, orders, later) => {
    const { ingested, ids } = await opened(asOf);
    expect([ids, ingested.asOf]).toEqual([orders, asOf]);
    expect(ingested.findings.filter(({ code }) => code === 'after-as-of').map(({ level, file, count }) => [level, file, count])).toEqual(
      later === 0 ? [] : [['info', 'crm_eval.orders', later]],
    );
  });

  it('has only the fields that the orders up to then have', async () => {
    const all = fieldsIn(rows);
    expect((await opened('2026-02-01')).ingested.available).toEqual(all);
    expect((await opened('2026-01-31')).ingested.available).toEqual(new Set([...all].filter((field) => field !== 'orders.category')));
  });

  it('warns where a later date would miss what the load set aside', async () => {
    expect((await opened('2026-04-01', 'zh-CN')).ingested.findings).toEqual([
      finding('zh-CN'),
      {
        ...place,
        code: 'load-as-of',
        level: 'warning',
        message: '载入时未写入晚于 2026-03-31 的行，截至 2026-04-01 的数字因此不含这些行',
        fix: '请用更晚的 --as-of（或不加）重新载入文件',
        count: 2,
      },
    ]);
    expect((await opened('2026-03-31')).ingested.findings).toEqual([finding('en')]);
  });

  it('counts the rows of a customer: a table has no lines', async () => {
    const { ingested } = await opened('2026-02-28');
    expect(await ingested.rowsOf('C2')).toEqual([
      { role: 'customers', file: 'crm_eval.customers', sheet: null, lines: [], rows: 1 },
      { role: 'orders', file: 'crm_eval.orders', sheet: null, lines: [], rows: 1 },
    ]);
    expect(await ingested.rowsOf("C'9")).toEqual([]);
  });

  it('can be read by many at once, and by one without a right to write', async () => {
    const role = `crm_eval_analyst_${process.pid}`;
    const database = new URL(server.url).pathname.slice(1);
    const grants = [
      'grant usage on schema crm_eval',
      'grant select on all tables in schema crm_eval',
      `grant create on database ${database}`,
    ];
    await query(server, `create role ${role} login`, ...grants.map((grant) => `${grant} to ${role}`));
    try {
      const [one, other] = [
        await openRun(server, { schema: 'crm_eval' }),
        await openRun({ url: urlWith(server.url, { user: role }) }, { schema: 'crm_eval' }),
      ];
      for (const engine of [one, other]) {
        await openLoaded({ engine, schema: 'crm_eval', asOf: '2026-01-31', lang: 'en' });
        expect(await engine.rows(sql`select count(*) as n from orders`)).toEqual([{ n: 2 }]);
      }
      await other.close();
    } finally {
      await query(server, `drop owned by ${role}`, `drop role ${role}`);
    }
  });
});
