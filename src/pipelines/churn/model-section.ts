import { sql } from '../../engine/sql.ts';
import { everybody } from '../../engine/with-whole.ts';
import type { Contest } from '../../forecast/churn/contest.ts';
import { bestOf } from '../../forecast/churn/evaluation.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import { readPredictors } from '../../forecast/churn/histories.ts';
import type { Scores } from '../../forecast/churn/scores.ts';
import { type GroupRow, groupOf, modelDays } from '../../forecast/purchases/models.ts';
import { addDays } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { chosenFacts } from './chosen.ts';
import type { ForecastInput, ForecastRun } from '../parts/forecast-run.ts';
import type { FactsSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { areaOf } from '../../views/forecast/area-facts.ts';
import { contenderTitle, modelName } from '../../views/forecast/words.ts';
import { metricFact } from '../../views/of-metrics.ts';

type FitRow = {
  readonly parameter: string;
  readonly value: number | null;
  readonly standard_error: number | null;
  readonly log_likelihood: number | null;
  readonly problem: string | null;
  readonly customers: number;
  readonly repeat_customers: number;
  readonly groups: number;
};

interface Sums {
  readonly customers: number;
  readonly alive: number;
  readonly expected: number;
}

const problems: Readonly<Record<string, Localized>> = {
  no_customers: { en: 'there are no customers', 'zh-CN': '没有客户' },
  no_time: { en: 'all customers came on the last day', 'zh-CN': '所有客户均在最后一天首购' },
  no_repeat_customers: { en: 'nobody bought twice', 'zh-CN': '没有复购客户' },
  not_converged: { en: 'the fit did not converge', 'zh-CN': '拟合未收敛' },
  boundary: {
    en: 'the data cannot tell a parameter: it has no standard error, forecasts hold',
    'zh-CN': '数据无法确定某个参数：该参数没有标准误，预测仍可用',
  },
  few_repeat_customers: { en: 'fewer than 30 customers bought twice: a guess', 'zh-CN': '复购客户不足 30 位，结果仅供参考' },
};

/** The purchase model: parameters by their published names, fit, and what it sums to. */
export async function modelSection(
  input: ForecastInput,
  run: ForecastRun,
  { contest, scores, folds }: { contest: Contest; scores: Scores; folds: readonly Fold[] },
): Promise<FactsSection> {
  const { engine, lang } = input;
  const origin = input.until ?? run.asOf;
  const id = modelOf(scores, run);
  const fits = await everybody(engine)<FitRow>(
    sql`select * from purchase_fits where origin = ${origin}::date and model = ${id} order by position`,
  );
  const [fit] = fits;
  const sums = await sumsOf(input, run, origin, id);
  const name = modelName(id);
  const facts: FactText[] = [
    ...chosenFacts(contest, scores, folds),
    ...scores.tests.map(({ contender, area, origin: day }): FactText => ({
      id: `auc_${contender.id.replaceAll('-', '_')}`,
      title: { en: `AUC: ${contenderTitle(contender).en}`, 'zh-CN': `AUC：${contenderTitle(contender)['zh-CN']}` },
      type: 'number',
      ...areaOf(area),
      basis: {
        en: `All customers, in the window after ${day}.`,
        'zh-CN': `全部客户在 ${day} 之后窗口中的表现。`,
      },
    })),
    {
      id: 'purchase_model',
      title: { en: 'Purchase model', 'zh-CN': '购买模型' },
      type: 'text',
      value: name,
      code: codeOf(id),
      basis:
        id === 'bg-nbd'
          ? {
              en: 'BG/NBD gives P(alive) = 1 to everybody who bought once; MBG/NBD and Pareto/NBD do not.',
              'zh-CN': 'BG/NBD 对只购买一次的客户恒给出存活概率 1；MBG/NBD 与 Pareto/NBD 不会。',
            }
          : {
              en: `${name} gives customers who bought once a P(alive) below 1.`,
              'zh-CN': `${name} 对只购买一次的客户给出小于 1 的存活概率。`,
            },
    },
    {
      id: 'fitted_to',
      title: { en: 'Fitted up to', 'zh-CN': '拟合截止' },
      type: 'date',
      value: origin,
      basis: { en: 'The purchase model knows the purchases up to this day.', 'zh-CN': '购买模型使用截至该日的购买记录。' },
    },
    ...fits.flatMap(({ parameter, value, standard_error }): FactText[] => [
      { ...metricFact('purchase_fits', 'value', { value }), id: `parameter_${parameter}`, title: { en: parameter, 'zh-CN': parameter } },
      {
        ...metricFact('purchase_fits', 'standard_error', { value: standard_error }),
        id: `standard_error_${parameter}`,
        title: { en: `standard error of ${parameter}`, 'zh-CN': `${parameter} 的标准误` },
      },
    ]),
    metricFact('purchase_fits', 'log_likelihood', { value: fit?.log_likelihood ?? null }),
    {
      id: 'time_unit',
      title: { en: 'Time unit', 'zh-CN': '时间单位' },
      type: 'text',
      value: { en: 'weeks (days / 7); orders of one day are one purchase', 'zh-CN': '周（天数 ÷ 7）；同日订单合并为一次购买' },
      basis: { en: 'As in the published fits of these models.', 'zh-CN': '与这些模型的已发表拟合一致。' },
    },
    {
      ...metricFact('purchase_fits', 'customers', { value: fit?.customers ?? null }),
      id: 'fitted_customers',
      title: { en: 'Customers fitted', 'zh-CN': '拟合客户数' },
    },
    {
      ...metricFact('purchase_fits', 'repeat_customers', { value: fit?.repeat_customers ?? null }),
      title: { en: 'With a repeat purchase', 'zh-CN': '其中复购客户数' },
    },
    {
      ...metricFact('purchase_fits', 'groups', { value: fit?.groups ?? null }),
      title: { en: 'Different histories', 'zh-CN': '不同购买历史数' },
    },
    {
      id: 'sum_alive',
      title: { en: 'Sum of P(alive)', 'zh-CN': '存活概率合计' },
      type: 'number',
      value: sums?.alive ?? null,
      n: sums?.customers ?? null,
      basis: { en: 'Customers that have not stopped for good, as the model has it.', 'zh-CN': '模型认为尚未永久流失的客户数。' },
    },
    {
      id: 'expected_purchases',
      title: { en: 'Expected purchases', 'zh-CN': '预期购买次数' },
      type: 'number',
      value: sums?.expected ?? null,
      basis: {
        en: `Purchase days of all these customers in the ${run.horizonDays} days after ${origin}.`,
        'zh-CN': `上述客户在 ${origin} 之后 ${run.horizonDays} 天内的购买天数合计。`,
      },
    },
    ...(await actualFacts(input, run, origin)),
    ...(fit === undefined || fit.problem === null
      ? []
      : [
          {
            ...metricFact('purchase_fits', 'problem', { value: problems[fit.problem] ?? fit.problem }),
            code: codeOf(fit.problem),
            title: { en: 'Caution', 'zh-CN': '注意' },
          },
        ]),
  ];
  return factsSection(lang, { id: 'model', title: { en: 'Model', 'zh-CN': '模型' }, place: 'detail' }, facts);
}

/** The purchase model that is asked for or chosen, else the best in the test. */
function modelOf({ contender, tests }: Scores, { model }: ForecastRun): string {
  if (model.endsWith('nbd')) return model;
  return contender.model ?? bestOf(tests.filter((test) => test.contender.model !== null))?.contender.model ?? 'pareto-nbd';
}

async function sumsOf({ engine }: ForecastInput, { horizonDays, read }: ForecastRun, origin: string, model: string): Promise<Sums | null> {
  const predictor = (await readPredictors(read)).get(origin)?.get(model);
  if (predictor === undefined) return null;
  const groups = await everybody(engine)<GroupRow>(sql`
    select origin, repeat_days, recency_days, age_days, customers
    from purchase_groups
    where origin = ${origin}::date
    order by repeat_days, recency_days, age_days`);
  let [customers, alive, expected] = [0, 0, 0];
  for (const row of groups) {
    const group = groupOf(row);
    customers += row.customers;
    alive += row.customers * predictor.probabilityAlive(group);
    expected += row.customers * predictor.expectedPurchases(group, horizonDays / modelDays);
  }
  return { customers, alive, expected };
}

/** What came, where the horizon is over. */
async function actualFacts({ engine }: ForecastInput, { asOf, horizonDays }: ForecastRun, origin: string): Promise<FactText[]> {
  if (addDays(origin, horizonDays) > asOf) return [];
  const [row] = await everybody(engine)<{ purchases: number | null }>(
    sql`select sum(purchases) as purchases from purchase_outcome where origin = ${origin}::date`,
  );
  return [
    {
      id: 'actual_purchases',
      title: { en: 'Actual purchases', 'zh-CN': '实际购买次数' },
      type: 'number',
      value: row?.purchases ?? null,
      basis: {
        en: `Purchase days of the same customers in the ${horizonDays} days after ${origin}.`,
        'zh-CN': `同一批客户在 ${origin} 之后 ${horizonDays} 天内的实际购买天数合计。`,
      },
    },
  ];
}
