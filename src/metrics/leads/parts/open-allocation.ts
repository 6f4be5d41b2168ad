import { type LeadAllocation, openAllocation as open } from '../../../forecast/leads/allocation/allocation.ts';
import type { Read } from '../../../forecast/read.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { Pool } from '../../parameters.ts';
import { undatedLimit } from './timed-outcomes.ts';

/** The allocation by the settings of the pool, made once a run. */
export function openAllocation(read: Read, asOf: IsoDate | null, { allocation }: Pool): Promise<LeadAllocation | null> {
  const { uneven, daily_quota: dailyQuota, skills } = allocation;
  return open(read, { asOf, uneven, dailyQuota, skills, undatedLimit });
}

/** What reading it takes, beside the fields of the metrics that it uses. */
export const allocationReads = {
  reads: ['reps.name', 'reps.team', 'reps.capacity', 'customers.customer_id', 'customers.owner', 'customers.lost_on'],
  uses: ['allocation_leads', 'rep_segments', 'rep_leads', 'rep_signals'],
  usesIfComputed: ['lead_spells'],
  requires: [],
} as const;
