import { z } from 'zod';
import { allocatedAges, allocatedLeads, leadSegments } from './choices.ts';
import { leadAllocation, mostSkills } from './parameter-defaults.ts';

const named = z.array(z.string().min(1)).min(1);

/** Leads with one of these values only go to these reps, or to whoever is in these teams. */
const skill = z
  .strictObject({ by: z.enum(leadSegments), values: named, reps: named.optional(), teams: named.optional() })
  .refine(({ reps, teams }) => reps !== undefined || teams !== undefined, 'a skill names reps or teams');

/**
 * Which leads are given out: those in the pool, also those that wait with their owner (`waiting`), or all open ones. `by` is what reps may be
 * differently good at; null: the first of industry, region, source, size, pool and batch that the files tell enough of. The number of leads
 * that a rep is given is at most `uneven` more or less than an even share, null for no bound; and at most `daily_quota`, null for no quota. Leads
 * go to reps who take of their pool, unless `across_pools`; and, with the `ages` that were tried, none that is older than leads that reps took.
 */
export const allocation = z
  .object({
    leads: z.enum(allocatedLeads).default(leadAllocation.leads),
    by: z.enum(leadSegments).nullable().default(null),
    uneven: z.number().min(0).max(1).nullable().default(leadAllocation.uneven),
    daily_quota: z.int().min(1).nullable().default(null),
    across_pools: z.boolean().default(false),
    ages: z.enum(allocatedAges).default(leadAllocation.ages),
    skills: z.array(skill).max(mostSkills).default([]),
  })
  .prefault({});

export type Allocation = z.output<typeof allocation>;
