import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';

export const leadAllocation = defineMetric({
  id: 'lead_allocation',
  question: both('Who should have each lead that can be given out?', '每条可分配的线索应由谁承接？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    step: column.id(
      both('Step', '动作'),
      both(
        'give: from the pool to a rep; move: from its owner to another rep; take_back: from its owner to the pool, as nobody has room; stay: with its owner; wait: in the pool, as nobody has room.',
        'give 从公海分给销售；move 从负责人改派；take_back 收回公海（无人有余量）；stay 留给负责人；wait 留在公海（无人有余量）。',
      ),
    ),
    rep: column.text(both('To', '分给'), both('Who should have it.', '建议由谁承接。'), {
      empty: both('Nobody has room.', '没有销售有余量。'),
    }),
    holder: column.text(both('From', '现负责人'), both('Rep who has it now.', '当前持有的销售。'), {
      empty: both('It lies in the pool.', '在公海中。'),
    }),
    last_rep: column.text(both('Had it last', '上一位'), both('As in allocation_leads.', '同 allocation_leads。'), {
      empty: both('It has an owner, or nobody had it.', '有负责人，或无人持有过。'),
    }),
    segment: column.text(both('Segment', '分群'), both('As in lead_segments; empty for the others.', '同 lead_segments；其他为空文本。')),
    came_back: column.flag(both('Taken before', '曾被取得'), both('As in allocation_leads.', '同 allocation_leads。')),
    chance: column.ratio(both('Chance with that rep', '承接后转化概率'), both('As in allocation_flows.', '同 allocation_flows。'), {
      empty: both('Nobody has room.', '没有销售有余量。'),
    }),
    holder_chance: column.ratio(
      both('Chance with its owner', '现负责人转化概率'),
      both('As in allocation_flows.', '同 allocation_flows。'),
      {
        empty: both('It lies in the pool.', '在公海中。'),
      },
    ),
    all_chance: column.ratio(both('Chance, all reps', '全体转化概率'), both('As in allocation_flows.', '同 allocation_flows。')),
  },
  requires: [],
  uses: ['allocation_leads', 'allocation_flows', 'lead_course'],
  source: 'Definition: the leads of each flow of allocation_flows, the best scores first, then the youngest, where equal by their ids.',
  parameters: z.object({}),
  sql: () => sql`
    with placed as (
      select
        allocation_leads.lead_id, segment, came_back, age_band, allocation_leads.pool, skills, band, holder, must_move, last_rep,
        row_number() over (
          partition by segment, came_back, age_band, allocation_leads.pool, skills, band, holder, must_move, last_rep
          order by score desc nulls last, course.age_days, allocation_leads.lead_id
        ) as place
      from allocation_leads
      inner join lead_course as course on course.lead_id = allocation_leads.lead_id
      where is_tried
    )
    select
      placed.lead_id,
      case
        when flows.rep is null then case when placed.holder is null then 'wait' else 'take_back' end
        when placed.holder is null then 'give'
        when placed.holder = flows.rep then 'stay'
        else 'move'
      end as step,
      flows.rep, placed.holder, placed.last_rep, placed.segment, placed.came_back, flows.chance, flows.holder_chance, flows.all_chance
    from placed
    inner join allocation_flows as flows
      on flows.segment = placed.segment and flows.came_back = placed.came_back and flows.age_band = placed.age_band
      and flows.pool is not distinct from placed.pool and flows.must_move = placed.must_move and flows.skills = placed.skills and flows.band = placed.band
      and flows.holder is not distinct from placed.holder and flows.last_rep is not distinct from placed.last_rep
      and placed.place between flows.first_place and flows.last_place`,
});
