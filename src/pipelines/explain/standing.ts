import { identifier, sql } from '../../engine/sql.ts';
import { fallsOf, windowAmounts } from '../../forecast/churn/falls.ts';
import type { ResultRow } from '../../result/result.ts';
import type { FactText } from '../../views/facts.ts';
import { listed } from '../../views/number-words.ts';
import { metricFact } from '../../views/of-metrics.ts';
import { reasonsOf } from '../parts/reason-texts.ts';
import type { ScoreInput } from '../parts/scoring.ts';

/** What is told of how a customer buys now; none of it needs a forecast. */
export const standingMetrics = ['churn_status', 'churn_windows', 'churn_breadth', 'churn_feedback', 'churn_contacts', 'churn_flags'];

/** What differs from before or from the standard, as `churn` has it, and what an action goes by; null where the orders do not tell. */
export async function standingFacts(input: ScoreInput, id: string): Promise<FactText[]> {
  const { engine, ingested, lang, money, churn } = input;
  const row: ResultRow = { customer_id: id };
  for (const metric of ['customer_scores', ...standingMetrics]) {
    const [own = {}] = await engine.rows<ResultRow>(sql`select * from ${identifier(metric)} where customer_id = ${id}`);
    Object.assign(row, own);
  }
  const origin = ingested.asOf;
  const horizonDays = churn.horizon_days;
  const known = origin !== null && typeof row['silence_days'] === 'number';
  const amounts = known
    ? await windowAmounts((query) => engine.rows(query), { origin, horizonDays }, sql`select ${id} as customer_id`)
    : new Map();
  const falls = known ? fallsOf(row, amounts.get(id), horizonDays) : { spend: null, frequency: null };
  const options = { lang, money, driver: false, horizonDays, watch: churn.watch, careDays: churn.care_days };
  return [
    {
      id: 'reasons',
      title: { en: 'What stands out', 'zh-CN': '异常情况' },
      type: 'text',
      value: listed(reasonsOf(row, falls, options), lang),
      basis: {
        en: 'What differs from before or from the standard, as in the lists of churn; without a forecast.',
        'zh-CN': '与此前或标准相比的变化，口径同 churn 的名单；不含预测。',
      },
    },
    ...['silent_cycles', 'purchases', 'cycle_days', 'overdue_after_days'].map((column) =>
      metricFact('churn_status', column, { value: row[column] ?? null }),
    ),
    metricFact('churn_feedback', 'open_complaints', { value: row['open_complaints'] ?? null }),
    metricFact('churn_flags', 'overdue_amount', { value: row['overdue_amount'] ?? null }),
  ];
}
