import type { Command } from 'commander';
import { type ChurnModel, churnModels } from '../../metrics/choices.ts';
import type { Run } from '../context.ts';
import { dayOf, oneOf, wholeNumber } from '../option-values.ts';
import { addAnalysisOptions, type Flags } from '../options.ts';
import { describeCommand, filesArgument } from './define.ts';

export interface ChurnFlags extends Flags {
  readonly horizon?: number;
  readonly model?: ChurnModel;
  readonly until?: string;
}

export function churnCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'churn',
    summary: { en: 'name the customers about to leave, with reasons and proof', 'zh-CN': '找出即将流失的客户，给出原因与依据' },
    description: {
      en: 'Ranks customers by value at risk: the probability that they buy nothing within the horizon, times what they would buy at their own pace. Purchase models, a regression and simple rules compete on past windows of the same orders; the best scores. Orders are enough; customers, activities and feedback add reasons.',
      'zh-CN':
        '按风险金额排列客户：预测窗口内不再购买的概率 × 按自身节奏本应购买的金额。购买模型、回归与简单规则在同一份订单的历史窗口上比较，由最优者评估。只需订单；加上客户、跟进与反馈可给出更多原因。',
    },
    sections: [
      ['overview', { en: 'customers in each list, the rules, the verdict of the back-test', 'zh-CN': '各名单客户数、规则与回测结论' }],
      ['at_risk', { en: 'one row a customer at risk, most value first, with reasons', 'zh-CN': '高风险客户，按风险金额排序，附原因' }],
      ['watch', { en: 'customers to be watched, with reasons', 'zh-CN': '关注客户，附原因' }],
      ['active', { en: 'customers who keep buying', 'zh-CN': '正常客户' }],
      ['lost', { en: 'customers who are gone', 'zh-CN': '已流失客户' }],
      ['too_new', { en: 'customers with too little history', 'zh-CN': '历史不足的客户' }],
      [
        'churn_reasons',
        {
          en: 'why customers left: number and revenue, by tier, level, owner, industry',
          'zh-CN': '流失原因：客户数与销售额，按层级、级别、负责人、行业',
        },
      ],
      ['win_back', { en: 'who came back after falling silent, by what was done', 'zh-CN': '沉默或流失后的挽回效果，按动作' }],
      [
        'retention',
        { en: 'retention, churn and repeat rate of the period and those before', 'zh-CN': '本期与此前各期的保持率、流失率、复购率' },
      ],
      ['model', { en: 'what scores, all contenders, parameters of the purchase model', 'zh-CN': '评估方法、各方法比较与购买模型参数' }],
    ],
    examples: [
      'crm-eval churn customers.csv orders.csv activities.csv feedback.csv',
      'crm-eval churn orders.xlsx --horizon 180 --out churn.xlsx',
      'crm-eval churn orders.csv --section at_risk --format csv',
    ],
  });
  command.argument('[files...]', filesArgument[run.lang]);
  addForecastOptions(command, run);
  command.option(
    '--until <date>',
    {
      en: 'fit the model of the section model to this day (default: the as-of date)',
      'zh-CN': 'model 部分的模型拟合截止日（默认：截止日期）',
    }[run.lang],
    dayOf('--until'),
  );
  addAnalysisOptions(command, run.lang);
  return command.action(async (files: string[], flags: ChurnFlags) => {
    const { analyse } = await import('../session.ts');
    const { churn, churnFields } = await import('../../pipelines/churn/churn.ts');
    await analyse(run, command, files, flags, {
      fields: churnFields(),
      errorLimit: null,
      compute: async ({ engine, ingested, settings, period }) =>
        churn({
          engine: await engine(),
          ingested,
          settings: settings.config.score,
          churn: settings.config.churn,
          lang: settings.lang,
          period,
          horizonDays: flags.horizon ?? null,
          model: flags.model ?? null,
          until: flags.until ?? null,
        }),
    });
  });
}

/** What `churn` and `backtest` forecast with. */
export function addForecastOptions(command: Command, run: Run): void {
  command.option(
    '--horizon <days>',
    { en: 'days ahead in which purchases are looked for (default: 90)', 'zh-CN': '预测窗口天数（默认：90）' }[run.lang],
    wholeNumber('--horizon', 1, 3_660),
  );
  command.option(
    '--model <model>',
    {
      en: `${churnModels.join(', ')} (default: auto, the best in the back-test)`,
      'zh-CN': `${churnModels.join('、')}（默认：auto，采用回测最优者）`,
    }[run.lang],
    oneOf('--model', churnModels),
  );
}
