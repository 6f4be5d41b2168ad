import { sql } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { lastCompletePeriod, periodLabel } from '../../metrics/retention/parts/cohort-calendar.ts';
import { modelFacts } from './model-facts.ts';
import { newerFacts } from './newer-facts.ts';
import { revenueFacts } from './revenue-facts.ts';
import type { CohortInput } from './run.ts';
import { ageTitle, periodCount, periodOf, unitWords } from './words.ts';
import type { FactsSection, ResultRow } from '../../result/result.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { rateOf } from '../../views/rates.ts';

/** What an analyst reads first. */
export async function cohortOverview(input: CohortInput): Promise<FactsSection> {
  const milestones = await milestoneFacts(input);
  const revenue = await revenueFacts(input);
  const first = ['customers', 'repeat_rate', ...[...milestones, ...revenue].map(({ id }) => id)];
  return factsSection(input.lang, { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }, first }, [
    ...(await customerFacts(input)),
    ...milestones,
    ...(await newerFacts(input)),
    ...revenue,
    ...(await modelFacts(input)),
  ]);
}

async function customerFacts({ engine, ingested: { asOf }, unit, period }: CohortInput): Promise<FactText[]> {
  const [found] = await engine.rows<{ customers: number | null; repeated: number | null; cohorts: number; first_on: string | null }>(sql`
    with buyers as (
      select customer_id, min(cohort_on) as cohort_on, sum(orders) as orders from cohort_activity group by customer_id
    ),
    started as (
      select cohort_on, count(*) as customers, count(*) filter (where orders >= 2) as repeated from buyers group by cohort_on
    )
    select sum(customers) as customers, sum(repeated) as repeated, count(*) as cohorts, min(cohort_on) as first_on from started`);
  const [customers, first] = [found?.customers ?? 0, found?.first_on ?? null];
  const { one } = unitWords[unit];
  return [
    {
      id: 'customers',
      title: { en: 'Customers', 'zh-CN': '客户数' },
      type: 'integer',
      value: customers,
      unit: 'customers',
      basis: rangeBasis(period),
    },
    {
      id: 'cohorts',
      title: { en: 'Cohorts', 'zh-CN': '批次数' },
      type: 'integer',
      value: found?.cohorts ?? 0,
      basis: {
        en: `By calendar ${one.en} of the first purchase in the data; ages are calendar ${one.en}s, not units of 30 days.`,
        'zh-CN': `按数据中首次购买所在的自然${one['zh-CN']}划分；期龄按自然${one['zh-CN']}计，而非 30 天。`,
      },
    },
    {
      id: 'first_cohort',
      title: { en: 'First cohort', 'zh-CN': '首个批次' },
      type: 'text',
      value: first === null ? null : periodOf(unit, first),
      basis: {
        en: 'Where the data begin, customers who bought before are counted as new: this cohort may look better than it is. --period shows the cohorts of a year, quarter or month only.',
        'zh-CN': '数据起点之前就有购买的老客户会被算作新客户，因此该批次的留存可能偏高；可用 --period 只看某年、季、月的批次。',
      },
    },
    {
      id: 'last_period',
      title: { en: 'Last period shown', 'zh-CN': '最后统计期' },
      type: 'text',
      value: asOf === null ? null : periodLabel(unit, lastCompletePeriod(unit, asOf)),
      basis: {
        en: `The last ${one.en} that is over by the as-of date; one that still runs is left out, not shown as a drop.`,
        'zh-CN': `截至日时已结束的最后一个自然${one['zh-CN']}；未结束的不显示，以免误读为下降。`,
      },
    },
    {
      id: 'repeat_rate',
      title: { en: 'Repeat purchase rate', 'zh-CN': '复购率' },
      type: 'ratio',
      ...rateOf(found?.repeated ?? 0, customers),
      basis: {
        en: 'Customers with at least two orders divided by all of them, up to the as-of date.',
        'zh-CN': '截至日至少有 2 单的客户数 ÷ 全部客户数。',
      },
    },
  ];
}

function rangeBasis(period: Period | null): Localized {
  if (period === null) return { en: 'Customers with a dated order that is no return.', 'zh-CN': '有带日期的订单（非退货）的客户。' };
  return {
    en: `Customers whose first purchase lies in ${period.from} ≤ day < ${period.to}.`,
    'zh-CN': `首次购买在 ${period.from} 至 ${period.to}（不含）之间的客户。`,
  };
}

/** Weighted retention at a few ages, and survival after a year. */
async function milestoneFacts({ engine, unit }: CohortInput): Promise<FactText[]> {
  const rows = await engine.rows<ResultRow>(
    sql`select age, customers, cohorts, retention, low, high, survival, survival_base, survival_low, survival_high from cohort_averages order by age`,
  );
  const year = rows.find(({ age }) => age === unitWords[unit].year);
  const milestones = rows
    .filter(({ age }) => unitWords[unit].milestones.includes(Number(age)))
    .map(({ age, customers = null, cohorts = null, retention = null, low, high }): FactText => {
      const title = ageTitle(unit, Number(age));
      return {
        id: `retention_${age}`,
        title: { en: `Retention in ${title.en.toLowerCase()}`, 'zh-CN': `${title['zh-CN']}留存率` },
        type: 'ratio',
        value: retention,
        n: numberOf(customers),
        low: numberOf(low),
        high: numberOf(high),
        basis: {
          en: `Customers with an order in that period divided by all customers of the ${cohorts} cohorts that are old enough.`,
          'zh-CN': `该期有订单的客户数 ÷ 期龄足够的 ${cohorts} 个批次的全部客户数。`,
        },
      };
    });
  const after = periodCount(unit, unitWords[unit].year);
  return [
    ...milestones,
    {
      id: `survival_${unitWords[unit].year}`,
      title: { en: `Still customers after ${after.en}`, 'zh-CN': `${after['zh-CN']}后仍存续` },
      type: 'ratio',
      value: year?.['survival'] ?? null,
      n: numberOf(year?.['survival_base']),
      low: numberOf(year?.['survival_low']),
      high: numberOf(year?.['survival_high']),
      basis: metricHeading('cohort_averages', 'survival').basis,
    },
  ];
}
