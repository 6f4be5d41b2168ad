import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { scorecard as scorecardParameter, tiers as tiersParameter } from '../parameters.ts';
import type { FactorId } from '../choices.ts';
import { factorPoints } from './parts/points.ts';
import { tierOf } from './parts/tiers.ts';
import { contributionOf, customersOf, customersWithValue, weighedFactors, weightOf } from './parts/weighed.ts';
import { usedFactors } from './parts/weights.ts';

const noScore = both(
  'The factors with a value hold less than min_coverage of the weight of those that any customer has a value for, or there are none.',
  '有值指标的权重占比低于 min_coverage（占至少一位客户有值的指标的权重），或没有任何指标数值。',
);

const noFactor = both('There is no such factor, or the customer has no score.', '没有这样的指标，或该客户没有得分。');

function factorColumn(en: string, zh: string, meaningEn: string, meaningZh: string): MetricColumn {
  return column.id(both(en, zh), both(meaningEn, meaningZh), {
    empty: noFactor,
  });
}

function pointsColumn(en: string, zh: string, factor: string, factorZh: string): MetricColumn {
  return column.number(
    both(`${en}, points`, `${zh}得分`),
    both(`Points, 0 to 100, of the factor with the ${factor}.`, `${factorZh}的指标的得分（0–100）。`),
    { unit: 'points', empty: noFactor },
  );
}

export const customerScores = defineMetric({
  id: 'customer_scores',
  question: both('Which customers matter most, and why?', '哪些客户最重要，为什么？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    score: column.number(
      both('Score', '综合得分'),
      both('Weighted mean of the points of the factors with a value, 0 to 100.', '有值指标得分的加权平均，0–100。'),
      { unit: 'points', empty: noScore },
    ),
    coverage: column.ratio(
      both('Coverage', '数据覆盖率'),
      both(
        'Weight of the factors with a value divided by the weight of all; the score rests on this share.',
        '有值指标的权重 ÷ 全部权重，即得分所依据的比例。',
      ),
    ),
    rank: column.count(
      both('Rank', '排名'),
      both('1 is best; equal scores are ordered by revenue, then by customer id.', '1 为最佳；得分相同时依次按销售额、客户编号排序。'),
      { empty: noScore },
    ),
    tier: column.count(
      both('Tier', '客户分层'),
      both(
        '1 is best; by cumulative revenue, share of customers or score, as set.',
        '1 为最高；按设置依据累计销售额、客户占比或得分划分。',
      ),
      {
        empty: both('The customer has no score, or tiers go by revenue and it has none.', '该客户没有得分，或按销售额分层而销售额未知。'),
      },
    ),
    lift_1: factorColumn('Lifts most', '最大拉升', 'Factor with the highest contribution above zero.', '正向贡献最大的指标。'),
    lift_2: factorColumn('Lifts second', '次大拉升', 'Factor with the second highest contribution above zero.', '正向贡献第二的指标。'),
    drag_1: factorColumn('Drags most', '最大拖累', 'Factor with the lowest contribution below zero.', '负向贡献最大的指标。'),
    drag_2: factorColumn('Drags second', '次大拖累', 'Factor with the second lowest contribution below zero.', '负向贡献第二的指标。'),
    lift_1_points: pointsColumn('Lifts most', '最大拉升', 'highest contribution above zero', '正向贡献最大'),
    lift_2_points: pointsColumn('Lifts second', '次大拉升', 'second highest contribution above zero', '正向贡献第二'),
    drag_1_points: pointsColumn('Drags most', '最大拖累', 'lowest contribution below zero', '负向贡献最大'),
    drag_2_points: pointsColumn('Drags second', '次大拖累', 'second lowest contribution below zero', '负向贡献第二'),
  },
  requires: [],
  uses: ['customer_profile', 'customer_factors'],
  usesIfComputed: ['revenue_share'],
  source: 'Weighted scorecard: sum of weight × points / sum of weights over the factors present; none below the least coverage.',
  parameters: z.object({ scorecard: scorecardParameter, tiers: tiersParameter }),
  sql: ({ scorecard, tiers }) => {
    const used = usedFactors(scorecard);
    const sum = join(
      used.map((factor) => sql`coalesce(${weightOf(factor)}::double precision * ${factorPoints(factor)}, 0)`),
      ' + ',
    );
    const reachable = join(
      used.map((factor) => sql`case when ${customersOf(factor)} > 0 then ${weightOf(factor)} else 0 end`),
      ' + ',
    );
    return sql`
    with weighed as (${weighedFactors(scorecard)}),
    known as (${customersWithValue(used)}),
    scored as (
      select
        weighed.*,
        case when nullif(present_weights, 0) >= (${reachable})::decimal(38,6) * ${scorecard.min_coverage}::decimal(7,6) then (${sum}) / present_weights::double precision end as score,
        present_weights::double precision / weights::double precision as coverage
      from weighed cross join known
    ),
    strongest as (select scored.*, ${strongestOf(used, 'lift', 1)}, ${strongestOf(used, 'drag', 1)} from scored),
    placed as (
      select
        customer_id, score, coverage, lift_1, drag_1,
        ${join(used.flatMap((factor) => [factorPoints(factor), contributionOf(factor)]))},
        row_number() over (order by score desc nulls last, revenue desc nulls last, customer_id) as place,
        rank() over (order by score desc nulls last) as score_place,
        count(score) over () as customers
      from strongest
    ),
    ranked as (
      select
        placed.*,
        case when score is not null then place end as rank,
        case when score is not null then score_place end as score_rank,
        ${strongestOf(used, 'lift', 2)}, ${strongestOf(used, 'drag', 2)}
      from placed
    )
    select
      ranked.customer_id, ranked.score, ranked.coverage, ranked.rank,
      case when ranked.score is not null then ${tierOf(tiers)} end as tier,
      ${join(sides.map((side) => sql`case when ranked.score is not null then ${trusted(`ranked.${side}`)} end as ${trusted(side)}`))},
      ${join(sides.map((side) => sql`case when ranked.score is not null then ${pointsOfSide(used, side)} end as ${trusted(`${side}_points`)}`))}
    from ranked
    left join revenue_share as shares on shares.customer_id = ranked.customer_id`;
  },
});

const sides = ['lift_1', 'lift_2', 'drag_1', 'drag_2'];

function pointsOfSide(used: readonly FactorId[], side: string): Sql {
  const branches = used.map((factor) => sql`when ${factor} then ranked.${factorPoints(factor)}`);
  return sql`case ranked.${trusted(side)} ${join(branches, ' ')} end`;
}

/**
 * The factor that lifts or drags a row most, or most beside that one; the earlier of equals, null where none does. The second is told
 * beyond the windows: without a barrier between them PostgreSQL writes the first out wherever the second is told from it.
 */
function strongestOf(used: readonly FactorId[], side: 'lift' | 'drag', place: 1 | 2): Sql {
  const first = trusted(`${side}_1`);
  const left = used.map((factor) =>
    place === 1 ? contributionOf(factor) : sql`case when ${first} <> ${factor} then ${contributionOf(factor)} end`,
  );
  const most = sql`${trusted(side === 'lift' ? 'greatest' : 'least')}(${join(left)})`;
  const beyond = side === 'lift' ? sql`${most} > 0` : sql`${most} < 0`;
  const branches = used.map((factor, index) => sql`when ${left[index]} then ${factor}`);
  return sql`case when ${beyond} then case ${most} ${join(branches, ' ')} end end as ${trusted(`${side}_${place}`)}`;
}
