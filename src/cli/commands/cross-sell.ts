import { crossSellCard } from '../../pipelines/cross-sell/card.ts';
import { defineCommand } from './define.ts';

export const crossSellCommand = defineCommand(crossSellCard, async (call, files) => {
  const { level, basis, baskets, minSupport, minConfidence, allRules } = call.options;
  if (baskets !== null) {
    const { printBasketRules } = await import('../basket-file.ts');
    return printBasketRules(call, baskets, files, { support: minSupport, confidence: minConfidence, allRules });
  }
  const { analyse } = await import('../session.ts');
  const { crossSell, crossSellFields } = await import('../../pipelines/cross-sell/cross-sell.ts');
  return analyse(call, files, {
    fields: crossSellFields(),
    compute: async ({ input, settings: { config } }) =>
      crossSell({
        ...(await input()),
        settings: config.score,
        churn: config.churn,
        rules: {
          level: level ?? 'auto',
          basis: basis ?? 'auto',
          min_support: minSupport,
          min_confidence: minConfidence,
        },
        allRules,
      }),
  });
});
