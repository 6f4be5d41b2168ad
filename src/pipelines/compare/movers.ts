import { glanceOf } from '../../views/table.ts';
import { sql } from '../../engine/sql.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { absent, movements } from '../../metrics/comparison/parts/movements.ts';
import { type Side, sides } from '../../metrics/comparison/parts/periods.ts';
import type { Bought } from '../../metrics/comparison/parts/revenue-effects.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import type { FactorId } from '../../metrics/choices.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { moverColumns } from './mover-columns.ts';
import { revenueReasons } from './reasons.ts';
import { wordOf } from '../metric-section.ts';
import { type ScoreInput, tiersOf } from '../score/settings.ts';
import { segmentWords } from '../score/words.ts';

interface Mover {
  [column: string]: ResultCell;
}

/**
 * The customers who ordered in either period or changed tier or segment, those first whose revenue moved most, gainers and losers in turn:
 * what they bought and what the difference is made of, where they stood at the end of either period, and which factors moved their score.
 */
export async function moversSection(input: ScoreInput, { from: since }: Period): Promise<TableSection> {
  const { engine, lang } = input;
  const rows = await engine.rows<Mover>(movers);
  const reasonsOf = await revenueReasons(input);
  const scoreReasons = await scoreMoves(input);
  const tiers = new Map(tiersOf(input).map(({ name }, index) => [String(index + 1), name]));
  const segments = segmentWords(lang);
  const movementWords = new Map([...movements, absent].map(({ id, title }) => [id, title[lang]]));
  for (const row of rows) {
    explain(row, reasonsOf, since);
    for (const side of sides) {
      row[`tier_${side}`] = wordOf(tiers, row[`tier_${side}`] ?? null);
      row[`segment_${side}`] = wordOf(segments, row[`segment_${side}`] ?? null);
    }
    row['direction'] = directions[String(row['direction'])]?.[lang] ?? null;
    row['movement'] = wordOf(movementWords, row['movement'] ?? null);
    row['reasons'] = scoreReasons.get(String(row['customer_id'])) ?? null;
  }
  const title = { en: 'Customers who moved most', 'zh-CN': '变动最大的客户' }[lang];
  return { id: 'movers', title, kind: 'table', columns: moverColumns(lang), rows, total: rows.length, glance: glanceOf(), chart: null };
}

/** Puts in what the difference of the revenue is made of; takes out what was read for it alone. */
function explain(row: Mover, reasonsOf: Awaited<ReturnType<typeof revenueReasons>>, since: IsoDate): void {
  const number = (name: string): number => Number(row[name] ?? 0);
  const bought = (side: Side): Bought => ({
    orders: number(`${side}_orders`),
    sales: number(`${side}_sales`),
    revenue: number(`${side}_revenue`),
  });
  const [before, after] = [bought('before'), bought('after')];
  const { first_on: first } = row;
  delete row['first_on'];
  const { effects, text } = reasonsOf(String(row['customer_id']), {
    movement: String(row['movement']),
    isNew: typeof first === 'string' && first >= since,
    before,
    after,
  });
  const split = row['revenue_difference'] !== null && row['movement'] !== absent.id;
  row['revenue_reasons'] = text;
  row['orders_effect'] = split ? effects.orders : null;
  row['average_order_effect'] = split ? effects.averageOrder : null;
  row['returns_effect'] = split ? effects.returns : null;
  for (const side of sides) {
    const known = bought(side).orders > 0 && row[`${side}_sales`] !== null;
    row[`${side}_average_order`] = known ? bought(side).sales / bought(side).orders : null;
    delete row[`${side}_sales`];
  }
}

const directions: Readonly<Record<string, Localized>> = {
  up: { en: 'up', 'zh-CN': '上升' },
  down: { en: 'down', 'zh-CN': '下降' },
  level: { en: 'level', 'zh-CN': '持平' },
};

const movers = sql`
  with standings as (
    select
      profile.customer_id,
      profile.customer_name,
      profile.owner,
      coalesce(periods.movement, ${absent.id}) as movement,
      periods.first_on,
      periods.before_orders,
      periods.after_orders,
      periods.before_revenue,
      periods.after_revenue,
      periods.before_sales,
      periods.after_sales,
      periods.revenue_difference,
      earlier.score as score_before,
      later.score as score_after,
      later.score - earlier.score as score_difference,
      earlier.rank as rank_before,
      later.rank as rank_after,
      earlier.tier as tier_before,
      later.tier as tier_after,
      earlier.rfm_segment as segment_before,
      rfm.rfm_segment as segment_after
    from customer_profile as profile
    left join customer_periods as periods on periods.customer_id = profile.customer_id
    left join earlier_scores as earlier on earlier.customer_id = profile.customer_id
    left join customer_scores as later on later.customer_id = profile.customer_id
    left join rfm_scores as rfm on rfm.customer_id = profile.customer_id
  ),
  moved as (
    select
      standings.*,
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
    where movement <> ${absent.id} or tier_before is distinct from tier_after or segment_before is distinct from segment_after
  ),
  placed as (
    select
      moved.*,
      row_number() over (
        partition by direction order by distance desc nulls last, score_distance desc nulls last, customer_id
      ) as place
    from moved
  )
  select
    place, direction, customer_id, customer_name, owner, movement, before_orders, after_orders, before_revenue, after_revenue,
    before_sales, after_sales, first_on, revenue_difference, score_before, score_after, score_difference, rank_before, rank_after, tier_before, tier_after, segment_before, segment_after
  from placed
  order by case direction when 'level' then 1 else 0 end, place, case direction when 'up' then 1 else 2 end, customer_id`;

/** How many factors are named. */
const mostReasons = 3;

/** The factors whose contribution to the score changed most, by customer: `Recency 92 → 31`; points are 0 to 100. */
async function scoreMoves({ engine, lang }: ScoreInput): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows<{ customer_id: string; factor: FactorId; before: number | null; after: number | null }>(sql`
    with moves as (
      select
        later.customer_id,
        later.factor,
        later.factor_order,
        earlier.points as before,
        later.points as after,
        abs(coalesce(later.contribution, 0) - coalesce(earlier.contribution, 0)) as distance
      from score_factors as later
      join earlier_factors as earlier on earlier.customer_id = later.customer_id and earlier.factor_order = later.factor_order
    ),
    placed as (
      select moves.*, row_number() over (partition by customer_id order by distance desc nulls last, factor_order) as place
      from moves
      where distance > 0
    )
    select placed.customer_id, placed.factor, placed.before, placed.after
    from placed
    join earlier_scores on earlier_scores.customer_id = placed.customer_id
    join customer_scores on customer_scores.customer_id = placed.customer_id
    where placed.place <= ${mostReasons} and earlier_scores.score is not null and customer_scores.score is not null
    order by placed.customer_id, placed.place`);
  const moves = new Map<string, string>();
  const points = (value: number | null): string => (value === null ? '–' : String(Math.round(value)));
  for (const { customer_id, factor, before, after } of rows) {
    const move = `${factors[factor].title[lang]} ${points(before)} → ${points(after)}`;
    const earlier = moves.get(customer_id);
    moves.set(customer_id, earlier === undefined ? move : `${earlier}${lang === 'zh-CN' ? '、' : ', '}${move}`);
  }
  return moves;
}
