import { describe, expect, it } from 'vitest';
import { readBaskets } from '../../../src/stats/market-basket/baskets.ts';
import { frequentItemsets } from '../../../src/stats/market-basket/itemsets.ts';
import { measuresOf } from '../../../src/stats/market-basket/measures.ts';
import { chanceOfRule, redundantRules, type Rule, rulesOf } from '../../../src/stats/market-basket/rules.ts';

const tea: Rule = { left: [0], right: 1, count: 3, leftCount: 4, rightCount: 4, baskets: 8 };

describe('rules', () => {
  // a, b, c in two baskets; a and b in a third; c alone in a fourth.
  const baskets = readBaskets([['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b'], ['c']]);
  const itemsets = frequentItemsets(baskets, { leastCount: 1, mostItems: 3, mostItemsets: 100 })!;
  const named = (rule: Rule) => `${rule.left.map((item) => baskets.items[item]).join('+')}>${baskets.items[rule.right]}`;

  it('hold in at least the share asked for, one that holds in exactly so much is kept', () => {
    const of = (confidence: number) =>
      rulesOf(itemsets, baskets.size, confidence).map((rule) => `${named(rule)} ${rule.count}/${rule.leftCount}`);
    expect(of(1)).toEqual(['b>a 3/3', 'a>b 3/3', 'b+c>a 2/2', 'a+c>b 2/2']);
    expect(of(0.666_666_7)).toEqual(['b>a 3/3', 'a>b 3/3', 'b+c>a 2/2', 'a+c>b 2/2']);
    expect(of(0.666)).toContain('a+b>c 2/3');
  });

  it('are redundant where fewer items say as much', () => {
    const rules = rulesOf(itemsets, baskets.size, 0.5);
    expect(redundantRules(rules).flatMap((isRedundant, index) => (isRedundant ? [named(rules[index]!)] : []))).toEqual([
      // b alone yields a always, and a alone yields c in as many of three.
      'b+c>a',
      'a+c>b',
      'a+b>c',
    ]);
  });

  it("is as likely by chance as Fisher's lady tasting tea: 17 in 70", () => {
    expect(chanceOfRule(tea)).toBeCloseTo(17 / 70, 14);
  });

  it('never fails with an infinite conviction, and says nothing with a lift of 1', () => {
    expect(measuresOf({ ...tea, count: 4 })).toMatchObject({ confidence: 1, conviction: Infinity, lift: 2, certainty: 1, zhang: 1 });
    expect(measuresOf({ ...tea, count: 2 })).toMatchObject({ lift: 1, leverage: 0, conviction: 1, certainty: 0, zhang: 0 });
    expect(measuresOf({ ...tea, rightCount: 8, count: 4 })).toMatchObject({ lift: 1, certainty: 0, zhang: 0 });
  });

  it('has the measures of three in four', () => {
    const { support, confidence, lift, leverage, conviction, jaccard, kulczynski, cosine } = measuresOf(tea);
    expect([support, confidence, lift, leverage, conviction, jaccard, kulczynski, cosine]).toEqual([
      3 / 8,
      3 / 4,
      1.5,
      1 / 8,
      2,
      3 / 5,
      3 / 4,
      3 / 4,
    ]);
  });
});
