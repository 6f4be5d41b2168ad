import { sql } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { lastCompletePeriod, periodLabel, periodNumber } from '../../metrics/retention/parts/cohort-calendar.ts';
import type { Fact, FactsSection, ResultCell } from '../../result/result.ts';
import { wilson } from '../../stats/wilson.ts';
import { plainFact } from './facts.ts';
import { modelFacts } from './model-facts.ts';
import { revenueFacts } from './revenue-facts.ts';
import type { CohortInput } from './settings.ts';
import { ageTitle, unitWords } from './words.ts';
import { numberOf } from '../../views/number-of.ts';

type Row = Readonly<Record<string, ResultCell>>;

/** What an analyst reads first. */
export async function cohortOverview(input: CohortInput): Promise<FactsSection> {
  const { lang } = input;
  const facts = [
    ...(await customerFacts(input)),
    ...(await milestoneFacts(input)),
    ...(await revenueFacts(input)),
    ...(await modelFacts(input)),
  ];
  return { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }[lang], kind: 'facts', facts };
}

async function customerFacts({ engine, ingested, lang, unit, period }: CohortInput): Promise<Fact[]> {
  const [counts] = await engine.rows<Record<string, number | null>>(sql`
    select count(*) as customers, count(*) filter (where orders >= 2) as repeat_customers
    from (select customer_id, sum(orders) as orders from cohort_activity group by customer_id) as buyers`);
  const [cohorts] = await engine.rows<{ cohorts: number; first_on: string | null }>(
    sql`select count(*) as cohorts, min(cohort_on) as first_on from (select cohort_on from cohort_activity group by cohort_on) as started`,
  );
  const [customers, repeat] = [counts?.['customers'] ?? 0, counts?.['repeat_customers'] ?? 0];
  const interval = wilson(repeat, customers);
  const { asOf } = ingested;
  const label = (date: string): string => periodLabel(unit, periodNumber(unit, date));
  const first = cohorts?.first_on ?? null;
  return [
    plainFact('customers', { en: 'Customers', 'zh-CN': '客户数' }[lang], 'integer', customers, {
      unit: 'customers',
      basis: rangeBasis(period)[lang],
    }),
    plainFact('cohorts', { en: 'Cohorts', 'zh-CN': '批次数' }[lang], 'integer', cohorts?.cohorts ?? 0, {
      basis: {
        en: `By calendar ${unitWords[unit].one.en} of the first purchase in the data; ages are calendar ${unitWords[unit].many.en}, not units of 30 days.`,
        'zh-CN': `按数据中首次购买所在的自然${ageUnit[unit]}划分；期龄按自然${ageUnit[unit]}计，而非 30 天。`,
      }[lang],
    }),
    plainFact('first_cohort', { en: 'First cohort', 'zh-CN': '首个批次' }[lang], 'text', first === null ? null : label(first), {
      basis: {
        en: 'Where the data begin, customers who bought before are counted as new: this cohort may look better than it is. --period shows the cohorts of a year, quarter or month only.',
        'zh-CN': '数据起点之前就有购买的老客户会被算作新客户，因此该批次的留存可能偏高；可用 --period 只看某年、季、月的批次。',
      }[lang],
    }),
    plainFact(
      'last_period',
      { en: 'Last period shown', 'zh-CN': '最后统计期' }[lang],
      'text',
      asOf === null ? null : periodLabel(unit, lastCompletePeriod(unit, asOf)),
      {
        basis: {
          en: `The last ${unitWords[unit].one.en} that is over by the as-of date; one that still runs is left out, not shown as a drop.`,
          'zh-CN': `截至日时已结束的最后一个自然${ageUnit[unit]}；未结束的不显示，以免误读为下降。`,
        }[lang],
      },
    ),
    {
      id: 'repeat_rate',
      title: { en: 'Repeat purchase rate', 'zh-CN': '复购率' }[lang],
      type: 'ratio',
      value: customers === 0 ? null : repeat / customers,
      unit: null,
      n: customers,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      basis: {
        en: 'Customers with at least two orders divided by all of them, up to the as-of date.',
        'zh-CN': '截至日至少有 2 单的客户数 ÷ 全部客户数。',
      }[lang],
    },
  ];
}

const ageUnit = { month: '月', quarter: '季', year: '年' } as const;

function rangeBasis(period: Period | null): Localized {
  if (period === null) return { en: 'Customers with a dated order that is no return.', 'zh-CN': '有带日期的订单（非退货）的客户。' };
  return {
    en: `Customers whose first purchase lies in ${period.from} ≤ day < ${period.to}.`,
    'zh-CN': `首次购买在 ${period.from} 至 ${period.to}（不含）之间的客户。`,
  };
}

/** Weighted retention at a few ages. */
async function milestoneFacts({ engine, lang, unit }: CohortInput): Promise<Fact[]> {
  const rows = await engine.rows<Row>(sql`select age, customers, cohorts, retention, low, high from cohort_averages order by age`);
  return unitWords[unit].milestones.flatMap((age): Fact[] => {
    const row = rows.find((candidate) => candidate['age'] === age);
    if (row === undefined) return [];
    return [
      {
        id: `retention_${age}`,
        title: { en: `Retention in ${ageTitle(unit, age).en.toLowerCase()}`, 'zh-CN': `${ageTitle(unit, age)['zh-CN']}留存率` }[lang],
        type: 'ratio',
        value: row['retention'] ?? null,
        unit: null,
        n: Number(row['customers']),
        low: numberOf(row['low']),
        high: numberOf(row['high']),
        basis: {
          en: `Customers with an order in that period divided by all customers of the ${row['cohorts']} cohorts that are old enough.`,
          'zh-CN': `该期有订单的客户数 ÷ 期龄足够的 ${row['cohorts']} 个批次的全部客户数。`,
        }[lang],
      },
    ];
  });
}
