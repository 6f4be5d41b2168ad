import { DuckDBInstance } from '@duckdb/node-api';

/**
 * What the file costs at the least: DuckDB groups it with the types given, checks nothing and explains nothing.
 * `node bench/duckdb-query.mjs FILE orders|customers` groups lines to orders to customers, or lines to customers at once.
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
};
const columns = Object.entries(types)
  .map(([name, type]) => `'${name}': '${type}'`)
  .join(', ');
const source = `read_csv('${file.replaceAll("'", "''")}', auto_detect=false, header=true, delim=',', quote='"', escape='"', columns={${columns}})`;

const lines = `select "客户编号" as customer, "订单编号" as order_id, "订单金额" as amount, "下单日期" as ordered_at from ${source} where "订单状态" = '已完成'`;
const queries = {
  orders: `
    select customer, count(*) as orders, sum(amount) as revenue, max(ordered_at) as last
    from (select customer, order_id, sum(amount) as amount, max(ordered_at) as ordered_at from (${lines}) group by customer, order_id)
    group by customer`,
  customers: `select customer, count(*) as lines, sum(amount) as revenue, max(ordered_at) as last from (${lines}) group by customer`,
};

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const begun = performance.now();
const answer = await connection.runAndReadAll(`select count(*)::integer, sum(revenue)::double from (${queries[grouping]})`);
const seconds = (performance.now() - begun) / 1000;
const [[customers, revenue]] = answer.getRowsJS();
console.log(JSON.stringify({ seconds, customers, revenue }));
