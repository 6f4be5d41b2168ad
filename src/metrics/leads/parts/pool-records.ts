import { type Sql, sql, trusted } from '../../../engine/sql.ts';
import { addDays, type IsoDate } from '../../../lib/dates.ts';
import type { PoolRecords } from '../../parameters.ts';

/** Holds for what happened up to and with the day; what has no date did not. */
export function happenedBy(instant: Sql, asOf: IsoDate | null): Sql {
  return asOf === null ? sql`${instant} is not null` : sql`${instant} < ${addDays(asOf, 1)}::timestamp`;
}

/** What the log of the pool says of its records up to the day: lead_id, event, "at", rep. A line that is there twice counts once. */
export function poolEvents({ id }: PoolRecords, day: IsoDate | null): Sql {
  const record = trusted(id);
  return sql`
    select ${record} as lead_id, event, "at", rep
    from pool_events
    where ${record} is not null and event is not null and ${happenedBy(sql`"at"`, day)}
    group by ${record}, event, "at", rep`;
}

/** Records of which the log tells something that happened after the day: what a file says of their state is from then or later. */
export function laterRecords({ id }: PoolRecords, day: IsoDate | null): Sql {
  const record = trusted(id);
  return sql`
    select ${record} as lead_id
    from pool_events
    where ${record} is not null and event is not null and "at" is not null and not ${happenedBy(sql`"at"`, day)}
    group by ${record}`;
}

/** The activities with records of the pool up to the day: lead_id, "at", next_at. */
export function poolActivities({ of }: PoolRecords, day: IsoDate | null): Sql {
  const record = of === 'customers' ? sql`customer_id` : sql`lead_id`;
  return sql`select ${record} as lead_id, "at", next_at from activities where ${record} is not null and ${happenedBy(sql`"at"`, day)}`;
}
