import { code } from './code-text.ts';

/** Loads, and tables of a database that the config names. */
export const warehouse = {
  'nothing-loaded': code(
    ['No files are given, and the schema holds no load.', '没有给出文件，schema 中也没有载入的数据。'],
    ['no files are given, and the schema "‹crm_eval›" holds no load', '没有给出文件，schema “‹crm_eval›” 中也没有载入的数据'],
    ['`crm-eval load FILES --engine URL` first, or name its `--schema`.', '先 `crm-eval load 文件 --engine URL`，或用 `--schema` 指定。'],
  ),
  'load-unreadable': code(
    ['The load comes from another version, or was changed by hand.', '数据由其他版本载入，或被手工改动。'],
    ['the schema "‹crm_eval›" was filled by another version, or changed since', 'schema “‹crm_eval›” 由其他版本载入，或之后被改动'],
    ['Load again with `--force`.', '用 `--force` 重新载入。'],
  ),
  'load-unbalanced': code(
    ['What arrived is not what was sent; nothing was changed.', '写入的数据与发送的不一致；未做任何更改。'],
    [
      '‹orders›: the database does not hold what was sent (‹{"rows":3213} / {"rows":3212}›); nothing was changed',
      '‹orders›：数据库中的数据与发送的不一致（‹{"rows":3213} / {"rows":3212}›），未做任何更改',
    ],
    ['See the log of the server, and run again.', '查看服务器日志后重试。'],
  ),
  'load-as-of': code(
    [
      'The load left out lines later than its as-of date, which figures of a later day would need.',
      '载入时未写入晚于当时截止日期的行，而现在的截止日期更晚。',
    ],
    [
      'lines later than ‹2026-09-30› were left out by the load, and are missing in figures as of ‹2026-10-31›',
      '载入时未写入晚于 ‹2026-09-30› 的行，截至 ‹2026-10-31› 的数字因此不含这些行',
    ],
    ['Load again with a later `--as-of`, or none.', '用更晚的 `--as-of`（或不加）重新载入。'],
  ),
  'schema-filled': code(
    ['The schema holds an earlier load.', 'schema 中已有之前载入的数据。'],
    ['the schema "‹crm_eval›" was filled by an earlier load', 'schema “‹crm_eval›” 已有之前载入的数据'],
    ['Replace it with `--force`, or choose another `--schema`.', '用 `--force` 替换，或换一个 `--schema`。'],
  ),
  'schema-locked': code(
    ['Another load is at work in the schema (exit code 5).', '另一个 load 正在写入该 schema（退出码 5）。'],
    ['another load is filling the schema "‹crm_eval›"', '另一个 load 正在写入 schema “‹crm_eval›”'],
    ['Wait until it has ended, or choose another `--schema`.', '等待其结束，或换一个 `--schema`。'],
  ),
  'schema-foreign': code(
    ['The schema has tables of these names that no load made.', 'schema 中已有同名的表，且不是由 load 创建的。'],
    [
      'the schema "‹public›" has tables or views of these names that no load made: ‹orders›',
      'schema “‹public›” 中已有同名的表或视图，且不是由 load 创建的：‹orders›',
    ],
    ['Choose another `--schema`.', '换一个 `--schema`。'],
  ),
  'schema-not-owned': code(
    ['Another user made the load, and only the owner can replace it.', '数据由其他用户载入，只有其所有者才能替换。'],
    [
      'the tables of the schema "‹crm_eval›" were loaded by the user "‹etl›", and only their owner can replace them',
      'schema “‹crm_eval›” 中的表由用户“‹etl›”载入，只有其所有者才能替换',
    ],
    ['Connect as that user, or choose another `--schema`.', '以该用户连接，或换一个 `--schema`。'],
  ),
  'schema-viewed': code(
    ['Views stand on the tables that would be replaced.', '将被替换的表被视图引用。'],
    [
      'views stand on the tables of the schema "‹crm_eval›", and would be lost: ‹bi.top_customers›',
      'schema “‹crm_eval›” 中的表被以下视图引用，替换会使其失效：‹bi.top_customers›',
    ],
    ['Drop the views and create them again afterwards.', '先删除视图，载入后再重建。'],
  ),
  'schema-reserved': code(
    ['The name of the schema has another use.', '该 schema 名称另有用途。'],
    [
      'a load cannot fill the schema "‹pg_crm›": names that begin with ‹pg_› have another use',
      '不能载入到 schema “‹pg_crm›”：以 ‹pg_› 开头的名称另有用途',
    ],
    ['Choose another `--schema`.', '换一个 `--schema`。'],
  ),
  'table-name-invalid': code(
    ['`sources.….table` is no name of a table.', '`sources.….table` 不是表名。'],
    ['sources.‹orders›.table: "‹dwd.sales order›" is no name of a table', 'sources.‹orders›.table：“‹dwd.sales order›”不是表名'],
    [
      'Write `schema.table`, with blanks or signs in double quotes: `dwd."sales order"`.',
      '写作 `schema.表名`；含空格或符号的名称用双引号：`dwd."sales order"`。',
    ],
  ),
  'table-missing': code(
    ['The database has no such table.', '数据库中没有这张表。'],
    ['sources.‹orders›: there is no table ‹dwd.sales_orders›', 'sources.‹orders›：没有表 ‹dwd.sales_orders›'],
    ['Check the name, and the database of the URL.', '检查表名和 URL 中的数据库。'],
  ),
  'table-right-missing': code(
    ['The user may not read the table, or one of its columns.', '用户无权读取该表或其中某列。'],
    ['there is no right to read ‹dwd.sales_order›', '没有读取 ‹dwd.sales_order› 的权限'],
    ['Let its owner grant `usage` on the schema and `select` on the table.', '请所有者授予 schema 的 `usage` 和表的 `select` 权限。'],
  ),
  'table-role-unsupported': code(
    ['A list of returns cannot be a table of a database.', '退货清单不能是数据库表。'],
    ['sources.‹returns›: a table cannot be the list of ‹returns›', 'sources.‹returns›：不支持用数据仓库的表作为退货清单'],
    ['Net returns in the order table: `refunded_amount`, or the status refunded.', '在订单表中体现退货：退款金额列或“已退款”状态。'],
  ),
  'column-missing': code(
    ['The table lacks a column that the config names, or that its role needs.', '表中缺少配置指定的列，或该类型必需的列。'],
    [
      '‹dwd.sales_order› has no column "‹net_amount›" for ‹orders.amount›',
      '‹dwd.sales_order› 没有列“‹net_amount›”（用于 ‹orders.amount›）',
    ],
    ['Name it as `sources.orders.columns.amount`.', '在 `sources.orders.columns.amount` 中指定。'],
  ),
  'column-type-unfit': code(
    ['The type of a column does not fit its field.', '列的类型与字段不符。'],
    [
      '‹dwd.sales_order.order_time› is ‹text›; ‹orders.ordered_at› needs ‹a date or timestamp›',
      '‹dwd.sales_order.order_time› 的类型是 ‹text›；‹orders.ordered_at› 需要‹日期或时间戳›',
    ],
    ['Name another column, or cast it in a view and name the view.', '改用另一列，或建视图转换类型后使用视图。'],
  ),
  'where-invalid': code(
    ['The condition of a source is not one SQL condition.', '数据源的 `where` 不是一个合法条件。'],
    ['sources.‹orders›.where: ‹›a semicolon is not taken', 'sources.‹orders›.where：‹›不能含分号'],
    ["Write one condition over columns of the table: `dt = '2026-10-31'`.", "写一个针对该表各列的条件：`dt = '2026-10-31'`。"],
  ),
  'timezone-unknown': code(
    ['The server does not know the time zone.', '服务器没有该时区。'],
    ['the server knows no time zone ‹Asia/Peking›', '服务器没有时区 ‹Asia/Peking›'],
    ['Use a common name, such as `Asia/Shanghai`.', '使用通用名称，例如 `Asia/Shanghai`。'],
  ),
  'timezone-assumed': code(
    ['A column holds instants with a zone, and no `--timezone` is given.', '列为带时区的时刻，但未指定 `--timezone`。'],
    ['instants with a zone are read in UTC: late hours may fall on the wrong day', '带时区的时刻按 UTC 读取，日期可能差一天'],
    ['Name the zone: `--timezone Asia/Shanghai`.', '指定时区：`--timezone Asia/Shanghai`。'],
  ),
  'money-inexact': code(
    ['A money column is of a floating type.', '金额列是浮点类型。'],
    [
      'money is stored as ‹double precision›, which is inexact; read to four decimals',
      '金额列类型为 ‹double precision›，本身不精确；按四位小数读取',
    ],
    ['Store money as `numeric` where cents matter.', '如需精确到分，请用 `numeric` 存储。'],
  ),
} as const;
