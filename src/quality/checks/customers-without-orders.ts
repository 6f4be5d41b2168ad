import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { type Check, type CheckedTable, lastShapeReason, tablesOf, trouble } from '../check.ts';

/** Customers of the customer file that no order names, orders whose customer is in no customer file, customers all of whose orders were left out. */
export const customersWithoutOrders: Check = async (context) => {
  const customers = tablesOf(context, 'customers');
  const orders = tablesOf(context, 'orders').filter((table) => table.stored.includes('customer_id'));
  if (orders.length === 0) return [];
  const [found] = await context.engine.rows<{ unused: number; idle: number; unknown: number; example: string | null }>(sql`
    with ordering as (select customer_id, min(_reason) as reason from (${customersIn(orders)}) as lines group by customer_id),
      known as (select customer_id from (${customersIn(customers)}) as records where _reason = 0),
      unknown as (select customer_id from ordering except select customer_id from known)
    select
      (select count(*) from ordering where reason > 0) as unused,
      (select count(*) from (select customer_id from known except select customer_id from ordering) as idle) as idle,
      (select count(*) from unknown) as unknown,
      (select min(customer_id) from unknown) as example`);
  const { unused, idle, unknown, example } = found!;
  const left = { en: 'customers whose orders were all set aside or rejected', 'zh-CN': '其全部订单均未计入的客户' };
  const troubles = [trouble('customers-without-used-orders', 'info', unused, left, null)];
  if (customers.length === 0) return troubles;
  const unnamed = { en: 'customers that no order names', 'zh-CN': '没有任何订单的客户' };
  troubles.push(trouble('customers-without-orders', 'info', idle, unnamed, null));
  troubles.push(
    trouble(
      'orders-without-customer-record',
      'warning',
      unknown,
      {
        en: 'customers that are in the orders and in no customer file; they are scored without name, owner or industry',
        'zh-CN': '订单中出现、但客户文件中没有的客户；照常评分，但缺少名称、负责人和行业',
      },
      {
        en: 'export the customers completely, or check that both files use the same ids',
        'zh-CN': '请完整导出客户，或检查两个文件的客户编号是否一致',
      },
      { value: example },
    ),
  );
  return troubles;
};

/** Each record that names a customer, with what became of it; none without tables that do. */
function customersIn(tables: readonly CheckedTable[]): Sql {
  const each = tables
    .filter((table) => table.stored.includes('customer_id'))
    .map(
      (table) =>
        sql`select customer_id, _reason from ${identifier(table.name)} where customer_id is not null and _reason not between 1 and ${lastShapeReason}`,
    );
  return each.length === 0 ? sql`select null::varchar as customer_id, 0 as _reason where false` : join(each, ' union all ');
}
