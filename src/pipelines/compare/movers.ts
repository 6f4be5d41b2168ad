import { sql } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import { absent } from '../../metrics/comparison/parts/movements.ts';
import type { TableSection } from '../../result/result.ts';
import { list } from '../../views/list.ts';
import { ascending } from '../../views/list-source.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import { moverColumns } from './mover-columns.ts';
import { createGoods } from './reasons.ts';
import { createScoreMoves } from './score-moves.ts';

/**
 * The customers who ordered in either period or changed tier or segment, those first whose revenue fell most, then those whose rose most:
 * what they bought and what the difference is made of, where they stood at the end of either period, and which factors moved their score.
 */
export async function moversSection(input: ScoreInput, { from: since }: Period): Promise<TableSection> {
  const { engine } = input;
  await engine.create('movers', movers);
  await createGoods(engine);
  await createScoreMoves(engine);
  return list(input, {
    id: 'movers',
    title: { en: 'Customers who moved most: losses, then gains', 'zh-CN': '变动最大的客户：先减少，后增加' },
    place: 'detail',
    of: 'movers',
    by: 'customer_id',
    order: ascending('movers', 'turn'),
    columns: moverColumns(input, since),
    glance: {
      first: [['customer_name', 'customer_id'], 'movement', 'revenue_difference', 'revenue_reasons'],
      hidden: ['place', 'direction'],
    },
  });
}

/** One row a customer who moved, and whose turn it is. */
const movers = sql`
  with standings as (
    select
      profile.customer_id,
      periods.revenue_difference,
      later.score - earlier.score as score_difference
    from customer_profile as profile
    left join customer_periods as periods on periods.customer_id = profile.customer_id
    left join earlier_scores as earlier on earlier.customer_id = profile.customer_id
    left join customer_scores as later on later.customer_id = profile.customer_id
    left join customer_state as states on states.customer_id = profile.customer_id
    where
      coalesce(periods.movement, ${absent.id}) <> ${absent.id}
      or earlier.tier is distinct from later.tier
      or earlier.rfm_segment is distinct from states.rfm_segment
  ),
  moved as (
    select
      customer_id,
      case
        when revenue_difference > 0 then 'up'
        when revenue_difference < 0 then 'down'
        when score_difference > 0 then 'up'
        when score_difference < 0 then 'down'
        else 'level'
      end as direction,
      abs(coalesce(revenue_difference, 0)) as distance,
      abs(coalesce(score_difference, 0)) as score_distance
    from standings
  ),
  placed as (
    select
      customer_id,
      direction,
      row_number() over (
        partition by direction order by distance desc nulls last, score_distance desc nulls last, customer_id
      ) as place
    from moved
  )
  select
    placed.*,
    row_number() over (
      order by case direction when 'down' then 1 when 'up' then 2 else 3 end, place, customer_id
    ) as turn
  from placed`;
