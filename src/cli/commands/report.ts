import { addDays } from '../../lib/dates.ts';
import { resolvePeriod } from '../../lib/periods.ts';
import { reportCard } from '../../pipelines/report/card.ts';
import { defineCommand } from './define.ts';

export const reportCommand = defineCommand(reportCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { runAll, runnersOf } = await import('../report-runs.ts');
  const { report } = await import('../../pipelines/report/report.ts');
  const { layout } = call.options;
  const { fields, runners } = await runnersOf(layout);
  await analyse(call, files, {
    fields,
    compute: async ({ input, settings: { config } }) => {
      const ready = await input();
      const { ingested, lang, money } = ready;
      // The month that is over: of the last day of a month that month.
      const period = ready.period ?? resolvePeriod({ kind: 'last', months: 1 }, addDays(ingested.asOf ?? '2000-01-01', 1));
      return report({
        ingested,
        lang,
        money: money ?? {},
        period,
        layout,
        runs: await runAll(runners, { ...ready, screen: undefined }, config, period),
      });
    },
  });
});
