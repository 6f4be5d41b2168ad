import { describe, expect, it } from 'vitest';
import { type PortableRuleId, portableRules } from '../../src/engine/portable-rules.ts';
import { breaches, type Tables } from './portable-sql.ts';

/** As metrics see them: orders have a line each, profiles are one row a customer, products stand on every node. */
const tables: Tables = {
  floats: new Set(['score']),
  lines: new Map([['orders', 'customer_id']]),
  distributed: new Map([
    ['orders', 'customer_id'],
    ['customers', 'customer_id'],
    ['profile', 'customer_id'],
  ]),
};

function rulesOf(sql: string): PortableRuleId[] {
  return [...new Set(breaches(sql, tables).map((breach) => breach.rule))];
}

/** SQL that each rule rejects (alone, or among others), and the nearest SQL that none does. */
const samples: Readonly<Record<PortableRuleId, { readonly caught: readonly string[]; readonly passed: readonly string[] }>> = {
  query: {
    caught: ['from orders', 'create table t as select 1 as a'],
    passed: ['select 1 as a', 'with t as (select 1 as a) select a from t', ' /* new */ select 1 as a -- the end'],
  },
  function: {
    caught: [
      'select try_cast(a as integer) as a from t',
      'select list(a) as a from t',
      'select avg(a) as a from t',
      'select stddev_samp(a) as a from t',
      'select upper(a) as a from t',
      'select "quantile_cont"(a, 0.5) as a from t',
      'select left(a, 2) as a from t',
      'select round(score) as a from t',
      'select case when exists(select 1 as a) then 1 end as a from t',
    ],
    passed: [
      `select coalesce(a, 'median(b)') as a from t`,
      'select a as "list" from t',
      'select max(a) filter (where a in (1, 2)) as a from t where (a > 1) and not (a > 3)',
      'select median from t -- median(a)',
      'select cast(a as decimal(18, 4)) as a, (a)::decimal(18,4) as b, extract(year from d) as c from t',
    ],
  },
  word: {
    caught: [
      'select * exclude (a) from t',
      'select a from t qualify a > 1',
      'select a, count(*) as n from t group by all',
      'select a from t using sample 10',
      `select a from t where a ilike 'x'`,
      'select a from t asof join u on t.a = u.a',
      'select a from (values (1)) as t',
      `select d + interval '1 month' as d from t`,
      'select max(at) as last_at from t',
    ],
    passed: [
      `select 'exclude' as a from t`,
      'select a from t union all select a from u',
      'select "qualify" from t',
      'select t.sample from t',
      'select max(t.at) as a, min("at") as b from t',
    ],
  },
  clock: {
    caught: ['select current_date as d from t', 'select now() as d from t', 'select random() as d from t'],
    passed: [`select 'now' as d, "today" from t`],
  },
  operator: {
    caught: [
      'select a // 2 as a from t',
      'select a % 2 as a from t',
      'select a from t where a != 2',
      'select [1, 2] as a, b::integer[] as b from t',
      `select {'a': 1} as a from t`,
      `select a -> 'b' as a from t`,
      `select a from t where a ~ 'x'`,
      'select 2 ^ 3 as a from t',
      'select a from t; select b from t',
      'select $$a$$ as a from t',
      `select 'a as a from t`,
    ],
    passed: [
      `select '// % [ { -> ~ ^' as a, "a^b" from t`,
      'select a <> 2 as a, -a || b as b from t where a >= 2',
      `select 'it''s; //' as a from t`,
    ],
  },
  number: { caught: ['select 1e3 as a', 'select 1.5E-7 as a'], passed: [`select 1000.5 as a, '1e3' as b, e1 from t`] },
  name: {
    caught: ['select Revenue from t', `select a as ${'b'.repeat(64)} from t`, `select "${'客'.repeat(22)}" from t`],
    passed: ['select "Revenue" from t', `select a as ${'b'.repeat(63)} from t`, `select 'Revenue' as a from t`],
  },
  alias: {
    caught: [
      'select a b from t',
      'select count(*) n from t',
      'select a from t u',
      'select a from (select a from t) u',
      'select case when a then 1 end b from t',
      'select "a" "b" from t',
      `select date '2026-01-31' as d`,
      'select sum(a) over (order by b_id) c from t',
    ],
    passed: [
      'select a as b, count(*) as n from t as u where a is not null order by a desc nulls last',
      'select a::double precision as b from t',
      `select '2026-01-31'::date as d`,
      'select percentile_cont(0.5) within group (order by a::double precision) as m from t',
    ],
  },
  cast: {
    caught: [
      'select a::double as a from t',
      'select a::text as a from t',
      'select cast(a as float) as a from t',
      'select a::decimal as a from t',
      'select a::numeric(18,4) as a from t',
      'select a::decimal(39,4) as a from t',
      'select cast(a as hugeint) as a from t',
      'select a::varchar(10) as a from t',
    ],
    passed: ['select a::decimal(38,6) as a, cast(b as double precision) as b, c::varchar as c, d::timestamp::date as d from t'],
  },
  float_to_exact: {
    caught: [
      'select score::decimal(18,9) as s from t',
      'select cast(scores.score as bigint) as s from t',
      'select cast(a::double precision * 2 as integer) as s from t',
      'select s::bigint as s from (select a::double precision as s from t) as u',
    ],
    passed: [
      'select cast(floor(score * 100 + 0.5) as bigint) as s from t',
      'select a::decimal(18,9) as s, score_sum::bigint as b, ceil(score)::integer as c from t',
    ],
  },
  division: {
    caught: [
      'select a / b as r from t',
      'select a / 2.0 as r from t',
      'select a::double precision * b / c as r from t',
      'select sum(a) / count(*) as r from t',
    ],
    passed: [
      'select a::double precision / b as r from t',
      'select a / (b)::double precision as r from t',
      'select a / nullif(sum(b) filter (where b > 0) over (), 0)::double precision as r from t',
      'select a / case when b > 0 then b end::double precision as r from t',
      'select cast(a as double precision) / b as r, a / cast(b as double precision) as s from t',
      `select 'a / b' as r from t`,
    ],
  },
  decimal_product: {
    caught: [
      'select a * 0.8::decimal(7,6) as p from t',
      'select cast(a as decimal(18,4)) * b as p from t',
      'select a::decimal(18,4) * b::decimal(18,4) as p from t',
    ],
    passed: [
      'select a::decimal(38,4) * 0.8::decimal(7,6) as p, 0.8::decimal(7,6) * cast(b as decimal(38,0)) as q from t',
      'select t.*, a * b as p, count(*)::decimal(18,4) as n from t',
    ],
  },
  float_sum: {
    caught: [
      'select sum(score) as s from t',
      'select sum(a::double precision) as s from t',
      'select sum(case when b then u.score else 0 end) as s from t as u',
      'select sum(s) as s from (select (a)::double precision / b as s from t) as u',
      'select sum(score) over (partition by customer_id) as s from t',
    ],
    passed: [
      'select sum(a)::double precision / count(*) as s from t',
      'select sum(cast(floor(score * 1000 + 0.5) as bigint)) as s from t',
      'select sum(case when score > 1 then 1 else 0 end) as s, sum(a) filter (where score > 1) as n from t',
    ],
  },
  percentile: {
    caught: ['select percentile_cont(0.5) within group (order by a) as m from t'],
    passed: [
      'select percentile_cont(0.5) within group (order by a::double precision) as m from t',
      'select percentile_cont(0.5) within group (order by score) as m from t',
    ],
  },
  date_trunc: {
    caught: [`select date_trunc('month', d) as m from t`],
    passed: [`select cast(date_trunc('month', d::timestamp) as date) as m from t`],
  },
  distinct: {
    caught: ['select distinct a from t', 'select count(distinct a) as n from t', 'select distinct on (a) a from t'],
    passed: ['select a from t where a is distinct from b or a is not distinct from c'],
  },
  null_order: {
    caught: ['select rank() over (order by a desc) as r from t', 'select a from t order by a desc, b'],
    passed: ['select a from t order by a desc nulls last, b asc'],
  },
  total_order: {
    caught: [
      'select row_number() over (order by revenue) as n from t',
      'select row_number() over () as n from t',
      'select lag(a) over (partition by customer_id order by b) as n from t',
      'select sum(a) over (order by b rows between unbounded preceding and current row) as n from t',
      'select row_number() over (order by customer_id, revenue) as n from t',
      'select row_number() filter (where a) over (order by customer_id + 1) as n from t',
    ],
    passed: [
      'select row_number() over (partition by a order by revenue desc nulls last, t.customer_id) as n from t',
      'select row_number() over (order by order_id collate "C") as n from t',
      'select lag(day) over (partition by customer_id order by day) as n from t',
      'select rank() over (order by a) as r, sum(a) over (order by a) as s, count(*) over () as n from t',
      'select sum(a) filter (where b) over (order by a, factor_order rows between 1 preceding and current row) as s from t',
    ],
  },
  text_order: {
    caught: [
      'select max(a::varchar) as m from t',
      `select min(case when a > 1 then 'x' else b end) as m from t`,
      `select a from t order by b, cast(a as varchar) limit 3`,
      `select rank() over (order by coalesce(a, '')) as r from t`,
    ],
    passed: [
      `select max(a) filter (where b = 'x') as m from t order by case a when 'x' then 1 else 2 end`,
      `select rank() over (partition by a || 'x' order by b) as r, min(coalesce(a, b)) as m, 'x' as c from t order by a`,
    ],
  },
  limit: { caught: ['select a from t limit 1'], passed: ['select a from t order by a limit 1'] },
  cluster_word: {
    caught: [
      'with recursive t as (select 1 as a) select a from t',
      'select a from t cross join lateral (select b from u) as v',
      'select a from t group by grouping sets ((a), ())',
      'select a from t for update',
    ],
    passed: [`select 'update' as a, t.delete from t`],
  },
  subquery: {
    caught: [
      'select (select count(*) from u) as n from t',
      'select a from t where a in (select a from u)',
      'select a from t where a = (select max(a) from u where u.b = t.b)',
      'select coalesce((select a from u), 0) as a from t',
    ],
    passed: ['with v as (select a from u) select a from (select a from t) as w inner join (select b from u) as x on x.b = w.b'],
  },
  join: {
    caught: [
      'select a from t join u on t.a = u.b',
      'select a from t join u on t.a < u.a',
      'select a from t join u on true',
      'select a from t join u on t.a = u.a or t.b = u.b',
      'select a from t left join orders on orders.order_id = t.order_id',
      'select a from t full join u on t.a = u.a and t.b > 1',
      'with u as (select 1 as a) select t.a from t left join u on t.a < u.a',
    ],
    passed: [
      'select a from t join u on t.a = u.a and t.b > u.b',
      'select a from t join u using (a, b)',
      'with u as (select 1 as a) select t.a from t join u on t.a < u.a join (select 2 as b) as v on t.b >= v.b',
      'select a from t left join orders as o on t.order_id = o.order_id and o.customer_id = t.customer_id where a > 1',
      'select a from orders join products on products.product_id = orders.product_id',
      'with orders as (select a, b from t) select a from t left join orders on orders.a = t.a',
      'select a from customers full join profile on customers.customer_id = profile.customer_id where a > 1',
    ],
  },
  cross_join: {
    caught: ['select a from t, u', 'select a from t cross join u', 'select a from t as x, (select b from u) as y where x.a = y.b'],
    passed: [
      'with u as (select max(b) as b from v) select a, b from t cross join u',
      'select a, b from t cross join (select max(b) as b from v) as u order by a, b',
      'select extract(year from d) as y, coalesce(a, b) as b from t group by d, a',
    ],
  },
  window: {
    caught: [
      'select row_number() over (order by order_id) as n from orders',
      'select coalesce(sum(amount) over (), 0) as n from orders as o',
      'select rank() over (partition by product_id order by amount) as n from customers join orders on orders.customer_id = customers.customer_id',
    ],
    passed: [
      'select row_number() over (partition by orders.customer_id order by order_id) as n from orders',
      'select rank() over (order by n) as r from (select customer_id, count(*) as n from orders group by customer_id) as u',
      'select sum(amount) over () as n from profile',
    ],
  },
};

describe.each(Object.entries(samples))('the rule %s', (rule, { caught, passed }) => {
  it.each(caught)('catches %s', (sql) => {
    expect(rulesOf(sql)).toContain(rule);
  });

  it.each(passed)('lets pass %s', (sql) => {
    expect(breaches(sql, tables)).toEqual([]);
  });

  it('says what it forbids and why', () => {
    const { forbids, why } = portableRules[rule as PortableRuleId];
    expect([forbids.length > 10, why.length > 10]).toEqual([true, true]);
  });
});

describe('SQL that cannot be read', () => {
  it.each(['select (a from t', 'select a) from t'])('is refused: %s', (sql) => {
    expect(() => breaches(sql)).toThrow(SyntaxError);
  });
});
