import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { type CustomerKind, customerKind } from '../../result/counters.ts';

/** So many names tell. */
const looked = 500;

/** Whether the customers of the loaded tables are companies or people, by their names in the customer list, else in the orders. */
export async function customersIn(engine: Engine): Promise<CustomerKind> {
  const listed = await engine.rows<{ name: string }>(
    sql`select name from customers where name is not null order by customer_id, name limit ${looked}`,
  );
  const rows =
    listed.length > 0
      ? listed
      : await engine.rows<{ name: string }>(
          sql`select customer as name from orders where customer is not null group by customer order by customer limit ${looked}`,
        );
  return customerKind(rows.map(({ name }) => name));
}
