import { churnCard } from '../../pipelines/churn/card.ts';
import { defineCommand } from './define.ts';

export const churnCommand = defineCommand(churnCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { churn, churnFields } = await import('../../pipelines/churn/churn.ts');
  const { churnPartAnswer } = await import('../../pipelines/churn/part-answer.ts');
  await analyse(call, files, {
    fields: churnFields(),
    compute: async ({ input, settings: { config } }) =>
      churn({ ...(await input()), settings: config.score, churn: config.churn, until: call.options.until }),
    partAnswer: (sections, { config }, money) => churnPartAnswer(sections, { days: config.churn.horizon_days, money }),
  });
});
