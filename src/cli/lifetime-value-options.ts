import type { Command } from 'commander';
import type { Config } from '../config/schema.ts';
import type { Lang } from '../lib/localized.ts';
import type { Flags } from './options.ts';
import { lifetimeModels } from '../metrics/choices.ts';
import { oneOf, share, wholeNumber } from './option-values.ts';

/** Options of the lifetime value, which `score` and `explain` have. */
export interface LifetimeValueFlags extends Flags {
  readonly clv?: boolean;
  readonly months?: number;
  readonly discount?: number;
  readonly margin?: number;
  readonly model?: Config['value']['model'];
}

export function addLifetimeValueOptions(command: Command, lang: Lang): void {
  command.optionsGroup({ en: 'Lifetime value:', 'zh-CN': '客户生命周期价值：' }[lang]);
  command.option(
    '--clv',
    { en: 'add what each customer will still be worth, by a model of purchases', 'zh-CN': '按购买模型加入每位客户的未来价值（CLV）' }[lang],
  );
  command.option(
    '--months <n>',
    { en: 'how far ahead it looks, at most 120; implies --clv (default: 12)', 'zh-CN': '预测月数，至多 120；隐含 --clv（默认：12）' }[lang],
    wholeNumber('--months', 1, 120),
  );
  command.option(
    '--discount <rate>',
    {
      en: 'discount a year, such as 10% or 0.1; implies --clv (default: 10%)',
      'zh-CN': '年折现率，如 10% 或 0.1；隐含 --clv（默认：10%）',
    }[lang],
    share('--discount', 'zero'),
  );
  command.option(
    '--margin <share>',
    {
      en: 'share of revenue that is profit, such as 30%; implies --clv (default: that of the files, else values are revenue)',
      'zh-CN': '利润占销售额的比例，如 30%；隐含 --clv（默认：由文件中的利润得出，没有则按销售额计）',
    }[lang],
    share('--margin', 'above-zero'),
  );
  command.option(
    '--model <model>',
    {
      en: `model of purchases: ${lifetimeModels.join(', ')}; implies --clv (default: auto, the nearest in a hold-out)`,
      'zh-CN': `购买模型：${lifetimeModels.join('、')}；隐含 --clv（默认 auto，即回测中最接近者）`,
    }[lang],
    oneOf('--model', lifetimeModels),
  );
}

/** Whether the lifetime value is wanted: `--clv`, or any option of it. */
export function asksForLifetimeValue({ clv, months, discount, margin, model }: LifetimeValueFlags): boolean {
  return clv === true || [months, discount, margin, model].some((option) => option !== undefined);
}

/** The settings of the lifetime value where it is asked for. */
export function lifetimeValueOf(flags: LifetimeValueFlags, { value }: Config): { value?: Config['value'] } {
  if (!asksForLifetimeValue(flags)) return {};
  const { months, discount, margin, model } = flags;
  return {
    value: {
      ...value,
      horizon_months: months ?? value.horizon_months,
      discount: discount ?? value.discount,
      margin: margin ?? value.margin,
      model: model ?? value.model,
    },
  };
}
