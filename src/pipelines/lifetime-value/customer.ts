import { identifier, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { fittedPurchases, type ModelChoice } from '../../forecast/value/choice.ts';
import { monthsAhead, type MonthAhead } from '../../forecast/value/outlook.ts';
import type { Value } from '../../metrics/parameters.ts';
import { historyOf } from '../../forecast/purchases/models.ts';
import type { Fact, FactsSection, Result, TableSection } from '../../result/result.ts';
import { customerArithmetic } from './arithmetic.ts';
import { lifetimeValueFindings } from './findings.ts';
import { holdoutVerdict } from './holdout.ts';
import { type Figures, type ValueBasis, valueBasis } from './settings.ts';
import { leftOutWords } from './words.ts';
import { resultColumn } from '../metric-section.ts';
import { numberOf } from '../../views/number-of.ts';
import type { ScoreInput } from '../score/settings.ts';
import { plainTable } from '../table-section.ts';

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

interface Settled {
  readonly value: Value;
  readonly basis: ValueBasis;
}

function factsOf(figures: Readonly<Record<string, Figures>>, { lang }: ScoreInput, settled: Settled): FactsSection {
  const arithmetic = customerArithmetic(figures, settled.value, settled.basis);
  const facts = shown.flatMap(([metric, columns]) =>
    columns.flatMap((column): Fact[] => {
      const row = figures[metric] ?? {};
      const { id, title, type, unit, basis } = resultColumn({ metric, column }, lang);
      const raw = row[column] ?? null;
      const value = column === 'left_out' && raw !== null ? (leftOutWords.get(String(raw))?.[lang] ?? raw) : raw;
      if (column === 'left_out' && raw === null) return [];
      const [low, high] = [numberOf(row[`${column}_low`]), numberOf(row[`${column}_high`])];
      const steps = [arithmetic.get(column), intervalWords(low, high, type)].flatMap((words) => words?.[lang] ?? []);
      return [
        {
          id,
          title,
          type: column === 'left_out' ? 'text' : type,
          value,
          unit,
          n: null,
          low,
          high,
          basis: [basis, ...steps].join(lang === 'zh-CN' ? '' : ' '),
        },
      ];
    }),
  );
  return {
    id: 'lifetime_value',
    title: { en: 'Lifetime value', 'zh-CN': '客户生命周期价值' }[lang],
    kind: 'facts',
    facts: [...facts, holdoutVerdict(settled.basis, lang)],
  };
}

/** Of one customer, which has no n to stand beside. */
function intervalWords(low: number | null, high: number | null, type: Fact['type']): Localized | undefined {
  if (low === null || high === null) return undefined;
  const digits = type === 'money' ? 2 : 0;
  const [from, to] = [low.toFixed(digits), high.toFixed(digits)];
  return { en: `95 % prediction interval ${from} to ${to}.`, 'zh-CN': `95% 预测区间 ${from} 至 ${to}。` };
}

/** Month by month how the lifetime value comes about; the last column adds up to it. */
function monthsSection(figures: Readonly<Record<string, Figures>>, { lang }: ScoreInput, { value, basis }: Settled): TableSection {
  const history = figures['value_histories'] ?? {};
  const [mean, margin] = [numberOf(figures['lifetime_value']?.['purchase_value']), numberOf(basis.margin['margin'])];
  const worth = ({ expectedOrders, discountFactor }: MonthAhead): number | null =>
    mean === null || margin === null ? null : expectedOrders * mean * discountFactor * margin;
  return plainTable<MonthAhead>(
    { id: 'lifetime_value_months', title: { en: 'Lifetime value, month by month', 'zh-CN': '生命周期价值逐月明细' }, lang },
    {
      month: { title: { en: 'Month', 'zh-CN': '第几月' }, type: 'integer', value: ({ month }) => month },
      expected_orders: {
        title: { en: 'Expected orders', 'zh-CN': '预期订单数' },
        type: 'number',
        value: ({ expectedOrders }) => expectedOrders,
      },
      expected_value: {
        title: { en: 'Expected value', 'zh-CN': '预期销售额' },
        type: 'money',
        value: ({ expectedOrders }) => (mean === null ? null : expectedOrders * mean),
      },
      discount_factor: {
        title: { en: 'Discount factor', 'zh-CN': '折现系数' },
        type: 'number',
        value: ({ discountFactor }) => discountFactor,
      },
      margin: { title: { en: 'Margin', 'zh-CN': '利润率' }, type: 'ratio', value: () => margin },
      lifetime_value: { title: { en: 'Lifetime value', 'zh-CN': '生命周期价值' }, type: 'money', value: worth },
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
