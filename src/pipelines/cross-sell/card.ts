import { scopedOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';
import { basketKinds, goodsLevels } from '../../metrics/choices.ts';
import { ruleConfidence } from '../../metrics/parameter-defaults.ts';

export const crossSellCard = {
  name: 'cross-sell',
  title: both('What to offer which customer next', '交叉销售机会'),
  summary: both('whom to offer what next, by rules tested on your own past', '向谁推荐什么：规则经自身历史检验'),
  description: both(
    'Reads orders that name products or categories; customers give names and owners, products categories and editions. Finds what is bought together beyond chance, names for each active customer what it lacks and is likely to take up, with chance and value, and tests offers made on past days against the best seller that each customer lacked: where they do no better, the list is of best sellers.',
    '读取带产品或品类的订单；客户表提供名称与负责人，产品表提供品类与版本。找出并非偶然的“一起购买”规则，列出每位活跃客户尚未购买且可能购买的品项、成交概率与金额，并用历史检验：推荐若不比“客户未购买过的热销品项”更准，则改用热销名单。',
  ),
  arguments: [filesArgument],
  options: {
    level: {
      flags: '--level <level>',
      text: both('what is offered', '推荐的层级'),
      otherwise: both(
        'product where enough customers buy the same ones, else category',
        '多数产品有足够客户购买时为 product，否则为 category',
      ),
      takes: { kind: 'choice', values: goodsLevels },
    },
    basis: {
      flags: '--basis <kind>',
      text: both(
        'what counts as bought together: lines of one order, or all of one customer',
        '“一起购买”的口径：同一订单，或同一客户的历史',
      ),
      otherwise: both('orders where enough of them hold several items, else histories', '多品项订单足够多时为 orders，否则为 histories'),
      takes: { kind: 'choice', values: basketKinds },
    },
    minSupport: {
      flags: '--min-support <share>',
      text: both('least share of baskets that hold all items of a rule', '规则全部品项同篮的最低占比'),
      otherwise: both('10 baskets or 0.1%, more where that yields too many sets', '10 篮或 0.1%，组合过多时自动提高'),
      takes: { kind: 'share', from: 'above-zero' },
    },
    minConfidence: {
      flags: '--min-confidence <share>',
      text: both('least share of the baskets with the left items that hold the right one', '含左侧品项的购物篮中含右侧品项的最低占比'),
      default: ruleConfidence,
      takes: { kind: 'share', from: 'above-zero' },
    },
    allRules: {
      flags: '--all-rules',
      text: both('list also rules that chance explains, and redundant ones', '也列出可能出于偶然的规则与冗余规则'),
      default: false,
      takes: { kind: 'switch' },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'opportunities',
      holds: both('one row an offer: to whom, what, why, chance, value, who tells', '每个推荐一行：客户、品项、依据、概率、金额、负责人'),
    },
    {
      id: 'upgrades',
      holds: both('who owns an edition and may move up, what it is worth, who already did', '可升级的客户、价值与已升级情况'),
    },
    { id: 'rules', holds: both('what is bought together beyond chance', '并非偶然的“一起购买”规则') },
    {
      id: 'indicators',
      holds: both(
        'attach rate, cross-sell and upgrade rate and the like, by tier and owner',
        '多品类客户占比、连带率、交叉销售率与销售额、升级率，按层级与负责人',
      ),
    },
    {
      id: 'backtest',
      holds: both('offers made on past days against what was then bought', '过去各推荐日的名单与之后实际购买的对照'),
    },
    { id: 'overview', holds: both('baskets, rules, the verdict of the back-test', '购物篮、规则数与回测结论') },
  ],
  examples: [
    'crm-eval cross-sell customers.csv orders.csv products.csv',
    'crm-eval cross-sell orders.csv --level category --section rules --min-support 1%',
    'crm-eval cross-sell demo/*.csv --out cross-sell.xlsx',
  ],
} as const satisfies Card;
