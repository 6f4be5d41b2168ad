import { targetsSplitCard } from '../../pipelines/targets/split/card.ts';
import { defineCommand } from './define.ts';

export const targetsSplitCommand = defineCommand(targetsSplitCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { splitFields, targetsSplit } = await import('../../pipelines/targets/split/split.ts');
  const { value: number } = call.options;
  await analyse(call, files, {
    fields: splitFields(),
    compute: async ({ input, settings: { config } }) =>
      targetsSplit({ ...(await input()), settings: config.targets, value: config.value, number }),
  });
});
