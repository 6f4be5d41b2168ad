import { type Sql, sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { happenedBy } from './lead-events.ts';

/** What a lead goes by: its number; one that the file has none for, its company and name. */
export const keyOfLead: Sql = sql`coalesce(lead_id, coalesce(company || ' ', '') || coalesce(name, ''))`;

/** What the lead file says by the day, once a lead: what lies after it is not known. */
export function leadFile(day: IsoDate | null): Sql {
  const known = (at: Sql): Sql => (day === null ? at : sql`case when ${happenedBy(at, day)} then ${at} end`);
  const isLater = (at: Sql): Sql => (day === null ? sql`false` : sql`(${at} is not null and not ${happenedBy(at, day)})`);
  return sql`
    select
      ${keyOfLead} as lead_id, max(company) as company, max(name) as name, max(owner) as owner, max(pool) as pool,
      max(source) as source, max(batch) as batch, max(industry) as industry, max(region) as region, max(size) as size, max(cost) as cost,
      min(created_at) as created_at, max(${known(sql`assigned_at`)}) as assigned_at, max(returned_at) as returned_at, max(recycles) as recycles,
      min(${known(sql`first_contact_at`)}) as first_contact_at, max(${known(sql`last_contact_at`)}) as last_contact_at,
      max(contacts) as contacts, max(next_contact_at) as next_contact_at, max(expires_at) as expires_at,
      max(case when (converted or status = 'converted' or converted_at is not null) and not ${isLater(sql`converted_at`)} then 1 end) as is_converted,
      min(${known(sql`converted_at`)}) as converted_at,
      max(case when status = 'invalid' or invalid_reason is not null then 1 end) as is_invalid,
      max(case when status = 'lost' then 1 end) as is_lost
    from leads
    where (lead_id is not null or company is not null or name is not null) and not ${isLater(sql`created_at`)}
    group by ${keyOfLead}`;
}
