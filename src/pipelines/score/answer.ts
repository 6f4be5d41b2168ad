import type { Localized } from '../../lib/localized.ts';
import type { Section } from '../../result/result.ts';
import { saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import type { TierWord } from '../parts/scoring-words.ts';

/** What the best tier brings, and what to do with it. */
export function scoreAnswer(sections: readonly Section[], [best]: readonly TierWord[]): Localized[] {
  const said = saidBy(sections);
  const [row] = said.rows('tiers');
  if (best === undefined || row?.['tier_code'] !== 'tier_1')
    return [
      { en: 'No customer is in the best tier: too little is known of each.', 'zh-CN': '没有客户进入最高层级：每位客户的已知信息过少。' },
    ];
  const [customers, share, revenue] = [numberOf(row['customers']) ?? 0, numberOf(row['revenue_share']), said.figure('overview', 'revenue')];
  const number = amountText(customers);
  const held: Localized =
    share === null || revenue === null
      ? {
          en: `${number} customer${customers === 1 ? ' is' : 's are'} in tier ${best.name}`,
          'zh-CN': `${best.name}层级共 ${number} 位客户`,
        }
      : {
          en: `${number} customer${customers === 1 ? ' brings' : 's bring'} ${percentText(share)} of the revenue of ${amountText(revenue)}: tier ${best.name}`,
          'zh-CN': `${best.name}层级的 ${number} 位客户贡献了销售额 ${amountText(revenue)} 的 ${percentText(share)}`,
        };
  return [{ en: `${held.en}. ${best.action}.`, 'zh-CN': `${held['zh-CN']}。${best.action}。` }];
}
