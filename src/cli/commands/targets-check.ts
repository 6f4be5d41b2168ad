import { targetsCheckCard } from '../../pipelines/targets/check/card.ts';
import { defineCommand } from './define.ts';

export const targetsCheckCommand = defineCommand(targetsCheckCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { targetCheckFields, targetsCheck } = await import('../../pipelines/targets/check/check.ts');
  await analyse(call, files, {
    fields: targetCheckFields(),
    compute: async ({ input, settings: { config } }) => targetsCheck({ ...(await input()), settings: config.targets.check }),
  });
});
