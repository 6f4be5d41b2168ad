import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import type { CustomerRows } from '../identity/customer-rows.ts';
import { type CustomersOf, customersOf, groupAgain } from '../identity/customers-of.ts';
import { joinCustomers } from '../identity/identity.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { JudgedTable } from './judged.ts';
import { contactsOf } from './nobodies.ts';
import { overlay } from './overlay.ts';
import { buyerField, contactText } from './rows.ts';
import { textOf } from './values.ts';

/** Brings the customers of tables together with those of the customer list, and with each other, as those of files are. */
export async function joinSourceCustomers(judged: readonly JudgedTable[], exact: boolean, engine: PostgresEngine): Promise<Trouble[]> {
  const named = await customersOf(
    judged.map(({ table }) => table),
    engine,
  );
  const rows = viewedRows(judged, engine);
  for (const customers of named) await giveToOwners(customers, judged, rows);
  const lists = judged.map(({ table }) => table).filter(({ entity }) => entity.id === 'customers');
  return joinCustomers(named, lists, exact, rows);
}

/** Buyers who name nobody, and have the address of one customer of the table, are that customer. */
async function giveToOwners(customers: CustomersOf, judged: readonly JudgedTable[], rows: CustomerRows): Promise<void> {
  const { plan } = judged.find(({ table }) => table === customers.loaded)!;
  const buyer = buyerField(plan);
  if (plan.nobodies === null || plan.nobodies.contact === null || buyer === undefined) return;
  const customer = textOf(buyer.column);
  const owned = contactsOf(plan).map(
    ({ kind, index }) =>
      sql`select ${customer} as customer_id, ${contactText(kind, textOf(plan.relation.columns[index]!))} as contact from ${plan.rows} where not ${plan.nobodies!.when(customer)}`,
  );
  await rows.engine.create(
    'contact_owners',
    sql`select contact as id, min(customer_id) as target from (${join(owned, ' union all ')}) as owned
      where customer_id is not null and contact in (select customer_id from ${identifier(customers.name)})
      group by contact having count(distinct customer_id) = 1`,
  );
  await rows.rename(customers, 'contact_owners');
  await rows.engine.drop('contact_owners');
  await groupAgain(customers, rows.engine);
}

/** Rows of tables of the database. */
function viewedRows(judged: readonly JudgedTable[], engine: PostgresEngine): CustomerRows {
  const of = (table: LoadedTable): JudgedTable => judged.find((source) => source.table === table)!;
  return {
    engine,
    beside: (table, index) => besideIn(of(table), index),
    async rename({ loaded, name }: CustomersOf, ids: string): Promise<void> {
      const renamed = await engine.rows(
        sql`select 1 as one from ${identifier(ids)} as ids inner join ${identifier(name)} as named on named.customer_id = ids.id limit 1`,
      );
      if (renamed.length === 0) return;
      const kept = `${loaded.name}_${ids}`;
      await engine.create(kept, sql`select id, min(target) as target from ${identifier(ids)} group by id`);
      const customer = sql`coalesce(${identifier(kept)}.target, below.customer_id)`;
      const joined = sql`left join ${identifier(kept)} on ${identifier(kept)}.id = below.customer_id`;
      await overlay(of(loaded), ids, { values: new Map([['customer_id', customer]]), joined }, engine);
    },
  };
}

function besideIn({ plan }: JudgedTable, index: number): Sql {
  const [customer, column] = [buyerField(plan)?.column, plan.relation.columns[index]];
  if (customer === undefined || column?.readable !== true)
    return sql`select null::varchar as customer_id, null::varchar as value where false`;
  return sql`select ${textOf(customer)} as customer_id, ${textOf(column)} as value from ${plan.rows}`;
}
