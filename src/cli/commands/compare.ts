import { compareCard } from '../../pipelines/compare/card.ts';
import { defineCommand } from './define.ts';

export const compareCommand = defineCommand(compareCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { compare, compareFields } = await import('../../pipelines/compare/compare.ts');
  const { against } = call.options;
  await analyse(call, files, {
    fields: compareFields(),
    compute: async ({ input, settings: { config } }) =>
      compare({ ...(await input()), settings: config.score, churn: config.churn, against }),
  });
});
