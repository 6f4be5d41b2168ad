import { type Sql, sql } from '../../engine/sql.ts';
import { addDays, daysBetween, type Period } from '../../lib/dates.ts';
import type { TableSection } from '../../result/result.ts';
import { from, type ListColumn, own, reads } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending } from '../../views/list-source.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';
import type { Compared } from './periods.ts';
import { actionColumn, stateColumns, stateReasonColumn } from '../parts/state-column.ts';

/**
 * Customers of the earlier period who bought neither in the later one nor since, and had been silent for longer than is usual for them at its end:
 * those who bought most first. Their silence is that of today, as in the lists of `churn`.
 */
export async function toCallSection(input: ScoreInput, { after, asOf }: Pick<Compared, 'after' | 'asOf'>): Promise<TableSection> {
  const { engine, lang } = input;
  await engine.create('to_call', toCall(after));
  const since = daysBetween(addDays(after.to, -1), asOf);
  return list(input, {
    id: 'to_call',
    place: 'headline',
    title: { en: 'Not bought this period and overdue', 'zh-CN': '本期未购且已超期的客户' },
    of: 'to_call',
    by: 'customer_id',
    order: ascending('to_call', 'turn'),
    columns: [
      ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
      ...stateColumns(lang),
      ...from('customer_periods', 'before_revenue'),
      stateReasonColumn(input, since),
      actionColumn(tiersOf(input)),
      silentFor(since),
      ...from('churn_status', 'cycle_days', 'longest_gap_days', 'expected_value'),
      ...from('churn_feedback', 'open_complaints'),
      ...from('churn_flags', 'overdue_amount'),
    ],
    glance: { first: ['customer_name', 'customer_id', 'owner', 'state', 'before_revenue'], most: 5, below: ['why', 'action'] },
  });
}

/** Who has not bought since the period was silent on its last day, and so many days more by now. */
function silentFor(since: number): ListColumn {
  return own(
    'silence_days',
    {
      title: { en: 'Silent for', 'zh-CN': '沉默天数' },
      type: 'integer',
      unit: 'days',
      basis: { en: 'Days from the last purchase to the as-of date.', 'zh-CN': '最近购买至截止日的天数。' },
    },
    reads('customer_profile', 'recency_days'),
    (days = null) => (typeof days === 'number' ? days + since : null),
  );
}

/** What those to be called had brought in the earlier period; null where no amount is known. */
export async function broughtBefore({ engine }: ScoreInput): Promise<number | null> {
  const [row] = await engine.rows<{ revenue: number | null }>(sql`
    select sum(periods.before_revenue) as revenue
    from to_call join customer_periods as periods on periods.customer_id = to_call.customer_id`);
  return row?.revenue ?? null;
}

const toCall = ({ to }: Period): Sql => sql`
  with since as (
    select customer_id
    from orders
    where ordered_at >= ${to}::timestamp and (amount >= 0 or amount is null)
    group by customer_id
  )
  select
    periods.customer_id,
    row_number() over (order by periods.before_revenue desc nulls last, periods.customer_id) as turn
  from customer_periods as periods
  join customer_state as states on states.customer_id = periods.customer_id
  left join since on since.customer_id = periods.customer_id
  where periods.movement = 'lost' and states.rhythm in ('overdue', 'lost') and since.customer_id is null`;
