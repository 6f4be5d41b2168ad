import type { MinedRules } from '../../../forecast/offers/mined-rules.ts';

/** What is counted of rules: the row of `basket_counts`. */
export function countsOf({ baskets, items, itemsets, leastCount, rules }: MinedRules) {
  return {
    scope: 'all',
    baskets,
    items: items.length,
    itemsets,
    least_count: leastCount,
    rules: rules.length,
    significant_rules: rules.filter(({ significant }) => significant).length,
    redundant_rules: rules.filter(({ redundant }) => redundant).length,
    kept_rules: rules.filter(({ significant, redundant }) => significant && !redundant).length,
  };
}
