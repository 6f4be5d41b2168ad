import { describe, expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { inputOf, prepare, readTables, refusalOf } from '../warehouse/warehouse.ts';

const columns = 'order_id text, customer_id text, order_date date, amount int';

describeWithPostgres('tables that cannot be read', (server) => {
  describe('by their name', () => {
    it('are suggested where one is spelled like it', async () => {
      await prepare(
        server,
        'create schema dwd',
        `create table dwd.sales_order (${columns})`,
        `create table "dwd"."Sales Order" (${columns})`,
      );
      const fixOf = async (table: string): Promise<string | undefined> => {
        const refusal = await refusalOf(server, { tables: { orders: table } });
        expect(refusal).toMatchObject({ code: 'table-missing', exit: 'usage' });
        return refusal.fix?.en;
      };
      expect(await fixOf('dwd.sale_order')).toBe('did you mean dwd.sales_order?');
      expect(await fixOf('dvd.sales_order')).toBe('did you mean dwd.sales_order?');
      expect(await fixOf('sales_order')).toBe('did you mean dwd.sales_order?');
      expect(await fixOf('dwd."Sales  Order"')).toBe('did you mean dwd."Sales Order"?');
      expect(await fixOf('elsewhere.something_else')).toBe('check the name and the database of the URL');
      expect(await fixOf('pg_catalog.pg_class')).not.toBeUndefined();
    });

    it('are spelled as written first, then in lower case', async () => {
      await prepare(
        server,
        `create table "Mixed" (${columns})`,
        `create table mixed (${columns})`,
        `insert into "Mixed" values ('S1', 'C1', '2026-01-01', 1)`,
      );
      expect(inputOf(await readTables(server, { tables: { orders: 'Mixed' } })).rows_read).toBe(1);
      expect(inputOf(await readTables(server, { tables: { orders: 'MIXED' } })).rows_read).toBe(0);
    });

    it.each(['dwd.sales_order; drop table dwd.sales_order', 'dwd.sales_order where true', '"dwd.sales_order"" --', 'pg_sleep(9)'])(
      'that is %j are refused before the server sees it',
      async (table) => {
        expect(await refusalOf(server, { tables: { orders: table } })).toMatchObject({ code: 'table-name-invalid', exit: 'usage' });
      },
    );

    it('with quotes and semicolons in it are read', async () => {
      await prepare(
        server,
        `create table "a"";drop schema dwd cascade;--" (${columns}, "am""ount" int, "x');--" int)`,
        `insert into "a"";drop schema dwd cascade;--" values ('S1', 'C1', '2026-01-01', 1, 5, 6)`,
      );
      const loaded = await readTables(server, {
        tables: { orders: '"a"";drop schema dwd cascade;--"' },
        map: ['orders.amount=am"ount', `orders.quantity=x');--`],
      });
      expect(await loaded.rows('select amount, quantity from orders')).toEqual([{ amount: 5, quantity: 6 }]);
      expect(await loaded.rows('select count(*) as n from dwd.sales_order')).toEqual([{ n: 0 }]);
    });
  });

  describe('by their condition', () => {
    it.each([
      ['nowhere = 1', 'column "nowhere" does not exist'],
      ['amount', 'argument of WHERE must be type boolean, not type integer'],
      ['amount = ', 'syntax error'],
      ["order_date = '2026-13-45'", 'date/time field value out of range'],
      ['sum(amount) > 1', 'aggregate functions are not allowed in WHERE'],
      ['$1 = amount', '$ is not taken'],
      ['true) union all select 1 where (true', 'its brackets do not pair'],
      ['true; drop table conditioned', 'a semicolon is not taken'],
      ["amount::text = 'a' limit 1", 'syntax error'],
    ])('%j is refused with what the server says of it', async (where, message) => {
      await prepare(server, `create table if not exists conditioned (${columns})`);
      const refusal = await refusalOf(server, { tables: { orders: { table: 'conditioned', where } } });
      expect(refusal).toMatchObject({ code: 'where-invalid', exit: 'usage' });
      expect(refusal.text.en).toMatch(/^sources\.orders\.where: /);
      expect(refusal.text.en).toContain(message);
      expect(refusal.fix).not.toBeNull();
    });

    it('are not read where a word of the data ends a text', async () => {
      await prepare(
        server,
        'create table worded (order_id text, customer_id text, order_date date, amount int, status text)',
        `insert into worded values ('S1', 'C1', '2026-01-01', 1, 'x'' then ''completed'' else ''')`,
      );
      const loaded = await readTables(server, {
        tables: { orders: 'worded' },
        map: [`orders.status.cancelled=x' then 'completed' else '`],
      });
      expect(inputOf(loaded)).toMatchObject({ rows_used: 0, reasons: { 'status-cancelled': 1 } });
    });
  });

  describe('by their columns', () => {
    it('are refused with the column that was meant', async () => {
      await prepare(server, 'create table lacking (so_no text, cust_no text, order_time timestamp, net_amt int)');
      const refusal = await refusalOf(server, {
        tables: { orders: 'lacking' },
        map: ['orders.order_id=so_nr', 'orders.customer_id=cust_no'],
      });
      expect(refusal).toMatchObject({ code: 'column-missing', exit: 'usage', fix: { en: 'did you mean "so_no"?' } });
      expect(refusal.text['zh-CN']).toBe('public.lacking 没有列“so_nr”（用于 orders.order_id）');
    });

    it('are refused where a need of their role has none', async () => {
      await prepare(
        server,
        'create table undated (order_id text, customer_id text, amount int)',
        'create table nobody (order_id text, order_date date, amount int)',
      );
      const undated = await refusalOf(server, { tables: { orders: 'undated' } });
      expect(undated.text.en).toBe('public.undated has no column for ordered_at, which orders need');
      expect(undated.fix?.en).toBe('name it as sources.orders.columns.ordered_at; the columns are order_id, customer_id, amount');
      expect((await refusalOf(server, { tables: { orders: 'nobody' } })).text.en).toBe(
        'public.nobody has no column for customer_id or customer, which orders need',
      );
    });

    it('may be mapped twice: the later mapping counts', async () => {
      await prepare(server, `create table mapped (${columns}, net int)`, `insert into mapped values ('S1', 'C1', '2026-01-01', 1, 2)`);
      const loaded = await readTables(server, { tables: { orders: 'mapped' }, map: ['orders.amount=amount', 'orders.amount=net'] });
      expect(await loaded.column('orders', 'amount')).toEqual([2]);
    });

    it('are all refused at once, before any row is read', async () => {
      await prepare(
        server,
        'create table bad_orders (order_id text, customer_id text, order_date text, amount money)',
        'create table bad_customers (customer_id numeric, name text)',
      );
      const refusal = await refusalOf(server, { tables: { orders: 'bad_orders', customers: 'bad_customers', products: 'no_products' } });
      expect(refusal.code).toBe('column-type-unfit');
      expect(
        refusal.text.en.split('; ').filter((text) => / is (text|money|numeric)$|there is no table no_products/.test(text)),
      ).toHaveLength(4);
      expect(refusal.text.en).toContain('public.bad_customers.customer_id is numeric');
      expect(refusal.text.en).toContain('sources.products: there is no table no_products');
    });
  });

  describe('for want of a right', () => {
    it('say which one to grant', async () => {
      await prepare(
        server,
        'create role reader login',
        'grant create on database "' + new URL(server.url).pathname.slice(1) + '" to reader',
        'create schema hidden',
        `create table hidden.sales (${columns})`,
        'create schema shown',
        'grant usage on schema shown to reader',
        `create table shown.sales (${columns})`,
        `create table shown.half (${columns}, status text)`,
        'grant select (order_id, customer_id, order_date) on shown.half to reader',
        `insert into shown.half values ('S1', 'C1', '2026-01-01', 1, 'void')`,
      );
      const reader = new URL(server.url);
      reader.username = 'reader';
      const url = reader.href;
      const hidden = await refusalOf(server, { tables: { orders: 'hidden.sales' }, url });
      expect(hidden).toMatchObject({ code: 'table-right-missing', exit: 'usage' });
      expect(hidden.fix?.en).toBe('let its owner: grant usage on schema hidden, grant select on hidden.sales to the user of the URL');
      const shown = await refusalOf(server, { tables: { orders: 'shown.sales' }, url });
      expect(shown.fix?.en).toBe('let its owner: grant select on shown.sales to the user of the URL');
      const named = await refusalOf(server, { tables: { orders: 'shown.half' }, map: ['orders.amount=amount'], url });
      expect(named).toMatchObject({ code: 'table-right-missing', text: { en: 'there is no right to read shown.half (amount)' } });
      const conditioned = await refusalOf(server, { tables: { orders: { table: 'shown.half', where: "status = 'void'" } }, url });
      expect(conditioned).toMatchObject({ code: 'table-right-missing', exit: 'usage' });
      const half = await readTables(server, { tables: { orders: 'shown.half' }, url });
      expect(await half.rows('select order_id, amount, status from orders')).toEqual([{ order_id: 'S1', amount: null, status: null }]);
    });

    it('behind a view are told in the words of the server', async () => {
      await prepare(
        server,
        'create role broken_owner',
        'create schema behind',
        'grant usage, create on schema behind to broken_owner',
        `create table behind.kept (${columns})`,
        'grant select on behind.kept to broken_owner',
        'create view behind.seen as select * from behind.kept',
        'alter view behind.seen owner to broken_owner',
        'revoke select on behind.kept from broken_owner',
      );
      const refusal = await refusalOf(server, { tables: { orders: 'behind.seen' } });
      expect(refusal).toMatchObject({ code: 'table-right-missing', exit: 'usage' });
      expect(refusal.text.en).toContain('permission denied for table kept');
    });
  });

  it('in a zone that the server does not know are refused', async () => {
    await prepare(server, 'create table zoned (order_id text, customer_id text, order_date timestamptz, amount int)');
    const refusal = await refusalOf(server, { tables: { orders: 'zoned' }, timezone: "Mars/Olympus'; drop table zoned --" });
    expect(refusal).toMatchObject({ code: 'timezone-unknown', exit: 'usage' });
  });
});
