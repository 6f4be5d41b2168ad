import { closeSync, openSync, readSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * What the file costs at the least: DuckDB groups it with the types given, checks nothing and explains nothing.
 * `node bench/duckdb-query.mjs FILE orders|customers|reps` groups lines to orders to customers, lines to customers at once, or lines to
 * the orders of a rep and a customer, these to months of the rep, and these to reps.
 */
const [, , file, grouping] = process.argv;

const types = {
  订单编号: 'varchar',
  客户编号: 'varchar',
  下单日期: 'timestamp',
  产品编号: 'varchar',
  产品类别: 'varchar',
  数量: 'decimal(18,4)',
  单价: 'decimal(18,4)',
  订单金额: 'decimal(18,4)',
  订单状态: 'varchar',
  负责人: 'varchar',
  成本: 'decimal(18,4)',
  已付金额: 'decimal(18,4)',
};
const columns = headers(file)
  .map((name) => `'${name}': '${types[name]}'`)
  .join(', ');
const source = `read_csv('${file.replaceAll("'", "''")}', auto_detect=false, header=true, delim=',', quote='"', escape='"', columns={${columns}})`;

const lines = `select "客户编号" as customer, "负责人" as rep, "订单编号" as order_id, "订单金额" as amount, "下单日期" as ordered_at from ${source} where "订单状态" = '已完成'`;
const queries = {
  orders: `
    select customer, count(*) as orders, sum(amount) as revenue, max(ordered_at) as last
    from (select customer, order_id, sum(amount) as amount, max(ordered_at) as ordered_at from (${lines}) group by customer, order_id)
    group by customer`,
  reps: `
    select rep, count(*) as months, sum(customers) as customers, sum(revenue) as revenue
    from (
      select rep, month, count(distinct customer) as customers, count(*) as orders, sum(amount) as revenue
      from (select rep, customer, order_id, date_trunc('month', ordered_at) as month, sum(amount) as amount from (${lines}) group by all)
      group by rep, month)
    group by rep`,
  customers: `select customer, count(*) as lines, sum(amount) as revenue, max(ordered_at) as last from (${lines}) group by customer`,
};

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const begun = performance.now();
const answer = await connection.runAndReadAll(`select count(*)::integer, sum(revenue)::double from (${queries[grouping]})`);
const seconds = (performance.now() - begun) / 1000;
const [[customers, revenue]] = answer.getRowsJS();
console.log(JSON.stringify({ seconds, [grouping === 'reps' ? 'reps' : 'customers']: customers, revenue }));

/** The names of the columns, from the first line. */
function headers(path) {
  const bytes = Buffer.alloc(4096);
  const handle = openSync(path);
  const length = readSync(handle, bytes);
  closeSync(handle);
  return bytes.toString('utf8', 0, length).split(/\r?\n/, 1)[0].split(',');
}
