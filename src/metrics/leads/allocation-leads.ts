import { z } from 'zod';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Allocation } from '../allocation-parameter.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';

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
  usesIfComputed: ['lead_spells', 'lead_follow_ups', 'lead_scores'],
  source:
    'Definition: pool.allocation.leads; waiting are leads in the pool, and held ones that were not contacted in time or are late enough to go to somebody else (lead_follow_ups).',
  parameters: z.object({ pool }),
  sql: ({ pool: { allocation } }) => sql`
    with waiting as (
      select lead_id, is_uncontacted or escalation = 'reassign' as is_waiting from lead_follow_ups
    ),
    movable as (
      select course.lead_id, course.owner as holder, course.comebacks, ${skillsOf(allocation)} as skills
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
        movable.lead_id, movable.holder, movable.comebacks, movable.skills, segments.segment, before.spell_order, before.rep, scores.probability,
        scores.score
      from movable
      left join lead_segments as segments on segments.lead_id = movable.lead_id
      left join before on before.lead_id = movable.lead_id
      left join lead_scores as scores on scores.lead_id = movable.lead_id
    ),
    quarters as (select ${join(quarters.map((at) => sql`percentile_cont(${at}) within group (order by score::double precision) as ${quarterName(at)}`))} from scored)
    select
      scored.lead_id,
      coalesce(scored.segment, '') as segment,
      coalesce(scored.comebacks, 0) > 0 or coalesce(scored.spell_order, 0) > case when scored.holder is null then 0 else 1 end as came_back,
      scored.skills,
      case ${join(
        quarters.map((at, index) => sql`when scored.score <= ${quarterName(at)} then ${index + 1}::bigint`),
        ' ',
      )} when scored.score is null then 1 else 4 end as band,
      scored.holder,
      case when scored.holder is null then scored.rep end as last_rep,
      scored.probability,
      scored.score
    from scored
    cross join (select * from quarters) as quarters`,
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
