import { join, literal, type Sql, sql } from '../../../engine/sql.ts';

/** A year of days: that of the market, and those in which customers come back. */
const yearOfDays = 365;

/** Metrics that look back further than the first day of a period: so many days up to and with its last. */
const daysLookedAt: Readonly<Record<string, number>> = { market_share: yearOfDays, retention_rate: 2 * yearOfDays };

/** How many days a metric looks at, up to and with the last day of a period; null: those of the period. */
export function lookBack(countedAs: string): number | null {
  return daysLookedAt[countedAs] ?? null;
}

const list = (words: readonly string[]): Sql => sql`(${join(words.map((word) => literal(word)))})`;

/** Rates with a denominator of their own, by counted_as: where it is 0, there is none. */
export const dividedRates: Sql = list(['conversion_rate', 'csat', 'csat_share', 'nps', 'nps_share', 'retention_rate']);

const firstDay = sql`case counted_as ${join(
  Object.entries(daysLookedAt).map(([metric, days]) => sql`when ${literal(metric)} then last_day - ${literal(days - 1)}`),
  ' ',
)} else first_day end`;

/** Part ÷ base in columns of these names, of the market share ÷ size; sums and counts are what they are. */
export const valueReached: Sql = sql`
  case
    when counted_as = 'market_share' then part::double precision / nullif(size, 0)::double precision
    when counted_as in ${dividedRates} then part::double precision / nullif(base, 0)
    else part::double precision
  end`;

/**
 * Common table expressions that say what was reached in a stretch of time, the one definition of it: `reached` has a row for every row of
 * `asked` (counted_as, scope, scope_key, first_day, last_day) with `part`, `base` (of rates), `records` and `size` (of the market, by its year).
 * `part` of sums is the sum, of `customers` how many different ones, of rates the numerator; `base` is null of sums and counts.
 */
export const reachedTables: Sql = sql`
  looked_at as (
    select counted_as, scope, scope_key, first_day, last_day, ${firstDay} as since
    from asked
    group by counted_as, scope, scope_key, first_day, last_day
  ),
  stretches as (select counted_as, since, last_day from looked_at group by counted_as, since, last_day),
  known_days as (select metric as counted_as, day from target_days group by metric, day),
  stretch_days as (
    select stretches.counted_as, stretches.since, stretches.last_day, known_days.day
    from stretches
    inner join known_days
      on known_days.counted_as = stretches.counted_as and known_days.day between stretches.since and stretches.last_day
  ),
  items_reached as (
    select
      looked_at.counted_as, looked_at.scope, looked_at.scope_key, looked_at.first_day, looked_at.last_day, days.item,
      sum(days.value) as value, sum(days.base) as base, count(*) as records,
      min(days.day) <= looked_at.last_day - ${literal(yearOfDays)} as was_there,
      max(days.day) > looked_at.last_day - ${literal(yearOfDays)} as is_back
    from target_days as days
    inner join stretch_days on stretch_days.counted_as = days.metric and stretch_days.day = days.day
    inner join looked_at
      on looked_at.counted_as = days.metric and looked_at.scope = days.scope and looked_at.scope_key = days.scope_key
      and looked_at.since = stretch_days.since and looked_at.last_day = stretch_days.last_day
    group by looked_at.counted_as, looked_at.scope, looked_at.scope_key, looked_at.first_day, looked_at.last_day, days.item
  ),
  sums_reached as (
    select
      counted_as, scope, scope_key, first_day, last_day,
      case counted_as
        when 'customers' then count(*)
        when 'retention_rate' then count(*) filter (where was_there and is_back)
        else sum(value)
      end as part,
      case counted_as when 'retention_rate' then count(*) filter (where was_there) else sum(base) end as base,
      sum(records) as records
    from items_reached
    group by counted_as, scope, scope_key, first_day, last_day
  ),
  sizes as (
    select market_year, sum(size) as size
    from (select year as market_year, industry, max(size) as size from market where size is not null group by year, industry) as industries
    group by market_year
  ),
  reached as (
    select
      looked_at.counted_as, looked_at.scope, looked_at.scope_key, looked_at.first_day, looked_at.last_day,
      coalesce(sums_reached.part, case when looked_at.counted_as in ${dividedRates} then null else 0 end) as part,
      sums_reached.base, coalesce(sums_reached.records, 0) as records, sizes.size
    from looked_at
    left join sums_reached
      on sums_reached.counted_as = looked_at.counted_as and sums_reached.scope = looked_at.scope and sums_reached.scope_key = looked_at.scope_key
      and sums_reached.first_day = looked_at.first_day and sums_reached.last_day = looked_at.last_day
    left join sizes on sizes.market_year = extract(year from looked_at.last_day)
  )`;
