import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { type Check, type CheckedTable, lastShapeReason, tablesOf, trouble } from '../check.ts';

function customersIn(tables: readonly CheckedTable[], where: Sql): Sql {
  return join(
    tables
      .filter((table) => table.stored.includes('customer_id'))
      .map(
        (table) =>
          sql`select customer_id from ${identifier(table.name)} where customer_id is not null and _reason not between 1 and ${lastShapeReason} and ${where}`,
      ),
    ' union ',
  );
}

/** Customers of the customer file that no order names, orders whose customer is in no customer file, customers all of whose orders were left out. */
export const customersWithoutOrders: Check = async (context) => {
  const customers = tablesOf(context, 'customers');
  const orders = tablesOf(context, 'orders').filter((table) => table.stored.includes('customer_id'));
  if (orders.length === 0) return [];
  const { engine } = context;
  const ordering = customersIn(orders, sql`true`);
  const troubles = [];
  const lines = join(
    orders.map(
      (table) =>
        sql`select customer_id, _reason from ${identifier(table.name)} where customer_id is not null and _reason not between 1 and ${lastShapeReason}`,
    ),
    ' union all ',
  );
  const [left] = await engine.rows<{ n: number }>(
    sql`select count(*) as n from (select customer_id from (${lines}) as lines group by customer_id having min(_reason) > 0) as customers`,
  );
  const unused = { en: 'customers whose orders were all set aside or rejected', 'zh-CN': '其全部订单均未计入的客户' };
  troubles.push(trouble('customers-without-used-orders', 'info', left?.n ?? 0, unused, null));
  if (customers.length === 0) return troubles;
  const known = customersIn(customers, sql`_reason = 0`);
  const [idle] = await engine.rows<{ n: number }>(sql`select count(*) as n from (${known} except (${ordering})) as idle`);
  const unnamed = { en: 'customers that no order names', 'zh-CN': '没有任何订单的客户' };
  troubles.push(trouble('customers-without-orders', 'info', idle?.n ?? 0, unnamed, null));
  const [unknown] = await engine.rows<{ n: number; example: string | null }>(
    sql`select count(*) as n, min(customer_id) as example from ((${ordering}) except (${known})) as unknown_customers`,
  );
  troubles.push(
    trouble(
      'orders-without-customer-record',
      'warning',
      unknown?.n ?? 0,
      {
        en: 'customers that are in the orders and in no customer file; they are scored without name, owner or industry',
        'zh-CN': '订单中出现、但客户文件中没有的客户；照常评分，但缺少名称、负责人和行业',
      },
      {
        en: 'export the customers completely, or check that both files use the same ids',
        'zh-CN': '请完整导出客户，或检查两个文件的客户编号是否一致',
      },
      { value: unknown?.example ?? null },
    ),
  );
  return troubles;
};
