import type { Localized } from '../../../lib/localized.ts';
import type { MoneyDisplay } from '../../../lib/money-display.ts';
import type { Section } from '../../../result/result.ts';
import { saidBy } from '../../../views/answer.ts';
import { valueTrust } from '../../../views/forecast/totals-verdict.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText, percentText } from '../../../views/number-words.ts';

/** What the customers are still worth, and how far that can be believed; nothing where it was not asked for. */
export function lifetimeValueAnswer(sections: readonly Section[], money?: MoneyDisplay): Localized[] {
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
          en: ` (${moneyText(total.low, money)} to ${moneyText(total.high, money)})`,
          'zh-CN': `（${moneyText(total.low, money)} 至 ${moneyText(total.high, money)}）`,
        };
  const [value, margin] = [said.figure('lifetime_value', 'lifetime_value'), said.figure('lifetime_value', 'margin')];
  const profit: Localized =
    value === null
      ? { en: '', 'zh-CN': '' }
      : margin === null
        ? { en: `, today worth ${moneyText(value, money)}`, 'zh-CN': `，折现后 ${moneyText(value, money)}` }
        : {
            en: `, today worth ${moneyText(value, money)} of profit (margin ${percentText(margin)})`,
            'zh-CN': `，折现后利润 ${moneyText(value, money)}（利润率 ${percentText(margin)}）`,
          };
  // The first row of the hold-out is the model that is used.
  const trust = valueTrust(numberOf(said.rows('lifetime_value_holdout')[0]?.['revenue_error']));
  return [
    {
      en: `In the next ${months} months today's customers are expected to bring ${moneyText(expected, money)}${range.en}${profit.en}; ${trust.en}.`,
      'zh-CN': `未来 ${months} 个月，现有客户预计带来 ${moneyText(expected, money)}${range['zh-CN']}${profit['zh-CN']}；${trust['zh-CN']}。`,
    },
  ];
}
