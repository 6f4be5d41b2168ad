import { join } from 'node:path';
import { addDays, type IsoDate, type Period } from '../../lib/dates.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { type PeriodText, resolvePeriod } from '../../lib/periods.ts';
import { reportCard } from '../../pipelines/report/card.ts';
import type { Person } from '../../pipelines/report/people.ts';
import type { Result } from '../../result/result.ts';
import { refuseOption } from '../option-values.ts';
import { defineCommand } from './define.ts';

/**
 * The period under review: where nothing says otherwise the month that is over. Of the last day of a month, quarter or year that one is over, too:
 * an export of its orders has no later date.
 */
function periodUnderReview(text: PeriodText | null, asOf: IsoDate | null): Period | null {
  if (text?.kind === 'fixed') return text.period;
  return asOf === null ? null : resolvePeriod(text ?? { kind: 'last', months: 1 }, addDays(asOf, 1));
}

export const reportCommand = defineCommand(reportCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { runAll, runnersOf } = await import('../report-runs.ts');
  const { report } = await import('../../pipelines/report/report.ts');
  const { checkNotice, writeNotice } = await import('../notice-file.ts');
  const { peopleFields, peopleOf } = await import('../../pipelines/report/people.ts');
  const { toStdout } = await import('../emit.ts');
  const { setPlan } = await import('../set/write-set.ts');
  const { layout, notifyFile, by, split: isSplit, ...set } = call.options;
  // Whose sets are wanted is said by --by.
  const { split: _, ...flags } = call.flags;
  const own = { ...call, flags };
  const plan = setPlan(call.run, flags, set);
  checkSplit(by, isSplit, plan !== null);
  if (notifyFile !== null) await checkNotice(call.run, notifyFile);
  const { chaptersOf, layouts } = await import('../../pipelines/report/chapters.ts');
  // The config, which may name sections, is read later than it has to be known which fields are read.
  const { fields, runners } = await runnersOf(layouts[layout ?? 'monthly']);
  let people: readonly Person[] | null = null;
  let shown: MoneyDisplay = {};
  const analysis: Parameters<typeof analyse>[2] = {
    fields: isSplit ? new Set([...fields, ...peopleFields()]) : fields,
    compute: async ({ input, settings: { config, period: text }, earlier }) => {
      const ready = await input();
      const { engine, ingested, lang, money = {} } = ready;
      shown = money;
      if (isSplit) people ??= await peopleOf(engine, ingested.available);
      const period = periodUnderReview(text, ingested.asOf);
      const chapters = chaptersOf(layout, config.report.sections);
      const runs = await runAll(runners, chapters, { ...ready, screen: undefined, earlier }, config, period);
      return report({ ingested, lang, money, period, layout: layout ?? 'monthly', chapters, earlier, runs });
    },
  };
  const notice = async (result: Result, paths: readonly string[]): Promise<void> => {
    if (notifyFile !== null) await writeNotice(call.run, notifyFile, { result, files: paths, money: shown });
  };
  if (plan === null) {
    const result = await analyse(own, files, analysis);
    if (result !== null) await notice(result, toStdout(flags) ? [] : [flags.out ?? '']);
    return;
  }
  const { writeReportSet } = await import('../set/report-set.ts');
  const written = await writeReportSet(own, files, analysis, plan, isSplit ? { by: by ?? 'owner', people: () => people ?? [] } : null);
  if (written === null) return;
  const whole = written.manifest.files.filter(({ scope }) => scope === null);
  await notice(
    written.result,
    whole.map(({ name }) => join(written.path, name)),
  );
});

function checkSplit(by: string | null, isSplit: boolean, hasPlace: boolean): void {
  if (by !== null && !isSplit)
    refuseOption(
      '--by',
      { en: 'says whose files --split writes, and --split is not given', 'zh-CN': '用于指定 --split 的拆分方式，但未给出 --split' },
      { en: 'add --split, and --to FOLDER', 'zh-CN': '请加上 --split 与 --to 文件夹' },
    );
  if (isSplit && !hasPlace)
    refuseOption(
      '--split',
      { en: 'writes several files, and needs a folder for them', 'zh-CN': '会写出多个文件，需要指定文件夹' },
      { en: 'add --to FOLDER, such as --to reviews/{period}', 'zh-CN': '请加上 --to 文件夹，例如 --to 评审/{period}' },
    );
}
