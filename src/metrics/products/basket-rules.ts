import type { JudgedRule } from '../../forecast/offers/mined-rules.ts';
import { openOffers, type OpenedOffers } from '../../forecast/offers/open-offers.ts';
import type { Row } from '../../lib/rows.ts';
import { measuresOf, type RuleMeasures } from '../../stats/market-basket/measures.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { offerParameters, offerSettings } from './parts/offer-settings.ts';

const baskets = { unit: 'baskets' };

export const basketRules = defineMetric({
  id: 'basket_rules',
  question: both('What is bought together, beyond chance?', '哪些品项会一起购买，且并非偶然？'),
  grain: ['rule_order'],
  columns: {
    rule_order: column.count(both('Order', '序号'), both('Rules that are kept first, by leverage.', '保留的规则在前，按杠杆率排序。')),
    left_items: column.text(both('Whoever buys', '购买'), both('Items on the left, up to three.', '规则左侧的品项，至多三个。')),
    right_item: column.text(both('also buys', '还会购买'), both('The item on the right.', '规则右侧的品项。')),
    right_id: column.id(both('Item id', '品项编号'), both('Number or name of the item on the right.', '右侧品项的编号或名称。')),
    left_size: column.count(both('Items on the left', '左侧品项数'), both('How many items stand on the left.', '左侧的品项数量。'), {
      unit: 'items',
    }),
    both_count: column.count(
      both('Baskets with all', '全部品项篮数'),
      both('Baskets that hold all items of the rule.', '包含规则全部品项的购物篮数。'),
      baskets,
    ),
    left_count: column.count(
      both('Baskets with the left', '左侧篮数'),
      both('Baskets that hold the items on the left.', '包含左侧品项的购物篮数。'),
      baskets,
    ),
    right_count: column.count(
      both('Baskets with the right', '右侧篮数'),
      both('Baskets that hold the item on the right.', '包含右侧品项的购物篮数。'),
      baskets,
    ),
    support: column.ratio(both('Support', '支持度'), both('Baskets with all ÷ all baskets.', '全部品项篮数 ÷ 购物篮总数。')),
    confidence: column.ratio(both('Confidence', '置信度'), both('Baskets with all ÷ baskets with the left.', '全部品项篮数 ÷ 左侧篮数。')),
    lift: column.number(
      both('Lift', '提升度'),
      both('Confidence ÷ share of all baskets with the right item; 1 is chance.', '置信度 ÷ 右侧品项在全部购物篮中的占比；1 为偶然水平。'),
    ),
    leverage: column.ratio(
      both('Leverage', '杠杆率'),
      both('Support less what chance would give: how many more of all baskets.', '支持度 − 偶然情况下的占比，即多出的购物篮占比。'),
    ),
    conviction: column.number(
      both('Conviction', '确信度'),
      both('How much rarer the rule fails than chance would have it.', '规则失败比偶然情况少多少倍。'),
      { empty: both('The rule never fails.', '规则从未失败。') },
    ),
    zhang: column.number(
      both('Zhang', 'Zhang 指标'),
      both("Zhang's measure, -1 to 1; 0 is chance.", 'Zhang 指标，−1 至 1；0 为偶然水平。'),
    ),
    jaccard: column.ratio(
      both('Jaccard', 'Jaccard 系数'),
      both('Baskets with all ÷ baskets with either side.', '全部品项篮数 ÷ 含任意一侧的购物篮数。'),
    ),
    certainty: column.number(
      both('Certainty', '确定性因子'),
      both('(Confidence − share of the right item) ÷ (1 − that share).', '（置信度 − 右侧占比）÷（1 − 右侧占比）。'),
    ),
    kulczynski: column.ratio(
      both('Kulczynski', 'Kulczynski 系数'),
      both('Mean of the confidences of both directions.', '两个方向置信度的均值。'),
    ),
    cosine: column.ratio(both('Cosine', '余弦'), both('Support ÷ root of the product of both shares.', '支持度 ÷ 两侧占比乘积的平方根。')),
    p: column.number(
      both('p', 'p 值'),
      both("Fisher's exact test, one-sided, of this rule alone.", '该规则的单侧 Fisher 精确检验 p 值（未校正）。'),
    ),
    significant: column.count(
      both('Significant', '显著'),
      both('1: p × number of rules is at most 0.01; 0: chance may explain it.', '1：p × 规则数 ≤ 0.01；0：可能出于偶然。'),
    ),
    redundant: column.count(
      both('Redundant', '冗余'),
      both('1: a rule with fewer items on the left says as much; 0: none does.', '1：左侧更少的规则已能说明；0：不冗余。'),
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['goods_choice', 'goods_lines', 'goods_sold'],
  usesIfComputed: ['upgrade_steps'],
  source: 'Agrawal & Srikant (1994), VLDB, 487-499; measures as mlxtend and arules define them; Fisher (1935).',
  parameters: offerParameters,
  compute: async (parameters, rows) => {
    const settings = offerSettings(parameters);
    const opened = settings === null ? null : await openOffers(rows, settings);
    return opened === null ? [] : ruleRows(opened);
  },
});

function ruleRows({ mined, lines }: OpenedOffers): Row[] {
  if (mined === null) return [];
  const names = new Map(lines.items.map((item, place) => [item, lines.names[place]!]));
  return orderedRules(mined.rules).map(({ rule, measures }, index) => ruleRow(rule, measures, index + 1, mined.items, names));
}

/** Rules that are kept first, those with most baskets beyond chance before others. */
export function orderedRules(rules: readonly JudgedRule[]): { readonly rule: JudgedRule; readonly measures: RuleMeasures }[] {
  const isKept = ({ significant, redundant }: JudgedRule): number => (significant && !redundant ? 0 : 1);
  return rules
    .map((rule, place) => ({ rule, place, measures: measuresOf(rule) }))
    .toSorted(
      (one, other) => isKept(one.rule) - isKept(other.rule) || other.measures.leverage - one.measures.leverage || one.place - other.place,
    );
}

/** A rule as a row, its items by their names. */
export function ruleRow(
  rule: JudgedRule,
  measures: RuleMeasures,
  order: number,
  items: readonly string[],
  names: ReadonlyMap<string, string>,
): Row {
  const nameOf = (item: number): string => names.get(items[item]!) ?? items[item]!;
  return {
    ...measures,
    rule_order: order,
    left_items: rule.left.map(nameOf).join(' + '),
    right_item: nameOf(rule.right),
    right_id: items[rule.right]!,
    left_size: rule.left.length,
    both_count: rule.count,
    left_count: rule.leftCount,
    right_count: rule.rightCount,
    conviction: Number.isFinite(measures.conviction) ? measures.conviction : null,
    p: rule.p,
    significant: rule.significant ? 1 : 0,
    redundant: rule.redundant ? 1 : 0,
  };
}
