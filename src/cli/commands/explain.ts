import { explainCard } from '../../pipelines/explain/card.ts';
import { defineCommand } from './define.ts';

export const explainCommand = defineCommand(explainCard, async (call, customer, files) => {
  const { analyse } = await import('../session.ts');
  const { explain, explainFields } = await import('../../pipelines/explain/explain.ts');
  const { clv } = call.options;
  await analyse(call, files, {
    fields: explainFields({ lifetimeValue: clv }),
    compute: async ({ input, settings: { config } }) =>
      explain({ ...(await input()), customer, settings: config.score, ...(clv ? { value: config.value } : {}) }),
  });
});
