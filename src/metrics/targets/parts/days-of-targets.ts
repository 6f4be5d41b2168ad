import { join, literal, type Sql, sql, trusted } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import { leaderColumns, peopleTables } from './people.ts';

/** Where a column of records says what falls into a scope: people by the rep, the others by a column of their own. */
interface Kind {
  readonly scope: string;
  readonly key: string;
}

const ofPeople: readonly Kind[] = [
  { scope: 'company', key: `''` },
  { scope: 'team', key: 'team' },
  { scope: 'manager', key: 'leads_as' },
  ...leaderColumns.map((key) => ({ scope: 'manager', key })),
  { scope: 'rep', key: 'rep' },
];
const ofCustomers: readonly Kind[] = [
  { scope: 'customer', key: 'customer_id' },
  { scope: 'region', key: 'region' },
];
const ofGoods: readonly Kind[] = [
  { scope: 'product', key: 'product' },
  { scope: 'category', key: 'category' },
];

/** Scopes by which each metric can be counted. */
const families = [
  {
    metrics: ['revenue', 'profit', 'payments', 'quantity', 'orders', 'customers', 'new_customers', 'retention_rate'],
    scopes: ['company', 'team', 'manager', 'rep', 'customer', 'region', 'product', 'category'],
  },
  { metrics: ['visits', 'calls', 'csat', 'nps'], scopes: ['company', 'team', 'manager', 'rep', 'customer', 'region'] },
  { metrics: ['leads', 'conversion_rate'], scopes: ['company', 'team', 'manager', 'rep', 'region'] },
  { metrics: ['market_share'], scopes: ['company'] },
] as const;

/** Pairs of a metric and a scope by which it can be counted, as a query. */
export const countablePairs: Sql = join(
  families.flatMap(({ metrics, scopes }) =>
    metrics.flatMap((metric) => scopes.map((scope) => sql`select ${literal(metric)} as metric, ${literal(scope)} as scope`)),
  ),
  ' union all ',
);

/** Metrics that are sums of what is sold, by the columns of sales_days. */
const sums = { revenue: 'revenue', profit: 'profit', payments: 'payments', quantity: 'quantity', market_share: 'revenue' } as const;

/** What counts for every target, and for the company of every metric that has one, by day, up to and with the as-of date. */
export function daysOfTargets(asOf: IsoDate | null): Sql {
  const until = (name: string): Sql => (asOf === null ? sql`true` : sql`${trusted(name)} < ${addDays(asOf, 1)}::timestamp`);
  return sql`
    with countable as (${countablePairs}),
    wanted as (
      select metric, scope, scope_key
      from (
        select rows.counted_as as metric, rows.scope, coalesce(rows.scope_key, '') as scope_key
        from target_rows as rows
        inner join countable on countable.metric = rows.metric and countable.scope = rows.scope
        union all
        select counted_as, 'company', '' from target_rows
      ) as either
      group by metric, scope, scope_key
    ),
    metrics as (select metric from wanted group by metric),
    ${peopleTables},
    customers_by as (select customer_id, owner as written, region from customer_profile),
    places as (
      select customers_by.customer_id, customers_by.region, names.seller as owner
      from customers_by
      left join names on names.written = customers_by.written
    ),
    written_lines as (
      select rep as written, customer_id, product, category, cast(ordered_at as date) as day, order_id,
        amount as revenue, profit, paid_amount as payments, quantity
      from orders
      cross join ${askedOfLines}
      where ordered_at is not null and ${until('ordered_at')}
    ),
    lines as (
      select written_lines.*, coalesce(names.seller, places.owner) as seller, places.region
      from written_lines
      left join names on names.written = written_lines.written
      left join places on places.customer_id = written_lines.customer_id
    ),
    sold as (select nullif(rep, '') as seller, day, ${join(columns().map(trusted))} from sales_days),
    sales as (${withPeople('sold', ['day', ...columns()])}),
    sales_in as (${union(ofPeople, 'sales', ['day', ...columns()])} union all ${union([...ofCustomers, ...ofGoods], 'lines', ['day', ...columns()])}),
    summed as (
      select scope, scope_key, day, ${join(columns().map((name) => sql`sum(${trusted(name)}) as ${trusted(name)}`))}
      from sales_in
      group by scope, scope_key, day
    ),
    placed as (
      select seller, customer_id, region, product, category, day, order_id
      from lines
      cross join ${asked('orders')}
      where order_id is not null
      group by seller, customer_id, region, product, category, day, order_id
    ),
    orders_by as (${withPeople('placed', ['customer_id', 'region', 'product', 'category', 'day', 'order_id'])}),
    orders_in as (${union([...ofPeople, ...ofCustomers, ...ofGoods], 'orders_by', ['day', 'order_id'])}),
    bought as (
      select seller, customer_id, region, product, category, day
      from lines
      cross join ${asked('customers', 'new_customers', 'retention_rate')}
      where customer_id is not null and (revenue >= 0 or revenue is null)
      group by seller, customer_id, region, product, category, day
    ),
    first_days as (select customer_id, min(day) as first_day from bought group by customer_id),
    buyers as (${withPeople('bought', ['customer_id', 'region', 'product', 'category', 'day'])}),
    buyers_in as (${union([...ofPeople, ...ofCustomers, ...ofGoods], 'buyers', ['day', 'customer_id'])}),
    written_contacts as (
      select rep as written, customer_id, cast(activities.at as date) as day, channel
      from activities
      cross join ${asked('visits', 'calls')}
      where activities.at is not null and channel in ('visit', 'call') and ${until('activities.at')}
    ),
    done as (
      select written_contacts.*, coalesce(names.seller, places.owner) as seller, places.region
      from written_contacts
      left join names on names.written = written_contacts.written
      left join places on places.customer_id = written_contacts.customer_id
    ),
    contacts as (${withPeople('done', ['customer_id', 'region', 'day', 'channel'])}),
    contacts_in as (${union([...ofPeople, ...ofCustomers], 'contacts', ['day', 'channel'])}),
    written_leads as (
      select owner as written, region, cast(created_at as date) as day, outcome
      from lead_course
      cross join ${asked('leads', 'conversion_rate')}
      where created_at is not null and ${until('created_at')}
    ),
    came as (
      select written_leads.*, names.seller
      from written_leads
      left join names on names.written = written_leads.written
    ),
    leads_by as (${withPeople('came', ['region', 'day', 'outcome'])}),
    leads_in as (${union([...ofPeople, ofCustomers[1]!], 'leads_by', ['day', 'outcome'])}),
    top as (select case when max(csat) <= 5 then 5 when max(csat) <= 10 then 10 else 100 end as points from feedback),
    written_answers as (
      select rep as written, customer_id, cast(feedback.at as date) as day, csat, nps
      from feedback
      cross join ${asked('csat', 'csat_share', 'nps', 'nps_share')}
      where feedback.at is not null and ${until('feedback.at')}
    ),
    said as (
      select
        written_answers.*, coalesce(names.seller, places.owner) as seller, places.region,
        case when written_answers.csat * 10 >= top.points * 8 then 1 when written_answers.csat is not null then 0 end as is_satisfied
      from written_answers
      cross join top
      left join names on names.written = written_answers.written
      left join places on places.customer_id = written_answers.customer_id
    ),
    answers as (${withPeople('said', ['customer_id', 'region', 'day', 'csat', 'nps', 'is_satisfied'])}),
    answers_in as (${union([...ofPeople, ...ofCustomers], 'answers', ['day', 'csat', 'nps', 'is_satisfied'])}),
    counted as (
      ${join(
        Object.entries(sums).map(
          ([metric, name]) =>
            sql`select ${literal(metric)} as metric, scope, scope_key, day, '' as item, ${trusted(name)} as value, null::bigint as base
                from summed where ${trusted(name)} is not null`,
        ),
        ' union all ',
      )}
      union all
      select 'orders', scope, scope_key, day, '', count(*), null::bigint
      from (select scope, scope_key, day, order_id from orders_in group by scope, scope_key, day, order_id) as each_order
      group by scope, scope_key, day
      union all
      select wanted.metric, buyers_in.scope, buyers_in.scope_key, day, customer_id, 1, null::bigint
      from buyers_in
      inner join wanted on wanted.scope = buyers_in.scope and wanted.scope_key = buyers_in.scope_key and wanted.metric in ('customers', 'retention_rate')
      group by wanted.metric, buyers_in.scope, buyers_in.scope_key, day, customer_id
      union all
      select 'new_customers', scope, scope_key, day, '', count(*), null::bigint
      from (
        select buyers_in.scope, buyers_in.scope_key, buyers_in.day, buyers_in.customer_id
        from buyers_in
        inner join first_days on first_days.customer_id = buyers_in.customer_id and first_days.first_day = buyers_in.day
        group by buyers_in.scope, buyers_in.scope_key, buyers_in.day, buyers_in.customer_id
      ) as each_customer
      group by scope, scope_key, day
      union all
      select case channel when 'visit' then 'visits' else 'calls' end, scope, scope_key, day, '', count(*), null::bigint
      from contacts_in
      group by channel, scope, scope_key, day
      union all
      select 'leads', scope, scope_key, day, '', count(*), null::bigint from leads_in group by scope, scope_key, day
      union all
      select 'conversion_rate', scope, scope_key, day, '', count(*) filter (where outcome = 'converted'), count(*) from leads_in group by scope, scope_key, day
      union all
      select 'csat', scope, scope_key, day, '', sum(csat), count(csat) from answers_in where csat is not null group by scope, scope_key, day
      union all
      select 'csat_share', scope, scope_key, day, '', sum(is_satisfied), count(is_satisfied) from answers_in where is_satisfied is not null group by scope, scope_key, day
      union all
      select scales.metric, scope, scope_key, day, '', sum(case when nps >= 9 then points when nps <= 6 then -points else 0 end), count(nps)
      from answers_in
      cross join (select 'nps' as metric, 100 as points union all select 'nps_share', 1) as scales
      where nps is not null
      group by scales.metric, scope, scope_key, day
    )
    select counted.*
    from counted
    inner join wanted on wanted.metric = counted.metric and wanted.scope = counted.scope and wanted.scope_key = counted.scope_key`;
}

/** One row where one of the metrics has a target, else none: what is dear is not made for nobody. */
function asked(...wanted: readonly string[]): Sql {
  return sql`(select max(metric) as asked_metric from metrics where metric in (${join(wanted.map((metric) => literal(metric)))}) having count(*) > 0) as asked`;
}

/** One row where a target is of customers or goods, or of what is told by orders and customers only: the others are of sales_days. */
const askedOfLines: Sql = sql`(
  select max(metric) as asked_metric
  from wanted
  where scope in (${join([...ofCustomers, ...ofGoods].map(({ scope }) => literal(scope)))})
    or metric in ('orders', 'customers', 'new_customers', 'retention_rate')
  having count(*) > 0) as asked`;

function columns(): string[] {
  return [...new Set<string>(Object.values(sums))];
}

/** Records with team and manager of who sold or did it; `leads_as`: themselves, where they lead others. */
function withPeople(table: string, names: readonly string[]): Sql {
  return sql`
    select records.seller as rep, people.team, people.manager, people.manager_2, people.manager_3, leaders.seller as leads_as, ${join(names.map((name) => trusted(`records.${name}`)))}
    from ${trusted(table)} as records
    left join people on people.seller = records.seller
    left join leaders on leaders.seller = records.seller`;
}

/** Each record once for every scope that has a target and that it falls into. */
function union(kinds: readonly Kind[], table: string, names: readonly string[]): Sql {
  const each = kinds.map(({ scope, key }) => {
    const own = key === `''` ? sql`''` : trusted(`records.${key}`);
    // Who stands above a rep in several places, or leads the own team, gets what is sold once.
    const chain: readonly string[] = ['leads_as', ...leaderColumns];
    const nearer = chain.slice(0, Math.max(0, chain.indexOf(key)));
    const once = join(
      nearer.map((name) => sql`and ${trusted(`records.${name}`)} is distinct from ${trusted(`records.${key}`)}`),
      ' ',
    );
    return sql`
      select keys.scope, keys.scope_key, ${join(names.map((name) => trusted(`records.${name}`)))}
      from ${trusted(table)} as records
      inner join (select scope, scope_key from wanted where scope = ${scope} group by scope, scope_key) as keys on keys.scope_key = ${own} ${once}`;
  });
  return join(each, ' union all ');
}
