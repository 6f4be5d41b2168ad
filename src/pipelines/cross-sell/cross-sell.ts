import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { runMetrics } from '../../metrics/runner.ts';
import type { Result } from '../../result/result.ts';
import { allUnusable } from '../parts/all-unusable.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { hasDatedOrders, noDatedOrders } from '../parts/dated-orders.ts';
import { periodNotBegun } from '../parts/refusals.ts';
import { crossSellAnswer } from './answer.ts';
import { backtestSection } from './backtest.ts';
import { crossSellCard } from './card.ts';
import type { CrossSellInput } from './input.ts';
import { opportunitiesSection } from './opportunities.ts';
import { indicatorsSection } from './indicators.ts';
import { overviewSection } from './overview.ts';
import { choiceOf, noGoods, noPurchases, tooManySets } from './refusals.ts';
import { rulesSection } from './rules.ts';
import { upgradesSection } from './upgrades.ts';
import { scoreParameters } from '../parts/scoring.ts';
import { verdictOf } from './verdict.ts';

const wanted = [
  'customer_profile',
  'churn_status',
  'goods_choice',
  'goods_sold',
  'upgrade_steps',
  'basket_counts',
  'basket_rules',
  'offer_tests',
  'offer_contests',
  'customer_offers',
  'customer_upgrades',
  'customer_scores',
  'cross_sell_rates',
];

export type { CrossSellInput };

/** Canonical fields that the command reads. */
export function crossSellFields(): Set<string> {
  return fieldsFor(wanted);
}

/** What to offer which customer next, the rules it rests on, and what such offers would have come to. */
export async function crossSell(input: CrossSellInput): Promise<Result> {
  const { engine, ingested, churn, rules, period, settings } = input;
  const { asOf, available } = ingested;
  if (asOf === null || !hasDatedOrders(available))
    throw (await allUnusable(ingested)) ?? noDatedOrders('nothing-to-offer', { en: 'cross-selling', 'zh-CN': '交叉销售' }, ingested);
  if (period !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  if (!['orders.product_id', 'orders.product', 'orders.category'].some((field) => available.has(field))) throw noGoods(ingested);
  const { notComputed } = await runMetrics({
    engine,
    metrics: wanted,
    registry: metrics,
    available,
    parameters: { as_of: asOf, period, ...scoreParameters(settings), churn, cross_sell: rules },
  });
  const choice = await choiceOf(input);
  if (choice === null) throw noPurchases(ingested);
  if (choice.isUncounted) throw tooManySets();
  const verdict = await verdictOf(input);
  const sections = [
    await opportunitiesSection(input),
    await upgradesSection(input),
    await rulesSection(input),
    await indicatorsSection(input),
    await backtestSection(input),
    await overviewSection(input, choice, verdict),
  ];
  return analysisResult(crossSellCard, input, { sections, answer: crossSellAnswer(sections, verdict, input.money), notComputed });
}
