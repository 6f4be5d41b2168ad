import { openOffers } from '../../forecast/offers/open-offers.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { countsOf } from './parts/rule-counts.ts';
import { offerParameters, offerSettings } from './parts/offer-settings.ts';

export const basketCounts = defineMetric({
  id: 'basket_counts',
  question: both('How many rules are there of what is bought together?', '有多少条“一起购买”的规则？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    baskets: column.count(
      both('Baskets', '购物篮数'),
      both(
        'Orders, or customers with what they bought in two years, those with one item too.',
        '订单数，或有两年内购买记录的客户数；只含一个品项的也计入。',
      ),
      { unit: 'baskets' },
    ),
    items: column.count(both('Items', '品项数'), both('Different products or categories in them.', '其中不同的产品或品类数。'), {
      unit: 'items',
    }),
    itemsets: column.count(
      both('Sets of items', '频繁项集数'),
      both('Sets of up to four items, single ones too, that enough baskets hold.', '在足够多购物篮中出现的组合数（至多四项，含单项）。'),
    ),
    least_count: column.count(
      both('Baskets of a set', '项集最少篮数'),
      both('Baskets that every set is in at least.', '每个组合至少出现的购物篮数。'),
      { unit: 'baskets' },
    ),
    rules: column.count(
      both('Rules', '规则数'),
      both('Rules with the least confidence that was asked for, one item on the right.', '置信度达到要求、右侧一个品项的规则数。'),
    ),
    significant_rules: column.count(
      both('Significant rules', '显著规则数'),
      both(
        "Those that chance does not explain: Fisher's exact test, one-sided, p × rules ≤ 0.01.",
        '偶然性无法解释的规则数：单侧 Fisher 精确检验，p × 规则数 ≤ 0.01。',
      ),
    ),
    redundant_rules: column.count(
      both('Redundant rules', '冗余规则数'),
      both(
        'Those that a rule with fewer of the same items on the left says as well, with at least the same confidence.',
        '左侧更少的规则已能以不低的置信度说明的规则数。',
      ),
    ),
    kept_rules: column.count(both('Rules kept', '保留规则数'), both('Significant and not redundant.', '显著且不冗余的规则数。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['goods_choice', 'goods_lines', 'goods_sold'],
  usesIfComputed: ['upgrade_steps'],
  source: 'Zaki (2000), IEEE TKDE 12(3), 372-390; arules 1.7: is.significant, is.redundant; Hahsler, Hornik & Reutterer (2006).',
  parameters: offerParameters,
  compute: async (parameters, rows) => {
    const settings = offerSettings(parameters);
    const mined = settings === null ? null : ((await openOffers(rows, settings))?.mined ?? null);
    if (mined === null) return [];
    return [countsOf(mined)];
  },
});
