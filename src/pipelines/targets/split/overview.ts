import { sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { FactsSection } from '../../../result/result.ts';
import { type FactText, factsSection } from '../../../views/facts.ts';
import { metricFact } from '../../../views/of-metrics.ts';
import { basesText } from './bases-text.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';
import { seasonWords, stateWords } from './words.ts';

const fromWords: Readonly<Record<string, ReturnType<typeof both>>> = {
  given: both('asked for', '指定'),
  file: both('targets of the company in the files', '文件中的公司目标'),
  growth: both('last twelve months and growth', '近 12 个月加增长'),
};

/** The number, where it comes from, and how it was split. */
export async function splitOverview({ engine, lang }: SplitInput, { plan, split }: SplitRun): Promise<FactsSection> {
  const { shows: type } = metricWords[split.metric]!;
  const counts = await engine.rows<{ level: string; n: number }>(sql`select level, count(*) as n from split_owners group by level`);
  const without = await engine.rows<{ state: string; n: number }>(sql`
    select state, count(*) as n from split_weights where level = 'rep' and state <> 'gets' group by state order by state`);
  const [used] = await engine.rows<{ years: number | null }>(
    sql`select max(learned_years) as years from season_shares where level = 'company'`,
  );
  const fact = (id: keyof typeof plan): FactText => metricFact('split_plan', id, { value: plan[id] });
  const amount = (id: keyof typeof plan): FactText => ({ ...fact(id), type });
  return factsSection(lang, { id: 'overview', title: both('How it was split', '分解方式') }, [
    amount('value'),
    { ...fact('value_basis'), type: 'text', value: fromWords[plan.value_basis]!, code: plan.value_basis },
    fact('period_from'),
    fact('period_to'),
    amount('last_value'),
    fact('last_from'),
    fact('last_to'),
    fact('growth'),
    ...(plan.value_basis === 'growth' ? [fact('growth_used')] : []),
    { ...fact('season'), type: 'text', value: seasonWords[plan.season], code: plan.season },
    ...(plan.season === 'learned' ? [metricFact('season_shares', 'learned_years', { value: used?.years ?? null })] : []),
    {
      id: 'shares',
      title: both('Shares of reps', '个人份额'),
      type: 'text',
      value: basesText(split),
      basis: both('targets.split.by; section weights has each share.', 'targets.split.by；各份额见 weights 部分。'),
    },
    fact('step'),
    ...counts
      .filter(({ level }) => level !== 'company')
      .map(({ level, n }): FactText => ({
        id: `${level}_targets`,
        title: both(`${levelWords[level]!.en}s with a target`, `分配目标的${levelWords[level]!['zh-CN']}数`),
        type: 'integer',
        value: n,
        basis: both('Rows of section by_owner.', 'by_owner 部分的行数。'),
      }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ...without.map(({ state, n }): FactText => ({
      id: `reps_${state}`,
      title: both(
        `Reps without a target: ${stateWords[state]!.en.replace('no: ', '')}`,
        `不分配的销售：${stateWords[state]!['zh-CN'].replace('否：', '')}`,
      ),
      type: 'integer',
      value: n,
      basis: both('Section weights.', '见 weights 部分。'),
    })),
  ]);
}
