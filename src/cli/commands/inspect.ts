import { inspectCard } from '../../pipelines/inspect/card.ts';
import { defineCommand } from './define.ts';

export const inspectCommand = defineCommand(inspectCard, async (call, files) => {
  const { inspectFile } = await import('../inspect-file.ts');
  await inspectFile(call, files);
});
