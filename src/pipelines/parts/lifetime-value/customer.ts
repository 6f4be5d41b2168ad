import { identifier, sql } from '../../../engine/sql.ts';
import { historyOf } from '../../../forecast/purchases/models.ts';
import { type ModelChoice, fittedPurchases } from '../../../forecast/value/choice.ts';
import { type MonthAhead, monthsAhead } from '../../../forecast/value/outlook.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { Value } from '../../../metrics/parameters.ts';
import { customerArithmetic } from './arithmetic.ts';
import { lifetimeValueFindings } from './findings.ts';
import { holdoutVerdict } from './holdout.ts';
import { type Figures, type ValueBasis, valueBasis } from './basis.ts';
import { leftOutWords } from './words.ts';
import type { ScoreInput } from '../scoring.ts';
import type { FactsSection, Result, ResultCell, TableSection, ValueType } from '../../../result/result.ts';
import { codeOf } from '../../../views/codes.ts';
import { type FactText, factsSection } from '../../../views/facts.ts';
import { numberOf } from '../../../views/number-of.ts';
import { metricHeading, metricFact } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';

/** What the lifetime value adds to the explanation of one customer; nothing where it is not asked for. */
export async function customerLifetimeValue(input: ScoreInput, id: string): Promise<Pick<Result, 'sections' | 'findings'>> {
  const { engine, lang, value } = input;
  if (value === undefined) return { sections: [], findings: [] };
  const basis = await valueBasis(engine, { as_of: input.ingested.asOf, value });
  const figures: Record<string, Figures> = Object.create(null) as Record<string, Figures>;
  for (const metric of ['value_histories', 'lifetime_value', 'simple_lifetime_value', 'referral_value', 'customer_profile']) {
    const [row] = await engine.rows<Figures>(sql`select * from ${identifier(metric)} where customer_id = ${id}`);
    figures[metric] = row ?? {};
  }
  return {
    sections: [factsOf(figures, input, { value, basis }), monthsSection(figures, input, { value, basis })],
    findings: lifetimeValueFindings(basis, lang),
  };
}

/** Metric by metric, in the order of the computation. */
const shown: readonly (readonly [metric: string, columns: readonly string[]])[] = [
  ['value_histories', ['repeat_days', 'recency_days', 'age_days', 'valued_days', 'valued_sum']],
  [
    'lifetime_value',
    [
      'probability_alive',
      'expected_orders',
      'purchase_value',
      'expected_value',
      'discounted_orders',
      'discounted_value',
      'lifetime_value',
      'historical_value',
      'total_value',
      'first_value',
      'repeat_value',
      'left_out',
    ],
  ],
  ['referral_value', ['referral_value', 'referred_customers']],
  ['simple_lifetime_value', ['simple_value']],
];

/** What a screen shows unasked. */
const first = ['probability_alive', 'expected_orders', 'expected_value', 'lifetime_value', 'historical_value', 'total_value', 'holdout'];

interface Settled {
  readonly value: Value;
  readonly basis: ValueBasis;
}

function factsOf(figures: Readonly<Record<string, Figures>>, { lang }: ScoreInput, { value, basis }: Settled): FactsSection {
  const arithmetic = customerArithmetic(figures, value, basis);
  const facts = shown.flatMap(([metric, columns]) =>
    columns.flatMap((column): FactText[] => {
      const own = figures[metric] ?? {};
      const figure = own[column] ?? null;
      if (column === 'left_out') return leftOut(figure);
      const [low, high] = [numberOf(own[`${column}_low`]), numberOf(own[`${column}_high`])];
      const further = [arithmetic.get(column), intervalWords(low, high, metricHeading(metric, column).type)];
      return [metricFact(metric, column, { value: figure, low, high }, ...further.filter((words) => words !== undefined))];
    }),
  );
  return factsSection(
    lang,
    { id: 'lifetime_value', title: { en: 'Lifetime value', 'zh-CN': '客户生命周期价值' }, place: 'answer', first },
    [...facts, holdoutVerdict(basis)],
  );
}

/** Why the customer has no forecast, if it has none. */
function leftOut(reason: ResultCell): FactText[] {
  if (reason === null) return [];
  return [
    {
      ...metricFact('lifetime_value', 'left_out', { value: leftOutWords.get(String(reason)) ?? reason }),
      type: 'text',
      code: codeOf(reason),
    },
  ];
}

/** Of one customer, which has no n to stand beside. */
function intervalWords(low: number | null, high: number | null, type: ValueType): Localized | undefined {
  if (low === null || high === null) return undefined;
  const digits = type === 'money' ? 2 : 0;
  const [from, to] = [low.toFixed(digits), high.toFixed(digits)];
  return { en: `95% prediction interval ${from} to ${to}.`, 'zh-CN': `95% 预测区间 ${from} 至 ${to}。` };
}

/** Month by month how the lifetime value comes about; the last column adds up to it. */
function monthsSection(figures: Readonly<Record<string, Figures>>, { lang }: ScoreInput, { value, basis }: Settled): TableSection {
  const history = figures['value_histories'] ?? {};
  const [mean, margin] = [numberOf(figures['lifetime_value']?.['purchase_value']), basis.margin.margin];
  const worth = ({ expectedOrders, discountFactor }: MonthAhead): number | null =>
    mean === null || margin === null ? null : expectedOrders * mean * discountFactor * margin;
  return table(
    lang,
    {
      id: 'lifetime_value_months',
      place: 'detail',
      title: { en: 'Lifetime value, month by month', 'zh-CN': '生命周期价值逐月明细' },
      chart: { kind: 'columns', label: 'month', value: 'lifetime_value' },
    },
    {
      month: {
        title: { en: 'Month', 'zh-CN': '第几月' },
        type: 'integer',
        basis: { en: 'From the as-of date on; a month has 30.4375 days.', 'zh-CN': '自截止日起算，每月 30.4375 天。' },
        value: ({ month }) => month,
      },
      expected_orders: {
        title: { en: 'Expected orders', 'zh-CN': '预期订单数' },
        type: 'number',
        basis: { en: 'Mean number of days with a purchase within the month, by the model.', 'zh-CN': '模型预期当月有购买的天数。' },
        value: ({ expectedOrders }) => expectedOrders,
      },
      expected_value: {
        title: { en: 'Expected value', 'zh-CN': '预期销售额' },
        type: 'money',
        basis: { en: 'Expected orders × value of a purchase.', 'zh-CN': '预期订单数 × 预期单次金额。' },
        value: ({ expectedOrders }) => (mean === null ? null : expectedOrders * mean),
      },
      discount_factor: {
        title: { en: 'Discount factor', 'zh-CN': '折现系数' },
        type: 'number',
        basis: {
          en: 'What one unit of money at the end of the month is worth today: (1 + discount)^(−months / 12).',
          'zh-CN': '月末 1 元折合今天的价值：(1 + 年折现率)^(−月数 ÷ 12)。',
        },
        value: ({ discountFactor }) => discountFactor,
      },
      margin: { ...metricHeading('profit_margin', 'margin'), value: () => margin },
      lifetime_value: {
        title: { en: 'Lifetime value', 'zh-CN': '生命周期价值' },
        type: 'money',
        basis: {
          en: 'Expected value × discount factor × margin; the months add up to the lifetime value.',
          'zh-CN': '预期销售额 × 折现系数 × 利润率；各月合计即客户生命周期价值。',
        },
        value: worth,
      },
    },
    monthsOf(history, basis.purchases, value),
  );
}

function monthsOf(history: Figures, choice: ModelChoice, value: Value): MonthAhead[] {
  const purchases = fittedPurchases(choice);
  const [x = null, recency = null, age = null] = ['repeat_days', 'recency_days', 'age_days'].map((name) => numberOf(history[name]));
  if (purchases === null || x === null || recency === null || age === null) return [];
  return monthsAhead(historyOf({ repeat_days: x, recency_days: recency, age_days: age }), purchases, value);
}
