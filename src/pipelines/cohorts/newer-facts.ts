import { sql } from '../../engine/sql.ts';
import { compareProportions, type Proportion } from '../../stats/proportions.ts';
import type { FactText } from '../../views/facts.ts';
import { rateOf } from '../../views/rates.ts';
import type { CohortInput } from './run.ts';
import { ageTitle, periodCount, unitWords } from './words.ts';

/**
 * How many of the newer cohorts came back early against those before: as many cohorts of a year as are old enough, and the same number before
 * them; all null where there are too few. The first cohort of the data is in neither: in it customers who had bought before count as new.
 */
export async function newerFacts({ engine, unit }: CohortInput): Promise<FactText[]> {
  const [early] = unitWords[unit].said;
  const cells = await engine.rows<{ active: number; customers: number }>(
    sql`select active, customers from cohort_cells where age = ${early} and complete order by cohort_on desc nulls last`,
  );
  cells.pop();
  const count = Math.min(unitWords[unit].year, Math.floor(cells.length / 2));
  const [newer, older] = [cells.slice(0, count), cells.slice(count, 2 * count)].map((part): Proportion => ({
    successes: part.reduce((sum, { active }) => sum + active, 0),
    trials: part.reduce((sum, { customers }) => sum + customers, 0),
  })) as [Proportion, Proportion];
  const change = compareProportions(older, newer);
  const age = ageTitle(unit, early);
  const window = periodCount(unit, count);
  const rate = (id: string, title: { en: string; 'zh-CN': string }, { successes, trials }: Proportion): FactText => ({
    id,
    title,
    type: 'ratio',
    ...rateOf(successes, trials),
    basis: {
      en: `Bought in ${age.en.toLowerCase()}, of the cohorts of ${window.en}; the first cohort of the data is left out.`,
      'zh-CN': `${window['zh-CN']}内首购的批次中，${age['zh-CN']}有购买的客户占比；不含数据中的首个批次。`,
    },
  });
  return [
    rate('retention_newer', { en: 'Newer cohorts', 'zh-CN': '较新批次留存率' }, newer),
    rate('retention_older', { en: 'Cohorts before', 'zh-CN': '此前批次留存率' }, older),
    {
      id: 'retention_change',
      title: { en: 'Newer less before', 'zh-CN': '新旧批次之差' },
      type: 'points',
      value: change?.difference ?? null,
      n: newer.trials + older.trials,
      low: change?.interval.low ?? null,
      high: change?.interval.high ?? null,
      basis: {
        en: 'The share of the newer cohorts less that of those before, in percentage points; 95% interval by Newcombe.',
        'zh-CN': '较新批次占比 − 此前批次占比，单位为百分点；95% 区间按 Newcombe 方法。',
      },
    },
  ];
}
