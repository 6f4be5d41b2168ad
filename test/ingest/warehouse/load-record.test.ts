import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { PostgresEngine } from '../../../src/engine/postgres.ts';
import { sql } from '../../../src/engine/sql.ts';
import { type LoadRecord, readRecord, recordOf, writeRecord } from '../../../src/ingest/warehouse/load-record.ts';
import { openLoaded } from '../../../src/ingest/warehouse/loaded-schema.ts';
import type { Finding, Input } from '../../../src/result/result.ts';
import { describeWithPostgres } from '../../postgres-server.ts';
import { type CanonicalRows, ingestedFrom, loadRows, openRun, query, refusal } from './loading.ts';

const empty: CanonicalRows = {};

const finding: Finding = {
  code: 'date-invalid',
  level: 'warning',
  file: '订单 "2026".csv',
  sheet: null,
  line: 118,
  cell: null,
  column: '下单日期',
  value: `2018-02-29\n'; drop table orders; --`,
  message: 'no such day',
  fix: null,
  count: 3,
};

const input: Input = {
  role: 'orders',
  file: '订单.csv',
  sheet: null,
  encoding: 'gb18030',
  rows_read: 12,
  rows_used: 10,
  rows_set_aside: 1,
  rows_rejected: 1,
  reasons: { 'date-invalid': 1, 'total-row': 1 },
  sum_read: 1234.56,
  sum_used: 0.1 + 0.2,
  sum_set_aside: -3,
  sum_rejected: null,
  taken_off: { refunds: 0.3 },
  sha256: 'ab'.repeat(32),
};

const record: LoadRecord = {
  as_of: '2026-03-31',
  inputs: [input],
  available: ['customers.name', 'orders.amount'],
  findings: { en: [finding], 'zh-CN': [{ ...finding, message: '没有这一天' }] },
};

describeWithPostgres('the record of a load', (server) => {
  afterEach(() => query(server, 'drop schema if exists crm_eval cascade'));

  async function kept(engine: PostgresEngine, written: LoadRecord): Promise<LoadRecord | null> {
    await engine.run(sql`drop table if exists crm_eval.crm_eval_load`);
    await writeRecord(engine, 'crm_eval', written);
    return readRecord(engine, 'crm_eval');
  }

  /** The code, exit and fix with which a run without files is refused. */
  async function refused(): Promise<readonly unknown[]> {
    const engine: PostgresEngine = await openRun(server);
    const error = await refusal(openLoaded({ engine, schema: 'crm_eval', asOf: null, lang: 'en' }));
    await engine.close();
    return [error.code, error.exit, error.fix?.en];
  }

  it('comes back as it was written', async () => {
    await loadRows(server, empty);
    const engine = await openRun(server);
    expect(await kept(engine, record)).toEqual(record);
    const blank = { as_of: null, inputs: [], available: [], findings: { en: [], 'zh-CN': [] } };
    expect(await kept(engine, blank)).toEqual(blank);
  });

  it('takes any text that a file may hold, but for NUL', async () => {
    await loadRows(server, empty);
    const engine = await openRun(server);
    const awkward = (value: string): LoadRecord => ({ ...record, findings: { en: [{ ...finding, value }], 'zh-CN': [] } });
    for (const value of [String.raw`\u0000`, String.raw`C:\u0000x`, '\\', "'", '𠮷', '\ud800', '</script>', '\u2028'])
      expect((await kept(engine, awkward(value)))?.findings.en[0]?.value).toBe(value);
    expect((await kept(engine, awkward('a\0b\0')))?.findings.en[0]?.value).toBe('ab');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        expect((await kept(engine, awkward(value)))?.findings.en[0]?.value).toBe(value.replaceAll('\0', ''));
      }),
      { numRuns: 20 },
    );
  });

  it('is made of what ingest says, in both languages, and of fields in the order of their names', async () => {
    const ingested = ingestedFrom(
      {},
      {
        asOf: null,
        inputs: [input],
        available: new Set(['orders.rep', 'orders.amount']),
        findingsIn: async (lang) => [{ ...finding, message: lang }],
      },
    );
    expect(await recordOf(ingested)).toEqual({
      as_of: null,
      inputs: [input],
      available: ['orders.amount', 'orders.rep'],
      findings: { en: [{ ...finding, message: 'en' }], 'zh-CN': [{ ...finding, message: 'zh-CN' }] },
    });
  });

  it('is missed where nothing was loaded', async () => {
    const load =
      'load files first (crm-eval load FILES --engine URL --schema NAME), name its --schema, or name tables in the config (sources.orders.table)';
    expect(await refused()).toEqual(['nothing-loaded', 'usage', load]);
    await query(server, 'create schema crm_eval', 'create table crm_eval.orders (order_id text)');
    expect(await refused()).toEqual(['nothing-loaded', 'usage', load]);
  });

  it.each([
    ['is no JSON', `update crm_eval.crm_eval_load set content = '{' where part = 'inputs'`],
    ['lacks a part', `delete from crm_eval.crm_eval_load where part = 'findings'`],
    ['has a part of a later version', `insert into crm_eval.crm_eval_load values ('currency', '"CNY"')`],
    ['has other fields', `update crm_eval.crm_eval_load set content = '[{"file":"a.csv"}]' where part = 'inputs'`],
    ['stands beside fewer tables', 'drop table crm_eval.market'],
  ])('asks to load again where it %s', async (_name, change) => {
    await loadRows(server, empty);
    await query(server, change);
    expect(await refused()).toEqual(['load-unreadable', 'inputUnreadable', 'load the files again with --force']);
    await loadRows(server, empty, { replace: true });
    const engine = await openRun(server);
    expect(await readRecord(engine, 'crm_eval')).toMatchObject({ as_of: '2026-03-31' });
  });
});
