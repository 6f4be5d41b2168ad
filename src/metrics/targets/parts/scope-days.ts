import { join, literal, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { linesUpTo } from '../../as-of.ts';

/** Canonical fields that `scopeDays` reads beside those of the metrics it uses. */
export const scopeDayFields = [
  'orders.customer_id',
  'orders.order_id',
  'orders.ordered_at',
  'orders.rep',
  'orders.product',
  'orders.category',
  'orders.amount',
  'orders.profit',
  'orders.paid_amount',
  'orders.quantity',
  'customers.customer_id',
  'customers.region',
  'activities.customer_id',
  'activities.rep',
  'activities.channel',
  'activities.at',
  'leads.owner',
  'leads.created_at',
  'leads.converted_at',
  'feedback.customer_id',
  'feedback.rep',
  'feedback.at',
  'feedback.csat',
  'feedback.nps',
] as const;

/** Targets of these add up over days; of an average the sum is divided by its base. */
export const additiveMetrics: ReadonlySet<string> = new Set([
  'revenue',
  'payments',
  'profit',
  'orders',
  'quantity',
  'new_customers',
  'visits',
  'calls',
  'leads',
]);

/** Metrics that count different things: customers who buy in several days are one. */
export const countedMetrics: ReadonlySet<string> = new Set(['orders', 'customers']);

/** What counts towards a metric: rows of one of the sources below, all of which have rep, customer_id, product, category and day. */
interface Event {
  readonly metric: string;
  readonly from: string;
  /** What is added up; 1 without it. */
  readonly added?: Sql;
  /** What an average is divided by. */
  readonly divided?: Sql;
  /** What different ones are counted of. */
  readonly item?: Sql;
  readonly where: Sql;
}

const events: readonly Event[] = [
  { metric: 'revenue', from: 'sold', added: sql`line_amount`, where: sql`line_amount is not null` },
  { metric: 'payments', from: 'sold', added: sql`line_paid`, where: sql`line_paid is not null` },
  { metric: 'profit', from: 'sold', added: sql`line_profit`, where: sql`line_profit is not null` },
  { metric: 'quantity', from: 'sold', added: sql`line_units`, where: sql`line_units is not null` },
  { metric: 'orders', from: 'sold', item: sql`order_id`, where: sql`order_id is not null` },
  { metric: 'customers', from: 'sold', item: sql`customer_id`, where: sql`customer_id is not null and coalesce(line_amount, 1) > 0` },
  { metric: 'new_customers', from: 'came', where: sql`true` },
  { metric: 'visits', from: 'contacted', added: sql`records`, where: sql`channel = 'visit'` },
  { metric: 'calls', from: 'contacted', added: sql`records`, where: sql`channel = 'call'` },
  { metric: 'leads', from: 'created', added: sql`records`, where: sql`true` },
  { metric: 'conversion_rate', from: 'created', added: sql`0`, divided: sql`records`, where: sql`true` },
  { metric: 'conversion_rate', from: 'converted', added: sql`records`, divided: sql`0`, where: sql`true` },
  { metric: 'csat', from: 'answered', added: sql`score_csat`, divided: sql`1`, where: sql`score_csat is not null` },
  {
    metric: 'nps',
    from: 'answered',
    added: sql`case when score_nps >= 9 then 100 when score_nps <= 6 then -100 else 0 end`,
    divided: sql`1`,
    where: sql`score_nps is not null`,
  },
];

/**
 * What counts towards a target of each metric, by day: columns metric, scope, scope_key (blank of the company), day, added, divided (of an
 * average; null where it adds up), item (of metrics that count different things). Only of metrics that targets name.
 */
export function scopeDays(asOf: IsoDate | null): Sql {
  return sql`
    wanted as (
      select metric, scope, coalesce(scope_key, '') as scope_key from target_rows where scope <> 'unknown' group by metric, scope, coalesce(scope_key, '')
    ),
    named as (select metric from target_rows group by metric),
    listed as (select key, rep from rep_names),
    people as (select rep, max(team) as team, max(manager) as manager from rep_names group by rep),
    owners as (
      select profile.customer_id, listed.rep as owner_rep from customer_profile as profile join listed on listed.key = profile.owner
    ),
    places as (select customer_id, max(region) as region from customers where customer_id is not null group by customer_id),
    ${sources(asOf)},
    happened as (${join(
      events.map((event) => eventRows(event, asOf)),
      ' union all ',
    )}),
    keyed as (
      select happened.*, 'company' as scope, '' as scope_key from happened
      union all select happened.*, 'rep', happened.rep from happened where happened.rep <> ''
      union all
      select happened.*, 'team', people.team from happened join people on people.rep = happened.rep where people.team is not null
      union all
      select happened.*, 'manager', people.manager from happened join people on people.rep = happened.rep
      where people.manager is not null and people.manager <> happened.rep
      union all select happened.*, 'manager', happened.rep from happened where happened.rep <> ''
      union all select happened.*, 'customer', happened.customer_id from happened where happened.customer_id is not null
      union all
      select happened.*, 'region', places.region from happened join places on places.customer_id = happened.customer_id where places.region is not null
      union all select happened.*, 'product', happened.product from happened where happened.product is not null
      union all select happened.*, 'category', happened.category from happened where happened.category is not null
    ),
    scope_days as (
      select keyed.metric, keyed.scope, keyed.scope_key, keyed.day, keyed.item, sum(keyed.added) as added, sum(keyed.divided) as divided
      from keyed
      left join wanted on wanted.metric = keyed.metric and wanted.scope = keyed.scope and wanted.scope_key = keyed.scope_key
      where wanted.metric is not null or keyed.scope = 'company'
      group by keyed.metric, keyed.scope, keyed.scope_key, keyed.day, keyed.item
    )`;
}

/** Rows of the files, with whose they are: who sold or called, else who owns the customer. */
function sources(asOf: IsoDate | null): Sql {
  const noGoods = sql`cast(null as varchar) as product, cast(null as varchar) as category`;
  return sql`
    lines as (
      select
        customer_id, rep as key, product, category, order_id, cast(ordered_at as date) as day,
        sum(amount) as line_amount, sum(profit) as line_profit, sum(paid_amount) as line_paid, sum(quantity) as line_units
      from orders
      where ordered_at is not null and ${linesUpTo(asOf)}
      group by customer_id, rep, product, category, order_id, cast(ordered_at as date)
    ),
    sold as (
      select lines.*, coalesce(listed.rep, owners.owner_rep, '') as rep
      from lines
      left join listed on listed.key = lines.key
      left join owners on owners.customer_id = lines.customer_id
    ),
    came as (
      select firsts.customer_id, coalesce(owners.owner_rep, '') as rep, ${noGoods}, firsts.first_order_on as day
      from customer_orders as firsts
      left join owners on owners.customer_id = firsts.customer_id
    ),
    calls as (
      select customer_id, rep as key, channel, cast(activities."at" as date) as day, count(*) as records
      from activities
      group by customer_id, rep, channel, cast(activities."at" as date)
    ),
    contacted as (
      select calls.customer_id, coalesce(listed.rep, '') as rep, ${noGoods}, calls.day, calls.channel, calls.records
      from calls
      left join listed on listed.key = calls.key
    ),
    ${leadSource('created', 'created_at')},
    ${leadSource('converted', 'converted_at')},
    answers as (
      select customer_id, rep as key, cast(feedback."at" as date) as day, csat as score_csat, nps as score_nps from feedback
    ),
    answered as (
      select
        answers.customer_id, coalesce(listed.rep, owners.owner_rep, '') as rep, ${noGoods}, answers.day, answers.score_csat, answers.score_nps
      from answers
      left join listed on listed.key = answers.key
      left join owners on owners.customer_id = answers.customer_id
    )`;
}

/** Leads by who has them, on the day of a column. */
function leadSource(name: string, column: 'created_at' | 'converted_at'): Sql {
  const [counted, day] = [trusted(`${name}_leads`), trusted(column)];
  return sql`
    ${counted} as (
      select owner as key, cast(${day} as date) as day, count(*) as records from leads where ${day} is not null group by owner, cast(${day} as date)
    ),
    ${trusted(name)} as (
      select
        cast(null as varchar) as customer_id, coalesce(listed.rep, '') as rep,
        cast(null as varchar) as product, cast(null as varchar) as category, ${counted}.day, ${counted}.records
      from ${counted}
      left join listed on listed.key = ${counted}.key
    )`;
}

function eventRows({ metric, from, added = sql`1`, divided, item, where }: Event, asOf: IsoDate | null): Sql {
  return sql`
    select
      named.metric, source.rep, source.customer_id, source.product, source.category, source.day,
      cast(${added} as decimal(28, 4)) as added,
      cast(${divided ?? sql`null`} as decimal(28, 4)) as divided,
      cast(${item ?? sql`null`} as varchar) as item
    from ${trusted(from)} as source
    cross join named
    where named.metric = ${literal(metric)} and source.day is not null and ${where}${asOf === null ? sql`` : sql` and source.day <= ${asOf}::date`}`;
}
