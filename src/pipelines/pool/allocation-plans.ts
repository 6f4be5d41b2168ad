import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { AllocationRows } from './allocation.ts';
import type { PoolInput } from './run.ts';

/** Today, dealing in turn and what is proposed, by the conversions to be expected; one beside the others. */
export function allocationPlansSection({ lang }: PoolInput, { plans }: AllocationRows): TableSection {
  const columns = (...names: readonly string[]) => metricColumns<ResultRow>('allocation_plans', ...names);
  return table<ResultRow>(
    lang,
    {
      id: 'allocation_plans',
      title: both('Ways to give out the leads, by the conversions to be expected', '各种分配方式的预期转化'),
      place: 'basis',
      glance: {
        first: [
          'plan',
          'leads',
          'expected',
          'expected_low',
          'expected_high',
          'more_than_in_turn',
          'more_than_in_turn_low',
          'more_than_in_turn_high',
        ],
        hidden: [],
      },
      chart: { kind: 'dots', label: 'plan', value: 'expected', low: 'expected_low', high: 'expected_high' },
    },
    {
      plan: {
        ...metricHeading('allocation_plans', 'plan'),
        type: 'text',
        value: ({ plan, is_proposed: isProposed }) => planWords(String(plan), isProposed === true),
        code: ({ plan = null }) => plan,
      },
      ...columns('is_proposed', 'leads', 'expected', 'expected_low', 'expected_high', 'more_than_in_turn', 'more_than_in_turn_low'),
      ...columns('more_than_in_turn_high', 'more_than_today', 'more_than_today_low', 'more_than_today_high'),
    },
    plans,
  );
}

const words: Readonly<Record<string, Localized>> = {
  today: both('today, nobody works the pool', '现状，公海无人跟进'),
  in_turn: both('evenly, in turn', '轮流平均分配'),
  by_strength: both('by strength', '按专长分配'),
};

function planWords(plan: string, isProposed: boolean): Localized {
  const word = words[plan]!;
  return isProposed ? both(`${word.en} (proposed)`, `${word['zh-CN']}（建议）`) : word;
}

/** What each rep probably converts of each kind of lead, for who asks. */
export async function repStrengthsSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`select * from rep_strengths order by segment, came_back, age_band, likely_rate desc nulls last, rep`,
  );
  return table<ResultRow>(
    lang,
    {
      id: 'rep_strengths',
      title: both('What each rep probably converts, by kind of lead', '各销售对各类线索的估计转化率'),
      place: 'detail',
    },
    metricColumns('rep_strengths', 'segment', 'came_back', 'age_band', 'rep', 'taken', 'converted', 'rate', 'likely_rate', 'all_reps'),
    rows,
  );
}
