import { schemaCard } from '../../pipelines/schema/card.ts';
import { defineCommand } from './define.ts';

export const schemaCommand = defineCommand(schemaCard, async (call, table) => {
  const { printReference, printText } = await import('../print.ts');
  if (table === 'config') {
    const { configJsonSchema } = await import('../../config/schema.ts');
    return printText(call, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  }
  const { schema } = await import('../../pipelines/schema/schema.ts');
  const { entities } = await import('../../model/entities.ts');
  return printReference(call, (lang) => schema({ entities, entity: table ?? null, lang }));
});
