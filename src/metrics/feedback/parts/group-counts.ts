import { identifier, join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import { within } from '../../comparison/parts/periods.ts';
import type { CustomerGroup } from '../../choices.ts';
import { type Review, type Reviewed, reviewed } from '../../reps/parts/review.ts';

/** By what answers are told apart: all together, by who looks after the customer, by what it is about, by how it came, by an attribute of the customer. */
export const breakdowns = ['all', 'rep', 'product', 'channel', 'attribute'] as const;

export type Breakdown = (typeof breakdowns)[number];

interface CountsRequest {
  /** Rows with `customer_id`, `rep`, `product`, `channel` and `day`. */
  readonly from: Sql;
  readonly by: readonly Breakdown[];
  readonly attribute: CustomerGroup;
  readonly review: Review | null;
  /** What is counted, by name: rows for which it holds. */
  readonly counts: Readonly<Record<string, Sql>>;
  /** What is summed, by name: exact numbers. */
  readonly sums?: Readonly<Record<string, Sql>>;
}

/**
 * One row a breakdown and group, with `<period>_<name>` for each count and sum, and `<period>_customers` for the customers of whom a row is
 * counted. A breakdown of which no group has a name has no row.
 */
export function groupCounts({ from, by, attribute, review, counts, sums = {} }: CountsRequest): Sql {
  const keys: Readonly<Record<Breakdown, Sql>> = {
    all: sql`''`,
    rep: sql`coalesce(rep, '')`,
    product: sql`coalesce(product, '')`,
    channel: sql`coalesce(channel, '')`,
    attribute: sql`coalesce(attribute, '')`,
  };
  const values = Object.entries({ ...counts, ...sums });
  const flags = Object.entries(counts).map(([name, holds]) => sql`case when ${holds} then 1 else 0 end as ${identifier(name)}`);
  const added = Object.entries(sums).map(([name, value]) => sql`${value} as ${identifier(name)}`);
  const placed = by.map(
    (breakdown) =>
      sql`select ${breakdown} as breakdown, ${keys[breakdown]} as group_name, customer_id, day, ${join(values.map(([name]) => identifier(name)))} from counted_rows`,
  );
  const inPeriods = (make: (of: Reviewed) => readonly Sql[]): Sql => join(reviewed.flatMap(make));
  const name = (of: Reviewed, figure: string): Sql => identifier(`${of}_${figure}`);
  return sql`
    with attributes as (select customer_id, ${identifier(attribute)} as attribute from customer_profile),
    counted_rows as (
      select rows_of.customer_id, rows_of.rep, rows_of.product, rows_of.channel, attributes.attribute, rows_of.day, ${join([...flags, ...added])}
      from (${from}) as rows_of
      left join attributes on attributes.customer_id = rows_of.customer_id
    ),
    placed as (${join(placed, ' union all ')}),
    by_customer as (
      select
        breakdown, group_name, customer_id,
        ${inPeriods((of) => [
          sql`count(*) filter (where ${within(sql`day`, review?.[of])}) as ${name(of, 'rows')}`,
          ...values.map(
            ([figure]) => sql`sum(${identifier(figure)}) filter (where ${within(sql`day`, review?.[of])}) as ${name(of, figure)}`,
          ),
        ])}
      from placed
      group by breakdown, group_name, customer_id
    ),
    known as (select breakdown from placed where group_name <> '' or breakdown = 'all' group by breakdown)
    select
      by_customer.breakdown, by_customer.group_name,
      ${inPeriods((of) => [
        sql`count(customer_id) filter (where ${name(of, 'rows')} > 0) as ${name(of, 'customers')}`,
        ...values.map(([figure]) =>
          Object.hasOwn(counts, figure)
            ? sql`coalesce(sum(${name(of, figure)}), 0)::bigint as ${name(of, figure)}`
            : sql`coalesce(sum(${name(of, figure)}), 0) as ${name(of, figure)}`,
        ),
      ])}
    from by_customer
    join known on known.breakdown = by_customer.breakdown
    group by by_customer.breakdown, by_customer.group_name
    order by ${trusted('by_customer.breakdown, by_customer.group_name')}`;
}
