import { errorsInCheck } from '../../config/options.ts';
import { checkCard } from '../../pipelines/check/card.ts';
import { defineCommand } from './define.ts';

export const checkCommand = defineCommand(checkCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { check } = await import('../../pipelines/check/check.ts');
  await analyse(call, files, {
    fields: 'all',
    errorLimit: errorsInCheck,
    files: true,
    compute: async ({ ingested, settings: { lang }, period }) => check({ ingested, lang, period }),
  });
});
