import { addDays, type IsoDate, type Period } from '../../lib/dates.ts';
import { resolvePeriod } from '../../lib/periods.ts';
import { reportCard } from '../../pipelines/report/card.ts';
import { defineCommand } from './define.ts';

/** The month that is over: of the last day of a month that month. */
function lastMonth(asOf: IsoDate): Period {
  return resolvePeriod({ kind: 'last', months: 1 }, addDays(asOf, 1));
}

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
      const period = ready.period ?? (ingested.asOf === null ? null : lastMonth(ingested.asOf));
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
