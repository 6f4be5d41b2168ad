-- The guarantees of `crm-eval score` for one known layout of order lines, as a data engineer would write them for it: lines.sql, then
-- customers.sql, then scores.sql. The script that runs them sets the variable file.

-- Lines: every one is kept, with what it is worth and why it does not count. Row n of the table is record n of the file, from 0. Texts are cast
-- by hand, so that a bad cell costs its line alone and can be named.
create type reason as enum (
  'amount-invalid', 'date-invalid', 'id-lossy', 'status-unknown', 'status-cancelled', 'status-refunded', 'status-pending',
  'customer-missing', 'date-missing', 'amount-missing', 'date-future'
);

create view cells as
select *
from read_csv(
  getvariable('file'), auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true, nullstr = '',
  columns = {
    '订单编号': 'varchar', '客户编号': 'varchar', '下单日期': 'varchar', '产品编号': 'varchar', '产品类别': 'varchar',
    '数量': 'varchar', '单价': 'varchar', '订单金额': 'varchar', '订单状态': 'varchar', '负责人': 'varchar'
  }
);

create table lines as
select
  "订单编号" as order_id,
  "客户编号" as customer_id,
  ordered_at,
  amount,
  "产品类别" as category,
  "负责人" as rep,
  line_hash,
  case
    when amount is null and "订单金额" is not null then 'amount-invalid'::reason
    when ordered_at is null and "下单日期" is not null then 'date-invalid'::reason
    when contains("客户编号", 'E+') then 'id-lossy'::reason
    when "订单状态" in ('已取消', '取消', '已关闭') then 'status-cancelled'::reason
    when "订单状态" in ('已退款', '退款', '已退货') then 'status-refunded'::reason
    when "订单状态" in ('待付款', '待审核', '进行中') then 'status-pending'::reason
    when "订单状态" not in ('已完成', '完成', '已发货') then 'status-unknown'::reason
    when "客户编号" is null then 'customer-missing'::reason
    when ordered_at is null then 'date-missing'::reason
    when amount is null then 'amount-missing'::reason
  end as reason
from (
  select
    *,
    try_cast("下单日期" as timestamp) as ordered_at,
    try_cast("订单金额" as decimal(18, 4)) as amount,
    hash("订单编号", "客户编号", "下单日期", "产品编号", "产品类别", "数量", "单价", "订单金额", "订单状态", "负责人") as line_hash
  from cells
);

-- The day up to which everything is known: the latest, unless a handful of lines lies more than a year after all others.
create table months as
select date_trunc('month', ordered_at) as month, max(ordered_at)::date as latest, count(*) as lines
from lines
where reason is null
group by 1;

set variable as_of = (
  select coalesce(min(before) filter (where far and later <= 0.001 * total), max(latest))
  from (
    select
      latest,
      lag(latest) over (order by month) as before,
      latest - lag(latest) over (order by month) > 366 as far,
      sum(lines) over (order by month desc) as later,
      sum(lines) over () as total
    from months
  )
);

update lines set reason = 'date-future' where reason is null and ordered_at >= getvariable('as_of') + 1;

-- The account: read = used + set aside + rejected, with the money on either side.
create table account as
select
  count(*) as rows_read,
  count(*) filter (where reason is null) as rows_used,
  count(*) filter (where reason in ('amount-invalid', 'date-invalid', 'id-lossy', 'date-future')) as rows_rejected,
  rows_read - rows_used - rows_rejected as rows_set_aside,
  sum(amount) as sum_read,
  sum(amount) filter (where reason is null) as sum_used
from lines;

-- What was found, with the first record it was found in.
create table findings as
select reason::varchar as code, count(*) as count, min(rowid) as first_record from lines where reason is not null group by reason
union all
select 'line-duplicate', sum(copies - 1), min(last)
from (select count(*) as copies, max(rowid) as last from lines where reason is null group by line_hash having count(*) > 1)
having count(*) > 0
union all
select 'amount-negative', count(*), min(rowid) from lines where reason is null and amount < 0 having count(*) > 0
union all
select 'customers-without-used-orders', count(*), min(first)
from (
  select min(rowid) as first
  from lines
  where customer_id is not null and reason is distinct from 'id-lossy'
  group by customer_id
  having count(*) = count(reason)
)
having count(*) > 0;

-- The first lines of each kind that the file should not have.
create view examples as
select reason::varchar as code, record, cells.* exclude (record)
from (
  select reason, rowid as record
  from lines
  where reason in ('amount-invalid', 'date-invalid', 'id-lossy', 'date-future', 'status-unknown')
  qualify row_number() over (partition by reason order by rowid) <= 3
) as bad
join (select row_number() over () - 1 as record, * from cells) as cells using (record)
order by record;
