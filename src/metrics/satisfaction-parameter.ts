import { z } from 'zod';

/** So many words a topic, and topics in all: more are no dictionary that anybody oversees. */
const most = 200;

/**
 * Words by which complaints without a tag are put under topics, by the name of the topic; null for those built in. `rebuy_days`: within how many days
 * after an answer a customer that buys again counts.
 */
export const satisfaction = z
  .object({
    topics: z
      .record(z.string().min(1).max(60), z.array(z.string().min(1).max(60)).min(1).max(most))
      .nullable()
      .default(null),
    rebuy_days: z.int().min(1).max(3650).default(90),
  })
  .prefault({});

export type Satisfaction = z.output<typeof satisfaction>;
