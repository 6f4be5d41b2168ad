import { type RetentionFit, fitShiftedBetaGeometric } from '../../stats/shifted-beta-geometric.ts';
import type { CohortCounts } from './read.ts';
import { type Survival, survivalAt } from './survival.ts';

/** The model over all cohorts, each as old as it is. */
export function fitCohorts({ returns, known }: CohortCounts): { readonly survival: Survival; readonly fit: RetentionFit } {
  const survival = survivalAt(returns, known);
  return { survival, fit: fitShiftedBetaGeometric([...survival.cohorts.values()]) };
}
