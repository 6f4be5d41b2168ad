import { demoCard } from '../demo-card.ts';
import { defineCommand } from './define.ts';

export const demoCommand = defineCommand(demoCard, async (call, folder) => {
  const { writeDemo } = await import('../demo-files.ts');
  await writeDemo(call, folder);
});
