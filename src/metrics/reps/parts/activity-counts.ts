import { join, type Sql, sql, trusted } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { contactChannels } from './contact-channels.ts';
import { isKnown, type Review } from './review.ts';
import { toldReps } from './told-reps.ts';

/** The period under review and the one before. */
export const looked = ['current', 'previous'] as const;

type Looked = (typeof looked)[number];

/** The best tiers, of which contacts a customer are told apart. */
export const tiers = [1, 2, 3] as const;

/** The column of the contacts by a channel: `calls`. */
export function columnOfChannel(id: string): string {
  return `${id}s`;
}

/** What there is of each rep in one period; a rep of which the files have neither a contact nor a customer has no row. */
export function countsIn(of: Looked, review: Review, day: IsoDate | null): Sql {
  const { from, to } = review[of];
  const contacts = trusted(of === 'current' ? 'contacts' : 'previous_contacts');
  const inside = (date: string): Sql => sql`${trusted(date)} >= ${from}::date and ${trusted(date)} < ${to}::date`;
  return sql`
    with told as (${toldReps}),
    starts as (select min(contacted_on) as first_on, count(next_on) as plans from contact_rows),
    made as (
      select
        rep, true as has_records,
        count(*) filter (where period = ${of}) as contacts,
        ${join(contactChannels.map(({ id }) => sql`count(*) filter (where period = ${of} and channel = ${id}) as ${trusted(columnOfChannel(id))}`))},
        count(*) filter (where period = ${of} and customer_id is null and lead_id is null) as unnamed,
        count(*) filter (where period = ${of} and customer_id is not null) as with_customers,
        count(*) filter (where period = ${of} and customer_id is not null and next_on is null) as without_next,
        count(*) filter (where plan in ('kept', 'late', 'missed') and ${inside('next_on')}) as due,
        count(*) filter (where plan = 'kept' and ${inside('next_on')}) as kept
      from contact_rows
      where rep <> ''
      group by rep
    ),
    of_customers as (
      select
        rep, customer_id,
        count(*) filter (where period = ${of}) as contacts,
        count(*) filter (
          where plan is not null and contacted_on < ${to}::date and next_on < ${to}::date and next_on < ${day}::date
            and (followed_on is null or followed_on >= ${to}::date)
        ) as overdue
      from contact_rows
      where rep <> '' and customer_id is not null
      group by rep, customer_id
    ),
    customers_of as (
      select rep, count(*) filter (where contacts > 0) as customers, count(*) filter (where overdue > 0) as overdue
      from of_customers
      group by rep
    ),
    of_leads as (select rep, lead_id from contact_rows where rep <> '' and lead_id is not null and period = ${of} group by rep, lead_id),
    leads_of as (select rep, count(*) as leads from of_leads group by rep),
    owners as (select key as owner, rep from rep_names),
    listed as (select count(*) as leads_listed from lead_follow_ups),
    late as (
      select owners.rep, count(*) as overdue_leads
      from lead_follow_ups as follow_ups
      join owners on owners.owner = follow_ups.owner
      where follow_ups.is_overdue
      group by owners.rep
    ),
    owned as (
      select
        rep,
        count(*) filter (where is_there) as book,
        count(*) filter (where is_key) as key_customers,
        count(*) filter (where is_key and ${contacts} > 0) as key_contacted,
        count(*) filter (where is_neglected) as neglected,
        sum(revenue_year) filter (where is_neglected) as neglected_revenue,
        ${join(
          tiers.map(
            (tier) => sql`sum(${contacts}) filter (where is_there and tier = ${tier}) as ${trusted(`tier_${tier}`)},
              count(*) filter (where is_there and tier = ${tier}) as ${trusted(`tier_${tier}_customers`)}`,
          ),
        )}
      from contact_customers
      where rep <> ''
      group by rep
    )
    select
      rep_people.rep, ${of} as period, starts.plans, made.has_records, told.rep is not null as is_told, customers_of.customers, customers_of.overdue, leads_of.leads,
      case when listed.leads_listed > 0 then coalesce(late.overdue_leads, 0) end as overdue_leads,
      ${join(fromMade.map((name) => trusted(`made.${name}`)))}, ${join(fromOwned.map((name) => trusted(`owned.${name}`)))}
    from rep_people
    left join made on made.rep = rep_people.rep
    left join customers_of on customers_of.rep = rep_people.rep
    left join leads_of on leads_of.rep = rep_people.rep
    left join owned on owned.rep = rep_people.rep
    left join told on told.rep = rep_people.rep
    left join late on late.rep = rep_people.rep
    cross join starts
    cross join listed
    where (made.rep is not null or owned.book > 0) and ${isKnown(of, review)}
    order by rep_people.rep`;
}

const fromMade = [
  'contacts',
  ...contactChannels.map(({ id }) => columnOfChannel(id)),
  'unnamed',
  'with_customers',
  'without_next',
  'due',
  'kept',
];

const fromOwned = ['book', 'key_customers', 'key_contacted', 'neglected', 'neglected_revenue'].concat(
  tiers.flatMap((tier) => [`tier_${tier}`, `tier_${tier}_customers`]),
);
