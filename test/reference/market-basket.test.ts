import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { type Baskets, readBaskets } from '../../src/stats/market-basket/baskets.ts';
import { frequentItemsets, type Itemset } from '../../src/stats/market-basket/itemsets.ts';
import { leastCount } from '../../src/stats/market-basket/least-count.ts';
import { measuresOf } from '../../src/stats/market-basket/measures.ts';
import { chanceOfRule, redundantRules, type Rule, rulesOf } from '../../src/stats/market-basket/rules.ts';
import { describeWithData } from '../data-folder.ts';

function itemsetsOf(baskets: Baskets, support: number): Itemset[] {
  return frequentItemsets(baskets, {
    leastCount: leastCount(support, baskets.size),
    mostItems: Infinity,
    mostItemsets: Infinity,
  })!;
}

function named({ items }: Baskets, { left, right }: Rule): string {
  return `${left.map((item) => items[item]).join(', ')} > ${items[right]}`;
}

// Hahsler, Hornik & Reutterer (2006): 9,835 baskets of 169 items; counts of mlxtend and arules, which agree.
describeWithData('rules of the Groceries', (data) => {
  let groceries: Baskets;

  beforeAll(() => {
    const text = readFileSync(`${data}/reference/arules_Groceries.basket.csv`, 'utf8');
    groceries = readBaskets(
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => line.split('\t').map((item) => item.trim())),
    );
  });

  const ruleOf = (support: number, confidence: number, name: string): Rule =>
    rulesOf(itemsetsOf(groceries, support), groceries.size, confidence).find((rule) => named(groceries, rule) === name)!;

  it('has the baskets and items that are published', () => {
    expect([groceries.size, groceries.items.length]).toEqual([9835, 169]);
    const count = (item: string): number => groceries.holders[groceries.items.indexOf(item)]!.length;
    expect(['whole milk', 'other vegetables', 'rolls/buns', 'soda', 'yogurt'].map(count)).toEqual([2513, 1903, 1809, 1715, 1372]);
  });

  it('has 333 sets at a support of 0.01 and 13,492 at 0.001, within a second', () => {
    expect(itemsetsOf(groceries, 0.01)).toHaveLength(333);
    const start = performance.now();
    expect(itemsetsOf(groceries, 0.001)).toHaveLength(13_492);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    [0.001, 0.5, 5668],
    [0.01, 0.5, 15],
    [0.01, 0.2, 231],
    [0.005, 0.25, 662],
  ])('has as many rules at support %d and confidence %d', (support, confidence, rules) => {
    expect(rulesOf(itemsetsOf(groceries, support), groceries.size, confidence)).toHaveLength(rules);
  });

  it('has 1,815 rules of the 5,668 that are significant, and 572 that are redundant', () => {
    const rules = rulesOf(itemsetsOf(groceries, 0.001), groceries.size, 0.5);
    expect(rules.filter((rule) => chanceOfRule(rule) * rules.length <= 0.01)).toHaveLength(1815);
    expect(redundantRules(rules).filter(Boolean)).toHaveLength(572);
  });

  it('has the published measures of citrus fruit and root vegetables, and of curd and yogurt', () => {
    const first = ruleOf(0.01, 0.5, 'citrus fruit, root vegetables > other vegetables');
    expect(first.count).toBe(102);
    expect(measuresOf(first)).toMatchObject({
      support: expect.closeTo(0.010_371_123_54, 11),
      confidence: expect.closeTo(0.586_206_896_6, 10),
      lift: expect.closeTo(3.029_608_422, 9),
    });
    const second = ruleOf(0.01, 0.5, 'curd, yogurt > whole milk');
    expect(second.count).toBe(99);
    expect(measuresOf(second)).toMatchObject({
      support: expect.closeTo(0.010_066_090_49, 11),
      confidence: expect.closeTo(0.582_352_941_2, 10),
      lift: expect.closeTo(2.279_125_02, 9),
      conviction: expect.closeTo(1.782_567_29, 9),
      leverage: expect.closeTo(0.005_649_443_577, 12),
      cosine: expect.closeTo(0.151_465_767_4, 10),
      jaccard: expect.closeTo(0.038_312_693_5, 10),
    });
    expect(chanceOfRule(second) / 8.994_346_263e-20).toBeCloseTo(1, 9);
  });

  it('keeps a rule of which exactly the confidence asked for holds', () => {
    const rule = ruleOf(0.01, 0.5, 'root vegetables, yogurt > other vegetables');
    expect([rule.count, rule.leftCount]).toEqual([127, 254]);
  });

  it('has the two rules of the highest lift that are published', () => {
    const rules = rulesOf(itemsetsOf(groceries, 0.001), groceries.size, 0.5);
    const best = rules
      .map((rule) => ({ rule, lift: measuresOf(rule).lift }))
      .toSorted((one, other) => other.lift - one.lift)
      .slice(0, 2);
    expect(best.map(({ rule }) => named(groceries, rule))).toEqual([
      'Instant food products, soda > hamburger meat',
      'popcorn, soda > salty snack',
    ]);
    expect(best[0]!.lift).toBeCloseTo(18.995_654_27, 8);
    expect(best[1]!.lift).toBeCloseTo(16.697_792_87, 8);
    expect(best[0]!.rule.count).toBe(12);
  });
});

describeWithData('rules of the five baskets in the documentation of mlxtend', (data) => {
  let baskets: Baskets;

  beforeAll(() => {
    baskets = readBaskets(JSON.parse(readFileSync(`${data}/reference/mlxtend_docs_dataset.json`, 'utf8')) as string[][]);
  });

  it('has the eleven sets at a support of 0.6', () => {
    const sets = itemsetsOf(baskets, 0.6).map(({ items, count }) => [items.map((item) => baskets.items[item]).join(', '), count / 5]);
    expect(sets).toEqual([
      ['Eggs', 0.8],
      ['Kidney Beans', 1],
      ['Milk', 0.6],
      ['Onion', 0.6],
      ['Yogurt', 0.6],
      ['Eggs, Kidney Beans', 0.8],
      ['Eggs, Onion', 0.6],
      ['Kidney Beans, Milk', 0.6],
      ['Kidney Beans, Onion', 0.6],
      ['Kidney Beans, Yogurt', 0.6],
      ['Eggs, Kidney Beans, Onion', 0.6],
    ]);
  });

  it('has the published measures of Onion, Eggs and Kidney Beans', () => {
    const rules = rulesOf(itemsetsOf(baskets, 0.6), baskets.size, 0.7);
    const of = (name: string) => measuresOf(rules.find((rule) => named(baskets, rule) === name)!);
    expect(of('Onion > Eggs')).toMatchObject({ confidence: 1, lift: 1.25, conviction: Infinity, zhang: 0.5, jaccard: 0.75, certainty: 1 });
    expect(of('Onion > Eggs').leverage).toBeCloseTo(0.12, 12);
    expect(of('Onion > Eggs').kulczynski).toBeCloseTo(0.875, 12);
    expect(of('Eggs > Onion')).toMatchObject({ confidence: 0.75, lift: 1.25, zhang: 1, jaccard: 0.75 });
    expect(of('Eggs > Onion').conviction).toBeCloseTo(1.6, 12);
    expect(of('Eggs > Onion').certainty).toBeCloseTo(0.375, 12);
    expect(of('Eggs > Kidney Beans')).toMatchObject({ lift: 1, leverage: 0, zhang: 0, certainty: 0 });
  });
});
