import { hypergeometricUpperTail } from '../hypergeometric-tail.ts';
import type { Itemset } from './itemsets.ts';
import { leastCount } from './least-count.ts';

/** Whoever has the left items has the right one: in how many baskets it is so. */
export interface Rule {
  /** Places of the items on the left, ascending; never empty. */
  readonly left: readonly number[];
  /** Place of the item on the right. */
  readonly right: number;
  /** Baskets with all of them, with the left ones, with the right one, and all baskets. */
  readonly count: number;
  readonly leftCount: number;
  readonly rightCount: number;
  readonly baskets: number;
}

/**
 * Rules with one item on the right of which at least a share of `confidence` of the baskets with the left items holds; one that it holds of
 * exactly is kept. `itemsets` are all of at least some count, so every part of a set is among them.
 */
export function rulesOf(itemsets: readonly Itemset[], baskets: number, confidence: number): Rule[] {
  const counts = new Map(itemsets.map(({ items, count }) => [items.join(), count]));
  const least = new Map<number, number>();
  const leastOf = (leftCount: number): number => {
    const known = least.get(leftCount) ?? leastCount(confidence, leftCount);
    least.set(leftCount, known);
    return known;
  };
  return itemsets.flatMap(({ items, count }) =>
    items.length < 2
      ? []
      : items.flatMap((right): Rule[] => {
          const left = items.filter((item) => item !== right);
          const leftCount = counts.get(left.join())!;
          return count >= leastOf(leftCount) ? [{ left, right, count, leftCount, rightCount: counts.get(String(right))!, baskets }] : [];
        }),
  );
}

/**
 * Fisher's exact test, one-sided: how often chance alone would put the right item into at least so many of the baskets with the left ones, if
 * it were as frequent there as everywhere. Fisher (1935); as arules' `is.significant`.
 */
export function chanceOfRule({ count, leftCount, rightCount, baskets }: Rule): number {
  return hypergeometricUpperTail(count, { draws: leftCount, marked: rightCount, size: baskets });
}

/**
 * Whether each rule says no more than a shorter one: some of its left items alone yield the right one with at least the same confidence. As
 * arules' `is.redundant`; a rule with one item on the left never is. The shorter rules are looked for among the rules given.
 */
export function redundantRules(rules: readonly Rule[]): boolean[] {
  const known = new Map(rules.map((rule) => [keyOf(rule.left, rule.right), rule]));
  return rules.map((rule) =>
    properParts(rule.left).some((part) => {
      const shorter = known.get(keyOf(part, rule.right));
      return shorter !== undefined && shorter.count * rule.leftCount >= rule.count * shorter.leftCount;
    }),
  );
}

function keyOf(left: readonly number[], right: number): string {
  return `${left.join()}>${right}`;
}

/** All parts of the items but none and all. */
function properParts(items: readonly number[]): number[][] {
  return Array.from({ length: 2 ** items.length - 2 }, (_, index) => items.filter((_item, place) => ((index + 1) >> place) & 1));
}
