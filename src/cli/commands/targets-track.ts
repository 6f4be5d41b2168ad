import { targetsTrackCard } from '../../pipelines/targets/track/card.ts';
import { defineCommand } from './define.ts';

export const targetsTrackCommand = defineCommand(targetsTrackCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { track, trackFields } = await import('../../pipelines/targets/track/track.ts');
  await analyse(call, files, {
    fields: trackFields(),
    compute: async ({ input, settings: { config } }) => track({ ...(await input()), settings: config.targets }),
  });
});
