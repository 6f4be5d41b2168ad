import { identifier, join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { PoolRecords } from '../../parameters.ts';
import { contactRecords, isBeforeRecords } from './contact-records.ts';
import { isInPlay } from './in-play.ts';
import { poolActivities } from './pool-records.ts';
import { isAfter, sameDayWithoutTime } from './working-time.ts';

/** The rows of lead_course. Reads lead_file, lead_log and lead_spells. */
export function courseQuery(records: PoolRecords, day: IsoDate | null): Sql {
  return sql`
    with logged as (
      select
        lead_id,
        min(first_at) as entered_at,
        min(from_at) as first_claimed_at,
        min(first_contact_at) as first_contact_at,
        max(last_contact_at) as last_contact_at,
        min(converted_at) as converted_at,
        max(last_invalid_at) as invalid_at,
        cast(sum(contacts) as bigint) as contacts,
        cast(sum(claims + assigns) as bigint) as claims,
        cast(sum(comebacks) as bigint) as comebacks
      from lead_log
      group by lead_id
    ),
    worked as (
      select lead_id, min("at") as first_contact_at, max("at") as last_contact_at, count(*) as contacts
      from (${poolActivities(records, day)}) as activities
      group by lead_id
    ),
    planned as (
      select activities.lead_id, max(activities.next_at) as next_contact_at
      from (${poolActivities(records, day)}) as activities
      inner join worked on worked.lead_id = activities.lead_id and worked.last_contact_at = activities."at"
      group by activities.lead_id
    ),
    held as (select lead_id, max(rep) as rep, max(from_at) as from_at from lead_spells where to_at is null group by lead_id),
    records as (${contactRecords(records, day)}),
    told as (
      select
        coalesce(given.lead_id, logged.lead_id) as lead_id, given.lead_id is not null as is_listed, coalesce(given.is_outdated, false) as is_outdated,
        coalesce(given.company, given.name) as lead, given.owner, given.pool, given.source, given.batch, given.industry, given.region, given.size, given.product,
        given.cost, given.expires_at, given.contacts as given_contacts, given.recycles, given.assigned_at, given.returned_at, given.next_contact_at,
        coalesce(given.created_at, logged.entered_at) as created_at,
        given.first_contact_at as given_first_at, logged.first_contact_at as logged_first_at,
        greatest(given.last_contact_at, given.first_contact_at, logged.last_contact_at) as told_last_at,
        logged.contacts as logged_contacts, logged.first_claimed_at, logged.claims, logged.comebacks,
        coalesce(given.converted_at, logged.converted_at) as converted_at,
        logged.invalid_at,
        coalesce(given.is_converted, false) or logged.converted_at is not null as converts,
        coalesce(given.is_invalid, false) or logged.invalid_at is not null as is_invalid,
        coalesce(given.is_lost, false) as is_lost
      from lead_file as given
      full join logged on logged.lead_id = given.lead_id
    ),
    together as (
      select
        told.lead_id, is_listed and not is_outdated as is_listed, lead, pool, source, batch, industry, region, size, product, cost, expires_at, given_contacts, recycles, assigned_at, returned_at,
        case when is_listed and not is_outdated then told.owner else held.rep end as owner,
        held.from_at as held_from_at,
        created_at,
        coalesce(told.next_contact_at, case when told_last_at is null or ${saysNewest} then planned.next_contact_at end) as next_contact_at,
        given_first_at, logged_first_at, worked.first_contact_at as worked_first_at,
        greatest(told_last_at, worked.last_contact_at) as last_contact_at,
        greatest(logged_contacts, worked.contacts) as seen_contacts,
        first_claimed_at, claims, comebacks, converted_at, invalid_at, converts, is_invalid, is_lost
      from told
      left join worked on worked.lead_id = told.lead_id
      left join planned on planned.lead_id = told.lead_id
      left join held on held.lead_id = told.lead_id
    ),
    judged as (
      select
        together.*,
        case
          when converts then 'converted'
          when is_invalid or is_lost then 'lost'
          else 'open'
        end as outcome
      from together
    ),
    dated as (
      select
        judged.*,
        case when outcome = 'converted' then converted_at when outcome = 'lost' then invalid_at end as outcome_at
      from judged
    ),
    back as (${backInPool(records)}),
    aged as (
      select
        dated.*,
        back.back_at,
        case
          when outcome = 'converted' and converted_at is null then null
          when outcome_at < created_at then null
          else coalesce(cast(outcome_at as date), ${day === null ? sql`cast(null as date)` : sql`${day}::date`}) - cast(created_at as date)
        end as age_days
      from dated
      left join back on back.lead_id = dated.lead_id
    ),
    recorded as (
      select
        aged.*,
        coalesce(records.logged > 0 or (records.noted > 0 and is_listed), false) as is_recorded,
        ${isBeforeRecords('began_at', 'records.first_day')}
          and given_first_at is null and not (records.noted > 0 and is_listed and last_contact_at is null) as is_cut,
        records.first_day
      from (select aged.*, case when claims is null then created_at else first_claimed_at end as began_at from aged) as aged
      cross join (select logged, noted, first_day from records) as records
    )
    select
      lead_id, lead, owner, pool, source, batch, industry, region, size, product, cost, created_at,
      case when claims > 0 then first_claimed_at when coalesce(recycles, 0) = 0 and returned_at is null then assigned_at end as first_claimed_at,
      case when ${isInPlay} and owner is not null then greatest(assigned_at, held_from_at) end as held_since,
      ${notBefore('given_first_at', 'logged_first_at', 'worked_first_at')} as first_contact_at,
      last_contact_at, next_contact_at, expires_at,
      case
        when given_contacts is not null then given_contacts
        when is_cut then null
        when seen_contacts > 0 then seen_contacts
        when last_contact_at is not null then null
        when is_recorded then 0
      end as contacts,
      case when is_cut then first_day when is_recorded then cast(created_at as date) end as contacts_since,
      claims,
      coalesce(comebacks, recycles) as comebacks,
      outcome, outcome = 'lost' and is_invalid as invalid, outcome_at, back_at, age_days,
      case when age_days is null then null when outcome = 'lost' and outcome_at is null then 'open' else outcome end as timed_as
    from recorded`;
}

/** Customers that came back to the pool, or were handed out, after their first order, each with when: those of `dated` by lead_log and their file. */
function backInPool({ of }: PoolRecords): Sql {
  const each = ['from_at', 'log.returned_at', 'recycled_at', 'dated.returned_at'].map(
    (at) => sql`case when ${isAfter(at, 'outcome_at')} then ${trusted(at)} end`,
  );
  return sql`
    select dated.lead_id, min(least(${join(each)})) as back_at
    from dated
    left join lead_log as log on log.lead_id = dated.lead_id
    where outcome = 'converted' and ${of === 'customers'}
    group by dated.lead_id`;
}

/** Holds where no contact of file or log is newer than the newest activity: a later one without a plan has ended that of the activity. */
const saysNewest = sql`(told_last_at <= worked.last_contact_at or ${sameDayWithoutTime('told_last_at', 'worked.last_contact_at')})`;

/** The earliest of these that is not before the lead came in; a date without a time may be that day's. */
function notBefore(...instants: readonly string[]): Sql {
  const each = instants.map((name) => {
    const at = identifier(name);
    return sql`case when created_at is null or ${at} >= created_at or ${sameDayWithoutTime(name, 'created_at')} then ${at} end`;
  });
  return sql`least(${join(each)})`;
}
