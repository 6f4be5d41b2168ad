-- The score: the weighted mean of what share of the customers with a value is worse, half of the equal ones counted.
create macro points(value) as
  case when value is not null then
    100 * (rank() over (order by value) - 1 + count(value) over (order by value))::double / (2 * count(value) over ())
  end;

create table scored as
with parts as (
  select
    customer_id, revenue, orders, recency_days,
    points(revenue::double) as revenue_points,
    points(-recency_days::double) as recency_points,
    points(orders_per_year) as frequency_points,
    points(average_order) as average_order_points,
    points(growth_rate) as growth_points,
    points(-gap_variation) as stability_points,
    points(categories::double) as breadth_points,
    points(tenure_days::double) as tenure_points
  from customers
),
weighed as (
  select
    *,
    if(revenue_points is null, 0, 20) + if(recency_points is null, 0, 15) + if(frequency_points is null, 0, 15)
      + if(average_order_points is null, 0, 5) + if(growth_points is null, 0, 10) + if(stability_points is null, 0, 5)
      + if(breadth_points is null, 0, 5) + if(tenure_points is null, 0, 5) as present,
    coalesce(20 * revenue_points, 0) + coalesce(15 * recency_points, 0) + coalesce(15 * frequency_points, 0)
      + coalesce(5 * average_order_points, 0) + coalesce(10 * growth_points, 0) + coalesce(5 * stability_points, 0)
      + coalesce(5 * breadth_points, 0) + coalesce(5 * tenure_points, 0) as total,
    if(count(revenue_points) over () > 0, 20, 0) + if(count(recency_points) over () > 0, 15, 0)
      + if(count(frequency_points) over () > 0, 15, 0) + if(count(average_order_points) over () > 0, 5, 0)
      + if(count(growth_points) over () > 0, 10, 0) + if(count(stability_points) over () > 0, 5, 0)
      + if(count(breadth_points) over () > 0, 5, 0) + if(count(tenure_points) over () > 0, 5, 0) as reachable
  from parts
)
select
  customer_id,
  revenue,
  case when present >= 0.3 * reachable then total / present end as score,
  present / 100 as coverage
from weighed;

create table ranked as
select
  *,
  case when score is not null then row_number() over (order by score desc nulls last, revenue desc, customer_id) end as rank,
  case
    when score is null then null
    when rank() over (order by score desc nulls last) - 1 < 0.2 * count(score) over () then 'High'
    when rank() over (order by score desc nulls last) - 1 < 0.5 * count(score) over () then 'Medium'
    else 'Low'
  end as tier,
  revenue::double / nullif(sum(revenue) over (), 0)::double as revenue_share,
  sum(revenue) over by_revenue as revenue_up_to,
  revenue_up_to::double / nullif(sum(revenue) over (), 0)::double as cumulative_share,
  case
    when revenue <= 0 then 'C'
    when revenue_up_to - revenue < 0.8 * sum(revenue) over () then 'A'
    when revenue_up_to - revenue < 0.95 * sum(revenue) over () then 'B'
    else 'C'
  end as abc_class
from scored
window by_revenue as (order by revenue desc, customer_id rows unbounded preceding);

-- RFM: scores by quintiles, ten segments, eight classes.
create table rfm as
with cuts as (
  select
    quantile_cont(recency_days::double, [0.2, 0.4, 0.6, 0.8]) as recency_cuts,
    quantile_cont(orders::double, [0.2, 0.4, 0.6, 0.8]) as frequency_cuts,
    quantile_cont(revenue::double, [0.2, 0.4, 0.6, 0.8]) as monetary_cuts
  from customers
  where orders > 0
),
scores as (
  select
    customer_id,
    5 - len(list_filter(recency_cuts, lambda cut: recency_days > cut)) as r,
    1 + len(list_filter(frequency_cuts, lambda cut: orders > cut)) as f,
    1 + len(list_filter(monetary_cuts, lambda cut: revenue > cut)) as m
  from customers cross join cuts
  where orders > 0
),
highs as (select *, r > avg(r) over () as high_r, f > avg(f) over () as high_f, m > avg(m) over () as high_m from scores)
select
  customer_id,
  r, f, m,
  (r * 100 + f * 10 + m)::varchar as rfm_cell,
  if(high_m, 'Key: ', 'General: ')
    || case when high_f and high_r then 'value' when high_f then 'retain' when high_r then 'develop' else 'win back' end as rfm_class,
  case
    when r >= 4 and f >= 4 and m >= 4 then 'Champions'
    when r >= 4 and f >= 4 or r = 3 and f >= 4 or r >= 3 and f = 3 and m >= 3 then 'Loyal customers'
    when r >= 4 and f in (2, 3) then 'Potential loyalists'
    when r = 5 then 'New customers'
    when r = 4 or r = 3 and f = 1 and m >= 3 then 'Promising'
    when r = 3 and f in (2, 3) then 'Need attention'
    when r = 3 or r = 2 and f = 1 or r = 2 and m = 1 then 'About to sleep'
    when f >= 4 and m >= 4 then 'Cannot lose them'
    when r = 2 or f >= 4 and m = 3 or f = 3 and m >= 3 then 'At risk'
    else 'Lost'
  end as rfm_segment
from highs;

create view ranking as
select
  rank, customer_id, null as customer_name, owner, score, tier, rfm_segment, recency_days, r as recency_score, f as frequency_score,
  m as monetary_score, orders, customers.revenue, revenue_share, growth_rate, purchase_cycle_days, next_order_on, overdue_ratio, coverage,
  case tier
    when 'High' then 'Maintain: keep close, serve first, deepen'
    when 'Medium' then 'Develop: raise frequency and order size, cross-sell'
    when 'Low' then 'Screen: serve at low cost, win back or let go'
  end as action,
  rfm_class, rfm_cell, cumulative_share, abc_class, null as profit, null as profit_base, average_order, largest_order, null as paid_ratio,
  orders_per_year, returns, lines, period_revenue, previous_revenue, previous_revenue as year_ago_revenue,
  growth_rate as growth_rate_year, mean_gap_days, gap_variation, purchase_days, first_order_on, last_order_on, tenure_days, categories,
  null as products, null as team, null as level, null as industry, null as region, null as size, null as source, null as created_on,
  null as lost_on, null as csat, null as nps, 'orders' as basis
from customers
left join ranked using (customer_id)
left join rfm using (customer_id)
order by rank nulls last, customers.revenue desc, customer_id;
