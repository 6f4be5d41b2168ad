import { onceARun } from '../../../forecast/once-a-run.ts';
import { readHistory } from './history.ts';
import { customerWeights, productWeights } from './other-weights.ts';
import type { OwnerWeight, WeightSettings } from './owner-weight.ts';
import { repWeights } from './rep-weights.ts';

/** What the share of everybody who may get a target rests on. */
export const readWeights = onceARun(
  ({ asOf, split }: WeightSettings) => JSON.stringify([asOf, split]),
  async (read, settings): Promise<OwnerWeight[]> => {
    const sources = { ...settings, read, history: await readHistory(read, settings.asOf) };
    const { levels } = settings.split;
    const reps = await repWeights(sources);
    const customers = levels.includes('customer') ? await customerWeights(sources, reps) : [];
    return [...reps, ...customers, ...(levels.includes('product') ? productWeights(sources) : [])];
  },
);
