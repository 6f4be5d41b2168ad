import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { wholeNumber } from '../option-values.ts';
import { addAnalysisOptions } from '../options.ts';
import { addForecastOptions, type ChurnFlags } from './churn.ts';
import { describeCommand, filesArgument } from './define.ts';

interface BacktestFlags extends ChurnFlags {
  readonly folds?: number;
}

/** The last windows held out, unless fewer fit or others are asked for. */
const usualFolds = 3;
const mostFolds = 5;

export function backtestCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'backtest',
    summary: { en: 'test the forecasts of churn on your own past', 'zh-CN': '用自己的历史数据检验流失预测' },
    description: {
      en: 'Holds out the last windows of the orders, forecasts them with what was known before, and compares with what came: who stopped, how many purchases, how much revenue; against every contender and the naive rules. The default is chosen for each window from earlier ones only.',
      'zh-CN':
        '留出订单的最后几个窗口，仅用此前已知的数据预测，再与实际对比：谁停购、购买次数与销售额；并与各方法及简单规则比较。每个窗口的默认方法只依据更早的窗口选出。',
    },
    sections: [
      ['verdict', { en: 'the verdict in one sentence, with its figures', 'zh-CN': '一句话结论及依据' }],
      [
        'contenders',
        { en: 'AUC, precision, lift and Brier score of each contender', 'zh-CN': '各方法的 AUC、平均精度、提升度与 Brier 分' },
      ],
      ['calibration', { en: 'predicted and observed by tenths of the customers', 'zh-CN': '按客户十分位的预测与实际不购率' }],
      ['forecast', { en: 'purchases and revenue, forecast and actual', 'zh-CN': '购买次数与销售额的预测与实际' }],
      ['forecast_deciles', { en: 'the same by tenths of the customers', 'zh-CN': '按客户十分位的预测与实际' }],
    ],
    examples: [
      'crm-eval backtest orders.csv',
      'crm-eval backtest orders.xlsx --horizon 180 --folds 2',
      'crm-eval backtest orders.csv --as-of 2026-06-30 --section verdict --format json',
    ],
  });
  command.argument('[files...]', filesArgument[run.lang]);
  addForecastOptions(command, run);
  command.option(
    '--folds <n>',
    {
      en: `windows to hold out, one before the other, ${mostFolds} at most (default: up to ${usualFolds})`,
      'zh-CN': `留出的窗口数，依次向前，至多 ${mostFolds}（默认：至多 ${usualFolds}）`,
    }[run.lang],
    wholeNumber('--folds', 1, mostFolds),
  );
  addAnalysisOptions(command, run.lang);
  return command.action(async (files: string[], flags: BacktestFlags) => {
    const { analyse } = await import('../session.ts');
    const { backtest, backtestFields } = await import('../../pipelines/backtest/backtest.ts');
    await analyse(run, command, files, flags, {
      fields: backtestFields(),
      errorLimit: null,
      compute: async ({ engine, ingested, settings, screen }) =>
        backtest({
          engine: await engine(),
          ingested,
          settings: settings.config.score,
          churn: settings.config.churn,
          lang: settings.lang,
          screen,
          period: null,
          horizonDays: flags.horizon ?? null,
          model: flags.model ?? null,
          until: null,
          folds: flags.folds ?? usualFolds,
        }),
    });
  });
}
