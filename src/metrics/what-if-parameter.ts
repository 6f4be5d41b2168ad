import { z } from 'zod';
import { mostDays } from './parameter-defaults.ts';

const days = z.int().min(1).max(mostDays);

/**
 * Other rules that the log of the pool is replayed under (null: not asked): a lead falls back after `recycle_days` without contact, a rep holds at
 * most `holding_limit` leads and claims at most `daily_quota` a day, and claims none back within `claim_ban_days` after losing it.
 */
export const whatIf = z
  .object({
    recycle_days: days.nullable().default(null),
    holding_limit: z.int().min(1).nullable().default(null),
    daily_quota: z.int().min(1).nullable().default(null),
    claim_ban_days: days.nullable().default(null),
  })
  .prefault({});
