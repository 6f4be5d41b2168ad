import { repsCard } from '../../pipelines/reps/card.ts';
import { defineCommand } from './define.ts';

export const repsCommand = defineCommand(repsCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { reps, repsFields } = await import('../../pipelines/reps/reps.ts');
  const { rep, manager } = call.options;
  await analyse(call, files, {
    fields: repsFields(),
    compute: async ({ input, settings: { config }, earlier }) => {
      const { reps: settings, score, targets, pool } = config;
      return reps({ ...(await input()), settings, score, targets, pool, rep, manager, earlier });
    },
  });
});
