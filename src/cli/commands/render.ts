import { renderCard } from '../../pipelines/render/card.ts';
import { defineCommand } from './define.ts';

export const renderCommand = defineCommand(renderCard, async (call, file) => {
  const { renderSaved } = await import('../render-saved.ts');
  await renderSaved(call, file, call.options);
});
