import { sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { addDays } from '../../../lib/dates.ts';
import type { Row } from '../../../lib/rows.ts';
import type { Read } from '../../read.ts';

/** What the files say of leads to give out and of who may get them. */
export interface AllocationTables {
  /** allocation_leads of ages that were tried, grouped by all that tells leads apart. */
  readonly leads: readonly Row[];
  readonly evidence: readonly Row[];
  readonly reps: readonly Row[];
  readonly listed: readonly Row[];
  /** Pools of which each rep may get leads; a rep who took none so far may get them of any. */
  readonly pools: ReadonlyMap<string, ReadonlySet<string>>;
  /** Reps who took a lead lately. */
  readonly recent: ReadonlySet<string>;
  /** Reps who are not to claim more before they have worked what they hold. */
  readonly capped: ReadonlySet<string>;
  /** Customers that each rep has. */
  readonly customers: ReadonlyMap<string, number>;
}

/** Who took no lead for so many days, and has none, is given none. */
const recentDays = 90;

/** Who took at least this share of a pool may get leads of it. */
const poolShare = 0.1;

export async function readAllocation(read: Read, asOf: IsoDate | null): Promise<AllocationTables> {
  const leads = await read(sql`
    select
      segment, came_back, age_band, pool, skills, band, holder, must_move, last_rep, count(*) as leads, count(probability) as scored,
      sum(cast(floor(probability * 1000000) as bigint)) as chances
    from allocation_leads
    where is_tried
    group by segment, came_back, age_band, pool, skills, band, holder, must_move, last_rep`);
  const pools = await read(sql`select rep, pool from rep_pools where share >= ${poolShare}`);
  const since = asOf === null ? null : addDays(asOf, -recentDays);
  const recent = await read(sql`
    select rep, count(*) as taken from lead_spells where rep is not null and from_at >= ${since}::timestamp group by rep`);
  const capped = await read(sql`
    select rep, count(*) as signals
    from rep_signals
    where (rate = 'recycle' and signal = 'far_above') or (rate = 'follow_up' and signal = 'far_below')
    group by rep`);
  const customers = await read(sql`
    select owner, count(*) as customers from customers where owner is not null and customer_id is not null and lost_on is null group by owner`);
  return {
    leads,
    evidence: await read(sql`select * from rep_segments`),
    reps: await read(sql`select rep, held, holding_limit from rep_leads`),
    listed: await read(sql`
      select name, max(team) as team, max(capacity) as capacity from reps where name is not null group by name`),
    pools: poolsOf(pools),
    recent: new Set(recent.map(({ rep }) => String(rep))),
    capped: new Set(capped.map(({ rep }) => String(rep))),
    customers: new Map(customers.map((row) => [String(row['owner']), Number(row['customers'])])),
  };
}

function poolsOf(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pools = new Map<string, Set<string>>();
  for (const { rep, pool } of rows) pools.set(String(rep), (pools.get(String(rep)) ?? new Set()).add(String(pool)));
  return pools;
}
