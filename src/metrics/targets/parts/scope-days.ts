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

const sales = { revenue: 'revenue', payments: 'payments', profit: 'profit', quantity: 'quantity', orders: 'orders' } as const;

const lineValues = {
  revenue: 'sum(orders.amount)',
  payments: 'sum(orders.paid_amount)',
  profit: 'sum(orders.profit)',
  quantity: 'sum(orders.quantity)',
  orders: 'count(distinct orders.order_id)',
} as const;

/**
 * What counts towards a target of each metric, by day: columns metric, scope, scope_key (blank of the company), day, amount, base (of an average;
 * null where amounts add up), buyer (of metrics that count different customers). Only of metrics that targets name, and of people only by the
 * list of reps; lines of orders are read one by one only where customers, goods or regions have targets.
 */
export function scopeDays(asOf: IsoDate | null): Sql {
  return sql`
    wanted as (select metric, scope, scope_key from target_rows where scope <> 'unknown' group by metric, scope, scope_key),
    named as (select metric from target_rows group by metric),
    people as (select rep, max(team) as team, max(manager) as manager from rep_names group by rep),
    owners as (
      select profile.customer_id, names.rep
      from customer_profile as profile
      join rep_names as names on names.key = profile.owner
    ),
    places as (select customer_id, max(region) as region from customers where customer_id is not null group by customer_id),
    people_events as (${join([...salesEvents(), ...otherEvents(asOf)], ' union all ')}),
    goods_events as (${join([...lineEvents(asOf), ...otherEvents(asOf)], ' union all ')}),
    keyed as (
      select events.metric, 'company' as scope, '' as scope_key, events.day, events.amount, events.base, events.buyer from people_events as events
      union all
      select events.metric, 'rep', events.rep, events.day, events.amount, events.base, events.buyer from people_events as events where events.rep <> ''
      union all
      select events.metric, 'team', people.team, events.day, events.amount, events.base, events.buyer
      from people_events as events join people on people.rep = events.rep where people.team is not null
      union all
      select events.metric, 'manager', people.manager, events.day, events.amount, events.base, events.buyer
      from people_events as events join people on people.rep = events.rep where people.manager is not null and people.manager <> events.rep
      union all
      select events.metric, 'manager', events.rep, events.day, events.amount, events.base, events.buyer from people_events as events where events.rep <> ''
      union all
      select events.metric, 'customer', events.customer_id, events.day, events.amount, events.base, events.buyer
      from goods_events as events where events.customer_id is not null
      union all
      select events.metric, 'region', places.region, events.day, events.amount, events.base, events.buyer
      from goods_events as events join places on places.customer_id = events.customer_id where places.region is not null
      union all
      select events.metric, 'product', events.product, events.day, events.amount, events.base, events.buyer
      from goods_events as events where events.product is not null
      union all
      select events.metric, 'category', events.category, events.day, events.amount, events.base, events.buyer
      from goods_events as events where events.category is not null
    ),
    scope_days as (
      select keyed.metric, keyed.scope, keyed.scope_key, keyed.day, keyed.buyer, sum(keyed.amount) as amount, sum(keyed.base) as base
      from keyed
      left join wanted
        on wanted.metric = keyed.metric and wanted.scope = keyed.scope and coalesce(wanted.scope_key, '') = keyed.scope_key
      where wanted.metric is not null or keyed.scope = 'company'
      group by keyed.metric, keyed.scope, keyed.scope_key, keyed.day, keyed.buyer
    )`;
}

/** Of orders by rep and day: sales_days has them summed already. */
function salesEvents(): Sql[] {
  return Object.entries(sales).map(
    ([metric, column]) => sql`
      select ${literal(metric)} as metric, rep, ${nothing('customer_id')}, ${nothing('product')}, ${nothing('category')}, day,
        cast(${trusted(column)} as decimal(28, 4)) as amount, ${noBase}, ${nothing('buyer')}
      from sales_days
      where ${trusted(column)} is not null and ${isNamed(metric)}`,
  );
}

/** Of order lines, for targets of customers, regions and goods. */
function lineEvents(asOf: IsoDate | null): Sql[] {
  return Object.entries(lineValues).map(
    ([metric, value]) => sql`
      select ${literal(metric)} as metric, '' as rep, orders.customer_id, orders.product, orders.category, cast(orders.ordered_at as date) as day,
        cast(${trusted(value)} as decimal(28, 4)) as amount, ${noBase}, ${nothing('buyer')}
      from orders
      where orders.ordered_at is not null and ${linesUpTo(asOf)} and ${isNamed(metric)}
        and exists (select 1 from wanted where scope in ('customer', 'region', 'product', 'category'))
      group by orders.customer_id, orders.product, orders.category, cast(orders.ordered_at as date)
      having ${trusted(value)} is not null`,
  );
}

function otherEvents(asOf: IsoDate | null): Sql[] {
  return [buyerEvents(asOf), newCustomers(), ...contacts(), ...leadEvents(), ...answers()].map(
    ({ metric, from, rep, customer = sql`cast(null as varchar)`, day, amount = sql`1`, base, buyer, where }) => sql`
      select ${literal(metric)} as metric, ${rep} as rep, ${customer} as customer_id, ${nothing('product')}, ${nothing('category')},
        ${day} as day, cast(${amount} as decimal(28, 4)) as amount,
        ${base === undefined ? noBase : sql`cast(${base} as decimal(28, 4)) as base`},
        ${buyer === undefined ? nothing('buyer') : sql`${buyer} as buyer`}
      from ${from}
      where ${day} is not null and ${where} and ${isNamed(metric)}${asOf === null ? sql`` : sql` and ${day} <= ${asOf}::date`}`,
  );
}

interface Event {
  readonly metric: string;
  readonly from: Sql;
  readonly rep: Sql;
  readonly customer?: Sql;
  readonly day: Sql;
  readonly amount?: Sql;
  readonly base?: Sql;
  readonly buyer?: Sql;
  readonly where: Sql;
}

/** Who bought on which day: different customers are counted, so amounts do not add up. */
function buyerEvents(asOf: IsoDate | null): Event {
  return {
    metric: 'customers',
    from: sql`(
      select orders.customer_id, orders.rep as seller, cast(orders.ordered_at as date) as day
      from orders
      where orders.customer_id is not null and coalesce(orders.amount, 1) > 0 and ${linesUpTo(asOf)}
      group by orders.customer_id, orders.rep, cast(orders.ordered_at as date)
    ) as bought
    left join rep_names as sellers on sellers.key = bought.seller
    left join owners on owners.customer_id = bought.customer_id`,
    rep: sql`coalesce(sellers.rep, owners.rep, '')`,
    customer: sql`bought.customer_id`,
    day: sql`bought.day`,
    buyer: sql`bought.customer_id`,
    where: sql`true`,
  };
}

function newCustomers(): Event {
  return {
    metric: 'new_customers',
    from: sql`customer_orders as firsts left join owners on owners.customer_id = firsts.customer_id`,
    rep: sql`coalesce(owners.rep, '')`,
    customer: sql`firsts.customer_id`,
    day: sql`firsts.first_order_on`,
    where: sql`true`,
  };
}

function contacts(): Event[] {
  return (['visit', 'call'] as const).map((channel) => ({
    metric: `${channel}s`,
    from: sql`activities left join rep_names as names on names.key = activities.rep`,
    rep: sql`coalesce(names.rep, '')`,
    customer: sql`activities.customer_id`,
    day: sql`cast(activities."at" as date)`,
    where: sql`activities.channel = ${literal(channel)}`,
  }));
}

/** Conversion is what converted in the time over what came in in the time. */
function leadEvents(): Event[] {
  const lead = {
    from: sql`leads left join rep_names as names on names.key = leads.owner`,
    rep: sql`coalesce(names.rep, '')`,
  };
  const created = sql`cast(leads.created_at as date)`;
  return [
    { ...lead, metric: 'leads', day: created, where: sql`true` },
    { ...lead, metric: 'conversion_rate', day: created, amount: sql`0`, base: sql`1`, where: sql`true` },
    { ...lead, metric: 'conversion_rate', day: sql`cast(leads.converted_at as date)`, amount: sql`1`, base: sql`0`, where: sql`true` },
  ];
}

/** The mean of the satisfaction, and promoters less detractors of a hundred. */
function answers(): Event[] {
  const answer = {
    from: sql`feedback left join rep_names as names on names.key = feedback.rep left join owners on owners.customer_id = feedback.customer_id`,
    rep: sql`coalesce(names.rep, owners.rep, '')`,
    customer: sql`feedback.customer_id`,
    day: sql`cast(feedback."at" as date)`,
    base: sql`1`,
  };
  return [
    { ...answer, metric: 'csat', amount: sql`feedback.csat`, where: sql`feedback.csat is not null` },
    {
      ...answer,
      metric: 'nps',
      amount: sql`case when feedback.nps >= 9 then 100 when feedback.nps <= 6 then -100 else 0 end`,
      where: sql`feedback.nps is not null`,
    },
  ];
}

function isNamed(metric: string): Sql {
  return sql`exists (select 1 from named where named.metric = ${literal(metric)})`;
}

const noBase = sql`cast(null as decimal(28, 4)) as base`;

function nothing(name: string): Sql {
  return sql`cast(null as varchar) as ${trusted(name)}`;
}
