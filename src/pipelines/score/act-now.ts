import { type Sql, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending } from '../../views/list-source.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';
import { actionColumn, needsAction, stateColumns, stateReasonColumn } from '../parts/state-column.ts';

/** Customers of the best tier who need something now, the largest usual spend first. */
export async function actNowSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang } = input;
  const tiers = tiersOf(input);
  await engine.create('act_now', actNow(tiers.length));
  return list(input, {
    id: 'act_now',
    place: 'headline',
    title: actNowTitle(tiers[0]!.name),
    of: 'act_now',
    by: 'customer_id',
    order: ascending('act_now', 'turn'),
    columns: [
      ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
      ...stateColumns(lang),
      ...from('churn_status', 'expected_value'),
      stateReasonColumn(input),
      actionColumn(tiers),
      ...from('customer_profile', 'revenue', 'recency_days'),
      ...from('churn_status', 'cycle_days', 'longest_gap_days'),
      ...from('churn_feedback', 'open_complaints'),
      ...from('churn_flags', 'overdue_amount'),
      ...from('revenue_growth', 'growth_rate'),
    ],
    glance: {
      first: ['customer_name', 'customer_id', 'owner', 'state', 'expected_value', 'revenue'],
      most: 5,
      below: ['why', 'action'],
    },
  });
}

function actNowTitle(tier: string): Localized {
  return { en: `To act on now, tier ${tier}`, 'zh-CN': `需立即处理的${tier}层级客户` };
}

const actNow = (tiers: number): Sql => sql`
  select
    states.customer_id,
    row_number() over (
      order by status.expected_value desc nulls last, profile.revenue desc nulls last, states.customer_id
    ) as turn
  from customer_state as states
  join customer_scores as scores on scores.customer_id = states.customer_id
  join customer_profile as profile on profile.customer_id = states.customer_id
  left join churn_status as status on status.customer_id = states.customer_id
  where scores.tier = 1 and ${needsAction(tiers)}`;
