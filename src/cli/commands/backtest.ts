import { backtestCard } from '../../pipelines/backtest/card.ts';
import { defineCommand } from './define.ts';

export const backtestCommand = defineCommand(backtestCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { backtest, backtestFields } = await import('../../pipelines/backtest/backtest.ts');
  await analyse(call, files, {
    fields: backtestFields(),
    compute: async ({ input, settings: { config } }) =>
      backtest({
        ...(await input()),
        settings: config.score,
        churn: config.churn,
        until: null,
        folds: call.options.folds,
      }),
  });
});
