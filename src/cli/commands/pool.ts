import { poolCard } from '../../pipelines/pool/card.ts';
import { defineCommand } from './define.ts';

export const poolCommand = defineCommand(poolCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { pool, poolFields } = await import('../../pipelines/pool/pool.ts');
  const { of, whatIf } = call.options;
  await analyse(call, files, {
    fields: poolFields(),
    compute: async ({ input, settings: { config } }) => pool({ ...(await input()), settings: config.pool, of, whatIf }),
  });
});
