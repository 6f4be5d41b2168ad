import type { Rule } from './rules.ts';

/** What is said of a rule; s is the share of baskets with all its items, a of those with the left ones, c of those with the right one. */
export interface RuleMeasures {
  /** s, in [0, 1]. */
  readonly support: number;
  /** s / a: how many of the baskets with the left items hold the right one. */
  readonly confidence: number;
  /** s / (a c): 1 is what chance gives. */
  readonly lift: number;
  /** s − a c. */
  readonly leverage: number;
  /** (1 − c) / (1 − confidence); Infinity where the rule never fails. */
  readonly conviction: number;
  /** Zhang's: in [-1, 1], 0 is what chance gives. */
  readonly zhang: number;
  /** s / (a + c − s). */
  readonly jaccard: number;
  /** (confidence − c) / (1 − c); 0 where every basket holds the right item. */
  readonly certainty: number;
  /** Mean of the confidences of both directions. */
  readonly kulczynski: number;
  /** s / √(a c). */
  readonly cosine: number;
}

/** From whole numbers with one division where one will do. Definitions as mlxtend's `association_rules` and arules' `interestMeasure`. */
export function measuresOf({ count, leftCount, rightCount, baskets }: Rule): RuleMeasures {
  const product = leftCount * rightCount;
  const above = count * baskets - product;
  const zhangBase = Math.max(count * (baskets - leftCount), leftCount * (rightCount - count));
  return {
    support: count / baskets,
    confidence: count / leftCount,
    lift: (count * baskets) / product,
    leverage: above / (baskets * baskets),
    conviction: count === leftCount ? Infinity : ((baskets - rightCount) * leftCount) / (baskets * (leftCount - count)),
    zhang: above === 0 ? 0 : above / zhangBase,
    jaccard: count / (leftCount + rightCount - count),
    certainty: rightCount === baskets ? 0 : above / (leftCount * (baskets - rightCount)),
    kulczynski: (count / leftCount + count / rightCount) / 2,
    cosine: count / Math.sqrt(product),
  };
}
