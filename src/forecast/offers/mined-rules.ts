import { readBaskets } from '../../stats/market-basket/baskets.ts';
import { frequentItemsets, type Itemset } from '../../stats/market-basket/itemsets.ts';
import { leastCount } from '../../stats/market-basket/least-count.ts';
import { chanceOfRule, redundantRules, type Rule, rulesOf } from '../../stats/market-basket/rules.ts';
import type { GoodsLines } from './lines.ts';

/** What rules are looked for by. */
export interface RuleSettings {
  readonly basis: 'orders' | 'histories';
  /** Least share of baskets that hold all items of a rule; null: as little as there is enough of, without more sets than can be judged. */
  readonly support: number | null;
  /** Least share of the baskets with the left items that hold the right one. */
  readonly confidence: number;
}

/** A rule with what chance alone would do. */
export interface JudgedRule extends Rule {
  /** Fisher's exact test, one-sided. */
  readonly p: number;
  /** Significant with the number of rules tested accounted for (Bonferroni). */
  readonly significant: boolean;
  readonly redundant: boolean;
}

export interface MinedRules {
  readonly baskets: number;
  /** The items by their places in the rules. */
  readonly items: readonly string[];
  readonly itemsets: number;
  /** Baskets that every set is in at least. */
  readonly leastCount: number;
  /** By items on the left, then in the order of the items. */
  readonly rules: readonly JudgedRule[];
}

/** The chance of even one rule by accident among all that are called significant. */
export const ruleLevel = 0.01;

/** Fewer baskets than this say nothing of a rule, where nobody says how many. */
const leastBaskets = 10;
const leastShare = 0.001;

/** Three items on the left, and one on the right. */
const mostItems = 4;
const mostItemsets = 10_000;
const mostAskedFor = 500_000;

/** History beyond this tells little of what stands together now. */
const historyDays = 2 * 365;

/** The rules that were to be seen on the day that lies `age` days before the as-of date; null where the support asked for yields too many sets. */
export function minedAt(lines: GoodsLines, age: number, settings: RuleSettings): MinedRules | null {
  return mine(basketsAt(lines, age, settings.basis), settings, mostItems);
}

/** The same of baskets that stand as they are; `most` items in a set. */
export function mine(
  held: Iterable<Iterable<string>>,
  { support, confidence }: Omit<RuleSettings, 'basis'>,
  most: number,
): MinedRules | null {
  const baskets = readBaskets(held);
  const limits = { mostItems: most, mostItemsets: support === null ? mostItemsets : mostAskedFor };
  let least = Math.max(
    1,
    support === null ? Math.max(leastBaskets, leastCount(leastShare, baskets.size)) : leastCount(support, baskets.size),
  );
  let itemsets: Itemset[] | null = frequentItemsets(baskets, { leastCount: least, ...limits });
  while (itemsets === null && support === null) {
    least = Math.ceil(least * 1.5);
    itemsets = frequentItemsets(baskets, { leastCount: least, ...limits });
  }
  if (itemsets === null) return null;
  const rules = rulesOf(itemsets, baskets.size, confidence);
  const redundant = redundantRules(rules);
  return {
    baskets: baskets.size,
    items: baskets.items,
    itemsets: itemsets.length,
    leastCount: least,
    rules: rules.map((rule, index) => {
      const p = chanceOfRule(rule);
      return { ...rule, p, significant: p * rules.length <= ruleLevel, redundant: redundant[index]! };
    }),
  };
}

function basketsAt(lines: GoodsLines, age: number, basis: RuleSettings['basis']): Iterable<string[]> {
  const held = new Map<number, string[]>();
  const of = basis === 'orders' ? lines.order : lines.customer;
  const oldest = basis === 'orders' ? Infinity : age + historyDays;
  for (const [line, own] of of.entries()) {
    if (lines.age[line]! < age || lines.age[line]! >= oldest) continue;
    const item = lines.items[lines.item[line]!]!;
    const basket = held.get(own);
    if (basket === undefined) held.set(own, [item]);
    else basket.push(item);
  }
  return held.values();
}
