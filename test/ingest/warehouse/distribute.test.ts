import { describe, expect, it } from 'vitest';
import { sql, trusted } from '../../../src/engine/sql.ts';
import { canonicalTables } from '../../../src/ingest/warehouse/canonical-tables.ts';
import { distribute, type Distribution, distributionOf, hasCitus } from '../../../src/ingest/warehouse/distribute.ts';
import { entityById, fieldIds } from '../../../src/model/entities.ts';
import { describeWithPostgres } from '../../postgres-server.ts';
import { type CanonicalRows, loadRows, openRun, query } from './loading.ts';

describe('distribution', () => {
  const spread = (rowsWithoutKey: number): (readonly [string, Distribution])[] =>
    canonicalTables.map((entity) => [entity.id, distributionOf(entity, () => rowsWithoutKey)] as const);

  it('keeps what belongs to a customer with the customer, what belongs to a lead with the lead, and copies the rest', () => {
    const customer = { key: 'customer_id', beside: 'customers' };
    const lead = { key: 'lead_id', beside: 'leads' };
    expect(Object.fromEntries(spread(0))).toEqual({
      customers: customer,
      orders: customer,
      opportunities: customer,
      activities: customer,
      feedback: customer,
      leads: lead,
      pool_events: lead,
      lead_attributes: lead,
      products: 'reference',
      targets: 'reference',
      actions: 'reference',
      reps: 'reference',
      market: 'reference',
    });
  });

  it('copies a table in which a row has no key: Citus would refuse the row', () => {
    expect(spread(1).filter(([, distribution]) => distribution !== 'reference')).toEqual([]);
  });

  it('is by a column that the table has', () => {
    const keys = spread(0).flatMap(([id, distribution]) => (distribution === 'reference' ? [] : [`${id}.${distribution.key}`]));
    expect(keys.filter((key) => !fieldIds().includes(key))).toEqual([]);
    expect(keys).toHaveLength(8);
  });

  it('makes the table of the key before those beside it', () => {
    const made = spread(0).map(([id]) => id);
    expect(made.indexOf('customers')).toBe(0);
    expect(made.indexOf('leads')).toBeLessThan(made.indexOf('pool_events'));
  });

  it('is said as Citus takes it, with names quoted inside of the text', () => {
    const nameOf = (table: string) => trusted(`"o'clock"."${table}"`);
    const statement = (id: string, rowsWithoutKey = 0): string =>
      distribute(
        nameOf,
        entityById(id),
        distributionOf(entityById(id), () => rowsWithoutKey),
      ).text;
    expect([statement('customers'), statement('orders'), statement('orders', 3)]).toEqual([
      `select create_distributed_table('"o''clock"."customers"', 'customer_id', colocate_with => 'default')`,
      `select create_distributed_table('"o''clock"."orders"', 'customer_id', colocate_with => '"o''clock"."customers"')`,
      `select create_reference_table('"o''clock"."orders"')`,
    ]);
  });
});

/** What Citus has of these names, as far as a load uses it: each call is noted with the rows that the table holds by then. */
const imitation = [
  'set allow_system_table_mods = on',
  'create table public.calls (call text)',
  `create function pg_catalog.noted(what text, named regclass) returns void language plpgsql as $$
    declare held bigint;
    begin
      execute 'select count(*) from ' || named into held;
      insert into public.calls values (regexp_replace(what, 'crm_eval_run_[0-9a-z]+_l[0-9]+_', '', 'g') || ': ' || held);
    end $$`,
  `create function pg_catalog.create_distributed_table(named regclass, key text, colocate_with text) returns void language plpgsql as $$
    begin
      if colocate_with <> 'default' then perform colocate_with::regclass; end if;
      perform pg_catalog.noted(named || ' by ' || key || ' with ' || colocate_with, named);
    end $$`,
  `create function pg_catalog.create_reference_table(named regclass) returns void language plpgsql as $$
    begin perform pg_catalog.noted(named || ' everywhere', named); end $$`,
  `insert into pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
    select 99999, 'citus', 10, oid, false, '13' from pg_namespace where nspname = 'pg_catalog'`,
];

const tables: CanonicalRows = {
  customers: [{ customer_id: 'C1' }],
  orders: [{ order_id: 'O1', customer_id: 'C1', amount: 5 }],
  activities: [{ customer_id: 'C1' }, { customer_id: null, lead_id: 'L1' }],
};

describeWithPostgres('load where Citus is installed', (server) => {
  it('distributes every table before a row is in it, those of the customer together', async () => {
    const engine = await openRun(server);
    expect(await hasCitus(engine)).toBe(false);
    await query(server, ...imitation);
    expect(await hasCitus(engine)).toBe(true);

    const loaded = await loadRows(server, tables);
    expect(Object.fromEntries(loaded.map(({ entity, distribution }) => [entity, distribution]))).toMatchObject({
      orders: { key: 'customer_id', beside: 'customers' },
      activities: 'reference',
      market: 'reference',
    });
    expect((await query(server, 'select call from public.calls')).map(({ call }) => call)).toEqual([
      'crm_eval.customers by customer_id with default: 0',
      'crm_eval.orders by customer_id with "crm_eval"."customers": 0',
      'crm_eval.products everywhere: 0',
      'crm_eval.leads by lead_id with default: 0',
      'crm_eval.pool_events by lead_id with "crm_eval"."leads": 0',
      'crm_eval.opportunities by customer_id with "crm_eval"."customers": 0',
      'crm_eval.activities everywhere: 0',
      'crm_eval.feedback by customer_id with "crm_eval"."customers": 0',
      'crm_eval.targets everywhere: 0',
      'crm_eval.actions everywhere: 0',
      'crm_eval.reps everywhere: 0',
      'crm_eval.market everywhere: 0',
      'crm_eval.lead_attributes by lead_id with "crm_eval"."leads": 0',
    ]);
    expect(await engine.rows(sql`select count(*) as n from crm_eval.orders`)).toEqual([{ n: 1 }]);
  });
});
