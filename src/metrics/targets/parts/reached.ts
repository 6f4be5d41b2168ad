import { join, literal, type Sql, sql } from '../../../engine/sql.ts';

/** A year of days, in which customers come back. */
const yearOfDays = 365;

/** Files that begin so many days into a year have it whole. */
export const lateStart = 31;

/** 366 where a 29 February lies in the twelve months to a day, else 365. */
function daysToThatOfLastYear(day: Sql): Sql {
  const year = sql`extract(year from ${day}) - case when extract(month from ${day}) < 3 and not (extract(month from ${day}) = 2 and extract(day from ${day}) = 29) then 1 else 0 end`;
  return sql`case when mod(cast(${year} as integer), 4) = 0 and (mod(cast(${year} as integer), 100) <> 0 or mod(cast(${year} as integer), 400) = 0) then 366 else 365 end`;
}

/** The first day that a metric looks at for a period: of the market share twelve months to its end, of retention two years, else its first. */
export function sinceDay({ countedAs, first, last }: Readonly<Record<'countedAs' | 'first' | 'last', Sql>>): Sql {
  return sql`
    case ${countedAs}
      when 'market_share' then ${last} - ${daysToThatOfLastYear(last)} + 1
      when 'retention_rate' then ${last} - ${literal(2 * yearOfDays - 1)}
      else ${first}
    end`;
}

/** Rates with a denominator of their own, by counted_as: where it is 0, there is none. */
export const dividedRates: Sql = sql`(${join(
  ['conversion_rate', 'csat', 'csat_share', 'nps', 'nps_share', 'retention_rate'].map((word) => literal(word)),
)})`;

/** Part ÷ base in columns of these names, of the market share ÷ size; sums and counts are what they are. */
export const valueReached: Sql = sql`
  case
    when counted_as = 'market_share' then part::double precision / nullif(size, 0)::double precision
    when counted_as in ${dividedRates} then part::double precision / nullif(base, 0)
    else part::double precision
  end`;

/**
 * Common table expressions that say what was reached, the one definition of it: `reached` has for every `asked_id` of `asked` (asked_id,
 * counted_as, scope, scope_key, since, until, last_day: one row a part of what is asked) `part`, `base` (of rates), `records` and `size` (of the
 * market in the year of the last day). `part` of sums is the sum, of `customers` how many different ones, of rates the numerator; `base` is null of
 * sums and counts.
 */
export const reachedTables: Sql = sql`
  stretches as (select counted_as, since, until from asked group by counted_as, since, until),
  known_days as (select metric as counted_as, day from target_days group by metric, day),
  stretch_days as (
    select stretches.counted_as, stretches.since, stretches.until, known_days.day
    from stretches
    inner join known_days
      on known_days.counted_as = stretches.counted_as and known_days.day between stretches.since and stretches.until
  ),
  items_reached as (
    select
      asked.asked_id, asked.counted_as, asked.last_day, days.item,
      sum(days.value) as value, sum(days.base) as base, count(*) as records,
      min(days.day) <= asked.last_day - ${literal(yearOfDays)} as was_there,
      max(days.day) > asked.last_day - ${literal(yearOfDays)} as is_back
    from target_days as days
    inner join stretch_days on stretch_days.counted_as = days.metric and stretch_days.day = days.day
    inner join asked
      on asked.counted_as = days.metric and asked.scope = days.scope and asked.scope_key = days.scope_key
      and asked.since = stretch_days.since and asked.until = stretch_days.until
    group by asked.asked_id, asked.counted_as, asked.last_day, days.item
  ),
  sums_reached as (
    select
      asked_id,
      case counted_as
        when 'customers' then count(*)
        when 'retention_rate' then count(*) filter (where was_there and is_back)
        else sum(value)
      end as part,
      case counted_as when 'retention_rate' then count(*) filter (where was_there) else sum(base) end as base,
      sum(records) as records
    from items_reached
    group by asked_id, counted_as
  ),
  sizes as (
    select market_year, sum(size) as size
    from (select year as market_year, industry, max(size) as size from market where size is not null group by year, industry) as industries
    group by market_year
  ),
  reached as (
    select
      wholes.asked_id,
      coalesce(sums_reached.part, case when wholes.counted_as in ${dividedRates} then null else 0 end) as part,
      sums_reached.base, coalesce(sums_reached.records, 0) as records, sizes.size
    from (
      select asked_id, counted_as, extract(year from last_day) as market_year from asked group by asked_id, counted_as, last_day
    ) as wholes
    left join sums_reached on sums_reached.asked_id = wholes.asked_id
    left join sizes on sizes.market_year = wholes.market_year
  )`;
