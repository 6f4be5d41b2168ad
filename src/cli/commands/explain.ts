import { explainCard } from '../../pipelines/explain/card.ts';
import { fill, type Localized } from '../../lib/localized.ts';
import type { Found } from '../../pipelines/explain/customer-id.ts';
import { visible } from '../../report/visible.ts';
import { defineCommand } from './define.ts';

const foundText: Localized = { en: '"{customer}" is {name}, {id}', 'zh-CN': '“{customer}”即 {name}（{id}）' };

export const explainCommand = defineCommand(explainCard, async (call, customer, files) => {
  const { analyse } = await import('../session.ts');
  const { clv, lead } = call.options;
  if (lead) {
    const { explainLead, leadFields } = await import('../../pipelines/explain/lead.ts');
    await analyse(call, files, {
      fields: leadFields(),
      compute: async ({ input }) => explainLead({ ...(await input()), lead: customer }),
    });
    return;
  }
  const { explain, explainFields } = await import('../../pipelines/explain/explain.ts');
  const { rolesRead } = await import('../../ingest/idle-inputs.ts');
  const fields = explainFields({ lifetimeValue: clv });
  await analyse(call, files, {
    fields,
    compute: async ({ input, ingested, settings: { config, lang }, progress }) => {
      const onFound = ({ id, byPartOf }: Found): void => {
        if (byPartOf === null || call.flags.quiet === true) return;
        progress.clear();
        call.run.stderr.write(`${visible(fill(foundText, lang, { customer, name: byPartOf, id }))}\n`);
      };
      return explain({
        ...(await input()),
        customer,
        onFound,
        isRead: rolesRead(fields, ingested),
        settings: config.score,
        churn: config.churn,
        ...(clv ? { value: config.value } : {}),
      });
    },
  });
});
