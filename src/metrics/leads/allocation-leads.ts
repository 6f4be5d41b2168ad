import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Allocation } from '../allocation-parameter.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';
import { ageBandColumn, ageBandOf, oldestTried } from './parts/age-bands.ts';

const nobody = both('Nobody, as far as the files tell.', '没有，或数据文件中没有。');

export const allocationLeads = defineMetric({
  id: 'allocation_leads',
  question: both('Which leads can be given out, and which are alike?', '哪些线索可以分配，哪些彼此相当？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    segment: column.text(both('Segment', '分群'), both('As in lead_segments; empty for the others.', '同 lead_segments；其他为空文本。')),
    came_back: column.flag(
      both('Taken before', '曾被取得'),
      both(
        'Whether it came back to the pool, or a rep had it before the one who has it.',
        '是否曾回到公海，或在现负责人之前已有销售取得过。',
      ),
    ),
    age_band: ageBandColumn,
    is_tried: column.flag(
      both('Age tried', '存续时长有先例'),
      both(
        'Of leads in the pool, whether so old a one was ever taken: it is no older than the oldest of an age band that was tried (taken_ages), or a week. Others are not given out, as nothing tells what they are worth (pool.allocation.ages). True of leads that a rep has, and where ages are not known.',
        '公海中的线索是否曾有同样久的被取得：不超过有先例各档中的最久天数（taken_ages），或不超过一周。其余没有先例，价值无从估计，暂不分配（pool.allocation.ages）。有负责人或天数不详时为真。',
      ),
    ),
    pool: column.text(
      both('Pool', '公海'),
      both(
        'Whose reps may have it: those who took at least a tenth of their leads of it, or have taken none so far (rep_pools).',
        '可由哪个公海的销售承接：其取得的线索至少一成来自该公海，或尚未取得过线索（rep_pools）。',
      ),
      {
        empty: both(
          'Any rep may have it (pool.allocation.across_pools), or it has no pool.',
          '不限公海（pool.allocation.across_pools），或没有公海。',
        ),
      },
    ),
    skills: column.count(
      both('Skills needed', '所需专长'),
      both(
        'Those rules of pool.allocation.skills that hold for it, as a sum of powers of two: 1 for the first, 2, 4 …',
        '适用的 pool.allocation.skills 规则，以 2 的幂之和表示：第一条为 1，依次为 2、4……',
      ),
    ),
    band: column.count(
      both('Quarter', '分档'),
      both(
        'By the chance to convert among these leads: 4 for the highest quarter; 1 for all where there are no chances.',
        '按转化概率在可分配线索中的四分位：最高为 4；没有概率时均为 1。',
      ),
    ),
    holder: column.text(both('Owner', '负责人'), both('Rep who has it.', '当前持有的销售。'), {
      empty: both('It lies in the pool.', '在公海中。'),
    }),
    must_move: column.flag(
      both('Must go', '须改派'),
      both('Whether it is late enough to go to another rep (lead_follow_ups).', '是否已逾期应改派他人（lead_follow_ups）。'),
    ),
    last_rep: column.text(both('Had it last', '上一位'), both('Rep who had it last, of a lead in the pool.', '公海线索的上一位持有人。'), {
      empty: nobody,
    }),
    probability: column.ratio(both('Chance to convert', '转化概率'), both('As in lead_scores.', '同 lead_scores。'), {
      empty: both('No model scores leads.', '没有用于评分的模型。'),
    }),
    score: column.count(both('Score', '分值'), both('As in lead_scores.', '同 lead_scores。'), {
      empty: both('No model scores leads.', '没有用于评分的模型。'),
    }),
  },
  requires: [['pool_events.rep', 'leads.owner', 'customers.owner']],
  uses: ['lead_course', 'lead_segments'],
  usesIfComputed: ['lead_spells', 'lead_follow_ups', 'lead_scores', 'taken_ages'],
  source:
    'Definition: pool.allocation.leads; waiting are leads in the pool, and held ones that were not contacted in time or are late enough to go to somebody else (lead_follow_ups).',
  parameters: z.object({ pool }),
  sql: ({ pool: { allocation } }) => sql`
    with waiting as (
      select lead_id, is_uncontacted or escalation = 'reassign' as is_waiting, escalation = 'reassign' as must_move from lead_follow_ups
    ),
    movable as (
      select
        course.lead_id, course.owner as holder, course.comebacks, course.age_days, course.pool, ${skillsOf(allocation)} as skills,
        coalesce(waiting.must_move, false) as must_move
      from lead_course as course
      left join waiting on waiting.lead_id = course.lead_id
      where course.outcome = 'open' and ${movableBy(allocation)}
    ),
    spells as (select lead_id, rep, spell_order from lead_spells where rep is not null),
    latest as (
      select movable.lead_id, max(spells.spell_order) as spell_order
      from movable inner join spells on spells.lead_id = movable.lead_id
      group by movable.lead_id
    ),
    before as (
      select latest.lead_id, max(spells.spell_order) as spell_order, max(spells.rep) as rep
      from latest inner join spells on spells.lead_id = latest.lead_id and spells.spell_order = latest.spell_order
      group by latest.lead_id
    ),
    scored as (
      select
        movable.lead_id, movable.holder, movable.must_move, movable.comebacks, movable.age_days, movable.pool, movable.skills, segments.segment, before.spell_order, before.rep, scores.probability,
        scores.score
      from movable
      left join lead_segments as segments on segments.lead_id = movable.lead_id
      left join before on before.lead_id = movable.lead_id
      left join lead_scores as scores on scores.lead_id = movable.lead_id
    ),
    ages as (
      select told.tells_ages, oldest.oldest_days
      from (select coalesce(max(age_band), 0) > 0 as tells_ages from taken_ages) as told
      cross join (${oldestTried}) as oldest
    ),
    quarters as (select ${join(quarters.map((at) => sql`percentile_cont(${at}) within group (order by score::double precision) as ${quarterName(at)}`))} from scored)
    select
      scored.lead_id,
      coalesce(scored.segment, '') as segment,
      coalesce(scored.comebacks, 0) > 0 or coalesce(scored.spell_order, 0) > case when scored.holder is null then 0 else 1 end as came_back,
      case when ages.tells_ages then ${ageBandOf('age_days')} else 0 end as age_band,
      ${allocation.ages === 'all' ? sql`true` : sql`scored.holder is not null or scored.age_days is null or ages.oldest_days is null or scored.age_days <= ages.oldest_days`} as is_tried,
      ${allocation.across_pools ? sql`cast(null as varchar)` : sql`scored.pool`} as pool,
      scored.skills,
      case ${join(
        quarters.map((at, index) => sql`when scored.score <= ${quarterName(at)} then ${index + 1}::bigint`),
        ' ',
      )} when scored.score is null then 1 else 4 end as band,
      scored.holder,
      scored.must_move,
      case when scored.holder is null then scored.rep end as last_rep,
      scored.probability,
      scored.score
    from scored
    cross join (select * from quarters) as quarters
    cross join (select tells_ages, oldest_days from ages) as ages`,
});

const quarters = [0.25, 0.5, 0.75] as const;

function quarterName(at: number): Sql {
  return identifier(`score_${at * 100}`);
}

function movableBy({ leads }: Allocation): Sql {
  switch (leads) {
    case 'pool':
      return sql`course.owner is null`;
    case 'open':
      return sql`true`;
    default:
      return sql`(course.owner is null or waiting.is_waiting)`;
  }
}

/** The rules of skills that hold for a lead, as a sum of powers of two. */
function skillsOf({ skills }: Allocation): Sql {
  const each = skills.map(
    ({ by, values }, index) =>
      sql` + case when course.${identifier(by)} in (${join(values.map((value) => sql`${value}`))}) then ${2 ** index}::bigint else 0 end`,
  );
  return sql`0::bigint${join(each, '')}`;
}
