import { initCard } from '../../pipelines/init/card.ts';
import { defineCommand } from './define.ts';

export const initCommand = defineCommand(initCard, async (call, files) => {
  const { writeConfig } = await import('../write-config.ts');
  await writeConfig(call, files);
});
