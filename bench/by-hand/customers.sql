-- Orders and customers, from the lines that count.
create table orders as
select customer_id, order_id, min(ordered_at)::date as ordered_on, sum(amount) as amount, count(*) as lines, max(rep) as rep
from lines
where reason is null
group by customer_id, order_id;

-- Windows of growth: the twelve months up to the day and the twelve before, known where sales began in their first tenth at the latest.
set variable this_year = ((getvariable('as_of') + 1) - interval 12 months)::date;
set variable last_year = ((getvariable('as_of') + 1) - interval 24 months)::date;
set variable covered = (
  select min(ordered_on) <= getvariable('last_year') + ((getvariable('this_year') - getvariable('last_year')) // 10)::integer from orders
);

create table customers as
with bought as (
  select
    customer_id,
    arg_max(rep, {'day': ordered_on, 'id': order_id}) as owner,
    count(*) filter (where amount >= 0) as orders,
    count(*) filter (where amount < 0) as returns,
    sum(lines) as lines,
    sum(amount) as revenue,
    max(amount) filter (where amount >= 0) as largest_order,
    min(ordered_on) filter (where amount >= 0) as first_order_on,
    max(ordered_on) filter (where amount >= 0) as last_order_on,
    coalesce(sum(amount) filter (where ordered_on >= getvariable('this_year')), 0) as period_revenue,
    case when getvariable('covered') then
      coalesce(sum(amount) filter (where ordered_on >= getvariable('last_year') and ordered_on < getvariable('this_year')), 0)
    end as previous_revenue
  from orders
  group by customer_id
),
breadth as (
  select customer_id, count(*) as categories
  from (select distinct customer_id, category from lines where reason is null and category is not null)
  group by customer_id
),
gaps as (
  select customer_id, nullif(ordered_on - lag(ordered_on) over (partition by customer_id order by ordered_on), 0) as gap
  from orders
  where amount >= 0
),
rhythm as (
  select
    customer_id,
    count(gap) + 1 as purchase_days,
    case when count(gap) >= 2 then avg(gap) end as mean_gap_days,
    case when count(gap) >= 2 then median(gap) end as purchase_cycle_days,
    -- The standard deviation from whole numbers: equal rhythms have equal values, whatever the order of the gaps.
    sqrt((count(gap) * sum(gap * gap) - sum(gap) * sum(gap))::double / nullif(count(gap) * (count(gap) - 1), 0))
      * count(gap) / sum(gap)::double as variation
  from gaps
  group by customer_id
)
select
  bought.*,
  revenue::double / nullif(orders, 0) as average_order,
  getvariable('as_of') - first_order_on as tenure_days,
  getvariable('as_of') - last_order_on as recency_days,
  (orders * 365)::double / greatest(tenure_days, 365) as orders_per_year,
  (period_revenue - previous_revenue)::double / case when previous_revenue > 0 then previous_revenue::double end as growth_rate,
  categories,
  purchase_days,
  mean_gap_days,
  purchase_cycle_days,
  case when mean_gap_days is not null then variation end as gap_variation,
  last_order_on + ceil(purchase_cycle_days)::integer as next_order_on,
  recency_days / purchase_cycle_days as overdue_ratio
from bought
left join breadth using (customer_id)
left join rhythm using (customer_id);
