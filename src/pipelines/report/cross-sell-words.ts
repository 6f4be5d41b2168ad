import { both, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { Fact } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, oneDecimalPercent } from '../../views/number-words.ts';
import { untestedOffers } from '../parts/untested-offers.ts';
import type { ChapterNote } from './chapter-notes.ts';
import { factOf, type Runs } from './runs.ts';

/** How many customers lack what others like them come to buy, and what the first offer to each promises. */
export function crossSellFinding(runs: Runs, money: MoneyDisplay): Localized | null {
  const [customers, value] = ['offered_customers', 'expected_value'].map((id) =>
    numberOf(factOf(runs, 'cross-sell', 'overview', id)?.value),
  );
  if (customers === null || customers === undefined) return null;
  if (customers === 0) return both('No customer lacks what others like it buy', '没有客户缺少同类客户会买的品项');
  const said = both(
    `${amountText(customers)} customers lack what others like them buy`,
    `${amountText(customers)} 位客户尚未购买同类客户会买的品项`,
  );
  if (value === null || value === undefined) return said;
  return both(`${said.en}: ${moneyText(value, money)} expected`, `${said['zh-CN']}，期望 ${moneyText(value, money)}`);
}

/** How such offers did on the past, beside the best sellers that the same customers lacked and beside any item. */
export const crossSellNote: ChapterNote = (runs) => {
  if (!runs.results.has('cross-sell')) return null;
  const fact = (id: string): Fact | null => factOf(runs, 'cross-sell', 'overview', id);
  const [rules, best, any] = ['hit_rate_rules', 'hit_rate_best_sellers', 'hit_rate_any'].map((id) => numberOf(fact(id)?.value));
  const followed = fact('followed')?.value;
  const offers = fact('hit_rate_rules')?.n ?? null;
  if (rules === null || rules === undefined || best === null || best === undefined || offers === null) return untestedOffers;
  const others =
    any === null || any === undefined
      ? both('', '')
      : both(`, of any item ${oneDecimalPercent(any)}`, `，任意品项 ${oneDecimalPercent(any)}`);
  const by = typeof followed === 'string' ? both(` The list goes by: ${followed}.`, `名单依据：${followed}。`) : both('', '');
  return both(
    `Of ${amountText(offers)} such offers on past days ${oneDecimalPercent(rules)} by the rules were taken up, of the best sellers that the same customers lacked ${oneDecimalPercent(best)}${others.en}.${by.en}`,
    `用历史推荐日检验 ${amountText(offers)} 个推荐：按规则命中 ${oneDecimalPercent(rules)}，未购买过的热销品项命中 ${oneDecimalPercent(best)}${others['zh-CN']}。${by['zh-CN']}`,
  );
};
