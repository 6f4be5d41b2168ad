import { z } from 'zod';
import { basketKinds, goodsLevels } from './choices.ts';
import { ruleConfidence } from './parameter-defaults.ts';

/**
 * How rules of what is bought together are looked for. `level`: products or categories; `basis`: baskets are orders, or all that a customer
 * bought; `auto` by what the orders hold. `min_support`: least share of baskets that hold all items of a rule, null for as little as can be
 * judged; `min_confidence`: least share of the baskets with the left items that hold the right one.
 */
export const crossSell = z
  .object({
    level: z.enum(['auto', ...goodsLevels]).default('auto'),
    basis: z.enum(['auto', ...basketKinds]).default('auto'),
    min_support: z.number().gt(0).max(1).nullable().default(null),
    min_confidence: z.number().gt(0).max(1).default(ruleConfidence),
  })
  .prefault({});

export type CrossSell = z.output<typeof crossSell>;
