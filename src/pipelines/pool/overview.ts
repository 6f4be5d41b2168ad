import { sql } from '../../engine/sql.ts';
import { isInPlay } from '../../metrics/leads/parts/in-play.ts';
import { both } from '../../lib/localized.ts';
import { holm } from '../../stats/multiple-tests.ts';
import { compareProportions } from '../../stats/proportions.ts';
import type { FactsSection, ResultRow, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricFacts } from '../../views/of-metrics.ts';
import { rateOf } from '../../views/rates.ts';
import { type Judgement, judgementOf } from '../../result/judgement.ts';
import { beyondChanceWords, judgementColumn } from '../../views/judgement.ts';
import { table } from '../../views/table.ts';
import { countsOf, type PoolRate, poolRates } from './rates.ts';
import type { PoolInput, PoolRun } from './run.ts';
import { allSpeeds, speedFacts } from './speed.ts';

/** The two rows of `pool_periods`. */
export interface PoolPeriods {
  readonly before: ResultRow | undefined;
  readonly after: ResultRow | undefined;
}

export async function poolPeriodRows({ engine }: Pick<PoolInput, 'engine'>): Promise<PoolPeriods> {
  const rows = await engine.rows<ResultRow>(sql`select * from pool_periods order by period`);
  const of = (side: string): ResultRow | undefined => rows.find(({ period }) => period === side);
  return { before: of('before'), after: of('after') };
}

const counts = ['pool_start', 'pool_end', 'entered', 'available', 'claimed', 'contacted', 'converted', 'returned', 'recycled', 'invalid'];

/** What a manager asks for first: a screen and the cover of a workbook show these. */
const first = [
  'leads',
  'conversion_rate_all',
  'open_leads',
  'in_pool',
  'entered',
  'conversion_rate',
  'utilisation_rate',
  'follow_up_rate',
  'recycle_rate',
  'median_first_contact_hours',
  'first_contact_in_time_rate',
  'cost_per_customer',
];

/** The pool of the period in figures, and how many leads there are in all; what the files do not tell is left out. */
export async function overviewSection(input: PoolInput, { periods, knowsHolders }: PoolRun, { after }: PoolPeriods): Promise<FactsSection> {
  const [all] = await input.engine.rows<ResultRow>(sql`
    select
      count(*) as leads,
      nullif(count(*) filter (where outcome = 'converted'), 0) as leads_converted,
      count(*) filter (where outcome = 'lost') as lost,
      count(*) filter (where outcome = 'open') as open_leads,
      count(*) filter (where ${isInPlay} and owner is null) as in_pool
    from lead_course`);
  const facts = [
    ...totals(knowsHolders ? all : { ...all, in_pool: null }),
    ...speedFacts(input, await allSpeeds(input)),
    ...(periods === null ? [] : ofPeriod(after)),
  ];
  const known = facts.filter(({ value }) => value !== null);
  return factsSection(input.lang, { id: 'overview', title: both('Overview', '总览'), first }, known);
}

function ofPeriod(after: ResultRow | undefined): FactText[] {
  return [
    ...metricFacts('pool_periods', ['first_day', 'last_day', ...counts], after),
    ...poolRates.map((rate) => rateFact(rate, after)),
    ...costs(after),
  ];
}

function totals(all: ResultRow | undefined): FactText[] {
  const count = (id: string, title: FactText['title'], basis: FactText['basis']): FactText => ({
    id,
    title,
    type: 'integer',
    unit: 'leads',
    basis,
    value: all?.[id] ?? null,
  });
  const converted = rateOf(all?.['leads_converted'], all?.['leads']);
  return [
    count('leads', both('Leads', '线索总数'), both('All leads of the files up to the as-of date.', '截至统计日期文件中的全部线索。')),
    count('leads_converted', both('Converted in all', '累计转化'), both('Those that became customers.', '已转为客户的线索。')),
    {
      id: 'conversion_rate_all',
      title: both('Conversion in all', '累计转化率'),
      type: 'ratio',
      basis: both('Converted ÷ all leads, old and young alike.', '已转化 ÷ 全部线索，不分新旧。'),
      ...converted,
    },
    count('lost', both('Lost or invalid', '流失或无效'), both('Leads marked lost or invalid.', '标记为流失或无效的线索。')),
    count('open_leads', both('Open', '未决'), both('Leads that neither converted nor are lost.', '既未转化也未流失的线索。')),
    count(
      'in_pool',
      both('In the pool now', '当前在公海'),
      both(
        'Open leads without an owner; customers of a pool also where they came back after their first order.',
        '没有负责人的未决线索；公海客户含首单后回到公海的。',
      ),
    ),
  ];
}

function rateFact(rate: PoolRate, row: ResultRow | undefined): FactText {
  const known = countsOf(rate, row);
  return { id: rate.id, title: rate.title, type: 'ratio', basis: rate.basis, ...rateOf(known?.successes, known?.trials) };
}

function costs(after: ResultRow | undefined): FactText[] {
  const cost = numberOf(after?.['cost']);
  const per = (id: string, title: FactText['title'], basis: FactText['basis'], whole: string): FactText => {
    const n = numberOf(after?.[whole]);
    return { id, title, type: 'money', basis, value: cost === null || n === null || n === 0 ? null : cost / n, n };
  };
  return [
    ...metricFacts('pool_periods', ['cost'], after),
    per(
      'cost_per_lead',
      both('Cost per lead', '单条线索成本'),
      both('Cost of the leads that came in ÷ those of them that have a cost (n).', '本期新进线索的成本 ÷ 其中有成本的线索数（n）。'),
      'costed',
    ),
    per(
      'cost_per_customer',
      both('Cost per customer', '单客获客成本'),
      both(
        'Cost of the leads that came in ÷ those of them that have a cost and converted so far (n).',
        '本期新进线索的成本 ÷ 其中有成本且已转化的线索数（n）。',
      ),
      'costed_converted',
    ),
  ];
}

interface Change {
  readonly rate: PoolRate;
  readonly before: ReturnType<typeof rateOf>;
  readonly after: ReturnType<typeof rateOf>;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly adjusted: number | null;
}

/** Rates of the period and of the one before, with the interval of their difference and whether that is more than chance (Holm). */
export function changesSection({ lang }: PoolInput, { before, after }: PoolPeriods): TableSection {
  const compared = poolRates.map((rate) => {
    const [one, other] = [countsOf(rate, before), countsOf(rate, after)];
    const test = one === null || other === null ? null : compareProportions(one, other);
    return { rate, one, other, test };
  });
  const adjusted = holm(compared.map(({ test }) => test?.p ?? null));
  const changes = compared
    .map(({ rate, one, other, test }, index) => ({
      rate,
      before: rateOf(one?.successes, one?.trials),
      after: rateOf(other?.successes, other?.trials),
      difference: test?.difference ?? null,
      low: test?.interval.low ?? null,
      high: test?.interval.high ?? null,
      adjusted: adjusted[index] ?? null,
    }))
    .filter((change) => change.before.value !== null || change.after.value !== null);
  return table(
    lang,
    {
      id: 'changes',
      title: both('Against the period before', '与上期相比'),
      place: 'basis',
      glance: { first: ['title', 'before', 'after', 'difference', 'verdict'], hidden: ['rate', 'judgement'] },
    },
    changeColumns,
    changes,
  );
}

const changeColumns: Columns<Change> = {
  rate: {
    title: both('Code', '代码'),
    type: 'id',
    basis: both('The rate, by its name in overview.', '比率在总览中的名称。'),
    value: ({ rate }) => rate.id,
  },
  title: {
    title: both('Rate', '比率'),
    type: 'text',
    basis: both('What is compared; overview says how it is computed.', '对比的比率；算法见总览。'),
    value: ({ rate }) => rate.title,
  },
  before: {
    title: both('Before', '上期'),
    type: 'ratio',
    basis: both('In the period before.', '上期的比率。'),
    value: ({ before }) => before.value,
  },
  n_before: {
    title: both('n before', '上期基数'),
    type: 'integer',
    basis: both('Denominator in the period before.', '上期的分母。'),
    value: ({ before }) => before.n,
  },
  after: { title: both('Now', '本期'), type: 'ratio', basis: both('In the period.', '本期的比率。'), value: ({ after }) => after.value },
  n_after: {
    title: both('n now', '本期基数'),
    type: 'integer',
    basis: both('Denominator in the period.', '本期的分母。'),
    value: ({ after }) => after.n,
  },
  difference: {
    title: both('Difference', '差异'),
    type: 'points',
    basis: both('Now less before.', '本期 − 上期。'),
    value: ({ difference }) => difference,
  },
  low: {
    title: both('Difference, low', '差异下限'),
    type: 'points',
    basis: both('Lower end of its 95% interval (Newcombe).', '差异的 95% 区间下限（Newcombe）。'),
    value: ({ low }) => low,
  },
  high: {
    title: both('Difference, high', '差异上限'),
    type: 'points',
    basis: both('Upper end of its 95% interval (Newcombe).', '差异的 95% 区间上限（Newcombe）。'),
    value: ({ high }) => high,
  },
  p_adjusted: {
    title: both('p, adjusted', '校正后 p 值'),
    type: 'number',
    basis: both(
      'Score test, or Fisher where few are expected; adjusted for all rates of this table (Holm).',
      'score 检验，期望频数小时用 Fisher；按本表全部比率校正（Holm）。',
    ),
    value: ({ adjusted }) => adjusted,
  },
  verdict: {
    title: both('Verdict', '判断'),
    type: 'text',
    basis: both('More than chance where the adjusted p is below 0.05.', '校正后 p < 0.05 为超出随机波动。'),
    value: (change) => (verdictOf(change) === 'more_than_chance' ? beyondChanceWords(judgement(change)) : verdictWords[verdictOf(change)]),
    code: verdictOf,
  },
  judgement: judgementColumn(judgement),
};

const verdictWords = {
  more_than_chance: beyondChanceWords(null),
  within_chance: both('within chance', '未超出随机波动'),
  cannot_tell: both('cannot tell', '无法判断'),
} as const;

function judgement(change: Change): Judgement | null {
  return verdictOf(change) === 'more_than_chance' ? judgementOf(change.rate.better, change.difference) : null;
}

function verdictOf({ adjusted }: Change): keyof typeof verdictWords {
  if (adjusted === null) return 'cannot_tell';
  return adjusted < 0.05 ? 'more_than_chance' : 'within_chance';
}
