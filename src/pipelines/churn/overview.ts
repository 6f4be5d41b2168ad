import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { FactsSection } from '../../result/result.ts';
import { chosenFacts } from './chosen.ts';
import type { Contest } from '../../forecast/churn/contest.ts';
import type { Scores } from '../../forecast/churn/scores.ts';
import { factsSection, type FactText } from '../../views/facts.ts';
import { churnLists } from './lists.ts';
import type { ForecastInput, ForecastRun } from '../parts/forecast-run.ts';
import { alarmCycles } from '../../forecast/churn/silence.ts';
import { definitionText } from './words.ts';
import { verdictOf } from '../../views/forecast/verdict.ts';
import type { Fold } from '../../forecast/churn/folds.ts';

const listTitles: Readonly<Record<(typeof churnLists)[number], Localized>> = {
  at_risk: { en: 'Customers at risk', 'zh-CN': '高风险客户数' },
  watch: { en: 'Customers to be watched', 'zh-CN': '关注客户数' },
  active: { en: 'Customers not at risk', 'zh-CN': '暂无风险客户数' },
  lost: { en: 'Customers lost', 'zh-CN': '已流失客户数' },
  too_new: { en: 'Customers too new', 'zh-CN': '历史不足客户数' },
};

/** How many customers are in each list, by which rules, and how far it can be believed. */
export async function churnOverview(
  input: ForecastInput,
  run: ForecastRun,
  { contest, scores, folds }: { contest: Contest; scores: Scores; folds: readonly Fold[] },
): Promise<FactsSection> {
  const { engine, lang, churn } = input;
  const counts = new Map(
    (
      await engine.rows<{ list_id: string; customers: number }>(
        sql`select list_id, count(*) as customers from churn_lists group by list_id order by list_id`,
      )
    ).map(({ list_id, customers }) => [list_id, customers]),
  );
  const atStake = { at_risk: await valueOf(input, 'at_risk'), watch: await valueOf(input, 'watch') };
  const all = [...counts.values()].reduce((sum, customers) => sum + customers, 0);
  const rules = rulesOf(input, run);
  const verdict = verdictOf(folds);
  const facts: FactText[] = [
    {
      id: 'customers',
      title: { en: 'Customers with a purchase', 'zh-CN': '有购买的客户数' },
      type: 'integer',
      value: all,
      unit: 'customers',
      basis: {
        en: 'Customers with an order up to the as-of date; each is in one list.',
        'zh-CN': '截止日及之前有订单的客户，每位仅属于一个名单。',
      },
    },
    ...churnLists.map((list): FactText => ({
      id: list,
      title: listTitles[list],
      type: 'integer',
      value: counts.get(list) ?? 0,
      unit: 'customers',
      basis: rules[list],
    })),
    {
      id: 'value_at_risk',
      title: { en: 'Value at risk', 'zh-CN': '风险金额合计' },
      type: 'money',
      value: atStake.at_risk,
      basis: {
        en: `Sum over the customers at risk: chance of no order × usual spend of the horizon; of those silent for more than ${alarmCycles} usual gaps at least the share of such customers who bought nothing in past windows.`,
        'zh-CN': `高风险客户合计：不购概率 × 窗口内通常购买额；沉默超过通常间隔 ${alarmCycles} 倍者，概率不低于以往窗口中同类客户的不购比例。`,
      },
    },
    {
      id: 'value_to_watch',
      title: { en: 'Value to be watched', 'zh-CN': '关注客户风险金额' },
      type: 'money',
      value: atStake.watch,
      basis: { en: 'The same over the customers to be watched.', 'zh-CN': '关注客户合计，口径同上。' },
    },
    {
      id: 'horizon',
      title: { en: 'Horizon', 'zh-CN': '预测窗口' },
      type: 'integer',
      value: run.horizonDays,
      unit: 'days',
      basis: { en: 'Purchases are looked for in so many days after the as-of date.', 'zh-CN': '截止日之后观察购买的天数。' },
    },
    {
      id: 'churn_definition',
      title: { en: 'Lost means', 'zh-CN': '流失定义' },
      type: 'text',
      value: definitionText(churn),
      code: churn.definition.rule,
      basis: { en: 'As set, or the usual definition; the config can change it.', 'zh-CN': '按配置或默认定义，可在配置中修改。' },
    },
    ...chosenFacts(contest, scores, folds),
    {
      id: 'backtest',
      title: { en: 'Back-test', 'zh-CN': '回测结论' },
      type: 'text',
      value: verdict ?? { en: 'the data are too short for a back-test', 'zh-CN': '数据时间跨度不足，无法回测' },
      basis: {
        en: 'The latest window of the past, forecast with what was known before it, against what came; backtest has the figures.',
        'zh-CN': '以最近一个历史窗口检验：仅用此前已知的数据预测，再与实际对比；明细见 backtest 命令。',
      },
    },
  ];
  const first = ['customers', ...churnLists, 'value_at_risk', 'value_to_watch', 'horizon'];
  return factsSection(lang, { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }, first }, facts);
}

/** The value at risk of a list: 0 where nobody is in it, null where no customer of it has an amount. */
async function valueOf({ engine }: ForecastInput, listId: 'at_risk' | 'watch'): Promise<number | null> {
  const values = await engine.list(sql`select value_at_risk from churn_lists where list_id = ${listId} order by customer_id`);
  let [sum, known] = [0, 0];
  for (const { columns } of values.portions(['value_at_risk']))
    for (const cell of columns[0] ?? []) if (cell !== null) [sum, known] = [sum + Number(cell), known + 1];
  return known > 0 || values.length === 0 ? sum : null;
}

function rulesOf({ churn }: ForecastInput, { horizonDays }: ForecastRun): Record<(typeof churnLists)[number], Localized> {
  const [risk, watch] = [churn.at_risk, churn.watch];
  return {
    at_risk: {
      en: `Probability of no purchase in ${horizonDays} days of at least ${risk} and overdue (silent for longer than ever before; bought once or twice: than others take); or of at least ${watch} and silent for more than ${alarmCycles} cycles; or silent for more than ${alarmCycles} cycles of its own and buying less.`,
      'zh-CN': `${horizonDays} 天内不购概率不低于 ${risk} 且超期未购（沉默超过以往最长间隔；仅购一两次者为超过其他客户的通常购买间隔）；或不低于 ${watch} 且沉默超过周期的 ${alarmCycles} 倍；或沉默超过通常间隔的 ${alarmCycles} 倍且购买减少。`,
    },
    watch: {
      en: `Overdue; or bought once or twice, silent for longer than others take, and a probability of at least ${watch}; or at least ${watch} beyond what its usual gap explains; and not at risk.`,
      'zh-CN': `超期未购；或仅购一两次、沉默超过其他客户的通常购买间隔且不购概率不低于 ${watch}；或概率超出其通常间隔所能解释的部分不低于 ${watch}；且不属于高风险。`,
    },
    active: { en: 'Scored, and neither at risk nor to be watched.', 'zh-CN': '已评估，且不属于高风险或关注。' },
    lost: definitionText(churn),
    too_new: {
      en: `Bought once, or for the first time less than ${churn.min_age_days} days ago; not scored.`,
      'zh-CN': `仅购买一次，或首购不足 ${churn.min_age_days} 天；不评估。`,
    },
  };
}
