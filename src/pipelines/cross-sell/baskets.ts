import { mine } from '../../forecast/offers/mined-rules.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import { basketCounts } from '../../metrics/products/basket-counts.ts';
import { orderedRules, ruleRow } from '../../metrics/products/basket-rules.ts';
import { countsOf } from '../../metrics/products/parts/rule-counts.ts';
import type { ResultRow, Result } from '../../result/result.ts';
import { factsSection } from '../../views/facts.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import { metricColumns, metricFacts } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { blankResult } from '../parts/analysis-result.ts';
import { crossSellCard } from './card.ts';
import { tooManySets } from './refusals.ts';
import { ruleColumns, ruleGlance, ruleTitles } from './rules.ts';

/** What rules of baskets that stand as they are go by. */
export interface BasketSettings {
  readonly lang: Lang;
  readonly support: number | null;
  readonly confidence: number;
  readonly allRules: boolean;
}

const mostLeft = 3;

/** The rules of baskets without customers, dates and money: sets of any number of items are counted, rules of up to three on the left listed. */
export function basketResult(baskets: readonly (readonly string[])[], { lang, support, confidence, allRules }: BasketSettings): Result {
  const mined = mine(baskets, { support, confidence }, Infinity);
  if (mined === null) throw tooManySets();
  const rows = orderedRules(mined.rules).map(({ rule, measures }, index) => ruleRow(rule, measures, index + 1, mined.items, new Map()));
  const listed = rows.filter(
    (row) => allRules || (row['significant'] === 1 && row['redundant'] === 0 && Number(row['left_size']) <= mostLeft),
  );
  const counts = countsOf(mined);
  const ids = Object.keys(basketCounts.columns).filter((id) => id !== 'scope');
  return {
    ...blankResult(crossSellCard, lang),
    answer: [answerOf(counts, listed[0])[lang]],
    sections: [
      table<ResultRow>(
        lang,
        { id: 'rules', title: ruleTitles(allRules), glance: ruleGlance },
        metricColumns('basket_rules', ...ruleColumns),
        listed,
      ),
      factsSection(lang, { id: 'overview', title: both('Overview', '总览') }, metricFacts('basket_counts', ids, counts)),
    ],
  };
}

function answerOf(counts: Readonly<Record<string, number | string | null>>, first: ResultRow | undefined): Localized {
  const [baskets, items, rules, significant, redundant, kept] = [
    'baskets',
    'items',
    'rules',
    'significant_rules',
    'redundant_rules',
    'kept_rules',
  ].map((id) => amountText(Number(counts[id]))) as [string, string, string, string, string, string];
  const top =
    first === undefined
      ? both('', '')
      : both(
          ` First: whoever buys ${first['left_items']} also buys ${first['right_item']} (${percentText(Number(first['confidence']))}, ${Number(first['lift']).toFixed(1)} times as often as others).`,
          `首先：购买 ${first['left_items']} 的购物篮中，${percentText(Number(first['confidence']))} 也含 ${first['right_item']}（为平均水平的 ${Number(first['lift']).toFixed(1)} 倍）。`,
        );
  return both(
    `Of ${rules} rules in ${baskets} baskets of ${items} items ${significant} are more than chance, and ${redundant} say no more than shorter ones: ${kept} hold.${top.en}`,
    `${baskets} 个购物篮、${items} 个品项中的 ${rules} 条规则里，${significant} 条并非偶然，${redundant} 条冗余，成立 ${kept} 条。${top['zh-CN']}`,
  );
}
