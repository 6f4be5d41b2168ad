import type { Localized } from '../../../lib/localized.ts';
import type { Section } from '../../../result/result.ts';
import { saidBy } from '../../../views/answer.ts';
import { offBy } from '../../../views/forecast/verdict.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, percentText } from '../../../views/number-words.ts';

/** What the customers are still worth, and how far that can be believed; nothing where it was not asked for. */
export function lifetimeValueAnswer(sections: readonly Section[]): Localized[] {
  const said = saidBy(sections);
  const total = said.fact('lifetime_value', 'expected_value');
  const months = said.figure('lifetime_value', 'horizon_months');
  if (total === null || months === null) return [];
  const expected = numberOf(total.value);
  if (expected === null)
    return [
      {
        en: 'What customers are still worth cannot be told: too few of them bought again, or no order has an amount.',
        'zh-CN': '无法判断客户的未来价值：复购客户过少，或订单均无金额。',
      },
    ];
  const range =
    total.low === null || total.high === null
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` (${amountText(total.low)} to ${amountText(total.high)})`,
          'zh-CN': `（${amountText(total.low)} 至 ${amountText(total.high)}）`,
        };
  const [value, margin] = [said.figure('lifetime_value', 'lifetime_value'), said.figure('lifetime_value', 'margin')];
  const profit: Localized =
    value === null
      ? { en: '', 'zh-CN': '' }
      : margin === null
        ? { en: `, today worth ${amountText(value)}`, 'zh-CN': `，折现后 ${amountText(value)}` }
        : {
            en: `, today worth ${amountText(value)} of profit (margin ${percentText(margin)})`,
            'zh-CN': `，折现后利润 ${amountText(value)}（利润率 ${percentText(margin)}）`,
          };
  return [
    {
      en: `In the next ${months} months today's customers are expected to bring ${amountText(expected)}${range.en}${profit.en}.`,
      'zh-CN': `未来 ${months} 个月，现有客户预计带来 ${amountText(expected)}${range['zh-CN']}${profit['zh-CN']}。`,
    },
    trust(numberOf(said.rows('lifetime_value_holdout')[0]?.['revenue_error'])),
  ];
}

/** The first row of the hold-out is the model that is used. */
function trust(error: number | null): Localized {
  const limit: Localized = {
    en: 'spend no more on keeping a customer than its lifetime value',
    'zh-CN': '维护单个客户的投入不宜超过其生命周期价值',
  };
  if (error === null)
    return {
      en: `The past could not test this, so take it as rough; ${limit.en}.`,
      'zh-CN': `该预测无法用历史检验，仅供参考；${limit['zh-CN']}。`,
    };
  const off = offBy(error, 'much');
  return {
    en: `Tested on the past, revenue was forecast ${off.en}; ${limit.en}.`,
    'zh-CN': `用历史检验，销售额预测${off['zh-CN']}；${limit['zh-CN']}。`,
  };
}
