import { z } from 'zod';
import { type LeadAllocation, openAllocation as open } from '../../../forecast/leads/allocation/allocation.ts';
import type { Read } from '../../../forecast/read.ts';
import { asOf as asOfParameter, pool as poolParameter, poolRecords } from '../../parameters.ts';
import { undatedLimit } from './timed-outcomes.ts';

/** What the metrics of the allocation take from a run. */
export const allocationParameters = z.object({ as_of: asOfParameter, pool: poolParameter, pool_records: poolRecords });

type AllocationParameters = z.output<typeof allocationParameters>;

/** The allocation by the settings of the pool, made once a run. */
export function openAllocation(
  read: Read,
  { as_of: asOf, pool, pool_records: records }: AllocationParameters,
): Promise<LeadAllocation | null> {
  const { uneven, daily_quota: dailyQuota, skills } = pool.allocation;
  return open(read, { asOf, uneven, dailyQuota, skills, undatedLimit, countsCustomers: records.of === 'leads' });
}

/** What reading it takes, beside the fields of the metrics that it uses. */
export const allocationReads = {
  reads: ['reps.name', 'reps.team', 'reps.capacity', 'customers.customer_id', 'customers.owner', 'customers.lost_on'],
  uses: ['allocation_leads', 'rep_segments', 'rep_pools', 'rep_leads', 'rep_signals'],
  usesIfComputed: ['lead_spells'],
  requires: [],
} as const;
