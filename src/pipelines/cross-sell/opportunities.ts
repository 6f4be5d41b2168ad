import { afterChinese, both, type Lang } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from, type ListColumn, ownOf, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { amountText } from '../../views/number-words.ts';
import type { CrossSellInput } from './input.ts';

/** The best offer of every customer first, those that promise most before others; then the second ones. */
export function opportunitiesSection(input: CrossSellInput): Promise<TableSection> {
  return list(input, {
    id: 'opportunities',
    title: both('What to offer next, most expected value first', '下一步推荐（期望金额大的在前）'),
    of: 'customer_offers',
    by: 'customer_id',
    order: [
      ...ascending('customer_offers', 'place'),
      ...descending('customer_offers', 'expected_value', 'chance'),
      ...ascending('customer_offers', 'customer_id'),
    ],
    columns: [
      ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
      ...from('customer_offers', 'item', 'chance', 'expected_value'),
      reasonColumn(input.lang),
      ...from(
        'customer_offers',
        'because',
        'chance_low',
        'chance_high',
        'typical_value',
        'place',
        'days',
        'asked_customers',
        'bought_customers',
        'usual_chance',
        'item_id',
      ),
      ...from('customer_profile', 'team', 'region'),
    ],
    glance: {
      first: [['customer_name', 'customer_id'], 'owner', 'item', 'chance', 'expected_value'],
      below: ['reason'],
      hidden: ['because'],
    },
  });
}

/** Why this is offered: what the customer bought, and how many like it took the offer up. */
function reasonColumn(lang: Lang): ListColumn {
  const heading = {
    title: both('Why', '依据'),
    type: 'text',
    basis: both(
      'What the customer bought that the rule goes by, and how many customers like it bought the item for the first time in past windows.',
      '规则所依据的已购品项，以及历史窗口中同类客户首次购买该品项的人数。',
    ),
  } as const;
  return ownOf(
    'reason',
    heading,
    reads('customer_offers', 'because', 'asked_customers', 'bought_customers', 'days'),
    ({ because = null, asked_customers: asked = null, bought_customers: bought = null, days = null }) => {
      const proof = asked === null ? null : proofText(Number(bought), Number(asked), Number(days));
      if (because === null) return [bestSeller, proof].flatMap((each) => (each === null ? [] : [each[lang]])).join(joints[lang]);
      const ground = both(`bought ${because}`, afterChinese('已购买', String(because)));
      return [ground, proof].flatMap((each) => (each === null ? [] : [each[lang]])).join(joints[lang]);
    },
  );
}

const bestSeller = both('sells well and is lacking', '热销且尚未购买');
const joints = both('; ', '；');

function proofText(bought: number, asked: number, days: number) {
  return both(
    `${amountText(bought)} of ${amountText(asked)} like it took it up within ${days} days`,
    `同类客户 ${amountText(asked)} 位中有 ${amountText(bought)} 位在 ${days} 天内购买`,
  );
}
