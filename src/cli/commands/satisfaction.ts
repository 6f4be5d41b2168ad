import { satisfactionCard } from '../../pipelines/satisfaction/card.ts';
import { defineCommand } from './define.ts';

export const satisfactionCommand = defineCommand(satisfactionCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { satisfaction, satisfactionFields } = await import('../../pipelines/satisfaction/satisfaction.ts');
  await analyse(call, files, {
    fields: satisfactionFields(),
    compute: async ({ input, settings: { config } }) =>
      satisfaction({ ...(await input()), settings: config.satisfaction, by: call.options.by }),
  });
});
