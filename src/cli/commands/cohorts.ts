import { cohortsCard } from '../../pipelines/cohorts/card.ts';
import { defineCommand } from './define.ts';

export const cohortsCommand = defineCommand(cohortsCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { cohortFields, cohorts } = await import('../../pipelines/cohorts/cohorts.ts');
  const { by, cohort } = call.options;
  await analyse(call, files, {
    fields: cohortFields(by),
    compute: async ({ input }) => cohorts({ ...(await input()), unit: cohort, by }),
  });
});
