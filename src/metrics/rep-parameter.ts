import { z } from 'zod';
import { repMeasureIds } from './choices.ts';
import { contactDays, mostActions, mostDays, repWeights } from './parameter-defaults.ts';

/**
 * How reps are ranked: the weight of each measure (a measure that no rep has is left out), and within how many days of their last contact
 * customers of the first, second … tier are to be contacted; the last holds for all tiers after;
 * how many actions a rep is given; and from which attainment on (1: the whole target) a rep has which tier of bonus.
 */
export const repReview = z
  .object({
    weights: z
      .partialRecord(z.enum(repMeasureIds), z.number().min(0).max(1_000_000))
      .refine((weights) => Object.values(weights).some((weight) => weight > 0), 'at least one measure has a weight above 0')
      .default({ ...repWeights }),
    contact_days: z
      .array(z.int().min(1).max(mostDays))
      .min(1)
      .max(10)
      .default([...contactDays]),
    bonus: z
      .array(z.strictObject({ from: z.number().min(0).max(100), tier: z.string().min(1).max(60) }))
      .max(20)
      .refine((tiers) => new Set(tiers.map(({ from }) => from)).size === tiers.length, 'each tier begins elsewhere')
      .default([]),
    most_actions: z.int().min(1).max(100).default(mostActions),
  })
  .prefault({});
