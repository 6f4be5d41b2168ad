import type { Result } from '../../result/result.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { poolAnswer } from './answer.ts';
import { poolCard } from './card.ts';
import { changesSection, overviewSection, poolPeriodRows } from './overview.ts';
import { flowSection, repSignals } from './flow.ts';
import { computePool, poolFields, type PoolInput } from './run.ts';

export { poolFields, type PoolInput };

/** How well the lead pool is used, who holds leads without working them, and what to do. */
export async function pool(input: PoolInput): Promise<Result> {
  const run = await computePool(input);
  const periods = await poolPeriodRows(input);
  const signals = await repSignals(input);
  const sections = [await flowSection(input, signals), changesSection(input, periods), await overviewSection(input, periods)];
  return analysisResult(poolCard, input, {
    period: run.periods?.after ?? null,
    answer: poolAnswer(sections, run.periods, signals),
    sections,
    notComputed: run.notComputed,
  });
}
