import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { addLifetimeValueOptions, asksForLifetimeValue, lifetimeValueOf, type LifetimeValueFlags } from '../lifetime-value-options.ts';
import { addAnalysisOptions } from '../options.ts';
import { describeCommand, filesArgument } from './define.ts';

export function explainCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'explain',
    summary: { en: "take one customer's score apart", 'zh-CN': '拆解某个客户的得分' },
    description: {
      en: 'Names every factor of the score: raw value, where it comes from, percentile, weight and points, on the same files and options as score.',
      'zh-CN': '逐项列出得分因素：原始值、来源、百分位、权重与得分；文件和选项与 score 相同。',
    },
    sections: [
      ['customer', { en: 'who it is, score, tier, segment', 'zh-CN': '客户、得分、层级与分群' }],
      ['factors', { en: 'one row a factor', 'zh-CN': '每个因素一行' }],
      [
        'lifetime_value',
        { en: 'with --clv: what it will still be worth, with the arithmetic', 'zh-CN': '使用 --clv 时：未来价值及计算过程' },
      ],
      ['lifetime_value_months', { en: 'with --clv: the same, month by month', 'zh-CN': '使用 --clv 时：逐月明细' }],
      ['sources', { en: 'the files and rows the values come from', 'zh-CN': '数值来自哪些文件和行' }],
    ],
    examples: [
      'crm-eval explain C001 customers.csv orders.csv',
      'crm-eval explain 华东机电 orders.xlsx --as-of 2026-10-31',
      'crm-eval explain C001 orders.csv --clv',
    ],
  });
  command.argument('<customer>', { en: 'id or name of the customer', 'zh-CN': '客户编号或名称' }[run.lang]);
  command.argument('[files...]', filesArgument[run.lang]);
  addLifetimeValueOptions(command, run.lang);
  addAnalysisOptions(command, run.lang);
  return command.action(async (customer: string, files: string[], flags: LifetimeValueFlags) => {
    const { analyse } = await import('../session.ts');
    const { explain, explainFields } = await import('../../pipelines/explain/explain.ts');
    await analyse(run, command, files, flags, {
      fields: explainFields({ lifetimeValue: asksForLifetimeValue(flags) }),
      errorLimit: null,
      compute: async ({ engine, ingested, settings, period }) =>
        explain({
          customer,
          engine: await engine(),
          ingested,
          settings: settings.config.score,
          lang: settings.lang,
          period,
          ...lifetimeValueOf(flags, settings.config),
        }),
    });
  });
}
